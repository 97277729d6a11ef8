package vn.banso.register.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.register.values.Value;

/**
 * The choices of a field: stable numbers (never reused) and keys. Where people are asked, 0 is "not asked" and 15 "refused",
 * of places and deeds 0 is "unknown", so that unknown is never taken for no.
 */
public record CodeList(String key, Map<Integer, String> shipped) {
    public static final int NOT_ASKED = 0;
    public static final int REFUSED = 15;
    public static final int YES = 1;
    public static final int NO = 2;

    /** Yes, no, not asked, refused. */
    public static final CodeList ANSWER = asked("answer", "yes", "no");

    /** Yes, no, not known: of places and deeds, which cannot refuse. */
    public static final CodeList FACT = facts("fact", "yes", "no");

    /** A list of choices numbered from 1, without "not asked". */
    public static CodeList of(String key, String... keys) {
        Map<Integer, String> codes = new LinkedHashMap<>();
        Arrays.stream(keys).forEach(k -> codes.put(codes.size() + 1, k));
        return new CodeList(key, java.util.Collections.unmodifiableMap(codes));
    }

    /** A list of choices numbered from 1, with "not asked" and "refused". */
    public static CodeList asked(String key, String... keys) {
        Map<Integer, String> codes = new LinkedHashMap<>(of(key, keys).shipped);
        codes.put(NOT_ASKED, "not_asked");
        codes.put(REFUSED, "refused");
        return new CodeList(key, java.util.Collections.unmodifiableMap(codes));
    }

    /** A list of choices numbered from 1, with "unknown": nobody is asked, so nothing is refused. */
    public static CodeList facts(String key, String... keys) {
        Map<Integer, String> codes = new LinkedHashMap<>(of(key, keys).shipped);
        codes.put(NOT_ASKED, "unknown");
        return new CodeList(key, java.util.Collections.unmodifiableMap(codes));
    }

    /** All choices, those that a province added at the end. */
    public Map<Integer, String> codes() {
        List<ListedChoice> added = AddedChoices.of(key);
        if (added.isEmpty()) {
            return shipped;
        }
        Map<Integer, String> all = new LinkedHashMap<>(shipped);
        added.forEach(c -> all.putIfAbsent(c.number(), c.key()));
        return all;
    }

    /** The choices that are offered on a day, and besides them what stands there already. */
    public List<Integer> offered(LocalDate day, Value now) {
        return codes().entrySet().stream().filter(c -> now.equals(new Value.Code(c.getKey()))
                        || now instanceof Value.Items i && i.items().contains(c.getValue())
                        || CodeFile.find(key, c.getValue()).or(() -> AddedChoices.find(key, c.getValue())).filter(d -> !d.isOffered(day)).isEmpty())
                .map(Map.Entry::getKey).toList();
    }

    public Optional<Value.Code> code(String codeKey) {
        return codes().entrySet().stream().filter(e -> e.getValue().equals(codeKey)).findFirst()
                .map(e -> new Value.Code(e.getKey()));
    }

    /** The key of a number; empty for a number that a newer version added, or a province whose choice has not come yet. */
    public Optional<String> keyOf(Value.Code code) {
        return Optional.ofNullable(shipped.get(code.number())).or(() -> Optional.ofNullable(codes().get(code.number())));
    }
}
