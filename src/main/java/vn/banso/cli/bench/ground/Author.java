package vn.banso.cli.bench.ground;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;

/** A device that writes batches without a store: as many laptops as are needed to keep a desk busy. */
public final class Author {
    private static final long INCARNATION = 2;

    private final DeviceKeys device;
    private final BatchSealer sealer;
    private final ScopeId scope;
    private Optional<Tip> tip = Optional.empty();

    Author(DeviceKeys device, Keyring keyring, ScopeId scope) {
        this.device = device;
        this.sealer = new BatchSealer(keyring);
        this.scope = scope;
    }

    public DeviceKeys device() {
        return device;
    }

    /** The end of its feed; empty before it has written anything. */
    public Optional<Tip> tip() {
        return tip;
    }

    /** New entries, as a person would have saved them at these moments. */
    public List<Change> changes(List<List<Draft>> acts, TrialClock clock) {
        SortedMap<Integer, SortedSet<ChangeId>> unseen = Collections.unmodifiableSortedMap(new TreeMap<>());
        List<Change> changes = new ArrayList<>();
        for (List<Draft> act : acts) {
            clock.next();
            act.forEach(d -> changes.add(Change.of(Kind.CREATE.number(), d.type().id(), d.id(), device.id(), new Stamp(clock.millis()),
                    d.fields(), unseen)));
        }
        return changes;
    }

    /** The next batches of its feed. */
    public List<Batch> seal(List<Change> changes) {
        List<Batch> batches = new ArrayList<>();
        List<Change> left = changes;
        while (!left.isEmpty()) {
            int fit = BodyForm.split(left);
            Batch batch = sealer.seal(device, INCARNATION, scope, tip.map(Tip::number).orElse(0) + 1,
                    tip.map(Tip::hash).orElse(Hash.NONE), left.subList(0, fit)).orElseThrow();
            tip = Optional.of(new Tip(batch.feed(), batch.header().number(), batch.hash()));
            batches.add(batch);
            left = left.subList(fit, left.size());
        }
        return batches;
    }
}
