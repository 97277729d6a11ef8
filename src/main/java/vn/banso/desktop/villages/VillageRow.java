package vn.banso.desktop.villages;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.names.Names;
import vn.banso.register.units.Units;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/**
 * A village as lists show it.
 *
 * @param sheet what is recorded of it
 * @param recorded households written down that have not left
 * @param members active people of its active team; empty where it has no team
 */
record VillageRow(Entry sheet, long recorded, OptionalLong members) {
    /** As people list them: by the number inside the name. */
    static final Comparator<VillageRow> ORDER = Comparator.comparing(VillageRow::scope)
            .thenComparing(VillageRow::name, VillageOrder.BY_NAME).thenComparing(VillageRow::id);

    private static final int PENDING = Codes.VILLAGE_STATUS.code("pending").orElseThrow().number();

    ScopeId scope() {
        return sheet.scope();
    }

    EntryId id() {
        return sheet.id();
    }

    String name() {
        return text("name");
    }

    /** Thôn, bản, xóm …; empty where nobody said. */
    String kind(Texts texts) {
        return kind(sheet, texts);
    }

    static String kind(Entry sheet, Texts texts) {
        Field field = Catalogue.VILLAGE.field("kind");
        // In other languages the type is explained in brackets; as a mark the word alone is enough.
        return sheet.value(field).map(v -> texts.value(field, v).replaceFirst(" \\(.*", "")).orElse("");
    }

    /** "Xóm Nà Lay". */
    String called(Texts texts) {
        return called(sheet, texts);
    }

    static String called(Entry sheet, Texts texts) {
        String name = sheet.text(Catalogue.VILLAGE.field("name")).orElse("");
        return (kind(sheet, texts) + " " + name).strip();
    }

    /** The commune it belongs to; empty where the lists do not know it. */
    String commune(Texts texts) {
        return Units.find(scope()).map(unit -> unit.named(texts)).orElse("");
    }

    boolean isPending() {
        return code("status") == PENDING;
    }

    OptionalLong official() {
        return sheet.whole(Catalogue.VILLAGE.field("household_count")).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    OptionalLong distance() {
        return sheet.whole(Catalogue.VILLAGE.field("distance")).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    int code(String field) {
        return sheet.code(Catalogue.VILLAGE.field(field));
    }

    /** Whether anybody has answered. */
    boolean isKnown(String field) {
        return code(field) != CodeList.NOT_ASKED && code(field) != CodeList.REFUSED;
    }

    boolean is(String field, String... keys) {
        CodeList list = Catalogue.VILLAGE.field(field).codes().orElseThrow();
        Optional<String> key = list.keyOf(new Value.Code(code(field)));
        return key.filter(java.util.List.of(keys)::contains).isPresent();
    }

    /** Whether its name, kind or commune has words that begin like this. */
    boolean matches(String typed, Texts texts) {
        return typed.isBlank() || Names.matches(typed, called(texts) + " " + commune(texts));
    }

    private String text(String field) {
        return sheet.text(Catalogue.VILLAGE.field(field)).orElse("");
    }
}
