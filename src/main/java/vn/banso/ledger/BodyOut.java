package vn.banso.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.register.EntryId;

/** The streams of a body that is being written: like stands beside like, so that deflate finds it. */
final class BodyOut {
    /** Low bits of an id that count; the others are a prefix that the ids of one session share. */
    static final int COUNTER_BITS = 24;

    final BytesOut numbers = new BytesOut(1 << 14);
    final BytesOut codes = new BytesOut(1 << 14);
    final BytesOut dates = new BytesOut(1 << 12);
    final BytesOut words = new BytesOut(1 << 14);
    final BytesOut text = new BytesOut(1 << 12);
    final BytesOut raw = new BytesOut(1 << 12);
    private final BytesOut fresh = new BytesOut(1 << 10);
    private final BytesOut stamps = new BytesOut(1 << 10);
    private final BytesOut prefixes = new BytesOut(1 << 6);
    private final BytesOut bases = new BytesOut(1 << 10);

    private final Map<String, Integer> freshWords = new HashMap<>();
    private final SortedMap<Long, Integer> stampPlaces = new TreeMap<>();
    private final Map<EntryId, Integer> prefixPlaces = new HashMap<>();
    private final Map<ChangeId, Integer> basePlaces = new HashMap<>();

    BodyOut(Collection<Change> changes) {
        changes.forEach(c -> stampPlaces.put(c.stamp().millis(), 0));
        long before = 0;
        int place = 0;
        for (Map.Entry<Long, Integer> stamp : stampPlaces.entrySet()) {
            if (place == 0) {
                stamps.zigzag(stamp.getKey());
            } else {
                stamps.varint(stamp.getKey() - before);
            }
            stamp.setValue(place++);
            before = stamp.getKey();
        }
    }

    /** What deflate can make shorter, in the order in which {@link BodyIn} takes it. */
    List<byte[]> streams() {
        return List.of(numbers.toBytes(), codes.toBytes(), dates.toBytes(), words.toBytes(), text.toBytes(), fresh.toBytes());
    }

    /** What is random anyway: lengths of the first three, then stamps, prefixes, bases, raw. */
    byte[] random() {
        return new BytesOut(stamps.length() + prefixes.length() + bases.length() + raw.length() + 16)
                .varint(stampPlaces.size()).varint(prefixPlaces.size()).varint(basePlaces.size())
                .bytes(stamps.toBytes()).bytes(prefixes.toBytes()).bytes(bases.toBytes()).bytes(raw.toBytes()).toBytes();
    }

    void spelled(BytesOut to, String text) {
        byte[] utf8 = new BytesOut(text.length() * 3).utf8(text).toBytes();
        numbers.varint(utf8.length);
        to.bytes(utf8);
    }

    /** Its number: known words first, then those spelled in this body, in the order in which they first come. */
    void word(String word) {
        int place = Words.place(word);
        if (place < 0) {
            Integer before = freshWords.putIfAbsent(word, Words.KNOWN.size() + freshWords.size());
            if (before == null) {
                fresh.text(word);
            }
            place = freshWords.get(word);
        }
        Tokens.write(words, place);
    }

    /** Whether the word costs no more than its number. */
    boolean knows(String word) {
        return Words.place(word) >= 0 || freshWords.containsKey(word);
    }

    /** For each change the step from the stamp of the one before in the table of stamps (numbers). */
    void stamps(List<Change> changes) {
        int before = 0;
        for (Change change : changes) {
            int place = stampPlaces.get(change.stamp().millis());
            numbers.varint(place - before);
            before = place;
        }
    }

    /** For each id the step of its prefix from the one before, then for each its counter less the last of that prefix (numbers). */
    void ids(List<EntryId> ids) {
        int before = 0;
        List<Integer> places = new ArrayList<>(ids.size());
        for (EntryId id : ids) {
            EntryId prefix = new EntryId(id.hi(), id.lo() >>> COUNTER_BITS);
            Integer place = prefixPlaces.get(prefix);
            if (place == null) {
                place = prefixPlaces.size();
                prefixPlaces.put(prefix, place);
                prefixes.u64(prefix.hi()).low(prefix.lo(), 5);
            }
            numbers.zigzag(place - before);
            before = place;
            places.add(place);
        }
        long[] last = new long[prefixPlaces.size()];
        for (int i = 0; i < ids.size(); i++) {
            long counter = ids.get(i).lo() & (1 << COUNTER_BITS) - 1;
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
