package vn.banso.desktop.units;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.desktop.units.UnitsState.ChangeLine;
import vn.banso.desktop.units.UnitsState.PartLine;
import vn.banso.desktop.units.UnitsState.VillageLine;
import vn.banso.desktop.units.UnitsState.WaitingLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.say.VillageSentences;
import vn.banso.store.Node;
import vn.banso.store.register.VillageCounts;
import vn.banso.store.writing.VillageActs;
import vn.banso.store.writing.VillageChange;

/** Reads the villages of communes and what was done with them, in the background. */
final class UnitsReader {
    private static final Field NUMBER = Catalogue.HOUSEHOLD.field("local_number");
    private static final Field HINT = Catalogue.HOUSEHOLD.field("address_hint");

    private final Node node;
    private final Texts texts;
    private final VillageSentences sentences;

    UnitsReader(Node node, Texts texts, ZoneId zone) {
        this.node = node;
        this.texts = texts;
        this.sentences = new VillageSentences(node, texts, zone);
    }

    UnitsState of(List<ScopeId> communes) {
        List<VillageLine> villages = new ArrayList<>();
        List<ChangeLine> changes = new ArrayList<>();
        for (ScopeId commune : communes) {
            List<ChangeLine> here = node.acts().villages().changes(commune).stream().map(this::line).toList();
            Set<EntryId> splitting = here.stream().filter(c -> !c.waiting().isEmpty()).flatMap(c -> c.change().before().stream()).collect(Collectors.toSet());
            Map<EntryId, Long> households = new VillageCounts(node).households(commune);
            node.entries(Catalogue.VILLAGE, commune).stream().map(e -> new VillageLine(commune, e.id(), e.text(Catalogue.VILLAGE.field("name")).orElse(""),
                    households.getOrDefault(e.id(), 0L), splitting.contains(e.id()))).sorted(Comparator.comparing(VillageLine::name, VillageOrder.BY_NAME)).forEach(villages::add);
            changes.addAll(here);
        }
        return new UnitsState(List.copyOf(villages), List.copyOf(changes));
    }

    private ChangeLine line(VillageChange change) {
        VillageActs acts = node.acts().villages();
        boolean split = change.act() == VillageChange.Act.SPLIT && !change.isUndone();
        List<Entry> waiting = split ? acts.waiting(change) : List.of();
        Map<EntryId, String> names = node.names(change.scope(), waiting.stream().map(Entry::id).toList());
        return new ChangeLine(change, sentences.did(change), sentences.trace(change),
                waiting.stream().sorted(Comparator.comparing((Entry e) -> e.whole(NUMBER).orElse(Long.MAX_VALUE)).thenComparing(Entry::id))
                        .map(e -> new WaitingLine(e.id(), called(e, names))).toList(),
                split ? change.after().stream().map(id -> new PartLine(id, sentences.name(change.scope(), id)))
                        .sorted(Comparator.comparing(PartLine::name, VillageOrder.BY_NAME)).toList() : List.of(),
                acts.againstUndo(change));
    }

    /** "Hộ 12 · Triệu Thị Mến · cạnh nhà văn hóa". */
    private String called(Entry entry, Map<EntryId, String> names) {
        boolean household = entry.type() == Catalogue.HOUSEHOLD.id();
        String number = household ? entry.whole(NUMBER).map(n -> " " + n).orElse("") : "";
        return Stream.of(Catalogue.type(entry.type()).map(texts::type).orElse("") + number, names.getOrDefault(entry.id(), ""), household ? entry.text(HINT).orElse("") : "")
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
    }
}
