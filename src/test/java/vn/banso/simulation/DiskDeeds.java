package vn.banso.simulation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** What people do at a machine with a real store. What they may not do there is refused, as on their screens. */
final class DiskDeeds {
    private static final SaveResult NOTHING = new SaveResult.Saved(List.of());
    private static final int ENTRIES = 3;

    private final Node node;
    private final Step step;

    DiskDeeds(Node node, Step step) {
        this.node = node;
        this.step = step;
    }

    /** The second commune only now and then, and only where the node was given its key. */
    ScopeId scope() {
        ScopeId second = Cast.COMMUNES.get(1);
        return (step.salt() & 3) == 0 && node.keyring().current(second).isPresent() ? second : Cast.COMMUNES.get(0);
    }

    private EntryId entry() {
        return DiskWorld.household(step.b() % ENTRIES);
    }

    SaveResult save() {
        int which = (int) (step.salt() >>> 8 & 0xFF) % 3;
        if (step.c() % 5 == 0) {
            return node.save(List.of(Draft.of(Catalogue.VILLAGE, scope(), new EntryId(8, 1)).with("name", new Value.Text("Bản Chương"))
                    .with("tags", new Value.Items(new TreeSet<>(Set.of("9", "" + (1 + which)))))));
        }
        Draft household = Draft.of(Catalogue.HOUSEHOLD, scope(), entry()).with("village", new Value.Ref(new EntryId(8, 1)));
        return node.save(List.of(switch (step.c() % 4) {
            case 0 -> household.with("fibre_subscribed", new Value.Code(1 + which % 2)).with("phone", new Value.Text("091234567" + which));
            case 1 -> household.with("size", new Value.Whole(3 + which));
            case 2 -> household.with("address_hint", new Value.Text("cạnh suối " + which));
            default -> household.with("fibre_subscribed", which == 0 ? Value.BLANK : new Value.Code(which));
        }));
    }

    SaveResult deleteOrRestore() {
        return node.state(scope(), entry()).filter(s -> !s.erased()).map(state -> state.deleted() && step.c() % 3 > 0
                ? node.acts().restore(scope(), entry()) : node.acts().delete(scope(), entry(), "lý do " + step.c() % 3)).orElse(NOTHING);
    }

    SaveResult alias() {
        EntryId into = DiskWorld.household(step.c() % ENTRIES);
        return node.state(scope(), entry()).filter(s -> !s.erased() && !into.equals(entry()))
                .map(state -> state.link(SystemField.ALIAS).isPresent() && step.c() % 2 == 0
                        ? node.acts().unalias(scope(), entry()) : node.acts().alias(scope(), entry(), into)).orElse(NOTHING);
    }

    SaveResult move() {
        ScopeId to = Cast.COMMUNES.get(1 - Cast.COMMUNES.indexOf(scope()));
        return node.state(scope(), entry()).filter(s -> !s.erased() && !s.deleted() && node.keyring().current(to).isPresent())
                .map(_ -> node.acts().move(scope(), entry(), to)).orElse(NOTHING);
    }

    SaveResult erase() {
        boolean officer = node.grants().of(node.id()).stream().anyMatch(g -> g.role() != Role.VOLUNTEER && g.role() != Role.TRAINER);
        return node.state(scope(), entry()).filter(s -> !s.erased() && officer && step.c() % 2 == 0)
                .map(_ -> node.acts().erase(scope(), entry())).orElse(NOTHING);
    }

    SaveResult resolve() {
        List<EntryId> open = node.attention().stream().filter(a -> a.kind() == Attention.Kind.CONFLICT)
                .filter(a -> a.scope().filter(scope()::equals).isPresent()).flatMap(a -> a.entry().stream()).toList();
        if (open.isEmpty()) {
            return NOTHING;
        }
        EntryId id = open.get(step.b() % open.size());
        EntryState state = node.state(scope(), id).orElseThrow();
        int field = Conflicts.of(state).getFirst();
        return node.acts().resolve(scope(), id, Map.of(field, state.heads(field).get(step.c() % state.heads(field).size()).value()));
    }
}
