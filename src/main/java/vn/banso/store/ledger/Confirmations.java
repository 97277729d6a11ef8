package vn.banso.store.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.Receipts;
import vn.banso.store.engine.NodeLock;

/** What an exchange passes on of receipts: only what is other since the ones that whoever gets them holds; and what was set aside, page by page. */
public final class Confirmations {
    private final NodeLock door;
    private final Receipts receipts;
    private final ReceiptDesk acknowledging;
    private final Function<ScopeId, Stream<Receipt.Head>> standing;

    Confirmations(NodeLock door, Receipts receipts, ReceiptDesk acknowledging, Function<ScopeId, Stream<Receipt.Head>> standing) {
        this.door = door;
        this.receipts = receipts;
        this.acknowledging = acknowledging;
        this.standing = standing;
    }

    /** The newest receipt held of that node, whole; empty where there is none. */
    public Optional<Receipt.Signed> newest(ScopeId scope, DeviceId node) {
        return door.alone(() -> receipts.newest(scope, node));
    }

    /**
     * The newest receipts of all nodes and incarnations, for somebody else. Not those of a node that was revoked: whoever hears of it
     * later would not take them, and two nodes that hold the same must not differ in them.
     *
     * @param marks of the receipts held there
     */
    public List<Receipt.News> since(ScopeId scope, Collection<Long> marks) {
        return door.alone(() -> standing.apply(scope).flatMap(head -> news(head, marks).stream()).toList());
    }

    private Optional<Receipt.News> news(Receipt.Head head, Collection<Long> marks) {
        long mark = head.mark();
        long since = marks.stream().filter(m -> m >>> 32 == mark >>> 32).mapToLong(m -> m & 0xffff_ffffL).max().orElse(0);
        return since >= head.serial() ? Optional.empty() : Optional.of(receipts.news(head, since));
    }

    /** A node has answered over a line: what another incarnation of it said before does not count any more. */
    public void answers(DeviceId node, long incarnation) {
        door.enter(() -> acknowledging.answers(node, incarnation));
    }

    /** A parcel was left in a folder. @param digest {@link vn.banso.ledger.parcel.Parcel#digest} of it */
    public void wrote(byte[] digest) {
        door.enter(() -> acknowledging.wrote(digest));
    }

    /**
     * A node has answered such a parcel in a folder. It counts as {@link #answers} where no answer to a later parcel, and none over a line since, is known.
     */
    public void answered(byte[] digest, DeviceId node, long incarnation) {
        door.enter(() -> acknowledging.answered(digest, node, incarnation));
    }

    /** Keeps a receipt of another node; false where it is not good, not an officer's, nothing new, or does not fit to the one held. */
    public boolean accept(Receipt.News receipt) {
        return door.alone(() -> acknowledging.accept(receipt));
    }

    /** Feeds that go on no more, by the word of their own device or because it was revoked: a have-list need not name them. */
    public Set<FeedId> closed(ScopeId scope) {
        return door.alone(() -> acknowledging.closed(scope));
    }

    /** What somebody holds, as he named it: closed feeds that he left out he holds where what is here of them makes up all that he says he holds. */
    public Have whole(Frame.HaveFrame named) {
        if (HaveForm.digest(named.have()).equals(named.all())) {
            return named.have();
        }
        Set<FeedId> closed = closed(named.have().scope());
        List<Tip> tips = new ArrayList<>(named.have().tips());
        door.alone(() -> acknowledging.tips(named.have().scope())).stream().filter(tip -> closed.contains(tip.feed())).forEach(tips::add);
        Have whole = new Have(named.have().scope(), tips, named.have().receipts(), named.have().redactions());
        return HaveForm.digest(whole).equals(named.all()) ? whole : named.have();
    }

    /** The pages of what others set aside that this node would like to have. */
    public List<RefusalPage.Wanted> wanted(ScopeId scope) {
        return door.alone(() -> receipts.wanted(scope));
    }

    /** Such a page, of this node itself or of another one; empty where it is not known here. */
    public Optional<RefusalPage> page(RefusalPage.Wanted wanted) {
        return door.alone(() -> receipts.aside().page(wanted));
    }

    /** What need not travel from here in a file any more, by the word of those to whom it goes. */
    public Have arrived(ScopeId scope) {
        return new Have(scope, door.alone(() -> acknowledging.arrived(scope)), List.of());
    }

    /** When the province last said what it holds of communes, as far as has been heard here. */
    public Optional<Instant> lastOfProvince() {
        return door.alone(acknowledging::lastOfProvince);
    }

    /** The ends of a device's feeds that the province says it holds, as far as has been heard here. */
    public List<Tip> byProvince(DeviceId author) {
        return door.alone(() -> acknowledging.confirmedOf(author));
    }

    /** What this node has confirmed of a device, up to these ends, and what a revocation took out of its register since. */
    public List<Tip> uncounted(DeviceId author) {
        return door.alone(() -> acknowledging.uncounted(author));
    }

    /** What is here of a device after these ends of its feeds: what does not count where no more of it is good. */
    public Uncounted after(DeviceId author, List<Tip> ends) {
        return door.alone(() -> acknowledging.after(author, ends));
    }

    /** Keeps such a page; false where no receipt speaks of it, or it is nothing new. */
    public boolean accept(RefusalPage refusals) {
        return door.alone(() -> acknowledging.accept(refusals));
    }
}
