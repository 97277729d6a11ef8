package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;

/**
 * The bytes of what a node says that it holds of a scope: all of it, in short, or of some feeds alone. In one order whatever the order
 * in the list: equal holdings give equal bytes.
 */
public final class HaveForm {
    /**
     * Version 1. All: version (1 byte), scope (8), digest (16), receipts, redactions, feeds. In short: version, scope, digest (16), receipts. Some: version,
     * scope, digest, receipts, redactions, feeds. Receipts and redactions: how many, and of each, rising, its mark (8). Feeds: how
     * many, and of each, rising by device and incarnation: device (16), incarnation (8), how many ends, and of each, rising by number
     * and hash: number (variable), hash (32). Only where some feeds are named may one be without an end.
     */
    public static final int VERSION = 1;

    /** By device, then incarnation as an unsigned number. */
    public static final Comparator<FeedId> FEEDS =
            Comparator.comparing(FeedId::device).thenComparing(FeedId::incarnation, Long::compareUnsigned);

    private static final Comparator<Tip> ENDS = Comparator.comparing(Tip::number).thenComparing(Tip::hash);
    private static final int LEAST_FEED = 25;
    private static final int LEAST_END = 33;

    private HaveForm() {}

    /** All. */
    public static byte[] write(Frame.HaveFrame frame) {
        Have have = frame.have();
        BytesOut out = new BytesOut(48 + have.tips().size() * 60 + have.receipts().size() * 8);
        out.u8(VERSION).u64(have.scope().value()).u64(frame.all().hi()).u64(frame.all().lo());
        marks(out, have.receipts());
        return content(out, have).toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one have-list of a version this program can read */
    public static Frame.HaveFrame read(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a have-list");
        ScopeId scope = new ScopeId(in.u64());
        Digest all = new Digest(in.u64(), in.u64());
        List<Long> receipts = marks(in);
        List<Long> redactions = marks(in);
        List<Tip> tips = feeds(in, scope, 1).values().stream().flatMap(List::stream).toList();
        in.end();
        return new Frame.HaveFrame(new Have(scope, tips, receipts, redactions), all);
    }

    public static byte[] write(Frame.HaveDigest have) {
        BytesOut out = new BytesOut(64).u8(VERSION).u64(have.scope().value()).u64(have.digest().hi()).u64(have.digest().lo());
        return marks(out, have.receipts()).toBytes();
    }

    public static Frame.HaveDigest readDigest(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a have-list in short");
        Frame.HaveDigest have = new Frame.HaveDigest(new ScopeId(in.u64()), new Digest(in.u64(), in.u64()), marks(in));
        in.end();
        return have;
    }

    public static byte[] write(Frame.HaveFeeds have) {
        BytesOut out = new BytesOut(64 + have.feeds().size() * 60).u8(VERSION).u64(have.scope().value())
                .u64(have.digest().hi()).u64(have.digest().lo());
        marks(out, have.receipts());
        marks(out, have.redactions());
        return feeds(out, have.feeds()).toBytes();
    }

    public static Frame.HaveFeeds readFeeds(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        in.version(VERSION, "a have-list of some feeds");
        ScopeId scope = new ScopeId(in.u64());
        Frame.HaveFeeds have = new Frame.HaveFeeds(scope, new Digest(in.u64(), in.u64()), marks(in), marks(in), feeds(in, scope, 0));
        in.end();
        return have;
    }

    /** Equal on two nodes that hold the same batches of this scope, in whatever order they tell it; receipts are named one by one. */
    public static Digest digest(Have have) {
        return Digest.of(content(new BytesOut(32 + have.tips().size() * 60).u64(have.scope().value()), have).toBytes());
    }

    /** The ends of feeds, feed by feed. */
    public static SortedMap<FeedId, List<Tip>> byFeed(Collection<Tip> tips) {
        SortedMap<FeedId, List<Tip>> feeds = new TreeMap<>(FEEDS);
        tips.forEach(tip -> feeds.computeIfAbsent(tip.feed(), _ -> new ArrayList<>(1)).add(tip));
        return feeds;
    }

    private static BytesOut content(BytesOut out, Have have) {
        if (have.tips().stream().anyMatch(tip -> !tip.feed().scope().equals(have.scope()))) {
            throw new IllegalArgumentException("a feed of another scope");
        }
        marks(out, have.redactions());
        return feeds(out, byFeed(have.tips()));
    }

    private static BytesOut marks(BytesOut out, List<Long> marks) {
        List<Long> rising = marks.stream().distinct().sorted(Long::compareUnsigned).toList();
        out.varint(rising.size());
        rising.forEach(out::u64);
        return out;
    }

    private static List<Long> marks(BytesIn in) throws MalformedException {
        int count = in.count(8);
        List<Long> marks = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            long mark = in.u64();
            if (i > 0 && Long.compareUnsigned(marks.getLast(), mark) >= 0) {
                throw BytesIn.damaged("marks out of order");
            }
            marks.add(mark);
        }
        return List.copyOf(marks);
    }

    private static BytesOut feeds(BytesOut out, SortedMap<FeedId, List<Tip>> feeds) {
        out.varint(feeds.size());
        feeds.forEach((feed, all) -> {
            List<Tip> ends = all.stream().distinct().sorted(ENDS).toList();
            out.device(feed.device()).u64(feed.incarnation()).varint(ends.size());
            ends.forEach(end -> out.varint(end.number()).bytes(end.hash().bytes()));
        });
        return out;
    }

    private static SortedMap<FeedId, List<Tip>> feeds(BytesIn in, ScopeId scope, int leastEnds) throws MalformedException {
        int count = in.count(LEAST_FEED);
        SortedMap<FeedId, List<Tip>> feeds = new TreeMap<>(FEEDS);
        for (int i = 0; i < count; i++) {
            FeedId feed = new FeedId(in.device(), in.u64(), scope);
            if (i > 0 && FEEDS.compare(feeds.lastKey(), feed) >= 0) {
                throw BytesIn.damaged("feeds out of order");
            }
            feeds.put(feed, ends(in, feed, leastEnds));
        }
        return feeds;
    }

    private static List<Tip> ends(BytesIn in, FeedId feed, int least) throws MalformedException {
        int count = in.count(LEAST_END);
        if (count < least) {
            throw BytesIn.damaged("a feed without an end");
        }
        List<Tip> ends = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Tip tip = new Tip(feed, in.upTo(Integer.MAX_VALUE), in.hash());
            if (i > 0 && ENDS.compare(ends.getLast(), tip) >= 0) {
                throw BytesIn.damaged("ends out of order");
            }
            ends.add(tip);
        }
        return List.copyOf(ends);
    }
}
