package vn.banso.trust.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.EntryId;
import vn.banso.trust.Laptop;
import vn.banso.trust.Province;
import vn.banso.trust.crypto.Redactions.Contents;
import vn.banso.trust.crypto.Redactions.Removed;

/** What takes the place of a batch: nothing but what its author wrote, for those who hold that batch. */
class RedactionsTest {
    private final Laptop author = new Laptop("Bàn Thị Mùi");
    private final Laptop officer = new Laptop("Triệu Văn Sình");
    private final Contents whole;
    private final Batch before;
    private final Batch batch;

    RedactionsTest() {
        ScopeKey key = ScopeKey.fresh(Province.SANG_MOC, 1);
        author.ring.add(key);
        officer.ring.add(key);
        before = author.seals(Province.SANG_MOC, author.create(Province.household()));
        List<Change> changes = List.of(author.create(Province.household()), author.create(Province.household()), author.create(Province.household()));
        batch = author.seals(Province.SANG_MOC, changes);
        whole = Contents.whole(changes);
    }

    private RedactionFrame of(Batch original, Contents contents) {
        return Redactions.redact(officer.keys, officer.ring, original, contents).orElseThrow();
    }

    private Contents without(int count) {
        List<Change> gone = whole.left().subList(0, count);
        return whole.without(gone::contains);
    }

    private static RedactionFrame withHeader(RedactionFrame frame, byte[] header) {
        return new RedactionFrame(header, frame.signature(), frame.body(), frame.nonce(), frame.changes(), frame.plainLength(), frame.officerKey(),
                frame.officerSignature());
    }

    @Test
    void whatRemainsAndWhatWasRemovedAreTogetherWhatTheAuthorWrote() throws Exception {
        for (int removed = 0; removed <= 3; removed++) {
            RedactionFrame frame = of(batch, without(removed));
            Contents found = Redactions.contents(officer.ring, frame).orElseThrow();
            assertThat(found.left()).containsExactlyInAnyOrderElementsOf(without(removed).left());
            assertThat(found.removed()).containsExactlyInAnyOrderElementsOf(without(removed).removed());
            assertThat(((Opened.Changes) Redactions.open(officer.ring, frame)).changes()).isEqualTo(found.left());
        }
        Contents one = without(1);
        Removed invented = new Removed(one.removed().getFirst().type(), one.removed().getFirst().entry(), new ChangeId(7));
        Change slippedIn = author.create(Province.household());
        for (Contents wrong : List.of(new Contents(one.left(), List.of()), new Contents(one.left(), List.of(invented)),
                new Contents(whole.left(), one.removed()), new Contents(List.of(whole.left().get(0), whole.left().get(1), slippedIn), List.of()))) {
            assertThat(Redactions.contents(officer.ring, of(batch, wrong))).isEmpty();
            assertThat(Redactions.open(officer.ring, of(batch, wrong))).isInstanceOf(Opened.Unreadable.class);
        }
    }

    @Test
    void whoeverHoldsTheBatchIsConcerned() {
        RedactionFrame frame = of(batch, without(1));
        assertThat(Redactions.concerns(frame, List.of(Laptop.tip(batch)))).isTrue();
        assertThat(Redactions.concerns(frame, List.of(new Tip(batch.feed(), 9, Hash.NONE)))).isTrue();
        assertThat(Redactions.concerns(frame, List.of(Laptop.tip(before)))).as("not so far yet").isFalse();
        Laptop other = new Laptop("");
        other.ring.addAll(author.ring.all());
        assertThat(Redactions.concerns(frame, List.of(new Tip(other.writes(List.of(Province.household())).feed(), 9, Hash.NONE)))).as("another feed").isFalse();
        assertThat(Redactions.concerns(frame, List.of())).isFalse();
    }

    @Test
    void theLessIsLeftTheHigherTheMark() {
        for (int removed = 0; removed < 3; removed++) {
            assertThat(Redactions.mark(of(batch, without(removed + 1)))).isEqualTo(Redactions.mark(of(batch, without(removed))) + 1);
        }
        long other = Redactions.mark(of(before, new Contents(List.of(), List.of())));
        assertThat(other >>> 32).isNotEqualTo(Redactions.mark(of(batch, without(1))) >>> 32);
        assertThat(other & 0xffff_ffffL).isEqualTo(0xffff_ffffL);
    }

    @Test
    void aHeaderThatIsNoneIsNobodys() {
        RedactionFrame frame = of(batch, without(1));
        RedactionFrame broken = withHeader(frame, new byte[3]);
        assertThat(Redactions.isGenuine(broken)).isFalse();
        assertThat(Redactions.concerns(broken, List.of(Laptop.tip(batch)))).isFalse();
        assertThat(Redactions.open(officer.ring, broken)).isInstanceOf(Opened.Unreadable.class);
        byte[] later = frame.header().clone();
        later[0] = 99;
        assertThat(Redactions.open(officer.ring, withHeader(frame, later))).isInstanceOf(Opened.Newer.class);
    }

    @Test
    void whatWasRemovedStandsInAnOrderOfItsOwn() {
        Removed first = new Removed(1, new EntryId(1, 9), new ChangeId(1));
        Removed second = new Removed(1, new EntryId(1, 3), new ChangeId(2));
        assertThat(first).isLessThan(second).isEqualByComparingTo(first);
        assertThat(second).isGreaterThan(first);
    }
}
