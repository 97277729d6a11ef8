package vn.banso.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import vn.banso.ledger.Batch;
import vn.banso.ledger.BodyForm;
import vn.banso.ledger.Change;
import vn.banso.ledger.ChangeId;
import vn.banso.ledger.Hash;
import vn.banso.ledger.Kind;
import vn.banso.ledger.Stamp;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.trust.BatchSealer;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Keyring;

/** A device that writes batches without a store: as many laptops as are needed to keep a desk busy. */
final class Author {
    private static final long INCARNATION = 1;

    private final DeviceKeys device;
    private final BatchSealer sealer;
    private final ScopeId scope;
    private int number;
    private Hash previous = Hash.NONE;

    Author(DeviceKeys device, Keyring keyring, ScopeId scope) {
        this.device = device;
        this.sealer = new BatchSealer(keyring);
        this.scope = scope;
    }

    DeviceKeys device() {
        return device;
    }

    /** New entries, as a person would have saved them at these moments. */
    List<Change> changes(List<List<Draft>> acts, TrialClock clock) {
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
    List<Batch> seal(List<Change> changes) {
        List<Batch> batches = new ArrayList<>();
        List<Change> left = changes;
        while (!left.isEmpty()) {
            int fit = BodyForm.split(left);
            Batch batch = sealer.seal(device, INCARNATION, scope, ++number, previous, left.subList(0, fit)).orElseThrow();
            previous = batch.hash();
            batches.add(batch);
            left = left.subList(fit, left.size());
        }
        return batches;
    }
}
