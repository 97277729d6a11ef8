package vn.banso.register.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.names.Duplicates.Candidate;
import vn.banso.register.names.Duplicates.Someone;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * Pairs of households of one village, each labelled by how it was made: one family written down by two hands, or two families that look
 * alike. Invented people; the kinds are those that officers meet, and were chosen before the finder was looked at.
 */
final class LabelledPairs {
    /** @param same whether both are one family */
    record Pair(String kind, boolean same, Candidate one, Candidate other) {}

    /** @param born as yyyy-MM-dd, or a year, or nothing */
    record Member(String name, String born) {
        Member named(String other) {
            return new Member(other, born);
        }

        Member born(String other) {
            return new Member(name, other);
        }

        int year() {
            return Integer.parseInt(born.substring(0, 4));
        }
    }

    record Family(Member head, Member spouse, Member child, String phone) {
        Family head(UnaryOperator<Member> change) {
            return new Family(change.apply(head), spouse, child, phone);
        }

        Family all(UnaryOperator<Member> change) {
            return new Family(change.apply(head), change.apply(spouse), change.apply(child), phone);
        }
    }

    private static final EntryId VILLAGE = new EntryId(9, 1);
    private static final Member NOBODY = new Member("", "");
    private static final String[][] PEOPLE = {
        {"Nguyễn Văn Hùng", "1970-04-02", "Trần Thị Mai", "1973-11-09", "Nguyễn Văn Toàn", "2001-05-03", "0912345601"},
        {"Lý Văn Tài", "1965-03-07", "Bàn Thị Múi", "1968-01-12", "Lý Thị Nga", "1999-08-04", "0912345602"},
        {"Hoàng Thị Thúy", "1980-06-05", "Nông Văn Quý", "1978-02-10", "Nông Thị Hòa", "2006-09-01", "0912345603"},
        {"Trần Đức Thắng", "1959-12-08", "Phạm Thị Thủy", "1962-10-04", "Trần Đức Long", "1990-07-11", "0912345604"},
        {"Triệu Văn Chòi", "1984-05-09", "Đặng Thị Ghển", "1986-03-02", "Triệu Mùi Nái", "2010-11-06", "0912345605"},
        {"Phạm Quang Vinh", "1976-09-10", "Lê Thị Hạnh", "1979-04-07", "Phạm Thị Quỳnh", "2003-02-05", "0912345606"},
        {"Ma Thị Huyền", "1991-02-03", "Ma Văn Khoa", "1989-06-08", "Ma Thị Thu", "2014-10-12", "0912345607"},
        {"Lò Văn Pâng", "1955-07-01", "Lò Thị Bun", "1958-05-11", "Lò Văn Inh", "1984-01-09", "0912345608"},
        {"Vàng A Tủa", "1988-10-05", "Giàng Thị Mỷ", "1990-12-03", "Vàng A Sùng", "2012-04-10", "0912345609"},
        {"Bùi Thị Thu Hương", "1972-08-06", "Đinh Công Thành", "1969-09-02", "Đinh Thị Ngát", "1998-03-08", "0912345610"},
        {"Đỗ Minh Khải", "1963-01-05", "Vũ Thị Lý", "1966-07-10", "Đỗ Minh Tuấn", "1994-12-04", "0912345611"},
        {"Dương Văn Lương", "1982-11-07", "Hà Thị Nguyệt", "1985-08-03", "Dương Thị Hằng", "2008-06-09", "0912345612"},
        {"Lương Thị Sáu", "1949-04-09", "Lương Văn Kỷ", "1946-02-11", "Lương Văn Bảy", "1975-10-01", "0912345613"},
        {"Nông Thế Anh", "1994-03-06", "Chu Thị Linh", "1996-09-12", "Nông Gia Bảo", "2019-01-07", "0912345614"},
    };

    private long ids;
    private final List<Pair> pairs = new ArrayList<>();

    private LabelledPairs() {}

    static List<Pair> all() {
        LabelledPairs made = new LabelledPairs();
        List<Family> families = Stream.of(PEOPLE).map(p -> new Family(new Member(p[0], p[1]), new Member(p[2], p[3]), new Member(p[4], p[5]), p[6])).toList();
        for (int i = 0; i < families.size(); i++) {
            made.same(families.get(i));
            made.others(families.get(i), families.get((i + 5) % families.size()));
        }
        return made.pairs;
    }

    private void same(Family f) {
        Map<String, Family> again = new LinkedHashMap<>();
        again.put("middle names left out", f.all(m -> m.named(first(m) + " " + last(m))));
        again.put("initials", f.head(m -> m.named(initials(m.name()))));
        again.put("short surname and initials", f.all(m -> m.named(shortened(m.name()))));
        again.put("a year more", f.head(m -> m.born(String.valueOf(m.year() + 1))));
        again.put("day and month the other way round", f.all(m -> m.born(m.born().substring(0, 5) + m.born().substring(8) + "-" + m.born().substring(5, 7))));
        again.put("i for y and y for i", f.all(m -> m.named(otherI(m.name()))));
        again.put("a title before the name", f.all(m -> m.named(title(m) + m.name())));
        again.put("a by-name behind the name", f.head(m -> m.named(m.name() + " (" + last(m) + " Còi)")));
        again.put("without marks, years only", f.all(m -> m.named(Names.fold(m.name())).born(m.born().substring(0, 4))));
        again.put("a slip of the hand", f.head(m -> m.named(slip(m.name()))));
        again.put("the child is a year off and the telephone another", new Family(f.head(), f.spouse(), f.child().born(String.valueOf(f.child().year() - 1)), "0987654321"));
        again.put("another member first", new Family(f.spouse(), f.child(), NOBODY, f.phone()));
        again.put("nobody knows the years, the telephone does", f.all(m -> m.born("")));
        again.forEach((kind, other) -> add(kind, true, f, other));
        add("the head alone, a year only", true, f, new Family(f.head().born(f.head().born().substring(0, 4)), NOBODY, NOBODY, ""));
    }

