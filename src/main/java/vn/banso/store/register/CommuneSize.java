package vn.banso.store.register;

import java.util.Collection;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.NodeContext;

/** How many households and people are recorded in communes. */
public record CommuneSize(long households, long people) {

    public static CommuneSize of(Node node, Collection<ScopeId> communes) {
        NodeContext in = node.context();
        return communes.stream().map(commune -> in.door.read(in.db, () -> new CommuneSize(count(in, "v_household", commune), count(in, "v_person", commune))))
                .reduce(new CommuneSize(0, 0), (a, b) -> new CommuneSize(a.households + b.households, a.people + b.people));
    }

    private static long count(NodeContext in, String view, ScopeId commune) {
        return in.db.sql("SELECT count(*) FROM " + view + " WHERE scope = ?").put(commune).number();
    }
}
