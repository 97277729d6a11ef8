package vn.banso.register.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.banso.register.values.Lang;

/**
 * A list of choices that is data, with its labels: {@code codes/<list>.tsv}. The first line tells the version; then one choice a line, tab
 * between: number, key, label in Vietnamese, label in English, and where it is not offered for ever, the first and the last day on which it is. Choices are offered in the order of the file; their numbers are on the wire
 * and stay, so a choice can be put in anywhere.
 *
 * @param version the day of its state, {@code yyyy-MM-dd}
 * @param choices by key
 */
record CodeFile(CodeList list, String version, Map<String, ListedChoice> choices) {
    /** The lists that follow a decision which may change, or differ from place to place. */
    static final List<String> SHIPPED = List.of("level", "skill", "village_kind");

    private static final Map<String, CodeFile> FILES = SHIPPED.stream().collect(Collectors.toMap(list -> list, CodeFile::open));

    static CodeFile shipped(String list) {
        return FILES.get(list);
    }

    /** A choice of a list that ships as a file. */
    static Optional<ListedChoice> find(String list, String key) {
        return Optional.ofNullable(FILES.get(list)).map(file -> file.choices().get(key));
    }

    private static CodeFile open(String list) {
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
        Map<String, ListedChoice> choices = new HashMap<>();
        for (String[] line : lines.subList(1, lines.size())) {
            try {
                ListedChoice choice = new ListedChoice(list, Integer.parseInt(line[0]), line[1], Map.of(Lang.VI, line[2], Lang.EN, line[3]), day(line, 4), day(line, 5));
                if (line.length > 6 || codes.put(choice.number(), choice.key()) != null || choices.put(choice.key(), choice) != null) {
                    throw new IllegalArgumentException("stands twice, or says too much");
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
                throw new IllegalArgumentException("the choices " + list + " cannot be read at " + String.join(" ", line), e);
            }
        }
        return new CodeFile(new CodeList(list, Collections.unmodifiableMap(codes)), lines.getFirst()[1], Map.copyOf(choices));
    }

    private static Optional<LocalDate> day(String[] line, int at) {
        return line.length <= at || line[at].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(line[at]));
    }
}
