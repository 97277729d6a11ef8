package vn.banso.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Opener;
import vn.banso.register.values.ScopeId;

/**
 * What is written in the sealed batches of one world, and who sealed them. Stands in for signatures and encryption, which the
 * simulation over real stores has.
 */
final class Paper {
    /** The schema number of batches that an old program cannot open at all. */
    static final int NEWER_FORMAT = 9;
    /** A kind of act that only the newer program knows; an old one folds it as plain values. */
    static final int NEWER_KIND = 42;
    /** A kind of act that an old program must leave alone. The newer one folds it as plain values. */
    static final int NEWER_CRITICAL_KIND = 77 | Kind.CRITICAL;

    private record Sheet(List<Change> changes, List<Change> upgraded, boolean genuine) {}

    private final Map<Hash, Sheet> sheets = new HashMap<>();
    private final Map<Hash, Batch> batches = new HashMap<>();
    private long nonces;

    Batch seal(int device, long incarnation, ScopeId scope, int number, Hash previous, int schema, List<Change> changes, List<Closing> closes) {
        return write(device, incarnation, scope, number, previous, schema, changes, closes, true);
    }

    /** A batch in somebody's name that he did not sign. */
    Batch forge(int device, long incarnation, ScopeId scope, int number, Hash previous, List<Change> changes) {
        return write(device, incarnation, scope, number, previous, 1, changes, List.of(), false);
    }

    private Batch write(int device, long incarnation, ScopeId scope, int number, Hash previous, int schema, List<Change> changes,
                        List<Closing> closes, boolean genuine) {
        byte[] nonce = new byte[HeaderForm.NONCE_LENGTH];
        nonces++;
        for (int i = 0; i < 8; i++) {
            nonce[i] = (byte) (nonces >>> 8 * i);
        }
        BatchHeader header = new BatchHeader(Cast.key(device), incarnation, scope, number, previous, schema, 0, nonce,
                changes.size(), 0, 0, Hash.NONE, closes);
        byte[] bytes = HeaderForm.write(header);
        Batch batch = new Batch(header, bytes, new byte[0], new byte[0], Hash.sha256(bytes));
        sheets.put(batch.hash(), new Sheet(changes, changes.stream().map(Paper::upgraded).toList(), genuine));
        batches.put(batch.hash(), batch);
        return batch;
    }

    private static Change upgraded(Change c) {
        return c.kind() != NEWER_CRITICAL_KIND ? c
                : new Change(Kind.SET.number(), c.type(), c.entry(), c.author(), c.stamp(), c.fields(), c.bases(), c.id());
    }

    List<Change> read(Hash batch, boolean upgraded) {
        Sheet sheet = sheets.get(batch);
        return upgraded ? sheet.upgraded() : sheet.changes();
    }

    boolean genuine(Hash batch) {
        return sheets.get(batch).genuine();
    }

    Batch batch(Hash hash) {
        return batches.get(hash);
    }

    boolean contains(Hash batch, ChangeId change) {
        return sheets.get(batch).changes().stream().anyMatch(c -> c.id().equals(change));
    }

    /** How a node opens a batch, with the keys and the program it has. */
    Opener.Opened open(Batch batch, boolean hasKey, boolean upgraded) {
        if (!hasKey) {
            return new Opener.Opened.NoKey();
        }
        if (batch.header().schema() >= NEWER_FORMAT && !upgraded) {
            return new Opener.Opened.Newer();
        }
        return new Opener.Opened.Changes(read(batch.hash(), upgraded));
    }
}
