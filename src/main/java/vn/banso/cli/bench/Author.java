package vn.banso.cli.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
import vn.banso.ledger.Tip;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.trust.BatchSealer;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Keyring;

/** A device that writes batches without a store: as many laptops as are needed to keep a desk busy. */
final class Author {
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

    DeviceKeys device() {
        return device;
    }

    /** The end of its feed; empty before it has written anything. */
    Optional<Tip> tip() {
        return tip;
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
            Batch batch = sealer.seal(device, INCARNATION, scope, tip.map(Tip::number).orElse(0) + 1,
                    tip.map(Tip::hash).orElse(Hash.NONE), left.subList(0, fit)).orElseThrow();
            tip = Optional.of(new Tip(batch.feed(), batch.header().number(), batch.hash()));
            batches.add(batch);
            left = left.subList(fit, left.size());
        }
        return batches;
    }
}
