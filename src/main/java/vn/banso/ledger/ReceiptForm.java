package vn.banso.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.register.ScopeId;

/** The bytes of a receipt: what the node that states it signs. */
public final class ReceiptForm {
    /**
     * Version 1: version (1 byte), node's public key (32), incarnation (8), serial (variable), scope (8); how many lines, and of
     * each: device (16), incarnation (8), number (variable), hash of the tip (32), 1 where applied else 0 (1); how many set
     * aside, and of each: hash of the batch (32), reason (variable), 1 and the change id (8), or 0 for the whole batch.
     */
    public static final int VERSION = 1;

    private ReceiptForm() {}

    public static byte[] write(Receipt receipt) {
        BytesOut out = new BytesOut(64 + receipt.lines().size() * 60 + receipt.setAside().size() * 42);
        out.u8(VERSION).bytes(receipt.nodeKey()).u64(receipt.incarnation()).varint(receipt.serial()).u64(receipt.scope().value());
        out.varint(receipt.lines().size());
        for (Receipt.Line line : receipt.lines()) {
            out.device(line.device()).u64(line.incarnation()).varint(line.number()).bytes(line.tip().bytes())
                    .u8(line.applied() ? 1 : 0);
        }
        out.varint(receipt.setAside().size());
        for (Receipt.SetAside aside : receipt.setAside()) {
            out.bytes(aside.batch().bytes()).varint(aside.reason()).u8(aside.change().isPresent() ? 1 : 0);
            aside.change().ifPresent(c -> out.u64(c.value()));
        }
        return out.toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one receipt of a version this program can read */
    public static Receipt read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a receipt");
        byte[] nodeKey = in.bytes(HeaderForm.KEY_LENGTH);
        long incarnation = in.u64();
        long serial = in.varint();
        ScopeId scope = new ScopeId(in.u64());
        int count = in.count(58);
        List<Receipt.Line> lines = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            lines.add(new Receipt.Line(in.device(), in.u64(), in.upTo(Integer.MAX_VALUE), in.hash(), in.flag()));
        }
        count = in.count(34);
        List<Receipt.SetAside> setAside = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Hash batch = in.hash();
            int reason = in.upTo(ChangeForm.LAST_NUMBER);
            setAside.add(new Receipt.SetAside(batch, in.flag() ? Optional.of(new ChangeId(in.u64())) : Optional.empty(), reason));
        }
        in.end();
        return new Receipt(nodeKey, incarnation, serial, scope, List.copyOf(lines), List.copyOf(setAside));
    }

    /** A receipt as it travelled; whether the signature is good is for {@code trust} to say. */
    public static Receipt.Signed signed(byte[] bytes, byte[] signature) throws MalformedException {
        return new Receipt.Signed(read(bytes), bytes, signature);
    }
}
