package vn.banso.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.banso.register.ScopeId;

/** The bytes of a have-list, in one order whatever the order in the list: equal holdings give equal bytes. */
public final class HaveForm {
    /**
     * Version 1: version (1 byte), scope (8), how many tips, and of each, rising by device, incarnation, number and hash: device (16),
     * incarnation (8), number (variable), hash (32); how many receipts and redactions, and of each, rising, its mark (8).
     */
    public static final int VERSION = 1;

    private static final Comparator<Tip> ORDER = Comparator.comparing((Tip t) -> t.feed().device())
            .thenComparing(t -> t.feed().incarnation(), Long::compareUnsigned)
            .thenComparing(Tip::number).thenComparing(Tip::hash);

    private HaveForm() {}

    public static byte[] write(Have have) {
        BytesOut out = new BytesOut(16 + have.tips().size() * 60 + have.receipts().size() * 8);
        out.u8(VERSION).u64(have.scope().value());
        List<Tip> tips = have.tips().stream().distinct().sorted(ORDER).toList();
        out.varint(tips.size());
        for (Tip tip : tips) {
            if (!tip.feed().scope().equals(have.scope())) {
                throw new IllegalArgumentException("a feed of another scope");
            }
            out.device(tip.feed().device()).u64(tip.feed().incarnation()).varint(tip.number()).bytes(tip.hash().bytes());
        }
        List<Long> receipts = have.receipts().stream().distinct().sorted(Long::compareUnsigned).toList();
        out.varint(receipts.size());
        receipts.forEach(out::u64);
        return out.toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one have-list of a version this program can read */
    public static Have read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a have-list");
        ScopeId scope = new ScopeId(in.u64());
        int count = in.count(57);
        List<Tip> tips = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Tip tip = new Tip(new FeedId(in.device(), in.u64(), scope), in.upTo(Integer.MAX_VALUE), in.hash());
            if (i > 0 && ORDER.compare(tips.getLast(), tip) >= 0) {
                throw BytesIn.damaged("tips out of order");
            }
            tips.add(tip);
        }
        count = in.count(8);
        List<Long> receipts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long receipt = in.u64();
            if (i > 0 && Long.compareUnsigned(receipts.getLast(), receipt) >= 0) {
                throw BytesIn.damaged("receipts out of order");
            }
            receipts.add(receipt);
        }
        in.end();
        return new Have(scope, List.copyOf(tips), List.copyOf(receipts));
    }

    /** Equal on two nodes that hold the same of this scope, in whatever order they tell it. */
    public static Hash digest(Have have) {
        return Hash.sha256(write(have));
    }
}
