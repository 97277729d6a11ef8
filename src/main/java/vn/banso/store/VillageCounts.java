package vn.banso.store;

import java.util.HashMap;
import java.util.Map;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Inhabitants;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** How much of each village is written down. */
public final class VillageCounts {
    private static final int LEFT = Codes.HOUSEHOLD_RESIDENCE.code("left").orElseThrow().number();

    private final Node node;

    /** Counts what the node holds, for as long as it is open. */
    public VillageCounts(Node node) {
        this.node = node;
    }

    /** The households recorded in each village of a commune that have not left; villages without any are not in it. */
    public Map<EntryId, Long> households(ScopeId scope) {
        return node.door().read(node.queries(), () -> {
            Map<EntryId, Long> counts = new HashMap<>();
            node.queries().sql("SELECT village, count(*) FROM v_household WHERE scope = ? AND village IS NOT NULL "
                            + "AND (residence IS NULL OR residence <> " + LEFT + ") GROUP BY village").put(scope)
                    .each(row -> counts.put(row.entry(1), row.number(2)));
            return counts;
        });
    }

    /** How many people live in the households of a village, by their members or, where more are said to live there, by their size. */
    public Inhabitants inhabitants(ScopeId scope, EntryId village) {
        return node.door().read(node.queries(), () -> inhabitants(node.queries(), scope, village));
    }

    static Inhabitants inhabitants(Db db, ScopeId scope, EntryId village) {
        return db.sql("SELECT ifnull(sum(people), 0), count(*) FROM (SELECT max(ifnull(h.size, 0), ifnull(m.members, 0)) AS people FROM v_household h "
                        + "LEFT JOIN (SELECT household, count(*) AS members FROM v_person WHERE scope = ?1 GROUP BY household) m ON m.household = h.id "
                        + "WHERE h.scope = ?1 AND h.village = ?2 AND (h.residence IS NULL OR h.residence <> " + LEFT + ")) WHERE people > 0")
                .put(scope).put(village).first(row -> new Inhabitants(row.number(1), row.number(2))).orElse(Inhabitants.UNKNOWN);
    }
}
