package vn.banso.ledger.change;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.Value;
import vn.banso.register.values.Value.Blank;
import vn.banso.register.values.Value.Bytes;
import vn.banso.register.values.Value.Code;
import vn.banso.register.values.Value.Day;
import vn.banso.register.values.Value.Items;
import vn.banso.register.values.Value.Ref;
import vn.banso.register.values.Value.Text;
import vn.banso.register.values.Value.Whole;

/** A value as a tag byte and its content; every value has exactly one form. */
public final class ValueForm {
    static final int BLANK = 0;
    static final int TEXT = 1;
    static final int WHOLE = 2;
    static final int DAY = 3;
    static final int CODE = 4;
    static final int REF = 5;
    static final int ITEMS = 6;
    static final int BYTES = 7;

    public static final int LAST_YEAR = 9999;

    private ValueForm() {}

    public static void write(BytesOut out, Value value) {
        switch (value) {
            case Blank _ -> out.u8(BLANK);
            case Text t -> out.u8(TEXT).text(t.text());
            case Whole w -> out.u8(WHOLE).zigzag(w.number());
            case Day d -> out.u8(DAY).varint(checked(d).year()).u8(d.month()).u8(d.day());
            case Code c -> out.u8(CODE).varint(c.number() & 0xFFFF_FFFFL);
            case Ref r -> out.u8(REF).id(r.entry());
            case Items i -> {
                out.u8(ITEMS).varint(i.items().size());
                i.items().forEach(out::text);
            }
            case Bytes b -> out.u8(BYTES).varint(b.bytes().length).bytes(b.bytes());
        }
    }

    public static byte[] bytes(Value value) {
        BytesOut out = new BytesOut(32);
        write(out, value);
        return out.toBytes();
    }

    public static Value read(BytesIn in) throws MalformedException {
        return switch (in.u8()) {
            case BLANK -> Value.BLANK;
            case TEXT -> new Text(in.text());
            case WHOLE -> new Whole(in.zigzag());
            case DAY -> day(in.upTo(LAST_YEAR), in.u8(), in.u8());
            case CODE -> code(in.varint());
            case REF -> new Ref(in.id());
            case ITEMS -> items(in);
            case BYTES -> new Bytes(in.bytes(in.count(1)));
            default -> throw new MalformedException(MalformedException.Reason.NEWER_FORMAT, "a value of an unknown kind");
        };
    }

    public static Day day(int year, int month, int day) throws MalformedException {
        Day value = new Day(year, month, day);
        if (!fits(value)) {
            throw BytesIn.damaged("not a date");
        }
        return value;
    }

    public static Code code(long number) throws MalformedException {
        if (number < 0 || number > 0xFFFF_FFFFL) {
            throw BytesIn.damaged("not a code");
        }
        return new Code((int) number);
    }

    private static Items items(BytesIn in) throws MalformedException {
        List<String> items = new ArrayList<>();
        for (int left = in.count(1); left > 0; left--) {
            items.add(in.text());
        }
        return items(items);
    }

    /** They stand in their order, each once. */
    public static Items items(List<String> items) throws MalformedException {
        for (int i = 1; i < items.size(); i++) {
            if (items.get(i - 1).compareTo(items.get(i)) >= 0) {
                throw BytesIn.damaged("items out of order");
            }
        }
        return new Items(new TreeSet<>(items));
    }

    /** What goes on the wire must come back: a date beyond this range is a programming error. */
    public static Day checked(Day day) {
        if (!fits(day)) {
            throw new IllegalArgumentException("not a date");
        }
        return day;
    }

    private static boolean fits(Day d) {
        return d.year() >= 0 && d.year() <= LAST_YEAR && d.month() >= 0 && d.month() <= 12 && d.day() >= 0 && d.day() <= 31;
    }
}
