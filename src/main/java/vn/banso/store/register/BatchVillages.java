package vn.banso.store.register;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.Opener;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.node.NodeContext;

/**
 * The villages that batches speak of, read before they are taken in. What nobody here vouches for is not opened for it, and what this node has
 * no key for says nothing.
 */
public final class BatchVillages {
    private static final Field NAME = Catalogue.VILLAGE.field("name");
    private static final Field KIND = Catalogue.VILLAGE.field("kind");
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");

    private final Node node;
    private final Set<VillageName> villages = new LinkedHashSet<>();
    /** What the batches themselves say, before what is held here. */
    private final Map<EntryId, EntryId> villageOf = new HashMap<>();
    private final Map<EntryId, VillageName> named = new HashMap<>();

    private BatchVillages(Node node) {
        this.node = node;
    }

    /** Each once, in the order in which they are first spoken of. */
    public static List<VillageName> of(Node node, List<Batch> batches) {
        BatchVillages found = new BatchVillages(node);
        batches.forEach(found::read);
        return List.copyOf(found.villages);
    }

    private void read(Batch batch) {
        NodeContext in = node.context();
        ScopeId scope = batch.header().scope();
        boolean vouched = node.grants().isLive(batch.header().author(), scope);
        if (vouched && in.sealer.genuine(batch) && in.sealer.open(batch) instanceof Opener.Opened.Changes(List<Change> changes)) {
            changes.forEach(change -> note(scope, change));
            changes.forEach(change -> village(scope, change).flatMap(id -> named(scope, id)).ifPresent(villages::add));
        }
    }

    private void note(ScopeId scope, Change change) {
        if (change.type() == Catalogue.VILLAGE.id() && change.fields().get(NAME.id()) instanceof Value.Text(String name)) {
            int kind = change.fields().get(KIND.id()) instanceof Value.Code(int number) ? number : 0;
            named.put(change.entry(), new VillageName(scope, change.entry(), kind, name));
        }
        Catalogue.type(change.type()).flatMap(type -> type.find("village")).ifPresent(field -> {
            if (change.fields().get(field.id()) instanceof Value.Ref(EntryId village)) {
                villageOf.put(change.entry(), village);
            }
        });
    }

    private Optional<EntryId> village(ScopeId scope, Change change) {
        if (change.type() == Catalogue.VILLAGE.id()) {
            return Optional.of(change.entry());
        }
        if (change.type() == Catalogue.PERSON.id()) {
            Optional<EntryId> household = change.fields().get(HOUSEHOLD.id()) instanceof Value.Ref(EntryId id) ? Optional.of(id)
                    : node.entry(scope, change.entry()).flatMap(person -> person.ref(HOUSEHOLD));
            return household.flatMap(id -> villageOf(scope, Catalogue.HOUSEHOLD, id));
        }
        return Catalogue.type(change.type()).flatMap(type -> villageOf(scope, type, change.entry()));
    }

    private Optional<EntryId> villageOf(ScopeId scope, EntryType type, EntryId id) {
        return Optional.ofNullable(villageOf.get(id)).or(() -> type.find("village").flatMap(field -> node.entry(scope, id).flatMap(e -> e.ref(field))));
    }

    private Optional<VillageName> named(ScopeId scope, EntryId village) {
        return Optional.ofNullable(named.get(village)).or(() -> node.entry(scope, village).filter(e -> e.type() == Catalogue.VILLAGE.id()).map(VillageName::of));
    }
}