    private void others(Family f, Family g) {
        Map<String, Family> alike = new LinkedHashMap<>();
        alike.put("a namesake of the same year with other people", new Family(f.head().born(f.head().born().substring(0, 4)), g.spouse(), g.child(), ""));
        alike.put("a namesake born on another day", new Family(f.head().born(f.head().year() + "-" + (f.head().born().startsWith("05", 5) ? "10" : "05") + "-27"), g.spouse(), g.child(), ""));
        alike.put("one telephone for two families", new Family(g.head(), g.spouse(), g.child(), f.phone()));
        alike.put("parent and child of one name on one telephone", new Family(f.head().born(String.valueOf(f.head().year() + 26)), NOBODY, NOBODY, f.phone()));
        alike.put("another tone, as Nam and Năm, same year", new Family(f.head().named(otherTone(f.head().name())).born(f.head().born().substring(0, 4)), g.spouse(), g.child(), ""));
        alike.put("another tone, the same telephone", new Family(f.head().named(otherTone(f.head().name())).born(String.valueOf(f.head().year() + 2)), NOBODY, NOBODY, f.phone()));
        alike.put("brothers or sisters", new Family(f.head().named(sibling(f.head().name())).born(String.valueOf(f.head().year() + 3)), g.spouse(), NOBODY, f.phone()));
        alike.put("a couple of the same names, a generation later", f.all(m -> m.name().isEmpty() ? m : m.born(String.valueOf(m.year() + 24))));
        alike.put("a namesake, and a child's namesake, another spouse", new Family(f.head().born(f.head().born().substring(0, 4)), g.spouse(),
                f.child().born(String.valueOf(f.child().year() + 4)), ""));
        alike.put("two people of whom only the names are known", new Family(f.head().born(""), g.spouse(), NOBODY, ""));
        alike.forEach((kind, other) -> add(kind, false, f, other));
    }

    private void add(String kind, boolean same, Family one, Family other) {
        pairs.add(new Pair(kind, same, candidate(one), candidate(other)));
    }

    private Candidate candidate(Family f) {
        List<Someone> people = Stream.of(f.head(), f.spouse(), f.child()).filter(m -> !m.name().isEmpty()).map(m -> Someone.of(m.name(), born(m))).toList();
        return new Candidate(new EntryId(8, ++ids), VILLAGE, f.phone().isEmpty() ? Set.of() : Set.of(f.phone()), people);
    }

    private static Optional<Value.Day> born(Member m) {
        return m.born().isEmpty() ? Optional.empty() : Optional.of(Value.Day.parse(m.born()));
    }

    private static String first(Member m) {
        return m.name().split(" ")[0];
    }

    private static String last(Member m) {
        return m.name().substring(m.name().lastIndexOf(' ') + 1);
    }

    private static String initials(String name) {
        String[] words = name.split(" ");
        return Stream.of(words).limit(words.length - 1).map(w -> w.charAt(0) + ".").collect(Collectors.joining(" ")) + " " + words[words.length - 1];
    }

    /** As people shorten: Ng. V. Hùng, Tr. T. Mai. */
    private static String shortened(String name) {
        String[] words = name.split(" ");
        String surname = words[0].startsWith("Ng") ? "Ng." : words[0].startsWith("Tr") ? "Tr." : words[0].startsWith("Ph") ? "Ph." : words[0].charAt(0) + ".";
        return surname + " " + Stream.of(words).skip(1).limit(words.length - 2).map(w -> w.charAt(0) + ".").collect(Collectors.joining(" ")) + " " + words[words.length - 1];
    }

    private static String otherI(String name) {
        return name.replace("Lý", "Lí").replace("Quý", "Quí").replace("Mỷ", "Mỉ").replace("Kỷ", "Kỉ");
    }

    private static String title(Member m) {
        return m.year() < 1965 ? "Cụ " : m.name().contains("Thị") ? "Bà " : m.year() < 1990 ? "Ông " : "Cháu ";
    }

    /** The first word of at least four letters loses its third. */
    private static String slip(String name) {
        String[] words = name.split(" ");
        for (int i = 0; i < words.length; i++) {
            if (words[i].length() >= 4) {
                words[i] = words[i].substring(0, 2) + words[i].substring(3);
                break;
            }
        }
        return String.join(" ", words);
    }

    /** Another given name that differs in its vowel or tone only. */
    private static String otherTone(String name) {
        int at = name.lastIndexOf(' ') + 1;
        String given = name.substring(at);
        Map<String, String> others = Map.ofEntries(Map.entry("Hùng", "Hưng"), Map.entry("Tài", "Tại"), Map.entry("Thúy", "Thủy"), Map.entry("Thắng", "Thăng"),
                Map.entry("Chòi", "Chói"), Map.entry("Vinh", "Vĩnh"), Map.entry("Huyền", "Huyên"), Map.entry("Pâng", "Pằng"), Map.entry("Tủa", "Tùa"),
                Map.entry("Hương", "Hường"), Map.entry("Khải", "Khái"), Map.entry("Lương", "Lượng"), Map.entry("Sáu", "Sâu"), Map.entry("Anh", "Ánh"));
        return name.substring(0, at) + others.get(given);
    }

    private static String sibling(String name) {
        return name.substring(0, name.lastIndexOf(' ') + 1) + "Quế";
    }
}
