package vn.banso.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.Value;

/** Changes of every shape the forms must carry, those of a newer version included. */
public final class RandomChanges {
    private static final int[] KINDS = {1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 7, 10 | Kind.CRITICAL, 11, 77, 200, ChangeForm.LAST_NUMBER};
    private static final int[] TYPES = {1, 1, 2, 2, 2, 8, 10, 99, 101, 60_000};
    private static final int[] FIELDS = {1, 2, 3, 16, 17, 18, 19, 20, 35, 57, 127, 128, 1_000, ChangeForm.LAST_NUMBER};
    private static final String[] TEXTS = {"", " ", "  hai  dấu cách ", "Nguyễn Thị Hồng", "Hoà", "H' Blang", "0912345678", "000", "0000",
        "123456789012345678901", "1234567890123456789012", "😀 𠀋", "\uFFFD", "a\u0000b", "dòng\nmới", "Xóm 12", "x".repeat(3_000),
        "à ".repeat(70), "\u200Bẩn", "019080000123"};

    private final Random random;
    private final FreshIds ids;
    private final List<Change> made = new ArrayList<>();
    private final DeviceId author;

    public RandomChanges(long seed, DeviceId author) {
        random = new Random(seed);
        ids = new FreshIds(random);
        this.author = author;
    }

    List<Change> list(int count) {
        List<Change> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(next());
        }
        return list;
    }

    Change next() {
        boolean edit = !made.isEmpty() && random.nextInt(3) == 0;
        Change before = edit ? made.get(random.nextInt(made.size())) : null;
        int type = edit ? before.type() : TYPES[random.nextInt(TYPES.length)];
        SortedMap<Integer, Value> fields = fields();
        EntryId entry = edit ? before.entry() : entry(type, fields);
        return keep(Change.of(KINDS[random.nextInt(KINDS.length)], type, entry, author, stamp(), fields, bases(fields)));
    }

    /** One more act on this entry. */
    public Change on(EntryId entry, int type, int kind) {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        for (int field = 16; field < 20; field++) {
            if (random.nextInt(3) == 0) {
                fields.put(field, new Value.Code(random.nextInt(3)));
            }
        }
        if (kind == Kind.TOMBSTONE.number()) {
            fields.put(1, new Value.Text("nhầm"));
        }
        DeviceId someone = new DeviceId(random.nextInt(3), 1);
        return keep(Change.of(kind, type, entry, someone, new Stamp(1 + random.nextInt(5)), fields, bases(fields)));
    }

    private Change keep(Change change) {
        made.add(change);
        return change;
    }

    private EntryId entry(int type, SortedMap<Integer, Value> fields) {
        if (type == 8 && random.nextBoolean()) {
            fields.put(16, new Value.Ref(ids.next()));
            fields.put(17, new Value.Ref(ids.next()));
            return EntryId.derived("attendance", ((Value.Ref) fields.get(16)).entry(), ((Value.Ref) fields.get(17)).entry());
        }
        return random.nextInt(10) > 0 ? ids.next() : new EntryId(random.nextLong(), random.nextLong());
    }

    private Stamp stamp() {
        return new Stamp(switch (random.nextInt(12)) {
            case 0 -> random.nextLong();
            case 1 -> 0;
            case 2 -> Long.MAX_VALUE;
            default -> 1_795_000_000_000L + random.nextInt(5_000);
        });
    }

    private SortedMap<Integer, Value> fields() {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            fields.put(FIELDS[random.nextInt(FIELDS.length)], value());
        }
        return fields;
    }

    private SortedMap<Integer, SortedSet<ChangeId>> bases(SortedMap<Integer, Value> fields) {
        SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
        for (int field : FIELDS) {
            if (!made.isEmpty() && random.nextInt(fields.containsKey(field) ? 2 : 20) == 0) {
                SortedSet<ChangeId> seen = new TreeSet<>();
                for (int left = random.nextInt(3); left >= 0; left--) {
                    seen.add(random.nextInt(8) == 0 ? new ChangeId(random.nextLong()) : made.get(random.nextInt(made.size())).id());
                }
                bases.put(field, seen);
            }
        }
        return bases;
    }

    Value value() {
        return switch (random.nextInt(10)) {
            case 0 -> Value.BLANK;
            case 1, 2 -> new Value.Text(TEXTS[random.nextInt(TEXTS.length)]);
            case 3 -> new Value.Whole(random.nextBoolean() ? random.nextInt(100) : random.nextLong());
            case 4 -> new Value.Day(random.nextInt(10_000), random.nextInt(13), random.nextInt(32));
            case 5, 6 -> new Value.Code(random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(16));
            case 7 -> new Value.Ref(random.nextBoolean() ? ids.next() : new EntryId(random.nextLong(), random.nextLong()));
            case 8 -> items();
            default -> bytes();
        };
    }

    private Value items() {
        SortedSet<String> items = new TreeSet<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            items.add(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return new Value.Items(items);
    }

    private Value bytes() {
        byte[] bytes = new byte[random.nextInt(80)];
        random.nextBytes(bytes);
        return new Value.Bytes(bytes);
    }
}
