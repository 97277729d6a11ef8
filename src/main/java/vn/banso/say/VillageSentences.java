package vn.banso.say;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.VillageOrder;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.writing.HistoryItem;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillagePreview;
import vn.banso.store.writing.VillagePreview.Obstacle;

/** What is said of changes of villages: what was done, by whom and when, and why something cannot be done. */
public final class VillageSentences {
    private final Node node;
    private final Texts texts;
    private final ZoneId zone;

    /** @param zone in which days are told */
    public VillageSentences(Node node, Texts texts, ZoneId zone) {
        this.node = node;
        this.texts = texts;
        this.zone = zone;
    }

    /** "Nhập Khuổi Mèo vào Khuổi Uốn, nay là Khuổi Tâm." */
    public String did(VillageChange change) {
        String before = change.nameBefore();
        String other = change.other().map(unit -> unit.named(texts)).orElse("");
        if (change.isArrival()) {
            return texts.get("village.arrived", before, other);
        }
        List<EntryId> gone = change.before().stream().filter(id -> !change.after().contains(id)).toList();
        String key = "village.did." + change.act();
        return switch (change.act()) {
            case RENAME -> texts.get(key, before, change.nameAfter());
            case MERGE -> texts.get(key, names(change.scope(), gone), before, change.nameAfter());
            case SPLIT -> texts.get(key, before, names(change.scope(), change.after()));
            case MOVE -> texts.get(key, before, other);
        };
    }

    /** What these villages are called, or were called last. */
    public String names(ScopeId scope, Collection<EntryId> villages) {
        return villages.stream().map(id -> name(scope, id)).sorted(VillageOrder.BY_NAME).collect(Collectors.joining(", "));
    }

    public String name(ScopeId scope, EntryId village) {
        return node.entry(scope, village).flatMap(e -> e.text(Catalogue.VILLAGE.field("name"))).orElse("–");
    }

    /** The day, who did it, and the decision it followed, as far as they are known. */
    public String trace(VillageChange change) {
        List<HistoryItem> history = node.history(change.scope(), change.id());
        if (history.isEmpty()) {
            return "";
        }
        Change first = history.getFirst().change();
        String who = node.grants().device(first.author()).map(d -> d.holder()).orElseGet(() -> texts.get("desk.newcomer"));
        LocalDate day = Instant.ofEpochMilli(first.stamp().millis()).atZone(zone).toLocalDate();
        String trace = change.decision().map(number -> texts.get("village.trace_decision", day, who, number)).orElseGet(() -> texts.get("village.trace", day, who));
        return change.isUndone() ? texts.get("village.trace_undone", trace) : trace;
    }

    public static Sentence against(Obstacle obstacle) {
        return Sentence.of("village.obstacle." + obstacle);
    }

    /** What it would touch. */
    public static Sentence touches(VillagePreview preview) {
        return Sentence.of(preview.sameName() ? "village.touches_same_name" : "village.touches", preview.households(), preview.people(), preview.teams());
    }
}
