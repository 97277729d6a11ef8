package vn.banso.store.register;

import java.util.HashMap;
import java.util.Map;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;

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
        return node.context().door.read(node.context().db, () -> {
            Map<EntryId, Long> counts = new HashMap<>();
            node.context().db.sql("SELECT village, count(*) FROM v_household WHERE scope = ? AND village IS NOT NULL "
                            + "AND (residence IS NULL OR residence <> " + LEFT + ") GROUP BY village").put(scope)
                    .each(row -> counts.put(row.entry(1), row.number(2)));
            return counts;
        });
    }
}
