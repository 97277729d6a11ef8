package vn.banso.cli.units;

import java.util.List;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.names.Names;
import vn.banso.register.units.Unit;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;

/** The village that was typed, by its id or its name. Where several are called so, somebody has to say which. */
final class VillageChoice {
    private VillageChoice() {}

    static EntryId of(Node node, Unit commune, String typed) throws CommandRefusal {
        if (typed.matches("[0-9a-f]{32}")) {
            return EntryId.parse(typed);
        }
        List<Entry> all = node.entries(Catalogue.VILLAGE, commune.scope());
        List<Entry> called = all.stream().filter(e -> name(e).equals(typed)).toList();
        if (called.isEmpty()) {
            called = all.stream().filter(e -> Names.fold(name(e)).equals(Names.fold(typed))).toList();
        }
        if (called.isEmpty()) {
            throw CommandRefusal.because("cli.village.unknown", typed);
        }
        if (called.size() > 1) {
            throw CommandRefusal.because("cli.village.several", typed, String.join(", ", called.stream().map(e -> name(e) + " (" + e.id() + ")").toList()));
        }
        return called.getFirst().id();
    }

    static String name(Entry village) {
        return village.text(Catalogue.VILLAGE.field("name")).orElse("");
    }
}
