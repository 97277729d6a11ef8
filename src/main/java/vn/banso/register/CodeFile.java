package vn.banso.register;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A list of choices that is data, with its labels: {@code codes/<list>.tsv}. The first line tells the version; then one choice a line, tab
 * between: number, key, label in Vietnamese, label in English. Choices are offered in the order of the file; their numbers are on the wire
 * and stay, so a choice can be put in anywhere.
 *
 * @param version the day of its state, {@code yyyy-MM-dd}
 * @param labels by key
 */
record CodeFile(CodeList list, String version, Map<String, Map<Lang, String>> labels) {
    /** The lists that follow a decision which may change, or differ from place to place. */
    static final List<String> SHIPPED = List.of("level", "skill", "village_kind");

    static CodeFile shipped(String list) {
        try (InputStream in = CodeFile.class.getResourceAsStream("codes/" + list + ".tsv")) {
            return read(list, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the choices " + list + " cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException where a line is not as it should be, or a number or key stands twice */
    static CodeFile read(String list, String text) {
        List<String[]> lines = text.lines().map(line -> line.split("\t", -1)).toList();
        if (lines.isEmpty() || !lines.getFirst()[0].equals("version") || lines.getFirst().length != 2) {
            throw new IllegalArgumentException("the choices " + list + " tell no version");
        }
        Map<Integer, String> codes = new LinkedHashMap<>();
        Map<String, Map<Lang, String>> labels = new HashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            if (line.length != 4 || codes.put(Integer.parseInt(line[0]), line[1]) != null
                    || labels.put(line[1], Map.of(Lang.VI, line[2], Lang.EN, line[3])) != null) {
                throw new IllegalArgumentException("the choices " + list + " cannot be read at " + String.join(" ", line));
            }
        }
        return new CodeFile(new CodeList(list, Collections.unmodifiableMap(codes)), lines.getFirst()[1], Map.copyOf(labels));
    }
}
