package vn.banso.ledger.parcel;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;

/**
 * What a node states of a scope: these feeds I hold up to here, so much of them is part of my register, and so many things I set aside. A
 * receipt is cumulative: the one with the highest serial replaces the earlier ones of the same node, incarnation and scope.
 *
 * @param nodeKey public signing key of the node that states it
 * @param feeds every feed that the node holds
 */
public record Receipt(byte[] nodeKey, long incarnation, long serial, ScopeId scope, SortedMap<FeedId, Feed> feeds) {

    /**
     * What is stated of one feed.
     *
     * @param ends of all its branches
     * @param aside how much of it was set aside; empty where nothing was
     */
    public record Feed(List<End> ends, Optional<Aside> aside) {}

    /** @param applied up to which number everything is part of the register, or set aside; 0 where it is only carried */
    public record End(int number, Hash tip, int applied) {}

    /**
     * How much of a feed was set aside; what it is, {@link RefusalPage} tell.
     *
     * @param digest over all of it
     */
    public record Aside(int count, Digest digest) {}

    /** One end of one feed. */
    public record Line(DeviceId device, long incarnation, int number, Hash tip, int applied) {}

    /** Of these lines, with nothing set aside. */
    public static Receipt of(byte[] nodeKey, long incarnation, long serial, ScopeId scope, List<Line> lines) {
        SortedMap<FeedId, Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
        lines.forEach(l -> feeds.merge(new FeedId(l.device(), l.incarnation(), scope),
                new Feed(List.of(new End(l.number(), l.tip(), l.applied())), Optional.empty()), Receipt::both));
        return new Receipt(nodeKey, incarnation, serial, scope, feeds);
    }

    private static Feed both(Feed one, Feed other) {
        List<End> ends = new ArrayList<>(one.ends());
        ends.addAll(other.ends());
        return new Feed(ends, one.aside());
    }

    /** Every end of every feed. */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        feeds.forEach((feed, state) -> state.ends()
                .forEach(e -> lines.add(new Line(feed.device(), feed.incarnation(), e.number(), e.tip(), e.applied()))));
        return lines;
    }

    /** The node's have-list, as far as a receipt tells it. */
    public List<Tip> tips() {
        List<Tip> tips = new ArrayList<>();
        feeds.forEach((feed, state) -> state.ends().forEach(e -> tips.add(new Tip(feed, e.number(), e.tip()))));
        return tips;
    }

    public DeviceId node() {
        return DeviceId.ofKey(nodeKey);
    }

    /** How many things are set aside. */
    public int setAside() {
        return feeds.values().stream().flatMap(f -> f.aside().stream()).mapToInt(Aside::count).sum();
    }

    /**
     * What is signed: who states it, and the hash of all that is stated.
     *
     * @param feeds how many
     * @param content {@link ReceiptForm#content} of all feeds
     */
    public record Head(byte[] nodeKey, long incarnation, long serial, ScopeId scope, int feeds, Hash content) {
        public DeviceId node() {
            return DeviceId.ofKey(nodeKey);
        }

        /**
         * What a have-list names the receipt by: 32 bits of its node, incarnation and scope, then the 32 bits of its serial. Of two
         * marks with equal upper halves the greater replaces the other.
         */
        public long mark() {
            return mark(node(), incarnation, scope, serial);
        }

        /** The mark that a receipt with this serial has. */
        public static long mark(DeviceId node, long incarnation, ScopeId scope, long serial) {
            byte[] line = ByteBuffer.allocate(32).put(node.bytes()).putLong(incarnation).putLong(scope.value()).array();
            return (long) ByteBuffer.wrap(Hash.sha256(line).bytes()).getInt() << 32 | serial & 0xffff_ffffL;
        }
    }

    /** A whole receipt: the exact bytes of its head, and the node's Ed25519 signature over them. */
    public record Signed(Receipt receipt, byte[] bytes, byte[] signature) {
        public long mark() {
            return Head.mark(receipt.node(), receipt.incarnation, receipt.scope, receipt.serial);
        }

        /** All of it, for whoever holds none of that node. */
        public News whole() {
            return new News(ReceiptForm.head(receipt), bytes, signature, 0, receipt.feeds);
        }
    }

    /**
     * A receipt as it travels to somebody who holds an earlier one: what is other since. Only together with that is it what was signed.
     *
     * @param since serial of the earlier receipt, 0 for none
     * @param changed the feeds of which something else was stated since; one without ends is stated no more
     */
    public record News(Head head, byte[] bytes, byte[] signature, long since, SortedMap<FeedId, Feed> changed) {

        /** The whole receipt; empty where it is not what was signed. */
        public Optional<Signed> over(Map<FeedId, Feed> earlier) {
            SortedMap<FeedId, Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
            if (since != 0) {
                feeds.putAll(earlier);
            }
            feeds.putAll(changed);
            feeds.values().removeIf(feed -> feed.ends().isEmpty());
            return feeds.size() == head.feeds() && ReceiptForm.content(feeds).equals(head.content())
                    ? Optional.of(new Signed(new Receipt(head.nodeKey(), head.incarnation(), head.serial(), head.scope(), feeds), bytes, signature))
                    : Optional.empty();
        }
    }
}
