package vn.banso.ledger;

import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.MalformedException.Reason;
import vn.banso.register.EntryId;

/** The streams of a body that is being read. What is made of them is counted, so that a few bytes cannot fill the memory. */
final class BodyIn {
    final BytesIn numbers;
    final BytesIn codes;
    final BytesIn dates;
    final BytesIn words;
    final BytesIn text;
    final BytesIn raw;
    private final List<String> fresh = new ArrayList<>();
    private final List<Stamp> stamps = new ArrayList<>();
    private final List<EntryId> prefixes = new ArrayList<>();
    private final List<ChangeId> bases = new ArrayList<>();
    private int allowance;

    static final int STREAMS = 6;

    /**
     * @param random what {@link BodyOut#random} gave
     * @param allowance how many values, words and characters may be made
     */
    BodyIn(List<byte[]> streams, byte[] random, int allowance) throws MalformedException {
        this.allowance = allowance;
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
        int stampCount = raw.count(1);
        int prefixCount = raw.count(13);
        int baseCount = raw.count(8);
        for (int i = 0; i < stampCount; i++) {
            stamps.add(new Stamp(i == 0 ? raw.zigzag() : stamps.getLast().millis() + raw.varint()));
        }
        for (int i = 0; i < prefixCount; i++) {
            prefixes.add(new EntryId(raw.u64(), raw.low(5) << BodyOut.COUNTER_BITS));
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

    void spend(int amount) throws MalformedException {
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
        String word = place < Words.KNOWN.size() ? Words.KNOWN.get(place) : at(fresh, (long) place - Words.KNOWN.size());
        spend(1 + word.length());
        return word;
    }

    Stamp[] stamps(int count) throws MalformedException {
        Stamp[] read = new Stamp[count];
        long place = 0;
        for (int i = 0; i < count; i++) {
            place += numbers.upTo(BodyForm.MOST_VALUES);
            read[i] = at(stamps, place);
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
        long[] last = new long[prefixes.size()];
        EntryId[] ids = new EntryId[count];
        for (int i = 0; i < count; i++) {
            EntryId prefix = prefixes.get(places[i]);
            long counter = last[places[i]] + numbers.zigzag();
            if (counter >>> BodyOut.COUNTER_BITS != 0) {
                throw BytesIn.damaged("a counter beyond its bits");
            }
            last[places[i]] = counter;
            ids[i] = new EntryId(prefix.hi(), prefix.lo() | counter);
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
