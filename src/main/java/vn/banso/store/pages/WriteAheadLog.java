package vn.banso.store.pages;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQLite's write-ahead log (file format, "The WAL File Format"): a head of 32 bytes, then frames of 24 bytes and a page. Each frame is
 * summed up together with the sum of the one before, so the engine ends at the first that is not whole. The sum of that one still stands
 * there, and with it those behind it can be told sound.
 */
public final class WriteAheadLog implements Closeable {
    private static final int HEAD = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;

    private final FileChannel file;
    private final int pageSize;
    /** Where the page lies that counts, and others that may hold what counts. */
    private final Map<Long, Long> counting = new HashMap<>();
    private final Map<Long, List<Long>> doubtful = new HashMap<>();
    private int commitsBehindDamage;

    private WriteAheadLog(FileChannel file, int pageSize) {
        this.file = file;
        this.pageSize = pageSize;
    }

    /** Empty where nothing of a log is in it. */
    static Optional<WriteAheadLog> read(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
        if (file.size() < HEAD + FRAME) {
            file.close();
            return Optional.empty();
        }
        ByteBuffer head = at(file, 0, HEAD);
        int told = head.getInt(8);
        boolean sane = (head.getInt(0) & ~1) == MAGIC && told >= 512 && told <= 65_536 && Integer.bitCount(told) == 1;
        WriteAheadLog log = new WriteAheadLog(file, sane ? told : 4096);
        log.frames(head, sane);
        return Optional.of(log);
    }

    /**
     * Whether the engine would leave out what was made durable: more than one commit stands whole behind a frame that is not. One alone may
     * be what was being written when the power went, for a disk writes in any order.
     *
     * @param database whose log it is
     */
    public static boolean hidesCommits(Path database) throws IOException {
        Path path = database.resolveSibling(database.getFileName() + "-wal");
        if (!Files.exists(path)) {
            return false;
        }
        Optional<WriteAheadLog> log = read(path);
        if (log.isPresent()) {
            log.get().close();
        }
        return log.filter(l -> l.commitsBehindDamage > 1).isPresent();
    }

    private record Frame(long page, long place, boolean ours, boolean sound, boolean commits) {}

    private void frames(ByteBuffer head, boolean sane) throws IOException {
        ByteBuffer first = at(file, HEAD, FRAME);
        long salt = sane ? head.getLong(16) : first.getLong(8);
        ByteOrder order = sane && (head.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        int[] sum = {head.getInt(24), head.getInt(28)};
        List<Frame> all = new ArrayList<>();
        for (long place = HEAD; place + FRAME + pageSize <= file.size(); place += FRAME + pageSize) {
            ByteBuffer frame = at(file, place, FRAME + pageSize);
            int[] told = {frame.getInt(16), frame.getInt(20)};
            int[] is = sum(frame.order(order), sum);
            frame.order(ByteOrder.BIG_ENDIAN);
            boolean ours = frame.getLong(8) == salt;
            boolean sound = ours && is[0] == told[0] && is[1] == told[1];
            long page = frame.getInt(0) & 0xffff_ffffL;
            all.add(new Frame(page, place + FRAME, ours, sound, frame.getInt(4) != 0));
            sum = told;
        }
        // Behind the last frame with the salt of this log lie those of the log as it was before it began anew.
        int end = all.size();
        while (end > 0 && !all.get(end - 1).ours()) {
            end--;
        }
        sort(all.subList(0, end));
    }

    private void sort(List<Frame> all) {
        int last = -1;
        boolean damaged = false;
        for (int i = 0; i < all.size(); i++) {
            damaged |= !all.get(i).sound();
            if (all.get(i).sound() && all.get(i).commits()) {
                last = i;
                commitsBehindDamage += damaged ? 1 : 0;
            }
        }
        for (int i = 0; i < all.size(); i++) {
            Frame frame = all.get(i);
            if (frame.sound() && i <= last) {
                Long before = counting.put(frame.page(), frame.place());
                if (before != null && doubtful.containsKey(frame.page())) {
                    doubtful.remove(frame.page());
                }
            } else {
                doubtful.computeIfAbsent(frame.page(), _ -> new ArrayList<>()).add(frame.place());
            }
        }
    }

    /** The sum of the first eight bytes of a frame and of its page, going on from the one before. */
    private static int[] sum(ByteBuffer frame, int[] before) {
        int a = before[0];
        int b = before[1];
        for (int at = 0; at < frame.limit(); at += 8) {
            if (at == 8) {
                at = FRAME;
            }
            a += frame.getInt(at) + b;
            b += frame.getInt(at + 4) + a;
        }
        return new int[] {a, b};
    }

    private static ByteBuffer at(FileChannel file, long place, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, place + bytes.position()) > 0) {
            // Until all is read or the file ends.
        }
        return bytes.rewind();
    }

    int pageSize() {
        return pageSize;
    }

    /** Damage may name any page there is not. */
    long highestPage() {
        return counting.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    Optional<byte[]> page(long number) throws IOException {
        Long place = counting.get(number);
        return place == null ? Optional.empty() : Optional.of(at(file, place, pageSize).array());
    }

    List<byte[]> doubtful(long number) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (long place : doubtful.getOrDefault(number, List.of())) {
            all.add(at(file, place, pageSize).array());
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
