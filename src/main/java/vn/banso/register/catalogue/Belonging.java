package vn.banso.register.catalogue;

import java.util.List;

/**
 * A link by which one entry belongs to another: without its household nobody counts as its member. What is only mentioned, such as the
 * visitor of a household, belongs to nothing.
 *
 * @param follows whether it goes along when the other moves to another commune. Whoever was taught leaves the list of the class where it
 *     is: the old commune keeps what it taught
 */
public record Belonging(EntryType type, Field link, boolean follows) {
    public static final List<Belonging> ALL = List.of(
            of(Catalogue.PERSON, "household"), of(Catalogue.PROBLEM, "household"),
            of(Catalogue.ASSESSMENT, "person"), of(Catalogue.VNEID_CONFIRMATION, "person"),
            staying(Catalogue.ATTENDANCE, "person"), staying(Catalogue.PRACTICE, "person"),
            of(Catalogue.SESSION, "class"), of(Catalogue.ATTENDANCE, "session"), of(Catalogue.PRACTICE, "session"),
            of(Catalogue.TEAM_MEMBER, "team"), of(Catalogue.TEAM, "village"), of(Catalogue.HOUSEHOLD, "village"));

    private static Belonging of(EntryType type, String link) {
        return new Belonging(type, type.field(link), true);
    }

    private static Belonging staying(EntryType type, String link) {
        return new Belonging(type, type.field(link), false);
    }

    /** What it belongs to. */
    public EntryType target() {
        return Catalogue.type(link.target().orElseThrow()).orElseThrow();
    }

    /** The links by which entries belong to one of this type. */
    public static List<Belonging> to(EntryType type) {
        return ALL.stream().filter(b -> b.target() == type).toList();
    }
}
