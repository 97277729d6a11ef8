package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.register.values.ScopeId;

/**
 * Batches of one feed that follow each other, laid out together for the way: the changes of all of them as one body, and of each batch
 * what nobody can tell from its changes, the signature of its author. Whoever has the key makes the very batches of it again; whoever
 * lays them out decides nothing and vouches for nothing.
 *
 * @param authorKey as in each {@link vn.banso.ledger.batch.BatchHeader}, and so are incarnation, scope, schema and key id
 * @param first number of the first batch
 * @param previous hash of the batch before the first
 * @param nonce 12 bytes of the AEAD, of the common body
 * @param signatures of the author, 64 bytes for every batch
 * @param shares which changes, in the order of their stamps, belong to which batch
 * @param plainLength of the common body before sealing and compressing
 */
public record BatchRun(byte[] authorKey, long incarnation, ScopeId scope, int first, Hash previous, int schema, long keyId, byte[] nonce,
                       List<byte[]> signatures, List<Share> shares, int plainLength, byte[] body) {

    /**
     * The next changes stand in this batch.
     *
     * @param batch 0 for the first of the run
     * @param changes at least one
     */
    public record Share(int batch, int changes) {}

    public int changes() {
        return shares.stream().mapToInt(Share::changes).sum();
    }

    /** The changes of each batch, rising by stamp. */
    public List<List<Change>> dealt(List<Change> changes) {
        List<List<Change>> dealt = Stream.<List<Change>>generate(ArrayList::new).limit(signatures.size()).toList();
        int at = 0;
        for (Share share : shares) {
            dealt.get(share.batch()).addAll(changes.subList(at, at + share.changes()));
            at += share.changes();
        }
        return dealt;
    }
}
