package vn.banso.trust;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Role;

/** A device that writes batches, honest or not: it checks nothing itself. */
public final class Laptop {
    static final long INCARNATION = 7;
    public final DeviceKeys keys = DeviceKeys.generate();
    public final Keyring ring = new Keyring();
    private final String holder;
    private final Map<ScopeId, Integer> numbers = new HashMap<>();
    private final Map<ScopeId, Hash> last = new HashMap<>();
    private long clock = 1_000;

    public Laptop(String holder) {
        this.holder = holder;
        ring.governedBy(Province.GOVERNANCE);
    }

    public Enrolment.Request asks(Role role) {
        return new Enrolment.Request(keys.signingKey(), keys.sealingKey(), holder, role);
    }

    public Batch writes(List<Draft> drafts) {
        return seals(drafts.getFirst().scope(), drafts.stream().map(this::create).toList());
    }

    /** What an act says in several scopes: a batch in each. */
    List<Batch> carriesOut(List<Draft> drafts) {
        return drafts.stream().map(Draft::scope).distinct()
                .map(scope -> writes(drafts.stream().filter(d -> d.scope().equals(scope)).toList())).toList();
    }

    public Batch seals(ScopeId scope, Change... changes) {
        return seals(scope, List.of(changes));
    }

    public Batch seals(ScopeId scope, List<Change> changes) {
        int number = numbers.merge(scope, 1, Integer::sum);
        Batch batch = new BatchSealer(ring).seal(keys, INCARNATION, scope, number, last.getOrDefault(scope, Hash.NONE), changes)
                .orElseThrow();
        last.put(scope, batch.hash());
        return batch;
    }

    public Change create(Draft draft) {
        return change(Kind.CREATE, draft);
    }

    Change change(Kind kind, Draft draft) {
        return Change.of(kind.number(), draft.type().id(), draft.id(), keys.id(), new Stamp(clock++), draft.fields(),
                new TreeMap<>());
    }

    public static Tip tip(Batch batch) {
        return new Tip(batch.feed(), batch.header().number(), batch.hash());
    }
}
