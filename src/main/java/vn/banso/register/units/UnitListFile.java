package vn.banso.register.units;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.register.values.TypedText;

/**
 * A list of units as it comes in a file: what changes on a day, and what it came from. Comma-separated text:
 *
 * <pre>
 * list,2027-01-01,after,2026-04-30
 * code,kind,name,parent,from
 * 05719,xã,Sảng Mộc,19,05719 05716
 * </pre>
 *
 * <p>{@code from} holds codes of the list before, several where units were merged; nothing where the unit only is called otherwise. Whatever the
 * file does not name stays as it was. A unit that goes on whole keeps its scope, and all that was written and granted there; one that was
 * split ends, and somebody has to say what went where.
 */
public final class UnitListFile {
    private static final List<String> KINDS = List.of("tỉnh", "thành phố", "xã", "phường", "thị trấn", "đặc khu");
    private static final int COLUMNS = 5;

    private final List<Flaw> flaws = new ArrayList<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private UnitListFile() {}

    /** What the reading of a file came to. */
    public sealed interface Result {
        /** It can be used. */
        record Good(UnitList list) implements Result {}

        /** It cannot, and why: each with the line it is about, the first line is 1. */
        record Flawed(List<Flaw> flaws) implements Result {}
    }

    /** What is wrong with a line; the texts are {@code unitlist.<name of what>}. */
    public record Flaw(int line, What what, String word) {}

    /** The kinds of flaws. */
    public enum What {
        /** The first line does not say which list it is, and which it follows. */
        HEAD, /** It follows a list that is not the newest here, or is not later than it. */
        NOT_NEXT, /** Nothing changes. */
        EMPTY, /** Not five columns. */
        COLUMNS, /** No code of five digits, or of two for a province. */
        CODE, /** The same code stands twice. */
        TWICE, /** An unknown kind, or one that does not go with the code. */
        KIND, /** No name. */
        NAME, /** A unit that heads itself. */
        OWN_PARENT, /** Its province is in no list. */
        PARENT, /** A new unit, and nothing says from what. */
        NO_ORIGIN, /** It came from a code that the list before does not have. */
        ORIGIN, /** Its code is given to another unit, and nothing says where the people went. */
        NO_HEIR, /** Provinces are renamed by a file, never made or merged. */
        PROVINCE
    }

    private record Row(int line, String code, Unit.Kind kind, String name, String parent, List<String> from) {}

    /** @param text the whole file */
    public static Result read(String text) {
        return new UnitListFile().parse(text.replace("\uFEFF", ""));
    }

    private Result parse(String text) {
        List<String> lines = text.lines().toList();
        String[] head = lines.isEmpty() ? new String[0] : lines.getFirst().strip().split(",", -1);
        UnitList before = Units.current();
        if (head.length != 4 || !head[0].equals("list") || !head[2].equals("after") || !isDay(head[1])) {
            flaw(1, What.HEAD, "");
        } else if (!head[3].equals(before.version()) || head[1].compareTo(before.version()) <= 0) {
            flaw(1, What.NOT_NEXT, before.version());
        }
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("code,")) {
                row(i + 1, line.split(",", -1), before);
            }
        }
        if (flaws.isEmpty() && rows.isEmpty()) {
            flaw(1, What.EMPTY, "");
        }
        rows.values().forEach(row -> check(row, before));
        return flaws.isEmpty() ? new Result.Good(made(before, head[1])) : new Result.Flawed(List.copyOf(flaws));
    }

    private static boolean isDay(String version) {
        try {
            return LocalDate.parse(version).toString().equals(version);
        } catch (DateTimeException _) {
            return false;
        }
    }

    private void flaw(int line, What what, String word) {
        flaws.add(new Flaw(line, what, word));
    }

    private void row(int line, String[] columns, UnitList before) {
        List<String> words = Stream.of(columns).map(TypedText::oneLine).toList();
        if (words.size() != COLUMNS) {
            flaw(line, What.COLUMNS, Integer.toString(words.size()));
            return;
        }
        String code = words.getFirst();
        int kind = KINDS.indexOf(words.get(1).toLowerCase(Locale.ROOT));
        boolean province = code.length() == 2;
        if (!code.matches("\\d{2}|\\d{5}")) {
            flaw(line, What.CODE, code);
        } else if (kind < 0 || kind < 2 != province) {
            flaw(line, What.KIND, words.get(1));
        } else if (words.get(2).isEmpty()) {
            flaw(line, What.NAME, code);
        } else if (words.get(3).equals(code)) {
            flaw(line, What.OWN_PARENT, code);
        } else {
            List<String> from = words.get(4).isEmpty() ? before.unit(code).map(u -> List.of(code)).orElse(List.of()) : List.of(words.get(4).split("[ ;]+"));
            String parent = words.get(3).isEmpty() ? before.unit(code).map(Unit::province).orElse("") : words.get(3);
            if (rows.putIfAbsent(code, new Row(line, code, Unit.Kind.values()[kind], words.get(2), parent, from)) != null) {
                flaw(line, What.TWICE, code);
            }
        }
    }

    private void check(Row row, UnitList before) {
        if (row.code().length() == 2) {
            if (before.province(row.code()).isEmpty() || !row.from().equals(List.of(row.code()))) {
                flaw(row.line(), What.PROVINCE, row.code());
            }
            return;
        }
        if (before.province(row.parent()).isEmpty()) {
            flaw(row.line(), What.PARENT, row.parent());
        }
        if (row.from().isEmpty()) {
            flaw(row.line(), What.NO_ORIGIN, row.code());
        }
        row.from().stream().filter(code -> before.commune(code).isEmpty()).forEach(code -> flaw(row.line(), What.ORIGIN, code));
        if (before.commune(row.code()).isPresent() && heirs(row.code()).isEmpty()) {
            flaw(row.line(), What.NO_HEIR, row.code());
        }
    }

    private List<Row> heirs(String code) {
        return rows.values().stream().filter(row -> row.from().contains(code)).toList();
    }

    private UnitList made(UnitList before, String version) {
        Map<String, Unit> changed = new LinkedHashMap<>();
        Map<String, List<String>> heirs = new LinkedHashMap<>();
        for (Row row : rows.values()) {
            Optional<Unit> was = before.unit(row.code());
            boolean goesOn = was.isPresent() && row.from().contains(row.code()) && heirs(row.code()).size() < 2;
            changed.put(row.code(), new Unit(version, goesOn ? was.get().began() : version, row.code(), row.kind(), row.name(),
                    row.code().length() == 2 ? row.code() : row.parent(), Optional.empty()));
            row.from().forEach(code -> heirs.computeIfAbsent(code, _ -> heirs(code).stream().map(Row::code).toList()));
        }
        Set<String> ended = new LinkedHashSet<>(heirs.keySet());
        ended.removeAll(rows.keySet());
        return UnitList.after(before, version, changed, ended, heirs);
    }
}
