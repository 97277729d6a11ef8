package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Receipt.Aside;
import vn.banso.ledger.parcel.Receipt.End;
import vn.banso.ledger.parcel.Receipt.Feed;
import vn.banso.ledger.parcel.Receipt.Head;
import vn.banso.ledger.parcel.Receipt.News;
import vn.banso.register.values.ScopeId;

/** The bytes of a receipt: the head, which the node that states it signs, and what is other since an earlier one. */
public final class ReceiptForm {
    /**
     * Version 1. Head: version (1 byte), node's public key (32), incarnation (8), serial (variable), scope (8), how many feeds (variable),
     * SHA-256 over all feeds, one behind the other (32). A feed: device (16), incarnation (8), how much of it is set aside (variable) and, unless
     * that is 0, the digest of that (16); how many ends, and of each, rising by number and hash: number (variable), hash (32), up to
     * which number it is applied (variable). News: head, signature (64), serial of the earlier receipt (variable), how many feeds are other
     * since, and those, rising by device and incarnation; one without ends is stated no more.
     */
    public static final int VERSION = 1;

    private static final Comparator<End> ENDS = Comparator.comparing(End::number).thenComparing(End::tip);
    private static final int LEAST_FEED = 26;
    private static final int LEAST_END = 34;

    private ReceiptForm() {}

    /** What is signed. */
    public static byte[] write(Receipt receipt) {
        return write(head(receipt));
    }

    public static Head head(Receipt receipt) {
        return new Head(receipt.nodeKey(), receipt.incarnation(), receipt.serial(), receipt.scope(), receipt.feeds().size(),
                content(receipt.feeds()));
    }

    /** SHA-256 over all feeds. */
    static Hash content(SortedMap<FeedId, Feed> feeds) {
        BytesOut out = new BytesOut(feeds.size() * 64);
        feeds.forEach((id, feed) -> feed(out, id, feed));
        return Hash.sha256(out.toBytes());
    }

    public static byte[] write(Head head) {
        return new BytesOut(104).u8(VERSION).bytes(head.nodeKey(), 0, HeaderForm.KEY_LENGTH).u64(head.incarnation()).varint(head.serial())
                .u64(head.scope().value()).varint(head.feeds()).bytes(head.content().bytes()).toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one head of a version this program can read */
    public static Head readHead(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        Head head = head(in);
        in.end();
        return head;
    }

    private static Head head(BytesIn in) throws MalformedException {
        in.version(VERSION, "a receipt");
        return new Head(in.bytes(HeaderForm.KEY_LENGTH), in.u64(), in.varint(), new ScopeId(in.u64()), in.upTo(Integer.MAX_VALUE), in.hash());
    }

    /** How many bytes it takes on its way. */
    public static int length(News news) {
        return write(news).length;
    }

    public static byte[] write(News news) {
        BytesOut out = new BytesOut(192 + news.changed().size() * 64).bytes(news.bytes())
                .bytes(news.signature(), 0, FrameForm.SIGNATURE_LENGTH).varint(news.since()).varint(news.changed().size());
        news.changed().forEach((id, feed) -> feed(out, id, feed));
        return out.toBytes();
    }

    public static News readNews(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        Head head = head(in);
        byte[] signed = new BytesIn(bytes).bytes(in.at());
        byte[] signature = in.bytes(FrameForm.SIGNATURE_LENGTH);
        long since = in.varint();
        int count = in.count(LEAST_FEED);
        SortedMap<FeedId, Feed> changed = new TreeMap<>(HaveForm.FEEDS);
        for (int i = 0; i < count; i++) {
            FeedId id = new FeedId(in.device(), in.u64(), head.scope());
            if (i > 0 && HaveForm.FEEDS.compare(changed.lastKey(), id) >= 0) {
                throw BytesIn.damaged("feeds out of order");
            }
            changed.put(id, feed(in));
        }
        in.end();
        return new News(head, signed, signature, since, changed);
    }

    /** What is stated of one feed, without its name, as it rests in a store. */
    public static byte[] write(Feed feed) {
        return state(new BytesOut(64), feed).toBytes();
    }

    /** @throws MalformedException where the bytes are not exactly one */
    public static Feed readFeed(byte[] bytes) throws MalformedException {
        BytesIn in = new BytesIn(bytes);
        Feed feed = feed(in);
        in.end();
        return feed;
    }

    private static void feed(BytesOut out, FeedId id, Feed feed) {
        state(out.device(id.device()).u64(id.incarnation()), feed);
    }

    private static BytesOut state(BytesOut out, Feed feed) {
        out.varint(feed.aside().map(Aside::count).orElse(0));
        feed.aside().ifPresent(a -> out.u64(a.digest().hi()).u64(a.digest().lo()));
        List<End> ends = feed.ends().stream().sorted(ENDS).toList();
        out.varint(ends.size());
        ends.forEach(e -> out.varint(e.number()).bytes(e.tip().bytes()).varint(e.applied()));
        return out;
    }

    private static Feed feed(BytesIn in) throws MalformedException {
        int aside = in.upTo(Integer.MAX_VALUE);
        Optional<Aside> much = aside == 0 ? Optional.empty() : Optional.of(new Aside(aside, new Digest(in.u64(), in.u64())));
        int count = in.count(LEAST_END);
        List<End> ends = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int number = in.upTo(Integer.MAX_VALUE);
            End end = new End(number, in.hash(), in.upTo(number));
            if (i > 0 && ENDS.compare(ends.getLast(), end) >= 0) {
                throw BytesIn.damaged("ends out of order");
            }
            ends.add(end);
        }
        return new Feed(List.copyOf(ends), much);
    }
}
