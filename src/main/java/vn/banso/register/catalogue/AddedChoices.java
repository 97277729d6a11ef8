package vn.banso.register.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.stream.Collectors;

/**
 * The choices that provinces added to lists, of all registers that this program has open: forms, words and checks follow them as they
 * follow what ships. Who holds a register says what it has; what is held no more is forgotten.
 */
public final class AddedChoices {
    private static final Map<Object, Collection<Entry>> HELD = new WeakHashMap<>();
    private static volatile Map<String, List<ListedChoice>> byList = Map.of();

    private AddedChoices() {}

    /**
     * @param holder who says so, and replaces what it said before
     * @param entries of the type {@code choice}
     */
    public static synchronized void hold(Object holder, Collection<Entry> entries) {
        if (entries.isEmpty() && HELD.remove(holder) == null) {
            return;
        }
        if (!entries.isEmpty()) {
            HELD.put(holder, List.copyOf(entries));
        }
        byList = HELD.values().stream().flatMap(Collection::stream).sorted(Comparator.comparing(Entry::id))
                .flatMap(e -> ListedChoice.of(e).stream()).collect(Collectors.groupingBy(ListedChoice::list));
    }

    static List<ListedChoice> of(String list) {
        return byList.getOrDefault(list, List.of());
    }

    static Optional<ListedChoice> find(String list, String key) {
        return of(list).stream().filter(c -> c.key().equals(key)).findFirst();
    }
}
