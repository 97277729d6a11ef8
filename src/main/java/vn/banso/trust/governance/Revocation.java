package vn.banso.trust.governance;

import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.ScopeId;

/**
 * One statement that a device may write no more.
 *
 * @param serial counts the revocations of the device, 1, 2, 3 …: a later one by an equal corrects the earlier, whatever the clocks say
 * @param only whether its author said that nothing else counts, whoever confirmed it
 * @param lastGood by feed, the last batches that still count, more than one where it forked or where a higher node has confirmed more than
 *     its author holds; of feeds not named, nothing does
 */
public record Revocation(ChangeId change, DeviceId author, DeviceId device, long serial, boolean only,
                         Map<String, SortedSet<Hash>> lastGood, String reason) {
    /** A line of the field {@code last_good}. */
    static final String ONLY = "only";

    /** Of equals, the one that decides comes last. */
    static final Comparator<Revocation> DECISIVE_LAST =
            Comparator.comparingLong(Revocation::serial).thenComparing(Revocation::change);

    private static final EntryType TYPE = Catalogue.REVOCATION;
    private static final Field DEVICE_KEY = TYPE.field("device_key");
    private static final Field LAST_GOOD = TYPE.field("last_good");
    private static final Field REASON = TYPE.field("reason");
    private static final Field SERIAL = TYPE.field("serial");
    private static final int PARTS = 4;

    /** Empty where the statement names no device. Lines that cannot be read name no good batch. */
    static Optional<Revocation> of(Statement s) {
        Map<String, SortedSet<Hash>> lastGood = new TreeMap<>();
        s.items(LAST_GOOD).forEach(line -> read(line, lastGood));
        return s.bytes(DEVICE_KEY).flatMap(Key::of).map(key -> new Revocation(s.change(), s.author(),
                DeviceId.ofKey(key.bytes()), s.entry().whole(SERIAL).orElse(0L), s.items(LAST_GOOD).contains(ONLY), lastGood, s.entry().text(REASON).orElse("")));
    }

    /** The same ends, as they are written again. */
    public List<Tip> ends() {
        return lastGood.entrySet().stream().flatMap(feed -> feed.getValue().stream().map(hash -> new Tip(
                new FeedId(device, Long.parseUnsignedLong(feed.getKey().substring(0, 16), 16), ScopeId.parse(feed.getKey().substring(17))), 1, hash))).toList();
    }

    Optional<Set<Hash>> lastGood(long incarnation, ScopeId scope) {
        return Optional.ofNullable(lastGood.get(feed(incarnation, scope)));
    }

    /** A line of the field {@code last_good}: {@code incarnation:scope:number:hash}, all but the number hexadecimal. */
    static String line(Tip tip) {
        return feed(tip.feed().incarnation(), tip.feed().scope()) + ":" + tip.number() + ":" + tip.hash();
    }

    private static String feed(long incarnation, ScopeId scope) {
        return String.format(Locale.ROOT, "%016x:%s", incarnation, scope);
    }

    private static void read(String line, Map<String, SortedSet<Hash>> lastGood) {
        String[] parts = line.split(":");
        if (parts.length == PARTS && parts[0].matches("[0-9a-f]{16}") && parts[1].matches("[0-9a-f]{16}") && parts[PARTS - 1].matches("[0-9a-f]{64}")) {
            Hash hash = new Hash(HexFormat.of().parseHex(parts[PARTS - 1]));
            lastGood.computeIfAbsent(parts[0] + ":" + parts[1], _ -> new TreeSet<>()).add(hash);
        }
    }
}
