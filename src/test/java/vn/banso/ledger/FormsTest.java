package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.change.Stamp;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Digest;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.ReceiptForm;
import vn.banso.ledger.parcel.RefusalForm;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.sample.Region;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** Every form gives back what it was given, and takes nothing but its own bytes. */
class FormsTest {
    private static final DeviceId AUTHOR = DeviceId.ofKey(new byte[32]);

    /** Reads a form and writes it again. */
    private interface Again {
        byte[] apply(byte[] bytes) throws MalformedException;
    }

    @Test
    void changesComeBackWithTheirIds() throws MalformedException {
        for (int seed = 0; seed < 200; seed++) {
            for (Change change : new RandomChanges(seed, AUTHOR).list(20)) {
                assertThat(ChangeForm.read(ChangeForm.write(change))).as("seed " + seed).isEqualTo(change);
            }
        }
    }

    @Test
    void anIdIsAsItWasOnTheFirstDay() {
        Change change = Change.of(1, 2, new EntryId(1, 2), AUTHOR, new Stamp(3),
                new TreeMap<>(java.util.Map.of(17, new Value.Text("Nông Thị Lụa"))), new TreeMap<>());
        assertThat(change.id()).hasToString("6ae93d30700aa332");
    }

    @Test
    void bodiesComeBackWhateverIsInThem() throws MalformedException {
        for (int seed = 0; seed < 400; seed++) {
            List<Change> changes = new RandomChanges(seed, AUTHOR).list(seed % 50);
            BodyForm.Packed packed = BodyForm.pack(changes);
            assertThat(BodyForm.read(packed.bytes(), packed.plainLength(), changes.size(), AUTHOR)).as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(changes)
                    .isSortedAccordingTo(java.util.Comparator.comparing(Change::stamp));
        }
    }

    @Test
    void aBatchIsCutAtAbout64Kilobytes() {
        List<Change> all = new SampleChanges(3, Region.DELTA, 3_000, AUTHOR).all();
        int at = 0;
        while (at < all.size()) {
            int count = BodyForm.split(all.subList(at, all.size()));
            int size = BodyForm.pack(all.subList(at, at + count)).bytes().length;
            assertThat(size).isLessThanOrEqualTo(BodyForm.GOAL);
            assertThat(at + count == all.size() || size > BodyForm.GOAL * 3 / 4).as("%d changes make %d bytes", count, size).isTrue();
            at += count;
        }
        assertThat(BodyForm.split(all.subList(0, 1))).isEqualTo(1);
        assertThat(BodyForm.split(List.of(huge(200_000)))).isEqualTo(1);
        assertThat(BodyForm.split(List.of(huge(40_000), huge(40_001), huge(1_000)))).isEqualTo(1);
    }

    private static Change huge(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(bytes).nextBytes(noise);
        return Change.of(1, 2, new EntryId(bytes, 2), AUTHOR, new Stamp(3), new TreeMap<>(java.util.Map.of(20, new Value.Bytes(noise))),
                new TreeMap<>());
    }

    /** 993 bytes were three batches with 60,000 villages each. */
    @Test
    void aShortBodyHoldsFewChanges() throws MalformedException {
        BatchHeader h = header(1);
        byte[] good = HeaderForm.write(new BatchHeader(h.authorKey(), h.incarnation(), h.scope(), 1, h.previous(), h.schema(), h.keyId(), h.nonce(),
                16_000, 16_000, 15_999, h.bodyHash()));
        assertThat(HeaderForm.read(good).changes()).isEqualTo(16_000);
        byte[] dense = good.clone();
        dense[dense.length - Hash.LENGTH - 2] = (byte) 0xC8;
        dense[dense.length - Hash.LENGTH - 1] = 1;
        assertThatExceptionOfType(MalformedException.class).isThrownBy(() -> HeaderForm.read(dense))
                .matches(e -> e.reason() == MalformedException.Reason.TOO_LARGE);
    }

    @Test
    void headersTakeOnlyTheirOwnBytes() throws MalformedException {
        byte[] first = HeaderForm.write(header(1));
        byte[] later = HeaderForm.write(header(300));
        assertThat(first).hasSizeLessThanOrEqualTo(118);
        assertThat(later).hasSizeLessThanOrEqualTo(150);
        assertThat(HeaderForm.write(HeaderForm.read(later))).isEqualTo(later);
        onlyItsOwnBytes(first, b -> HeaderForm.write(HeaderForm.read(b)));
        onlyItsOwnBytes(later, b -> HeaderForm.write(HeaderForm.read(b)));
        assertThatThrownBy(() -> HeaderForm.write(new BatchHeader(new byte[32], 1, new ScopeId(1), 2, Hash.NONE, 1, 1, new byte[12], 1, 1,
                1, Hash.NONE))).isInstanceOf(IllegalArgumentException.class);
    }

