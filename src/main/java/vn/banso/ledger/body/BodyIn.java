package vn.banso.ledger.body;

import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.values.EntryId;

/** The streams of a body that is being read. What is made of them is counted, so that a few bytes cannot fill the memory. */
public final class BodyIn {
    /** How many streams {@link BodyOut#streams} gives. */
    public static final int STREAMS = 6;

    final BytesIn numbers;
    final BytesIn codes;
    final BytesIn dates;
    final BytesIn words;
    final BytesIn text;
    final BytesIn raw;
    private final List<String> fresh = new ArrayList<>();
    private final List<EntryId> prefixes = new ArrayList<>();
    private final List<ChangeId> bases = new ArrayList<>();
    private long allowance = BodyForm.MOST_UNFOLDED;

    /** @param random what {@link BodyOut#random} gave */
    BodyIn(List<byte[]> streams, byte[] random) throws MalformedException {
        numbers = new BytesIn(streams.get(0));
        codes = new BytesIn(streams.get(1));
        dates = new BytesIn(streams.get(2));
        words = new BytesIn(streams.get(3));
        text = new BytesIn(streams.get(4));
        raw = new BytesIn(random);
        tables(new BytesIn(streams.get(5)));
    }

    private void tables(BytesIn freshIn) throws MalformedException {
        while (freshIn.left() > 0) {
            fresh.add(freshIn.text());
        }
        int prefixCount = raw.count(Ids.PREFIX_LENGTH);
        int baseCount = raw.count(Long.BYTES);
        for (int i = 0; i < prefixCount; i++) {
            prefixes.add(Ids.readPrefix(raw));
        }
        for (int i = 0; i < baseCount; i++) {
            bases.add(new ChangeId(raw.u64()));
        }
    }

    /** To be called last: all streams must be used up. */
    void end() throws MalformedException {
        for (BytesIn stream : List.of(numbers, codes, dates, words, text, raw)) {
            stream.end();
        }
    }

    void unfolds(long amount) throws MalformedException {
        allowance -= amount;
        if (allowance < 0) {
            throw new MalformedException(Reason.TOO_LARGE, "a body that unfolds to too much");
        }
    }

    String spelled(BytesIn from) throws MalformedException {
        return from.utf8(numbers.upTo(HeaderForm.MAX_BODY));
    }

    String word() throws MalformedException {
        int place = Tokens.read(words);
        String word = place < WordDictionary.KNOWN.size() ? WordDictionary.KNOWN.get(place) : at(fresh, (long) place - WordDictionary.KNOWN.size());
        unfolds(1 + word.length());
        return word;
    }

    Stamp[] stamps(int count) throws MalformedException {
        Stamp[] read = new Stamp[count];
        long stamp = 0;
        for (int i = 0; i < count; i++) {
            int step = i == 0 ? 0 : numbers.upTo(BodyOut.LONGEST_STEP + 1);
            stamp = i == 0 ? raw.zigzag() : stamp + (step == 0 ? raw.varint() : step - 1);
            read[i] = new Stamp(stamp);
        }
        return read;
    }

    EntryId[] ids(int count) throws MalformedException {
        int[] places = new int[count];
        long place = 0;
        for (int i = 0; i < count; i++) {
            place += numbers.zigzag();
            at(prefixes, place);
            places[i] = (int) place;
        }
        EntryId[] last = prefixes.toArray(EntryId[]::new);
        EntryId[] ids = new EntryId[count];
        for (int i = 0; i < count; i++) {
            ids[i] = Ids.near(last[places[i]], numbers.zigzag());
            last[places[i]] = ids[i];
        }
        return ids;
    }

    /** The place of the next base in the table. */
    int base(int before) throws MalformedException {
        long place = before + numbers.zigzag();
        at(bases, place);
        return (int) place;
    }

    ChangeId baseAt(int place) {
        return bases.get(place);
    }

    private static <T> T at(List<T> table, long place) throws MalformedException {
        if (place < 0 || place >= table.size()) {
            throw BytesIn.damaged("a place outside its table");
        }
        return table.get((int) place);
    }
}
