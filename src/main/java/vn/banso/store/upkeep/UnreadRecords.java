package vn.banso.store.upkeep;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.upkeep.DamagedFile.Named;
import vn.banso.store.upkeep.DamagedFile.Place;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.Saving;

/**
 * What could not be read of a damaged file, as far as its indexes and broken records tell. What others hold comes back. Of what was written
 * here alone the register still says the values where the ledger does not: they are written down once more.
 */
final class UnreadRecords {
    private final NodeContext in;
    private final Saving saving;
    private final DamagedFile file;

    UnreadRecords(NodeContext in, Saving saving, DamagedFile file) {
        this.in = in;
        this.saving = saving;
        this.file = file;
    }

    Recovered tell() {
        long returning = 0;
        Set<Long> mine = new HashSet<>();
        for (Map.Entry<Long, Named> e : file.named.entrySet()) {
            Named named = e.getValue();
            if (!isHeld(named)) {
                boolean elsewhere = !named.feed().device().equals(in.self()) || file.handed.contains(e.getKey()) || isReceipted(named);
                returning += elsewhere ? 1 : 0;
                if (!elsewhere) {
                    mine.add(e.getKey());
                }
            }
        }
        Set<Place> places = new HashSet<>(file.touchedBy(mine));
        long nameless = mine.isEmpty() || !places.isEmpty() ? 0 : mine.size();
        file.namedOwn.forEach((n, at) -> {
            if (!file.own.containsKey(n)) {
                places.addAll(at);
            }
        });
        long again = 0;
        long lost = nameless;
        Map<Place, EntryState> states = file.states(places);
        for (Place place : places) {
            Optional<EntryState> said = Optional.ofNullable(states.get(place));
            if (said.isEmpty() || !isKnown(place, said.get()) && !isPlain(said.get())) {
                lost++;
            } else {
                again += isKnown(place, said.get()) ? 0 : rewritten(place, said.get());
            }
        }
        return new Recovered(0, again, 0, returning, lost, false);
    }

    private boolean isHeld(Named named) {
        FeedId feed = named.feed();
        return in.db.sql("SELECT count(*) FROM batch WHERE scope = ? AND device = ? AND incarnation = ? AND number = ?").put(feed.scope())
                .put(feed.device().bytes()).put(feed.incarnation()).put(named.number()).number() > 0;
    }

    /** Whether anybody has signed that it holds it. */
    private boolean isReceipted(Named named) {
        FeedId feed = named.feed();
        return in.db.sql("SELECT ends FROM receipt_feed WHERE scope = ? AND device = ? AND incarnation = ? AND node <> ?").put(feed.scope())
                .put(feed.device().bytes()).put(feed.incarnation()).put(in.self().bytes()).list(row -> row.bytes(1)).stream()
                .anyMatch(ends -> highest(ends) >= named.number());
    }

    private static int highest(byte[] ends) {
        try {
            return ReceiptForm.readFeed(ends).ends().stream().mapToInt(Receipt.End::number).max().orElse(0);
        } catch (MalformedException _) {
            return 0;
        }
    }

    private boolean isKnown(Place place, EntryState said) {
        return in.entries.state(place.scope(), place.entry(), said.type()).filter(said::equals).isPresent();
    }

    /** Whether it can be written down once more: neither deleted, merged nor moved, nor said about devices. */
    private static boolean isPlain(EntryState said) {
        return (EntryFlags.of(said) & (EntryFlags.DELETED | EntryFlags.ERASED | EntryFlags.ALIASED | EntryFlags.MOVED)) == 0 && said.type() < Catalogue.FIRST_GOVERNANCE
                && Catalogue.type(said.type()).isPresent();
    }

    /** @return how many changes that took */
    private int rewritten(Place place, EntryState said) {
        Entry entry = Conflicts.shown(place.scope(), said);
        Draft draft = new Draft(Catalogue.type(said.type()).orElseThrow(), place.scope(), entry.id(), entry.fields());
        return in.door.write(() -> saving.write(List.of(draft))) instanceof SaveResult.Saved saved ? saved.changes().size() : 0;
    }
}