    private static BatchHeader header(int number) {
        Hash previous = number == 1 ? Hash.NONE : Hash.sha256(new byte[number]);
        return new BatchHeader(new byte[32], 77, new ScopeId(5), number, previous, 1, 9, new byte[12], 100, 5_000, 1_400,
                Hash.sha256(new byte[3]));
    }

    @Test
    void receiptsTakeOnlyTheirOwnBytes() throws MalformedException {
        SortedMap<FeedId, Receipt.Feed> feeds = feeds(200);
        Receipt receipt = new Receipt(new byte[32], 4, 200, SCOPE, feeds);
        byte[] head = ReceiptForm.write(receipt);
        onlyItsOwnBytes(head, b -> ReceiptForm.write(ReceiptForm.readHead(b)));
        Receipt.News whole = new Receipt.Signed(receipt, head, new byte[64]).whole();
        assertThat(whole.over(feeds(7)).orElseThrow().receipt()).as("whoever gets all needs nothing").isEqualTo(receipt);
        onlyItsOwnBytes(ReceiptForm.write(whole), b -> ReceiptForm.write(ReceiptForm.readNews(b)));
    }

    private static final ScopeId SCOPE = new ScopeId(8);

    private static SortedMap<FeedId, Receipt.Feed> feeds(int number) {
        SortedMap<FeedId, Receipt.Feed> feeds = new TreeMap<>(HaveForm.FEEDS);
        feeds.put(new FeedId(AUTHOR, 7, SCOPE), new Receipt.Feed(List.of(new Receipt.End(3, Hash.sha256(new byte[1]), 3)), Optional.empty()));
        feeds.put(new FeedId(AUTHOR, -8, SCOPE), new Receipt.Feed(List.of(new Receipt.End(number, Hash.sha256(new byte[2]), 5),
                new Receipt.End(number, Hash.sha256(new byte[6]), 0)), Optional.of(new Receipt.Aside(4, new Digest(1, -2)))));
        return feeds;
    }

    @Test
    void whatIsOtherSinceAnEarlierReceiptTogetherWithThatIsTheReceipt() throws MalformedException {
        Receipt later = new Receipt(new byte[32], 4, 201, SCOPE, feeds(201));
        SortedMap<FeedId, Receipt.Feed> earlier = feeds(200);
        FeedId gone = new FeedId(AUTHOR, 9, SCOPE);
        earlier.put(gone, new Receipt.Feed(List.of(new Receipt.End(1, Hash.NONE, 0)), Optional.empty()));
        FeedId other = new FeedId(AUTHOR, -8, SCOPE);
        SortedMap<FeedId, Receipt.Feed> changed = new TreeMap<>(HaveForm.FEEDS);
        changed.put(other, later.feeds().get(other));
        changed.put(gone, new Receipt.Feed(List.of(), Optional.empty()));
        Receipt.News news = new Receipt.News(ReceiptForm.head(later), ReceiptForm.write(later), new byte[64], 200, changed);
        assertThat(news.over(earlier).orElseThrow().receipt()).isEqualTo(later);
        onlyItsOwnBytes(ReceiptForm.write(news), b -> ReceiptForm.write(ReceiptForm.readNews(b)));
        earlier.remove(new FeedId(AUTHOR, 7, SCOPE));
        assertThat(news.over(earlier)).as("over another one than its own it is nothing").isEmpty();
        changed.remove(gone);
        assertThat(new Receipt.News(news.head(), news.bytes(), news.signature(), 200, changed).over(earlier)).isEmpty();
    }

    @Test
    void whatWasSetAsideTakesOnlyItsOwnBytes() throws MalformedException {
        List<RefusalPage.SetAside> all = List.of(new RefusalPage.SetAside(Hash.sha256(new byte[3]), Optional.empty(), Reason.REVOKED.number()),
                new RefusalPage.SetAside(Hash.sha256(new byte[3]), Optional.of(new ChangeId(-5)), 99));
        RefusalPage page = new RefusalPage(new FeedId(AUTHOR, -8, SCOPE), RefusalForm.digest(all), 5, all);
        onlyItsOwnBytes(RefusalForm.write(page), b -> RefusalForm.write(RefusalForm.readPage(b)));
        assertThat(RefusalForm.readPage(RefusalForm.write(page))).isEqualTo(page);
        RefusalPage.Wanted wanted = new RefusalPage.Wanted(page.feed(), page.digest(), 300);
        onlyItsOwnBytes(RefusalForm.write(wanted), b -> RefusalForm.write(RefusalForm.readWanted(b)));
        assertThat(RefusalForm.read(RefusalForm.write(all))).isEqualTo(all);
        RefusalPage long1 = new RefusalPage(page.feed(), page.digest(), 0, Collections.nCopies(RefusalPage.MOST + 1, all.getFirst()));
        assertThatThrownBy(() -> RefusalForm.readPage(RefusalForm.write(long1))).isInstanceOf(MalformedException.class);
    }

