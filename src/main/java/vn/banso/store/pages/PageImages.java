package vn.banso.store.pages;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The pages of a database file as they lie on the disk, each as it was written last: in the file, or ahead of it in the log that belongs
 * to it. A page of the log that may not be whole, or that was not committed, stands beside the one before it, not in its place.
 */
public final class PageImages implements Closeable {
    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** What the engine chooses where nobody says otherwise. */
    private static final int USUAL_SIZE = 4096;
    private static final int SMALLEST = 512;
    private static final int LARGEST = 65_536;

    private final FileChannel file;
    private final Optional<WriteAheadLog> log;
    private final int size;
    private final long count;

    private PageImages(FileChannel file, Optional<WriteAheadLog> log, int size) throws IOException {
        this.file = file;
        this.log = log;
        this.size = size;
        this.count = Math.max((file.size() + size - 1) / size, log.map(WriteAheadLog::highestPage).orElse(0L));
    }

    /** @param path the database; its log is looked for beside it */
    public static PageImages open(Path path) throws IOException {
        Path ahead = path.resolveSibling(path.getFileName() + "-wal");
        Optional<WriteAheadLog> log = Files.exists(ahead) ? WriteAheadLog.read(ahead) : Optional.empty();
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        return new PageImages(file, log, size(file, log));
    }

    /** As the first page says; where that is not readable, as the log says or as is usual. */
    private static int size(FileChannel file, Optional<WriteAheadLog> log) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(100);
        file.read(head, 0);
        int told = head.getShort(16) & 0xffff;
        int size = told == 1 ? LARGEST : told;
        boolean isHeader = Arrays.equals(Arrays.copyOf(head.array(), MAGIC.length), MAGIC);
        boolean sane = isHeader && size >= SMALLEST && Integer.bitCount(size) == 1;
        return sane ? size : log.map(WriteAheadLog::pageSize).orElse(USUAL_SIZE);
    }

    public int size() {
        return size;
    }

    /** The highest number of a page; they are counted from 1. */
    public long count() {
        return count;
    }

    /** The page as it counts; what lies behind the end of a file that was cut short is zero. */
    public byte[] page(long number) throws IOException {
        Optional<byte[]> ahead = log.isPresent() ? log.get().page(number) : Optional.empty();
        return ahead.isPresent() ? ahead.get() : inFile(number);
    }

    /** The page in every writing that may hold what counts, the one that counts first. */
    public List<byte[]> writings(long number) throws IOException {
        List<byte[]> all = new ArrayList<>(List.of(page(number)));
        if (log.isPresent()) {
            List<byte[]> doubtful = log.get().doubtful(number);
            if (!doubtful.isEmpty()) {
                all.addAll(doubtful);
                all.add(inFile(number));
            }
        }
        return all;
    }

    private byte[] inFile(long number) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(size);
        while (page.hasRemaining() && file.read(page, (number - 1) * size + page.position()) > 0) {
            // Until the page is full or the file ends.
        }
        return page.array();
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (log.isPresent()) {
            log.get().close();
        }
    }
}
