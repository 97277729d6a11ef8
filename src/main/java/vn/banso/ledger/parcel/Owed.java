package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;

/**
 * Which batches to send to a peer that named the ends of what it holds. Nothing is remembered between two exchanges: both
 * sides compare what they hold each time, so a peer that was restored from an old backup is simply sent the rest.
 *
 * <p>A feed is a line, or a tree where it forked. A tip that we hold too tells everything: the peer has that batch, all
 * before it, and none after it. A tip we have never seen tells only its number:
 *
 * <ul>
 *   <li>It is not above our highest number: the branches part somewhere below, nobody knows where. We send all of the feed
 *       that no known tip covers.
 *   <li>It is above: the peer is ahead of us, most likely on our own line, and will send. We send only what certainly is
 *       missing there, the batches after tips we know. Once the peer's part has come, its tips are known and the next round
 *       is exact.
 * </ul>
 *
 * <p>Of two nodes one is not below the other, so one of them always sends, and two rounds make both hold the same, however the
 * feed forked. What has come twice is {@linkplain vn.banso.ledger.merge.Intake.Outcome.Known known} and costs only its bytes.
 */
public final class Owed {
    private Owed() {}

    /** A placed batch of a feed, in any standing: its number, its hash, and the hash before it. */
    public record Link(int number, Hash hash, Hash previous) {}

    /**
     * The batches to send for one scope: who may write first, then small feeds, and within a feed every batch after the one it follows, so that a
     * peer which receives only the beginning can place all of it.
     *
     * @param ours the ends of all branches we hold
     * @param theirs the ends the peer named; empty where it holds nothing, or said nothing
     * @param links all placed batches of a feed, in any order; asked only for feeds of which the peer does not name every tip
     */
    public static List<Hash> batches(Collection<Tip> ours, Collection<Tip> theirs, Function<FeedId, List<Link>> links) {
        if (new HashSet<>(theirs).containsAll(ours)) {
            return List.of();
        }
        Map<FeedId, List<Tip>> named = theirs.stream().collect(Collectors.groupingBy(Tip::feed));
        Map<FeedId, List<Tip>> held = ours.stream()
                .collect(Collectors.groupingBy(Tip::feed, LinkedHashMap::new, Collectors.toList()));
        List<Part> feeds = new ArrayList<>();
        held.forEach((feed, tips) -> {
            List<Tip> peer = named.getOrDefault(feed, List.of());
            if (!peer.containsAll(tips)) {
                feeds.add(new Part(feed, ofFeed(links.apply(feed), peer)));
            }
        });
        feeds.sort(Comparator.comparing((Part part) -> !part.feed().governs()).thenComparing(part -> part.batches().size()));
        return feeds.stream().flatMap(part -> part.batches().stream()).toList();
    }

    private record Part(FeedId feed, List<Hash> batches) {}

    /** What to send of one feed, every batch after the one it follows. */
    static List<Hash> ofFeed(List<Link> links, List<Tip> theirs) {
        List<Link> upwards = links.stream().sorted(Comparator.comparing(Link::number).thenComparing(Link::hash)).toList();
        Map<Hash, Link> known = new HashMap<>();
        upwards.forEach(l -> known.put(l.hash(), l));
        int highest = upwards.isEmpty() ? 0 : upwards.getLast().number();
        boolean ahead = theirs.stream().anyMatch(t -> t.number() > highest && !known.containsKey(t.hash()));
        Set<Hash> tips = theirs.stream().map(Tip::hash).filter(known::containsKey).collect(Collectors.toSet());
        return ahead ? after(tips, upwards) : notUpTo(tips, upwards);
    }

    private static List<Hash> notUpTo(Set<Hash> tips, List<Link> upwards) {
        Set<Hash> covered = new HashSet<>(tips);
        for (Link link : upwards.reversed()) {
            if (covered.contains(link.hash())) {
                covered.add(link.previous());
            }
        }
        return upwards.stream().map(Link::hash).filter(h -> !covered.contains(h)).toList();
    }

    private static List<Hash> after(Set<Hash> tips, List<Link> upwards) {
        Set<Hash> behind = new HashSet<>(tips);
        List<Hash> missing = new ArrayList<>();
        for (Link link : upwards) {
            if (behind.contains(link.previous())) {
                behind.add(link.hash());
                missing.add(link.hash());
            }
        }
        return missing;
    }
}
