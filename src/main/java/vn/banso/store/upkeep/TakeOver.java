package vn.banso.store.upkeep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Incarnations;
import vn.banso.store.batches.Meta;
import vn.banso.store.ledger.Ledger;
import vn.banso.store.ledger.LedgerWorks;
import vn.banso.store.node.IdentityCopy;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.Province;
import vn.banso.store.pages.FoundRecord;
import vn.banso.store.upkeep.DamagedFile.BatchAt;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.BrokenSealException;
import vn.banso.trust.crypto.ScopeKey;

/**
 * Takes what a damaged file still holds of the ledger into a node that lacks it: by the same doors as what comes from elsewhere, and safe to
 * repeat. Registers, levels, ends of feeds are made anew from it.
 */
final class TakeOver {
    /** So many bytes of bodies are in memory at a time. */
    private static final long PART = 1 << 20;

    private final LedgerWorks works;
    private final NodeContext in;
    private final Ledger ledger;
    private final DamagedFile file;

    TakeOver(LedgerWorks works, Ledger ledger, DamagedFile file) {
        this.works = works;
        this.in = works.in;
        this.ledger = ledger;
        this.file = file;
    }

    /** @param drafts whether half-filled forms are taken too: those of an older file may have been given up since */
    Recovered take(boolean drafts) {
        joined();
        long batches = batches();
        redacted();
        new ReceiptTakeOver(in, ledger, file).take();
        WrittenTakeOver written = new WrittenTakeOver(in, works.trusted, file);
        long changes = written.changes();
        long forms = drafts ? written.drafts() : 0;
        in.door.enter(works::changed);
        return new Recovered(batches, changes, forms, 0, 0, province().isPresent());
    }

    private void joined() {
        Set<ScopeKey> keys = new HashSet<>(file.identity.map(IdentityCopy.Identity::keys).orElse(List.of()));
        Set<Long> known = keys.stream().map(ScopeKey::keyId).collect(Collectors.toSet());
        file.keys.stream().filter(k -> known.add(k.keyId())).forEach(keys::add);
        keys.removeIf(k -> in.keys.byId(k.scope(), k.keyId()).isPresent());
        Optional<Province> province = province().or(() -> file.identity.flatMap(IdentityCopy.Identity::province)).or(this::ofMeta);
        if (province.isPresent() && (province().isEmpty() || !keys.isEmpty())) {
            works.join(province.get(), keys);
        }
        in.door.enter(() -> in.db.commit(() -> {
            if (province.isEmpty()) {
                works.trusted.keep(keys);
            }
            file.meta.forEach((key, value) -> {
                if (key.startsWith(Incarnations.ANSWERING) && value instanceof Long number && in.meta.number(key).isEmpty()) {
                    in.meta.put(key, number);
                }
            });
        }));
    }

    private Optional<Province> province() {
        return in.door.alone(works.trusted::province);
    }

    private Optional<Province> ofMeta() {
        return file.meta.get(Meta.ROOT_KEY) instanceof byte[] root && file.meta.get(Meta.GOVERNANCE) instanceof Long governance
                ? Optional.of(new Province(root, new ScopeId(governance), text(Meta.PROVINCE_LIST), text(Meta.PROVINCE), text(Meta.RECEIVER)))
                : Optional.empty();
    }

    private String text(String key) {
        return file.meta.get(key) instanceof String text ? text : "";
    }

    /** @return how many came that were not here */
    private long batches() {
        ScopeId governance = works.trusted.governance();
        List<BatchAt> lacking = file.batches.values().stream().filter(b -> !b.redacted() && in.shelf.standing(b.hash()).isEmpty())
                .sorted(Comparator.comparing((BatchAt b) -> !b.scope().equals(governance)).thenComparing(BatchAt.ORDER)).toList();
        List<Batch> part = new ArrayList<>();
        long bytes = 0;
        for (BatchAt at : lacking) {
            Batch batch = file.read(at);
            part.add(batch);
            bytes += batch.body().length;
            if (bytes >= PART) {
                ledger.take(part);
                part.clear();
                bytes = 0;
            }
        }
        ledger.take(part);
        in.door.enter(() -> in.db.commit(() -> {
            file.unvouched.forEach(this::unvouched);
            lacking.forEach(this::asItWas);
        }));
        in.door.enter(() -> works.receiptDesk.markHandedOver(lacking.stream().filter(BatchAt::handed).map(file::read).toList()));
        return lacking.size();
    }

    /** Redactions stand in the place of batches; they are taken in when what explains them is here. */
    private void redacted() {
        file.batches.values().stream().filter(BatchAt::redacted).filter(b -> in.shelf.standing(b.hash()).isEmpty()).sorted(BatchAt.ORDER)
                .forEach(at -> {
                    ledger.take(file.redaction(at));
                    in.door.enter(() -> in.db.commit(() -> asItWas(at)));
                });
    }

    /** What is only told on this machine of a batch: when it was sealed, and what it was carried off with. */
    private void asItWas(BatchAt at) {
        if (at.sealedAt() != 0) {
            in.db.sql("UPDATE batch SET sealed_at = ? WHERE hash = ? AND own = 1").put(at.sealedAt()).put(at.hash().bytes()).run();
        }
        file.carried.stream().filter(c -> c.whole("batch") == at.n()).findFirst().ifPresent(c -> carried(at, c));
    }

    private void carried(BatchAt at, FoundRecord found) {
        try {
            String name = in.atRest.label(at.scope(), new EntryId(0, at.n()), found.bytes("name"));
            long n = in.shelf.number(at.hash());
            in.db.sql("REPLACE INTO carried VALUES (?, ?, ?)").put(n).put(found.whole("at"))
                    .put(in.atRest.label(at.scope(), new EntryId(0, n), name)).run();
        } catch (BrokenSealException _) {
            // Not what was sealed: it is told as given to somebody, not to whom.
        }
    }

    /** What nobody vouches for yet waits on. */
    private void unvouched(FoundRecord found) {
        try {
            Batch batch = Batch.of(found.bytes("header"), found.bytes("signature"), found.bytes("body"));
            if (BatchSealer.isGenuine(batch) && in.shelf.standing(batch.hash()).isEmpty()) {
                in.db.sql("INSERT OR IGNORE INTO unvouched VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").put(batch.hash().bytes())
                        .put(batch.header().author().bytes()).put(batch.header().scope()).put(batch.header().incarnation())
                        .put(batch.header().number()).put(found.whole("handed")).put(found.bytes("holder")).put(found.whole("since"))
                        .put(batch.headerBytes()).put(batch.signature()).put(batch.body()).run();
            }
        } catch (MalformedException _) {
            // Not what came.
        }
    }
}
