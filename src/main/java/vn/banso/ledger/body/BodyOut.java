package vn.banso.ledger.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.register.values.EntryId;

/** The streams of a body that is being written: like stands beside like, so that deflate finds it. */
final class BodyOut {
    /** Steps of stamps up to here are numbers; longer ones are random enough to stand with the raw bytes. */
    static final int LONGEST_STEP = 126;

    final BytesOut numbers = new BytesOut(1 << 14);
    final BytesOut codes = new BytesOut(1 << 14);
    final BytesOut dates = new BytesOut(1 << 12);
    final BytesOut words = new BytesOut(1 << 14);
    final BytesOut text = new BytesOut(1 << 12);
    final BytesOut raw = new BytesOut(1 << 12);
    private final BytesOut fresh = new BytesOut(1 << 10);
    private final BytesOut prefixes = new BytesOut(1 << 6);
    private final BytesOut bases = new BytesOut(1 << 10);

    private final Map<String, Integer> freshWords = new HashMap<>();
    private final Map<EntryId, Integer> prefixPlaces = new HashMap<>();
    private final Map<ChangeId, Integer> basePlaces = new HashMap<>();
    private long unfolded;

    /** What deflate can make shorter, in the order in which {@link BodyIn} takes it. */
    List<byte[]> streams() {
        return List.of(numbers.toBytes(), codes.toBytes(), dates.toBytes(), words.toBytes(), text.toBytes(), fresh.toBytes());
    }

    /** What is random anyway: how many prefixes of ids and how many bases, these, and the raw bytes. */
    byte[] random() {
        return new BytesOut(prefixes.length() + bases.length() + raw.length() + 8)
                .varint(prefixPlaces.size()).varint(basePlaces.size())
                .bytes(prefixes.toBytes()).bytes(bases.toBytes()).bytes(raw.toBytes()).toBytes();
    }

    /** Counts what a reader will make of it, as {@link BodyIn#unfolds} will. */
    void unfolds(long amount) {
        unfolded += amount;
    }

    long unfolded() {
        return unfolded;
    }

    void spelled(BytesOut to, String text) {
        byte[] utf8 = new BytesOut(text.length() * 3).utf8(text).toBytes();
        numbers.varint(utf8.length);
        to.bytes(utf8);
    }

    /** Its number: known words first, then those spelled in this body, in the order in which they first come. */
    void word(String word) {
        int place = WordDictionary.place(word);
        if (place < 0) {
            Integer before = freshWords.putIfAbsent(word, WordDictionary.KNOWN.size() + freshWords.size());
            if (before == null) {
                fresh.text(word);
            }
            place = freshWords.get(word);
        }
        Tokens.write(words, place);
        unfolds(1 + word.length());
    }

    /** Whether the word costs no more than its number. */
    boolean knows(String word) {
        return WordDictionary.place(word) >= 0 || freshWords.containsKey(word);
    }

    /**
     * The first stamp (raw, signed), and for each later one what it is more than the one before: plus 1 where that is up to
     * {@link #LONGEST_STEP}, else 0 (numbers) and the step itself (raw).
     *
     * @param changes rising by stamp
     */
    void stamps(List<Change> changes) {
        for (int i = 0; i < changes.size(); i++) {
            long stamp = changes.get(i).stamp().millis();
            if (i == 0) {
                raw.zigzag(stamp);
                continue;
            }
            long step = stamp - changes.get(i - 1).stamp().millis();
            if (Long.compareUnsigned(step, LONGEST_STEP) <= 0) {
                numbers.u8((int) step + 1);
            } else {
                numbers.u8(0);
                raw.varint(step);
            }
        }
    }

    /** For each id the step of its prefix from the one before, then for each its counter less the last of that prefix (numbers). */
    void ids(List<EntryId> ids) {
        List<Integer> places = new ArrayList<>(ids.size());
        int before = 0;
        for (EntryId id : ids) {
            EntryId prefix = Ids.prefix(id);
            Integer place = prefixPlaces.get(prefix);
            if (place == null) {
                place = prefixPlaces.size();
                prefixPlaces.put(prefix, place);
                Ids.writePrefix(prefixes, prefix);
            }
            numbers.zigzag(place - before);
            before = place;
            places.add(place);
        }
        long[] last = new long[prefixPlaces.size()];
        for (int i = 0; i < ids.size(); i++) {
            long counter = Ids.counter(ids.get(i));
            numbers.zigzag(counter - last[places.get(i)]);
            last[places.get(i)] = counter;
        }
    }

    /** The step from the place before in the table of bases, in which each change id stands once (numbers). */
    int base(ChangeId id, int before) {
        Integer place = basePlaces.get(id);
        if (place == null) {
            place = basePlaces.size();
            basePlaces.put(id, place);
            bases.u64(id.value());
        }
        numbers.zigzag(place - before);
        return place;
    }
}
