package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.lists.Attention.Kind;

/** What somebody is told of by what needs attention. */
final class Told {
    private Told() {}

    static Set<EntryId> of(Node node, ScopeId scope, Kind... kinds) {
        return node.attention().stream().filter(a -> List.of(kinds).contains(a.kind()) && a.scope().equals(Optional.of(scope)))
                .map(a -> a.entry().orElseThrow()).collect(Collectors.toSet());
    }

    /** Whatever belongs to what has moved is told of, and whatever belongs to nothing. */
    static void everything(Node node, ScopeId scope, String played) {
        Set<EntryId> left = of(node, scope, Kind.LEFT_BEHIND, Kind.CONFLICT);
        Set<EntryId> unplaced = of(node, scope, Kind.UNPLACED);
        for (Belonging by : Belonging.ALL) {
            node.entries(by.type(), scope).forEach(entry -> entry.ref(by.link()).map(to -> node.canonical(scope, to)).ifPresentOrElse(to -> {
                boolean moved = node.state(scope, to).filter(s -> !s.deleted() && s.link(SystemField.MOVED).isPresent()).isPresent();
                assertThat(moved && by.follows() && !left.contains(to)).as("%s: nobody knows that %s left %s behind", played, to, entry).isFalse();
            }, () -> assertThat(by.link().required() && !unplaced.contains(entry.id())).as("%s: nobody knows that %s belongs nowhere", played, entry).isFalse()));
        }
    }
}
