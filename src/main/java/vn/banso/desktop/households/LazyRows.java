package vn.banso.desktop.households;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import javafx.collections.ObservableListBase;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.lists.HouseholdSlice;

/** A list as long as all that was found, of which only the stretches that are looked at are read; the others are empty until they are. */
final class LazyRows extends ObservableListBase<Optional<HouseholdRow>> {
    /** How many rows are read at once: more than a screen shows. */
    static final int STRETCH = 60;

    private final IntConsumer wanted;
    private final Map<Integer, List<HouseholdRow>> read = new HashMap<>();
    private final Set<Integer> asked = new HashSet<>();
    private int size;

    /** @param wanted told where a stretch begins that somebody looks at */
    LazyRows(IntConsumer wanted) {
        this.wanted = wanted;
    }

    /** Begins anew with what this page tells of the whole list. */
    void begin(HouseholdSlice page) {
        List<Optional<HouseholdRow>> before = Collections.nCopies(size, Optional.empty());
        beginChange();
        read.clear();
        asked.clear();
        size = page.total();
        keep(page);
        nextReplace(0, size, before);
        endChange();
    }

    /** One more stretch of the same list. */
    void add(HouseholdSlice page) {
        beginChange();
        keep(page);
        for (int i = page.from(); i < page.from() + page.rows().size(); i++) {
            nextUpdate(i);
        }
        endChange();
    }

    private void keep(HouseholdSlice page) {
        read.put(page.from() / STRETCH, page.rows());
        asked.add(page.from() / STRETCH);
    }

    /** Where the stretch begins that has this place. */
    static int start(int place) {
        return Math.max(0, place) / STRETCH * STRETCH;
    }

    @Override
    public Optional<HouseholdRow> get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        List<HouseholdRow> stretch = read.get(index / STRETCH);
        if (stretch == null) {
            if (asked.add(index / STRETCH)) {
                wanted.accept(index / STRETCH * STRETCH);
            }
            return Optional.empty();
        }
        return index % STRETCH < stretch.size() ? Optional.of(stretch.get(index % STRETCH)) : Optional.empty();
    }

    @Override
    public int size() {
        return size;
    }
}
