package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Permits.Ruling;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.ScopeId;
import vn.banso.simulation.MemoryShelf.Key;

/**
 * What must have become of every batch that a node holds, worked out from nothing but that: without arrivals, in one go, as if all
 * of it had come at once.
 */
final class Court {

    /** What a batch is. */
    record Verdict(BatchStatus standing, Optional<Reason> reason, SortedMap<ChangeId, Reason> refused) {}

    final Map<Hash, Verdict> verdicts = new HashMap<>();
    final Map<ScopeId, Map<Key, Map<ChangeId, Change>>> counted = new HashMap<>();
    ModelGrants grants = ModelGrants.NOBODY;

    private final ModelNode node;
    private final Map<Hash, Batch> held = new LinkedHashMap<>();
    private final Set<Hash> placed = new HashSet<>();
    private final List<Batch> closers;

    Court(ModelNode node) {
        this.node = node;
        node.shelf.batches().forEach(h -> held.put(h, node.world.paper.batch(h)));
        place();
        closers = held.values().stream().filter(b -> !b.header().closes().isEmpty()).toList();
        ModelGrants before;
        int round = 0;
        do {
            before = grants;
            judge(List.of(Cast.GOVERNANCE));
            grants = ModelGrants.of(governance());
        } while (!grants.equals(before) && round++ < 10);
        judge(Cast.COMMUNES);
    }

    private void place() {
        int before;
        do {
            before = placed.size();
            for (Batch batch : held.values()) {
                Batch previous = held.get(batch.header().previous());
                boolean first = batch.header().number() == 1 && batch.header().previous().equals(Hash.NONE);
                if (first || previous != null && placed.contains(previous.hash()) && batch.feed().equals(previous.feed())
                        && batch.header().number() == previous.header().number() + 1) {
                    placed.add(batch.hash());
                }
            }
        } while (placed.size() > before);
    }

    private void judge(Collection<ScopeId> scopes) {
        scopes.forEach(scope -> {
            counted.put(scope, new HashMap<>());
            node.shelf.unsealed(scope).forEach(c -> count(scope, c));
        });
        for (Batch batch : held.values()) {
            if (scopes.contains(batch.header().scope())) {
                verdicts.put(batch.hash(), verdict(batch));
            }
        }
    }

    private Verdict verdict(Batch batch) {
        if (!placed.contains(batch.hash())) {
            return plain(BatchStatus.WAITING_PREVIOUS);
        }
        return switch (grants.batch(batch.header())) {
            case Ruling.NotYet _ -> plain(BatchStatus.WAITING_GRANT);
            case Ruling.Refused r -> aside(r.reason());
            case Ruling.Allowed _ -> kept(batch);
            case Ruling.UpTo upTo when !upTo.lastGood().equals(Set.of(Hash.NONE)) && !placed.containsAll(upTo.lastGood()) ->
                    plain(BatchStatus.WAITING_GRANT);
            case Ruling.UpTo upTo -> upTo.lastGood().stream().anyMatch(end -> isUpTo(batch.hash(), end)) ? kept(batch) : aside(Reason.REVOKED);
        };
    }

    /** What came after the end at which its own device closed the feed does not count. */
    private Verdict kept(Batch batch) {
        Optional<Closing> end = closers.stream().filter(b -> placed.contains(b.hash()) && isAllowed(b)
                        && b.header().scope().equals(batch.header().scope()) && Cast.feed(b).device().equals(Cast.feed(batch).device()))
                .flatMap(b -> b.header().closes().stream()).filter(c -> c.incarnation() == batch.header().incarnation() && isEnd(c, batch))
                .max(Comparator.comparing(Closing::number).thenComparing(Closing::end));
        return end.filter(c -> !isUpTo(batch.hash(), c.end())).isPresent() ? aside(Reason.CLOSED) : opened(batch);
    }

    private boolean isAllowed(Batch closing) {
        return switch (grants.batch(closing.header())) {
            case Ruling.Allowed _ -> true;
            case Ruling.UpTo upTo -> placed.containsAll(upTo.lastGood()) && upTo.lastGood().stream().anyMatch(end -> isUpTo(closing.hash(), end));
            case Ruling.NotYet _, Ruling.Refused _ -> false;
        };
    }

    private boolean isEnd(Closing closing, Batch batch) {
        return placed.contains(closing.end()) && Cast.feed(held.get(closing.end())).equals(Cast.feed(batch))
                && held.get(closing.end()).header().number() == closing.number();
    }

    private boolean isUpTo(Hash batch, Hash end) {
        return !end.equals(Hash.NONE) && (batch.equals(end) || isUpTo(batch, held.get(end).header().previous()));
    }

    private Verdict opened(Batch batch) {
        if (!node.reads.contains(batch.header().scope())) {
            return plain(BatchStatus.WAITING_KEY);
        }
        List<Change> changes = node.world.paper.read(batch.hash(), node.upgraded);
        if (!node.upgraded && (batch.header().schema() >= Paper.NEWER_FORMAT
                || changes.stream().anyMatch(c -> c.kind() == Paper.NEWER_CRITICAL_KIND))) {
            return plain(BatchStatus.WAITING_UPDATE);
        }
        SortedMap<ChangeId, Reason> refused = new TreeMap<>();
        changes.forEach(c -> grants.change(batch.header(), c)
                .ifPresentOrElse(r -> refused.put(c.id(), r), () -> count(batch.header().scope(), c)));
        return new Verdict(BatchStatus.APPLIED, Optional.empty(), refused);
    }

    private void count(ScopeId scope, Change change) {
        counted.get(scope).computeIfAbsent(new Key(scope, change.type(), change.entry()), _ -> new LinkedHashMap<>())
                .put(change.id(), change);
    }

    private List<Entry> governance() {
        List<Entry> shown = new ArrayList<>();
        counted.get(Cast.GOVERNANCE).forEach((key, changes) -> {
            Oracle oracle = Oracle.of(key.type(), changes.values());
            if (!oracle.deleted()) {
                shown.add(oracle.entry(key.scope(), key.entry()));
            }
        });
        return shown;
    }

    private static Verdict plain(BatchStatus standing) {
        return new Verdict(standing, Optional.empty(), new TreeMap<>());
    }

    private static Verdict aside(Reason reason) {
        return new Verdict(BatchStatus.SET_ASIDE, Optional.of(reason), new TreeMap<>());
    }
}
