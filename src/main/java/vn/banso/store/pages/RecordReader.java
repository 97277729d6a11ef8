package vn.banso.store.pages;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Finds records page by page (SQLite's file format, "B-tree Pages" and "Record Format"): by the pointers at the head of a page, and where
 * these are damaged, at every place of it. No page is needed to read another, but those on which the rest of a long record lies.
 */
public final class RecordReader {
    private static final int LEAF_BY_ROWID = 0x0D;
    private static final int LEAF_BY_KEY = 0x0A;
    private static final int INNER_BY_KEY = 0x02;
    private static final int INNER_BY_ROWID = 0x05;
    /** The first page begins with the head of the file. */
    private static final int FILE_HEAD = 100;
    private static final int LARGEST_RECORD = 64 << 20;

    private final PageImages pages;
    private final Map<Boolean, Map<Integer, List<RecordShape>>> shapes;

    public RecordReader(PageImages pages, List<RecordShape> shapes) {
        this.pages = pages;
        this.shapes = shapes.stream().collect(Collectors.partitioningBy(RecordShape::byRowid, Collectors.groupingBy(s -> s.columns().size())));
    }

    /** All there are, in the order of the pages; some may come twice. */
    public void each(Consumer<FoundRecord> found) throws IOException {
        for (long number = 1; number <= pages.count(); number++) {
            List<byte[]> writings = pages.writings(number);
            for (int writing = 0; writing < writings.size(); writing++) {
                page(number, writing, writings.get(writing), found);
            }
        }
    }

    /** The same record once more. */
    public Optional<FoundRecord> again(FoundRecord.Place place) throws IOException {
        byte[] page = pages.writings(place.page()).get(place.writing());
        List<FoundRecord> found = new ArrayList<>();
        cell(place, page, found::add);
        return found.stream().findFirst();
    }

    private void page(long number, int writing, byte[] page, Consumer<FoundRecord> found) throws IOException {
        int head = number == 1 ? FILE_HEAD : 0;
        int type = page[head];
        boolean records = type == LEAF_BY_ROWID || type == LEAF_BY_KEY || type == INNER_BY_KEY;
        if (type == INNER_BY_ROWID || !records && isEmpty(page)) {
            return;
        }
        boolean sound = records && byPointers(number, writing, page, head, type, found);
        if (!sound) {
            for (int at = head; at < page.length - 3; at++) {
                if (!cell(new FoundRecord.Place(number, writing, at, false), page, found)) {
                    cell(new FoundRecord.Place(number, writing, at, true), page, found);
                }
            }
        }
    }

    private static boolean isEmpty(byte[] page) {
        for (byte b : page) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** @return whether each pointer led to something that reads as a record, of whatever table */
    private boolean byPointers(long number, int writing, byte[] page, int head, int type, Consumer<FoundRecord> found) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(page);
        int cells = bytes.getShort(head + 3) & 0xffff;
        int pointers = head + (type == INNER_BY_KEY ? 12 : 8);
        boolean sound = pointers + 2 * cells <= page.length;
        for (int i = 0; i < cells && pointers + 2 * i + 2 <= page.length; i++) {
            int at = (bytes.getShort(pointers + 2 * i) & 0xffff) + (type == INNER_BY_KEY ? 4 : 0);
            sound &= cell(new FoundRecord.Place(number, writing, at, type != LEAF_BY_ROWID), page, found);
        }
        return sound;
    }

    /** @return whether what begins there reads as a record at all */
    private boolean cell(FoundRecord.Place place, byte[] page, Consumer<FoundRecord> found) throws IOException {
        int start = place.at();
        boolean byKey = place.byKey();
        if (start >= page.length || start < 0) {
            return false;
        }
        ByteBuffer cell = ByteBuffer.wrap(page, start, page.length - start);
        try {
            long length = VarInt.read(cell);
            long rowid = byKey ? 0 : VarInt.read(cell);
            if (length < 2 || length > LARGEST_RECORD) {
                return false;
            }
            int local = local((int) length, byKey);
            if (cell.remaining() < Math.min(local, 2)) {
                return false;
            }
            List<Long> types = types(cell.duplicate(), (int) length);
            List<RecordShape> alike = shapes.get(!byKey).getOrDefault(types.size(), List.of());
            if (!types.isEmpty() && !alike.isEmpty() && cell.remaining() >= local) {
                byte[] payload = payload(cell, (int) length, local);
                List<Object> values = ColumnValues.read(types, payload, (int) VarInt.read(ByteBuffer.wrap(payload)));
                alike.stream().filter(s -> !values.isEmpty() && s.fits(values)).forEach(s -> found.accept(new FoundRecord(s, rowid, values, place)));
            }
            return !types.isEmpty();
        } catch (BufferUnderflowException _) {
            return false;
        }
    }

    /** Of a record's columns; empty where it is none. All of ours stand on the first page. */
    private static List<Long> types(ByteBuffer record, int length) {
        int before = record.position();
        long head = VarInt.read(record);
        if (head < 2 || head > length || head > record.remaining() + 1) {
            return List.of();
        }
        List<Long> types = new ArrayList<>();
        long bytes = head;
        while (record.position() - before < head) {
            long type = VarInt.read(record);
            if (type < 0 || type == 10 || type == 11) {
                return List.of();
            }
            types.add(type);
            bytes += ColumnValues.length(type);
        }
        return record.position() - before == head && bytes == length ? types : List.of();
    }

    /** How much of a record stands on its page. */
    private int local(int length, boolean byKey) {
        int usable = pages.size();
        int most = byKey ? (usable - 12) * 64 / 255 - 23 : usable - 35;
        if (length <= most) {
            return length;
        }
        int least = (usable - 12) * 32 / 255 - 23;
        int rest = least + (length - least) % (usable - 4);
        return rest <= most ? rest : least;
    }

    /** With what stands on further pages, each of which names the next; zero where the line of them breaks off. */
    private byte[] payload(ByteBuffer cell, int length, int local) throws IOException {
        byte[] all = new byte[length];
        cell.get(all, 0, local);
        int at = local;
        long next = at < length ? cell.getInt() & 0xffff_ffffL : 0;
        while (at < length && next > 0 && next <= pages.count()) {
            ByteBuffer page = ByteBuffer.wrap(pages.page(next));
            next = page.getInt() & 0xffff_ffffL;
            int part = Math.min(length - at, page.remaining());
            page.get(all, at, part);
            at += part;
        }
        return all;
    }
}
