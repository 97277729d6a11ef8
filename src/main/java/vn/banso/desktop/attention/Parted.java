package vn.banso.desktop.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.desktop.attention.Detail.Apart;
import vn.banso.desktop.attention.Detail.Thing;
import vn.banso.desktop.attention.Detail.Way;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;

/** What belongs to an entry that was moved or deleted, and what can be done about it. */
final class Parted {
    private Parted() {}

    static Apart at(Node node, Attention about) {
        ScopeId scope = about.scope().orElseThrow();
        EntryId gone = about.entry().orElseThrow();
        Optional<EntryState> state = node.state(scope, gone);
        Set<ChangeId> seen = state.flatMap(s -> Optional.ofNullable(s.fields().get(SystemField.DELETED))).<Set<ChangeId>>map(f -> f.replaced()).orElse(Set.of());
        boolean moved = about.kind() == Attention.Kind.LEFT_BEHIND;
        List<Thing> things = new ArrayList<>();
        for (Belonging by : Catalogue.type(about.type()).map(Belonging::to).orElse(List.of())) {
            List<Entry> here = node.linking(by.type(), by.link().key(), scope, gone).stream()
                    .filter(e -> moved ? by.follows() : !seen.containsAll(node.state(scope, e.id()).map(s -> s.bases(by.link().id())).orElseThrow())).toList();
            Map<EntryId, String> names = node.names(scope, here.stream().map(Entry::id).toList());
            here.forEach(e -> things.add(new Thing(by.type(), names.getOrDefault(e.id(), ""))));
        }
        if (moved) {
            Optional<ScopeId> to = node.acts().movedTo(scope, gone).filter(c -> node.keyring().current(c).isPresent());
            return new Apart(to, things, to.isPresent() ? List.of(Way.FOLLOW) : List.of());
        }
        return new Apart(Optional.empty(), things, state.filter(EntryState::erased).isPresent() ? List.of() : List.of(Way.RESTORE, Way.STAY_DELETED));
    }

    /** The reason that was given for the deletion. */
    static String reason(Node node, ScopeId scope, EntryId gone) {
        return node.state(scope, gone).stream().flatMap(s -> s.heads(SystemField.DELETED).stream()).map(EntryState.Head::value)
                .filter(Value.Text.class::isInstance).map(v -> ((Value.Text) v).text()).findFirst().orElse("");
    }
}
