package vn.banso.desktop.villages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.register.VillageCounts;

/** Reads the villages of communes, with what is known of each. Off the screen only. */
final class Overview {
    private final Node node;
    private final int today;

    Overview(Node node, Value.Day today) {
        this.node = node;
        this.today = today.number();
    }

    List<VillageRow> of(List<ScopeId> communes) {
        List<VillageRow> all = new ArrayList<>();
        communes.forEach(scope -> {
            Map<EntryId, Long> households = new VillageCounts(node).households(scope);
            Map<EntryId, Long> members = members(scope);
            node.entries(Catalogue.VILLAGE, scope).forEach(sheet -> all.add(new VillageRow(sheet,
                    households.getOrDefault(sheet.id(), 0L),
                    members.containsKey(sheet.id()) ? OptionalLong.of(members.get(sheet.id())) : OptionalLong.empty())));
        });
        all.sort(VillageRow.ORDER);
        return List.copyOf(all);
    }

    /** By village, how many are active in its active teams. */
    private Map<EntryId, Long> members(ScopeId scope) {
        Map<EntryId, Long> byTeam = new HashMap<>();
        node.entries(Catalogue.TEAM_MEMBER, scope).stream().filter(this::isActive)
                .forEach(m -> m.ref(Catalogue.TEAM_MEMBER.field("team")).ifPresent(team -> byTeam.merge(team, 1L, Long::sum)));
        Map<EntryId, Long> byVillage = new HashMap<>();
        node.entries(Catalogue.TEAM, scope).stream().filter(this::isActive).forEach(team -> team.ref(Catalogue.TEAM.field("village"))
                .ifPresent(village -> byVillage.merge(village, byTeam.getOrDefault(team.id(), 0L), Long::sum)));
        return byVillage;
    }

    /** Teams and members have their "active to" under one key each. */
    private boolean isActive(Entry entry) {
        return isActive(entry, today);
    }

    static boolean isActive(Entry entry, int today) {
        var type = entry.type() == Catalogue.TEAM.id() ? Catalogue.TEAM : Catalogue.TEAM_MEMBER;
        return entry.day(type.field("active_to")).filter(end -> end.number() <= today).isEmpty();
    }
}
