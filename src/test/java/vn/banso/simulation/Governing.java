package vn.banso.simulation;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.simulation.MemoryShelf.Key;

/** What the province and the commune's officer do about devices. */
final class Governing {
    private static final long REVOCATIONS = 1000;

    private final ModelNode node;
    private final long line;
    private final Deeds deeds;

    Governing(ModelNode node, Step step) {
        this.node = node;
        this.line = node.device == Cast.PROVINCE ? ModelGrants.ROOT_LINE : ModelGrants.OFFICER_LINE + node.device;
        this.deeds = new Deeds(node, step);
    }

    private boolean may() {
        return node.mayWrite(Cast.GOVERNANCE);
    }

    void grant(int device, int role, Set<ScopeId> communes) {
        if (may() && device != Cast.PROVINCE) {
            Key key = new Key(Cast.GOVERNANCE, Catalogue.GRANT.id(), new EntryId(line, device));
            SortedMap<Integer, Value> fields = new TreeMap<>(Map.of(ModelGrants.DEVICE_KEY, new Value.Bytes(Cast.key(device)),
                    ModelGrants.ROLE, new Value.Code(role), ModelGrants.COMMUNES, new Value.Items(
                            communes.stream().map(ScopeId::toString).collect(Collectors.toCollection(TreeSet::new)))));
            write(key, Kind.GRANT, fields);
        }
    }

    /** Names as last good, per feed, the batch this node holds at the end of one branch. */
    void revoke(int device, int pick) {
        if (may() && device != Cast.PROVINCE) {
            Key key = new Key(Cast.GOVERNANCE, Catalogue.REVOCATION.id(), new EntryId(line, REVOCATIONS + device));
            TreeSet<String> good = new TreeSet<>();
            for (ScopeId scope : Cast.SCOPES) {
                node.shelf.tips(scope).stream().filter(t -> t.feed().device().equals(Cast.id(device)))
                        .map(t -> back(t, pick)).forEach(good::add);
            }
            if (pick % 4 == 3) {
                good.clear();
            }
            write(key, Kind.REVOKE, new TreeMap<>(Map.of(ModelGrants.DEVICE_KEY, new Value.Bytes(Cast.key(device)),
                    ModelGrants.LAST_GOOD, new Value.Items(good), SystemField.DELETED, Value.BLANK)));
        }
    }

    /** The batch, or now and then the one before it: the end itself is not good any more. */
    private String back(Tip tip, int pick) {
        var header = node.shelf.get(tip.hash()).orElseThrow().header();
        boolean before = pick % 3 == 0 && header.number() > 1;
        return ModelGrants.feed(header.incarnation(), header.scope()) + ":" + (before ? header.number() - 1 : header.number())
                + ":" + (before ? header.previous() : tip.hash());
    }

    void pardon(int device) {
        Key key = new Key(Cast.GOVERNANCE, Catalogue.REVOCATION.id(), new EntryId(line, REVOCATIONS + device));
        EntryState state = node.shelf.state(key);
        if (may() && !state.fields().isEmpty() && !state.deleted()) {
            deeds.make(key, Kind.TOMBSTONE.number(), Map.of(SystemField.DELETED, new Value.Text("found again")),
                    Map.of(SystemField.DELETED, state.allBases()));
        }
    }

    private void write(Key key, Kind kind, SortedMap<Integer, Value> fields) {
        EntryState state = node.shelf.state(key);
        fields.entrySet().removeIf(f -> f.getKey() < SystemField.FIRST_DECLARED && state.heads(f.getKey()).isEmpty());
        deeds.make(key, kind.number(), fields,
                fields.keySet().stream().collect(Collectors.toMap(f -> f, state::bases)));
    }
}
