package vn.banso.register;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The choices of a field: stable numbers (never reused) and keys. Where people are asked, 0 is "not asked" and 15 "refused",
 * of places and deeds 0 is "unknown", so that unknown is never taken for no.
 */
public record CodeList(String key, Map<Integer, String> codes) {
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
        Map<Integer, String> codes = new LinkedHashMap<>(of(key, keys).codes());
        codes.put(NOT_ASKED, "not_asked");
        codes.put(REFUSED, "refused");
        return new CodeList(key, java.util.Collections.unmodifiableMap(codes));
    }

    /** A list of choices numbered from 1, with "unknown": nobody is asked, so nothing is refused. */
    public static CodeList facts(String key, String... keys) {
        Map<Integer, String> codes = new LinkedHashMap<>(of(key, keys).codes());
        codes.put(NOT_ASKED, "unknown");
        return new CodeList(key, java.util.Collections.unmodifiableMap(codes));
    }

    public Optional<Value.Code> code(String codeKey) {
        return codes.entrySet().stream().filter(e -> e.getValue().equals(codeKey)).findFirst()
                .map(e -> new Value.Code(e.getKey()));
    }

    /** The key of a number; empty for a number that a newer version added. */
    public Optional<String> keyOf(Value.Code code) {
        return Optional.ofNullable(codes.get(code.number()));
    }
}
