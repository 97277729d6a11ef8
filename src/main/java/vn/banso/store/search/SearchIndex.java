package vn.banso.store.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.banso.register.names.Names;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;

/**
 * Names, phones and addresses in memory, to be found while they are typed. Texts are kept folded, one behind the other in one
 * block of bytes; a search walks over all of it, which takes some milliseconds for 200,000 people. Safe for several threads.
 *
 * <p>Every part of what is {@linkplain SearchQuery typed} must be found in the entry.
 */
public final class SearchIndex {
    private static final byte[] NOTHING = {};
    private static final int NOBODY = -1;
    private static final int MOST_UNSORTED = 4096;

    /** @param folded what is known of it for searching, one line per value */
    public record Hit(ScopeId scope, int type, EntryId id, String folded) {}

    private final Slots slots = new Slots();
    private byte[] texts = new byte[1 << 16];
    private int[] starts = new int[1 << 10];
    private int used;
    private int count;
    private int dead;
    /** The slots below {@code sortedUpTo} that were live when they were sorted, by the alphabet. */
    private int[] sorted = new int[0];
    private int sortedUpTo;
    private boolean awake;

    /** Whether it follows what is written; a node on which nobody searches spends neither time nor memory on names. */
    public synchronized boolean isAwake() {
        return awake;
    }

    /** From now on it follows; what is there already has just been put in. */
    synchronized void wake() {
        awake = true;
        sort();
    }

    public synchronized void put(ScopeId scope, EntryId id, int type, String text) {
        putFolded(scope, id, type, folded(text));
    }

    /** As {@link #put}, with what {@link #folded} made of the text on any thread. */
    synchronized void putFolded(ScopeId scope, EntryId id, int type, byte[] text) {
        forget(slots.find(scope, id));
        if (count + 1 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        while (used + text.length + 1 > texts.length) {
            texts = Arrays.copyOf(texts, texts.length * 2);
        }
        System.arraycopy(text, 0, texts, used, text.length);
        starts[count] = used;
        used += text.length;
        starts[count + 1] = used;
        slots.put(scope, id, type, count++);
    }

    public static byte[] folded(String text) {
        StringBuilder all = new StringBuilder(text.length());
        text.lines().filter(line -> !line.isEmpty()).forEach(line -> all.append(all.isEmpty() ? "" : "\n").append(Names.searchable(line)));
        return all.toString().getBytes(StandardCharsets.UTF_8);
    }

    public synchronized void remove(ScopeId scope, EntryId id) {
        forget(slots.find(scope, id));
    }

    public synchronized void clear(ScopeId scope) {
        for (int slot = 0; slot < count; slot++) {
            if (slots.isLive(slot) && slots.scope(slot).equals(scope)) {
                slots.kill(slot);
                dead++;
            }
        }
        compactIfHalfDead();
    }

    private void forget(int slot) {
        if (slot == NOBODY) {
            return;
        }
        slots.kill(slot);
        dead++;
        compactIfHalfDead();
    }

    private void compactIfHalfDead() {
        if (dead < 10_000 || dead < count / 2) {
            return;
        }
        int to = 0;
        int kept = 0;
        for (int slot = 0; slot < count; slot++) {
            if (slots.isLive(slot)) {
                int length = starts[slot + 1] - starts[slot];
                System.arraycopy(texts, starts[slot], texts, to, length);
                starts[kept] = to;
                to += length;
                slots.move(slot, kept++);
            }
        }
        starts[kept] = to;
        used = to;
        count = kept;
        dead = 0;
        sorted = new int[0];
        sortedUpTo = 0;
        slots.rebuild(count);
    }

    public synchronized int size() {
        return count - dead;
    }

    /** The best hits: those that begin with what was typed come first, then by the alphabet. */
    public synchronized List<Hit> search(String typed, int limit) {
        SearchQuery words = SearchQuery.of(typed);
        if (words.isEmpty() || limit <= 0) {
            return List.of();
        }
        byte[] first = words.first();
        if (count - sortedUpTo > MOST_UNSORTED) {
            sort();
        }
        List<Integer> best = new ArrayList<>();
        for (int slot = sortedUpTo; slot < count; slot++) {
            if (slots.isLive(slot) && matches(slot, words)) {
                best.add(slot);
            }
        }
        // What begins with the first part stands together in the alphabet; only if that is not enough, all is walked over.
        int from = firstNotBefore(first);
        int at = from;
        int found = 0;
        while (at < sorted.length && found < limit && begins(sorted[at], first)) {
            found += addIfMatching(sorted[at++], words, best);
        }
        int end = at;
        for (at = 0; at < sorted.length && found < limit; at++) {
            if (at < from || at >= end) {
                found += addIfMatching(sorted[at], words, best);
            }
        }
        best.sort((a, b) -> compare(a, b, first));
        return best.stream().limit(limit).map(this::hit).toList();
    }

    private int addIfMatching(int slot, SearchQuery words, List<Integer> best) {
        if (slots.isLive(slot) && matches(slot, words)) {
            best.add(slot);
            return 1;
        }
        return 0;
    }

    /** Brings all live slots into the order of the alphabet. */
    synchronized void sort() {
        Integer[] live = IntStream.range(0, count).filter(slots::isLive).boxed().toArray(Integer[]::new);
        Arrays.parallelSort(live, (a, b) -> byText(a, b));
        sorted = Arrays.stream(live).mapToInt(Integer::intValue).toArray();
        sortedUpTo = count;
    }

    private int firstNotBefore(byte[] text) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int slot = sorted[middle];
            if (Arrays.compareUnsigned(texts, starts[slot], starts[slot + 1], text, 0, text.length) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean matches(int slot, SearchQuery words) {
        return words.fits(texts, starts[slot], starts[slot + 1]);
    }

    /** What is known of an entry for searching; empty where nothing is. */
    synchronized byte[] text(ScopeId scope, EntryId id) {
        int slot = slots.find(scope, id);
        return slot == NOBODY ? NOTHING : Arrays.copyOfRange(texts, starts[slot], starts[slot + 1]);
    }

    private Hit hit(int slot) {
        return new Hit(slots.scope(slot), slots.type(slot), slots.id(slot),
                new String(texts, starts[slot], starts[slot + 1] - starts[slot], StandardCharsets.UTF_8));
    }

    private int compare(int a, int b, byte[] first) {
        boolean beginsA = begins(a, first);
        return beginsA != begins(b, first) ? beginsA ? -1 : 1 : byText(a, b);
    }

    private boolean begins(int slot, byte[] part) {
        int at = starts[slot];
        return starts[slot + 1] - at >= part.length && texts[at] == part[0] && SearchQuery.standsAt(texts, at, part);
    }

    private int byText(int a, int b) {
        int order = Arrays.compareUnsigned(texts, starts[a], starts[a + 1], texts, starts[b], starts[b + 1]);
        return order != 0 ? order : slots.id(a).compareTo(slots.id(b));
    }

    /** Reads every name there is: in one walk, folded on all cores. */
    public void fill(Db db) {
        record Line(ScopeId scope, EntryId id, int type, String label) {}
        List<Line> lines = db.fresh("SELECT scope, id, type, text FROM r_label WHERE flags & 15 = 0")
                .list(row -> new Line(row.scope(1), row.entry(2), row.whole(3), row.text(4)));
        record Folded(Line line, byte[] text) {}
        lines.parallelStream().map(l -> new Folded(l, folded(l.label()))).sorted((a, b) -> Arrays.compareUnsigned(a.text(), b.text())).toList()
                .forEach(f -> putFolded(f.line().scope(), f.line().id(), f.line().type(), f.text()));
        wake();
    }
}
