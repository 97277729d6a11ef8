package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.parcel.BatchRun.Share;
import vn.banso.register.values.ScopeId;

/** The bytes of a run of batches. */
public final class BatchRunForm {
    /**
     * Version 1: version (1 byte), author's public key (32), incarnation (8), scope (8), number of the first batch (variable), hash of the
     * batch before it (32, left out when the number is 1), schema (variable), key id (8), nonce (12), how many batches (variable, at least
     * 2), their signatures (64 each), how many shares (variable), of each the batch and the number of changes (variable, at least 1), plain
     * length (variable), and to the end the sealed body.
     */
    static final int VERSION = 1;

    private BatchRunForm() {}

    public static byte[] write(BatchRun run) {
        BytesOut out = new BytesOut(run.body().length + 70 * run.signatures().size() + 192).u8(VERSION).bytes(run.authorKey(), 0, HeaderForm.KEY_LENGTH)
                .u64(run.incarnation()).u64(run.scope().value()).varint(run.first());
        if (run.first() > 1) {
            out.bytes(run.previous().bytes());
        }
        out.varint(run.schema()).u64(run.keyId()).bytes(run.nonce(), 0, HeaderForm.NONCE_LENGTH).varint(run.signatures().size());
        run.signatures().forEach(s -> out.bytes(s, 0, FrameForm.SIGNATURE_LENGTH));
        out.varint(run.shares().size());
        run.shares().forEach(s -> out.varint(s.batch()).varint(s.changes()));
        return out.varint(run.plainLength()).bytes(run.body()).toBytes();
    }

    public static BatchRun read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a run of batches");
        byte[] authorKey = in.bytes(HeaderForm.KEY_LENGTH);
        long incarnation = in.u64();
        ScopeId scope = new ScopeId(in.u64());
        int first = in.upTo(Integer.MAX_VALUE - Parcel.MAX_PAYLOAD);
        Hash previous = first > 1 ? in.hash() : Hash.NONE;
        if (first == 0 || first > 1 && previous.equals(Hash.NONE)) {
            throw BytesIn.damaged("a run that begins nowhere");
        }
        int schema = in.upTo(Integer.MAX_VALUE / 2);
        long keyId = in.u64();
        byte[] nonce = in.bytes(HeaderForm.NONCE_LENGTH);
        List<byte[]> signatures = signatures(in);
        List<Share> shares = shares(in, signatures.size());
        BatchRun run = new BatchRun(authorKey, incarnation, scope, first, previous, schema, keyId, nonce, signatures, shares,
                in.upTo(HeaderForm.MAX_BODY), in.bytes(in.left()));
        if (shares.stream().mapToLong(Share::changes).sum() > HeaderForm.mostChanges(run.body().length)) {
            throw new MalformedException(MalformedException.Reason.TOO_LARGE, "more changes than so short a body may hold");
        }
        return run;
    }

    private static List<byte[]> signatures(BytesIn in) throws MalformedException {
        int count = in.count(FrameForm.SIGNATURE_LENGTH);
        if (count < 2) {
            throw BytesIn.damaged("a run of one batch");
        }
        List<byte[]> signatures = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            signatures.add(in.bytes(FrameForm.SIGNATURE_LENGTH));
        }
        return List.copyOf(signatures);
    }

    private static List<Share> shares(BytesIn in, int batches) throws MalformedException {
        int count = in.count(2);
        List<Share> shares = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Share share = new Share(in.upTo(batches - 1), in.upTo(BodyForm.MOST_CHANGES));
            if (share.changes() == 0 || i > 0 && shares.getLast().batch() == share.batch()) {
                throw BytesIn.damaged("a share in two");
            }
            shares.add(share);
        }
        return List.copyOf(shares);
    }
}
