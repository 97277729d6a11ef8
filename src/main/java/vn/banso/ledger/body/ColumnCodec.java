package vn.banso.ledger.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.ValueForm;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.register.values.Value.Bytes;
import vn.banso.register.values.Value.Code;
import vn.banso.register.values.Value.Day;
import vn.banso.register.values.Value.Items;
import vn.banso.register.values.Value.Ref;
import vn.banso.register.values.Value.Text;
import vn.banso.register.values.Value.Whole;

/**
 * How the values of one column stand in the streams of a {@link BodyForm}. The place in this list is on the wire: a column says
 * by it what its values are, so that a field of a newer version travels through an older one.
 */
public enum ColumnCodec {
    /** Nothing at all. */
    BLANK {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {}

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) {
            Arrays.fill(values, Value.BLANK);
        }
    },
    /** All lengths in bytes (numbers), then all texts (text). */
    TEXT {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            values.forEach(v -> out.spelled(out.text, ((Text) v).text()));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            for (int i = 0; i < values.length; i++) {
                values[i] = new Text(in.spelled(in.text));
            }
        }
    },
    /** Words between single spaces: how many in each text (numbers), then all first words, all second words, … (words). */
    WORDS {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            List<String[]> texts = values.stream().map(v -> WordDictionary.split(((Text) v).text())).toList();
            texts.forEach(t -> out.numbers.varint(t.length));
            for (int at = 0; at < WordDictionary.MOST; at++) {
                for (String[] text : texts) {
                    if (at < text.length) {
                        out.word(text[at]);
                    }
                }
            }
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            int[] words = new int[values.length];
            int most = 0;
            for (int i = 0; i < words.length; i++) {
                words[i] = in.numbers.upTo(WordDictionary.MOST);
                most = Math.max(most, words[i]);
            }
            StringBuilder[] texts = new StringBuilder[words.length];
            for (int at = 0; at < most; at++) {
                for (int i = 0; i < words.length; i++) {
                    if (at < words[i]) {
                        texts[i] = at == 0 ? new StringBuilder(32).append(in.word()) : texts[i].append(' ').append(in.word());
                    }
                }
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = new Text(texts[i] == null ? "" : texts[i].toString());
            }
        }
    },
    /** Texts of 4 to 21 digits: all lengths, the first three digits of each (numbers), the others packed (raw). */
    DIGITS {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            List<String> texts = values.stream().map(v -> ((Text) v).text()).toList();
            texts.forEach(t -> out.numbers.varint(t.length()));
            texts.forEach(t -> out.numbers.varint(Integer.parseInt(t, 0, 3, 10)));
            texts.forEach(t -> out.raw.low(Long.parseLong(t, 3, t.length(), 10), Digits.packed(t.length())));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            int[] lengths = new int[values.length];
            for (int i = 0; i < lengths.length; i++) {
                lengths[i] = Digits.length(in.numbers.upTo(Digits.MOST));
            }
            int[] first = new int[values.length];
            for (int i = 0; i < first.length; i++) {
                first[i] = in.numbers.upTo(999);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = new Text(Digits.text(first[i], in.raw.low(Digits.packed(lengths[i])), lengths[i]));
            }
        }
    },
    /** Signed (numbers). */
    WHOLE {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            values.forEach(v -> out.numbers.zigzag(((Whole) v).number()));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            for (int i = 0; i < values.length; i++) {
                values[i] = new Whole(in.numbers.zigzag());
            }
        }
    },
    /** Whole numbers as steps from the one before, signed (numbers). */
    STEPS {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            long before = 0;
            for (Value value : values) {
                long number = ((Whole) value).number();
                out.numbers.zigzag(number - before);
                before = number;
            }
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            long number = 0;
            for (int i = 0; i < values.length; i++) {
                number += in.numbers.zigzag();
                values[i] = new Whole(number);
            }
        }
    },
    /** All years less 2000, signed, then all months, then all days (dates). */
    DAY {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            values.forEach(v -> out.dates.zigzag(ValueForm.checked((Day) v).year() - 2000L));
            values.forEach(v -> out.dates.u8(((Day) v).month()));
            values.forEach(v -> out.dates.u8(((Day) v).day()));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            int[] years = new int[values.length];
            for (int i = 0; i < years.length; i++) {
                years[i] = (int) Math.clamp(in.dates.zigzag(), -3000, ValueForm.LAST_YEAR) + 2000;
            }
            int[] months = new int[values.length];
            for (int i = 0; i < months.length; i++) {
                months[i] = in.dates.u8();
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = ValueForm.day(years[i], months[i], in.dates.u8());
            }
        }
    },
    /** Unsigned (codes). */
    CODE {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            values.forEach(v -> out.codes.varint(((Code) v).number() & 0xFFFF_FFFFL));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            for (int i = 0; i < values.length; i++) {
                values[i] = ValueForm.code(in.codes.varint());
            }
        }
    },
    /** As {@link BodyOut#ids}. */
    REF {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            out.ids(values.stream().map(v -> ((Ref) v).entry()).toList());
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            EntryId[] ids = in.ids(values.length);
            for (int i = 0; i < ids.length; i++) {
                values[i] = new Ref(ids[i]);
            }
        }
    },
    /** How many items each set has (numbers), then each item as one word (words), in order. */
    ITEMS {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            values.forEach(v -> out.numbers.varint(((Items) v).items().size()));
            values.forEach(v -> ((Items) v).items().forEach(out::word));
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            int[] sizes = new int[values.length];
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = in.numbers.upTo(BodyForm.MOST_UNFOLDED);
            }
            for (int i = 0; i < values.length; i++) {
                List<String> items = new ArrayList<>();
                for (int left = sizes[i]; left > 0; left--) {
                    items.add(in.word());
                }
                values[i] = ValueForm.items(items);
            }
        }
    },
    /** All lengths (numbers), then all bytes (raw). */
    BYTES {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            for (Value value : values) {
                byte[] bytes = ((Bytes) value).bytes();
                out.numbers.varint(bytes.length);
                out.raw.bytes(bytes);
            }
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            for (int i = 0; i < values.length; i++) {
                values[i] = new Bytes(in.raw.bytes(in.numbers.upTo(HeaderForm.MAX_BODY)));
            }
        }
    },
    /** Links as what their counter is more than that of the entry itself, whose prefix they share (numbers). */
    NEAR {
        @Override
        void write(List<Value> values, List<EntryId> own, BodyOut out) {
            for (int i = 0; i < values.size(); i++) {
                out.numbers.zigzag(Ids.counter(((Ref) values.get(i)).entry()) - Ids.counter(own.get(i)));
            }
        }

        @Override
        void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException {
            for (int i = 0; i < values.length; i++) {
                values[i] = new Ref(Ids.near(own[i], in.numbers.zigzag()));
            }
        }
    };

    /** @param own the entry of each value */
    abstract void write(List<Value> values, List<EntryId> own, BodyOut out);

    /** Fills the array. */
    abstract void read(Value[] values, EntryId[] own, BodyIn in) throws MalformedException;

    /**
     * The coding of one value.
     *
     * @param text for texts that are not digits, {@link #TEXT} or {@link #WORDS}
     * @param whole for whole numbers, {@link #WHOLE} or {@link #STEPS}
     * @param link for links, {@link #REF} or {@link #NEAR}
     */
    static ColumnCodec of(Value value, ColumnCodec text, ColumnCodec whole, ColumnCodec link) {
        return switch (value) {
            case Value.Blank _ -> BLANK;
            case Text t -> Digits.areAll(t.text()) ? DIGITS : text == WORDS && WordDictionary.fits(t.text()) ? WORDS : TEXT;
            case Whole _ -> whole;
            case Day _ -> DAY;
            case Code _ -> CODE;
            case Ref _ -> link;
            case Items _ -> ITEMS;
            case Bytes _ -> BYTES;
        };
    }
}
