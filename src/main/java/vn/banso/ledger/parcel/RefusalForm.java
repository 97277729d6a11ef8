package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.parcel.RefusalPage.SetAside;
import vn.banso.ledger.parcel.RefusalPage.Wanted;
import vn.banso.register.values.ScopeId;

/** The bytes of what was set aside of a feed. */
public final class RefusalForm {
    /**
     * Version 1. Wanted: version (1 byte), scope (8), device (16), incarnation (8), digest of the whole list (16), from (variable). A page: the
     * same, then how many, and of each: hash of the batch (32), reason (variable), 1 and the change id (8), or 0 for the whole batch.
     */
    public static final int VERSION = 1;

    private static final int LEAST = 34;

    private RefusalForm() {}

    /** Of a whole list: over all that is in it, one behind the other. */
    public static Digest digest(List<SetAside> all) {
        return Digest.of(write(all));
    }

    /** The list alone, as it rests in a store. */
    public static byte[] write(List<SetAside> all) {
        BytesOut out = new BytesOut(all.size() * 42);
        for (SetAside one : all) {
            out.bytes(one.batch().bytes()).varint(one.reason()).u8(one.change().isPresent() ? 1 : 0);
            one.change().ifPresent(c -> out.u64(c.value()));
        }
        return out.toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one list */
    public static List<SetAside> read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        List<SetAside> all = new ArrayList<>();
        while (in.left() > 0) {
            all.add(one(in));
        }
        return List.copyOf(all);
    }

    public static byte[] write(Wanted wanted) {
        return start(wanted.feed(), wanted.digest(), wanted.from()).toBytes();
    }

    public static Wanted readWanted(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        Wanted wanted = wanted(in);
        in.end();
        return wanted;
    }

    public static byte[] write(RefusalPage refusals) {
        return start(refusals.feed(), refusals.digest(), refusals.from()).varint(refusals.page().size()).bytes(write(refusals.page())).toBytes();
    }

    public static RefusalPage readPage(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        Wanted start = wanted(in);
        int count = Math.min(in.count(LEAST), RefusalPage.MOST + 1);
        List<SetAside> page = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            page.add(one(in));
        }
        if (count > RefusalPage.MOST) {
            throw new MalformedException(MalformedException.Reason.TOO_LARGE, "a page of more than " + RefusalPage.MOST);
        }
        in.end();
        return new RefusalPage(start.feed(), start.digest(), start.from(), List.copyOf(page));
    }

    private static BytesOut start(FeedId feed, Digest digest, int from) {
        return new BytesOut(64).u8(VERSION).u64(feed.scope().value()).device(feed.device()).u64(feed.incarnation())
                .u64(digest.hi()).u64(digest.lo()).varint(from);
    }

    private static Wanted wanted(BytesIn in) throws MalformedException {
        in.version(VERSION, "what was set aside");
        ScopeId scope = new ScopeId(in.u64());
        return new Wanted(new FeedId(in.device(), in.u64(), scope), new Digest(in.u64(), in.u64()), in.upTo(Integer.MAX_VALUE));
    }

    private static SetAside one(BytesIn in) throws MalformedException {
        Hash batch = in.hash();
        int reason = in.upTo(ChangeForm.LAST_NUMBER);
        return new SetAside(batch, in.flag() ? Optional.of(new ChangeId(in.u64())) : Optional.empty(), reason);
    }
}