    @Test
    void aHeaderMayCloseEarlierFeeds() throws MalformedException {
        BatchHeader h = header(2);
        BatchHeader closing = new BatchHeader(h.authorKey(), h.incarnation(), h.scope(), h.number(), h.previous(), h.schema(), h.keyId(), h.nonce(),
                h.changes(), h.plainLength(), h.sealedLength(), h.bodyHash(), List.of(new BatchHeader.Closing(5, 300, Hash.sha256(new byte[1])),
                        new BatchHeader.Closing(-5, 1, Hash.sha256(new byte[2]))));
        byte[] bytes = HeaderForm.write(closing);
        assertThat(HeaderForm.read(bytes).closes()).isEqualTo(closing.closes());
        assertThat(bytes).as("nothing where nothing is closed").hasSize(HeaderForm.write(h).length + 1 + 42 + 41);
        onlyItsOwnBytes(bytes, b -> HeaderForm.write(HeaderForm.read(b)));
    }

    @Test
    void haveListsAreEqualWhateverTheirOrder() throws MalformedException {
        ScopeId scope = new ScopeId(8);
        List<Tip> tips = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            tips.add(new Tip(new FeedId(new DeviceId(i % 5, -i), i % 2 - 1, scope), 1 + i % 3, Hash.sha256(new byte[i])));
        }
        List<Long> receipts = new ArrayList<>(List.of(5L, -1L, 3L));
        Have have = new Have(scope, List.copyOf(tips), List.copyOf(receipts));
        byte[] bytes = HaveForm.write(new Frame.HaveFrame(have));
        java.util.Collections.shuffle(tips, new Random(1));
        java.util.Collections.reverse(receipts);
        assertThat(HaveForm.digest(new Have(scope, tips, receipts))).isEqualTo(HaveForm.digest(have));
        assertThat(HaveForm.digest(new Have(scope, tips.subList(1, 20), receipts))).isNotEqualTo(HaveForm.digest(have));
        assertThat(HaveForm.read(bytes).have().tips()).containsExactlyInAnyOrderElementsOf(tips);
        onlyItsOwnBytes(bytes, b -> HaveForm.write(HaveForm.read(b)));
        Frame.HaveDigest digest = new Frame.HaveDigest(scope, HaveForm.digest(have), List.of(3L, -1L));
        onlyItsOwnBytes(HaveForm.write(digest), b -> HaveForm.write(HaveForm.readDigest(b)));
        SortedMap<FeedId, List<Tip>> feeds = HaveForm.byFeed(tips);
        feeds.put(new FeedId(new DeviceId(9, 9), 9, scope), List.of());
        Frame.HaveFeeds some = new Frame.HaveFeeds(scope, HaveForm.digest(have), List.of(3L, -1L), List.of(7L), feeds);
        onlyItsOwnBytes(HaveForm.write(some), b -> HaveForm.write(HaveForm.readFeeds(b)));
        assertThat(HaveForm.readFeeds(HaveForm.write(some)).feeds()).hasSize(feeds.size());
    }

    @Test
    void changesTakeOnlyTheirOwnBytes() throws MalformedException {
        for (Change change : new RandomChanges(12, AUTHOR).list(60)) {
            onlyItsOwnBytes(ChangeForm.write(change), b -> ChangeForm.write(ChangeForm.read(b)));
        }
    }

    /** Whatever is flipped, cut off or put behind: it is refused, or it is read as exactly these other bytes. */
    private static void onlyItsOwnBytes(byte[] bytes, Again again) {
        for (int bit = 0; bit < Math.min(bytes.length, 600) * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            same(flipped, again);
        }
        for (int length = 0; length < Math.min(bytes.length, 600); length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> again.apply(cut)).isInstanceOf(MalformedException.class);
        }
        assertThatThrownBy(() -> again.apply(Arrays.copyOf(bytes, bytes.length + 1))).isInstanceOf(MalformedException.class);
    }

    private static void same(byte[] bytes, Again again) {
        try {
            assertThat(again.apply(bytes)).isEqualTo(bytes);
        } catch (MalformedException e) {
            assertThat(e).isNotNull();
        }
    }
}
