package vn.banso.ledger.merge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.change.ValueForm;
import vn.banso.ledger.merge.EntryState.FieldState;
import vn.banso.ledger.merge.EntryState.Head;
import vn.banso.register.values.EntryId;

/**
 * The canonical bytes of an entry's state: equal states give equal bytes, so the digest of a register is a hash over them.
 * A state rests on the disk in this form too.
 */
public final class StateForm {
    /**
     * Version 1: version (1 byte), type (variable), entry id (16), 1 where erased else 0 (1). Then the authors: how many, 16
     * bytes each, in the order in which the next table first names them. The changes that are heads of some field, latest first: how
     * many, and of each the change id (8), the stamp (the first zigzag, the others as what they are earlier than the one
     * before) and the author's place. The changes that are nowhere a head but replaced: how many, 8 bytes each, rising,
     * unsigned. The fields, rising: how many, and of each the number, twice the number of heads plus 1 where any were replaced,
     * per head its place among the changes and its value as in {@link ValueForm}, and, where any were replaced, how many and
     * their places, counted on through both tables, in the order of their ids.
     */
    public static final int VERSION = 1;

    private static final Comparator<Head> LATEST_FIRST =
            Comparator.comparing(Head::stamp).thenComparing(Head::change).thenComparing(Head::author).reversed();

    private StateForm() {}

    public static byte[] write(EntryState state) {
        List<Head> rows = rows(state);
        List<ChangeId> gone = gone(state, rows);
        BytesOut out = new BytesOut(256);
        out.u8(VERSION).varint(state.type()).id(state.id()).u8(state.erased() ? 1 : 0);
        writeRows(out, rows);
        out.varint(gone.size());
        gone.forEach(id -> out.u64(id.value()));
        out.varint(state.fields().size());
        state.fields().forEach((field, s) -> {
            out.varint(field).varint(s.heads().size() * 2L + (s.replaced().isEmpty() ? 0 : 1));
            for (Head head : s.heads()) {
                out.varint(rows.size() == 1 ? 0 : Collections.binarySearch(rows, head, LATEST_FIRST));
                ValueForm.write(out, head.value());
            }
            if (!s.replaced().isEmpty()) {
                out.varint(s.replaced().size());
                s.replaced().forEach(id -> out.varint(place(id, rows, gone)));
            }
        });
        return out.toBytes();
    }

    private static void writeRows(BytesOut out, List<Head> rows) {
        List<DeviceId> authors = new ArrayList<>(2);
        for (Head row : rows) {
            if (!authors.contains(row.author())) {
                authors.add(row.author());
            }
        }
        out.varint(authors.size());
        authors.forEach(out::device);
        out.varint(rows.size());
        long before = 0;
        for (int i = 0; i < rows.size(); i++) {
            Head row = rows.get(i);
            long stamp = row.stamp().millis();
            out.u64(row.change().value());
            if (i == 0) {
                out.zigzag(stamp);
            } else {
                out.varint(before - stamp);
            }
            out.varint(authors.indexOf(row.author()));
            before = stamp;
        }
    }

    private static List<Head> rows(EntryState state) {
        List<Head> rows = new ArrayList<>();
        for (FieldState s : state.fields().values()) {
            for (Head head : s.heads()) {
                if (rows.isEmpty() || !sameChange(rows.getLast(), head)) {
                    rows.add(head);
                }
            }
        }
        if (rows.size() > 1) {
            SortedSet<Head> distinct = new TreeSet<>(LATEST_FIRST);
            distinct.addAll(rows);
            return new ArrayList<>(distinct);
        }
        return rows;
    }

    private static boolean sameChange(Head a, Head b) {
        return a.change().equals(b.change()) && a.stamp().equals(b.stamp()) && a.author().equals(b.author());
    }

    private static List<ChangeId> gone(EntryState state, List<Head> rows) {
        SortedSet<ChangeId> gone = new TreeSet<>();
        state.fields().values().forEach(s -> gone.addAll(s.replaced()));
        rows.forEach(h -> gone.remove(h.change()));
        return List.copyOf(gone);
    }

    private static int place(ChangeId id, List<Head> rows, List<ChangeId> gone) {
        int among = Collections.binarySearch(gone, id);
        if (among >= 0) {
            return rows.size() + among;
        }
        int row = 0;
        while (!rows.get(row).change().equals(id)) {
            row++;
        }
        return row;
    }

    /** @throws MalformedException where the bytes are not a state of a version this program can read */
    public static EntryState read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a state");
        int type = in.upTo(ChangeForm.LAST_NUMBER);
        EntryId id = in.id();
        boolean erased = in.flag();
        DeviceId[] authors = new DeviceId[in.count(16)];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = in.device();
        }
        Head[] rows = new Head[in.count(10)];
        long stamp = 0;
        for (int i = 0; i < rows.length; i++) {
            ChangeId change = new ChangeId(in.u64());
            stamp = i == 0 ? in.zigzag() : stamp - in.varint();
            rows[i] = new Head(change, new Stamp(stamp), authors[place(in, authors.length)], null);
        }
        ChangeId[] gone = new ChangeId[in.count(8)];
        for (int i = 0; i < gone.length; i++) {
            gone[i] = new ChangeId(in.u64());
        }
        SortedMap<Integer, FieldState> fields = new TreeMap<>();
        for (int left = in.count(2), last = -1; left > 0; left--) {
            last = ChangeForm.rising(in.upTo(ChangeForm.LAST_NUMBER), last);
            fields.put(last, field(in, rows, gone));
        }
        in.end();
        return new EntryState(type, id, erased, Collections.unmodifiableSortedMap(fields));
    }

    private static FieldState field(BytesIn in, Head[] rows, ChangeId[] gone) throws MalformedException {
        int coded = in.count(1);
        Head[] heads = new Head[coded >>> 1];
        for (int i = 0; i < heads.length; i++) {
            Head row = rows[place(in, rows.length)];
            heads[i] = new Head(row.change(), row.stamp(), row.author(), ValueForm.read(in));
        }
        if ((coded & 1) == 0) {
            return new FieldState(List.of(heads), Collections.emptySortedSet());
        }
        SortedSet<ChangeId> replaced = new TreeSet<>();
        for (int left = in.count(1); left > 0; left--) {
            int place = place(in, rows.length + gone.length);
            replaced.add(place < rows.length ? rows[place].change() : gone[place - rows.length]);
        }
        return new FieldState(List.of(heads), Collections.unmodifiableSortedSet(replaced));
    }

    private static int place(BytesIn in, int count) throws MalformedException {
        int place = in.upTo(ChangeForm.LAST_NUMBER);
        if (place >= count) {
            throw BytesIn.damaged("a place outside its table");
        }
        return place;
    }
}
