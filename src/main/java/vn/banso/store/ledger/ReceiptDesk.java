package vn.banso.store.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.FeedTips;
import vn.banso.store.batches.Receipts;
import vn.banso.store.batches.Receipts.Level;
import vn.banso.store.batches.RecordState;
import vn.banso.store.node.NodeContext;
import vn.banso.store.node.TrustState;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.governance.Role;

/** Who has confirmed what: signs this node's receipts, judges those of others, and tells what still needs one. */
public final class ReceiptDesk {
    private final NodeContext in;
    private final TrustState trusted;
    private final Receipts receipts;
    private final FeedTips holdings;
    private final BatchLevels levels;
    private final RecordStates states;
    private final WhereaboutsList whereabouts;

    ReceiptDesk(NodeContext in, TrustState trusted, Receipts receipts, FeedTips holdings) {
        this.in = in;
        this.trusted = trusted;
        this.receipts = receipts;
        this.holdings = holdings;
        this.levels = new BatchLevels(in, receipts, trusted);
        this.states = new RecordStates(in, receipts, levels);
        this.whereabouts = new WhereaboutsList(in, states);
    }

    Optional<Receipt.Signed> sign(ScopeId scope) {
        if (trusted.roles(in.self(), scope).stream().noneMatch(role -> mayConfirm(role, scope))) {
            return Optional.empty();
        }
        return Optional.of(in.db.write(() -> receipts.sign(scope, holdings.tips(scope), in.incarnation(),
                trusted.level(in.self(), scope), in.clock().millis())));
    }

    /** Of the governance scope, which every node holds, the province's word is enough: hundreds of offices would drown everybody. */
    private boolean mayConfirm(Role role, ScopeId scope) {
        return scope.equals(trusted.governance()) ? role == Role.PROVINCE : role.isOfficer();
    }

    /** @return whether it is good and says something new */
    boolean accept(Receipt.News news) {
        Receipt.Head head = news.head();
        DeviceId node = head.node();
        boolean good = trusted.roles(node, head.scope()).stream().anyMatch(role -> mayConfirm(role, head.scope()))
                && trusted.grants().isLive(node, head.scope())
                && DeviceKeys.verify(head.nodeKey(), Purpose.RECEIPT, news.bytes(), news.signature());
        return good && in.db.write(() -> heard(head.scope(), Set.of(node), () -> receipts.keep(news, trusted.level(node, head.scope()))));
    }

    /** The node itself has answered, in this incarnation. */
    public void answers(DeviceId node, long incarnation) {
        current(node, () -> receipts.incarnations().answers(node, incarnation));
    }

    void wrote(byte[] letter) {
        in.db.commit(() -> receipts.incarnations().wrote(letter));
    }

    void answered(byte[] letter, DeviceId node, long incarnation) {
        current(node, () -> receipts.incarnations().answered(letter, node, incarnation));
    }

    private void current(DeviceId node, BooleanSupplier isAnother) {
        in.db.commit(() -> {
            if (isAnother.getAsBoolean()) {
                in.db.sql("SELECT DISTINCT scope FROM receipt WHERE node = ?").put(node.bytes()).list(row -> row.scope(1)).forEach(levels::recount);
            }
        });
    }

    /** @return whether it belongs to a receipt that is here, and says something new */
    boolean accept(RefusalPage refusals) {
        ScopeId scope = refusals.feed().scope();
        return in.db.write(() -> heard(scope, receipts.heads(scope).stream().map(Receipt.Head::node).collect(Collectors.toSet()),
                () -> receipts.keep(refusals)));
    }

    private boolean heard(ScopeId scope, Set<DeviceId> nodes, BooleanSupplier keep) {
        Map<DeviceId, Optional<Receipts.Current>> before = nodes.stream().filter(node -> !node.equals(in.self()))
                .collect(Collectors.toMap(Function.identity(), node -> receipts.current(scope, node)));
        boolean news = keep.getAsBoolean();
        if (news) {
            before.forEach((node, was) -> receipts.current(scope, node).filter(now -> !was.equals(Optional.of(now)))
                    .ifPresent(now -> levels.heard(scope, was, now)));
        }
        return news;
    }

    /** The batches of which that node has not said that it holds them; empty: nobody to whom a file from here goes. */
    List<Hash> withoutReceipt(Optional<DeviceId> of) {
        List<Hash> all = new ArrayList<>();
        holdings.scopes().forEach(scope -> all.addAll(holdings.lacking(scope,
                of.map(node -> confirmed(scope, c -> c.signed().receipt().node().equals(node))).orElseGet(() -> arrived(scope)))));
        return all;
    }

    /**
     * The ends of what need not travel from here in a file any more. A laptop's file goes to its commune, whose word is enough: the
     * commune owes it to the province. A commune's own goes to the province.
     */
    List<Tip> arrived(ScopeId scope) {
        boolean office = trusted.roles(in.self(), scope).stream().anyMatch(Role::isOfficer);
        return confirmed(scope, c -> c.level() == Level.PROVINCE || c.level() == Level.COMMUNE && !office);
    }

    private List<Tip> confirmed(ScopeId scope, Predicate<Receipts.Current> by) {
        return receipts.current(scope).stream().filter(c -> trusted.grants().isLive(c.signed().receipt().node(), scope)).filter(by)
                .flatMap(c -> c.signed().receipt().tips().stream()).distinct().toList();
    }

    List<Tip> tips(ScopeId scope) {
        return holdings.tips(scope);
    }

    /** Feeds that go on no more: closed by their own device, or of a device that was revoked. */
    Set<FeedId> closed(ScopeId scope) {
        Set<FeedId> closed = new HashSet<>(in.db.sql("SELECT DISTINCT device, incarnation FROM closing WHERE scope = ?").put(scope)
                .list(row -> new FeedId(DeviceId.of(row.bytes(1)), row.number(2), scope)));
        holdings.tips(scope).stream().map(Tip::feed).filter(feed -> !trusted.grants().of(feed.device()).isEmpty()
                && !trusted.grants().isLive(feed.device(), scope)).forEach(closed::add);
        return closed;
    }

    /** The ends of a device's feeds that the province says it holds. */
    List<Tip> confirmedOf(DeviceId author) {
        return holdings.scopes().stream().flatMap(scope -> confirmed(scope, c -> c.level() == Level.PROVINCE).stream())
                .filter(t -> t.feed().device().equals(author)).toList();
    }

    /** The ends of a device's feeds of which this node has said that all before them counts, and which a revocation took out since. */
    List<Tip> uncounted(DeviceId author) {
        return holdings.scopes().stream().flatMap(scope -> receipts.newest(scope, in.self()).stream()).flatMap(own -> own.receipt().feeds().entrySet().stream())
                .filter(feed -> feed.getKey().device().equals(author) && feed.getValue().aside().isEmpty())
                .flatMap(feed -> feed.getValue().ends().stream().filter(e -> e.applied() == e.number()).map(e -> new Tip(feed.getKey(), e.number(), e.tip())))
                .filter(t -> in.shelf.reason(t.hash()).filter(Reason.REVOKED::equals).isPresent()).toList();
    }

    Uncounted after(DeviceId author, List<Tip> ends) {
        return new FeedsOfDevice(in).after(author, ends);
    }

    public void markHandedOver(List<Batch> batches) {
        in.db.commit(() -> batches.forEach(b -> {
            levels.handed(b);
            in.db.sql("UPDATE unvouched SET handed = 1 WHERE hash = ? AND handed = 0").put(b.hash().bytes()).run();
        }));
    }

    /** The same, and by what, as people call it. */
    public void markHandedOver(List<Batch> batches, String name) {
        in.db.commit(() -> {
            markHandedOver(batches);
            whereabouts.carry(batches, name);
        });
    }

    List<Whereabouts> whereabouts() {
        return whereabouts.gather();
    }

    public RecordStates recordStates() {
        return states;
    }

    Map<RecordState, Long> states() {
        return states.count(communes());
    }

    Optional<RecordState> state(ScopeId scope, EntryId id) {
        return states.of(scope, id);
    }

    /** The newest receipts of others that count, the newest first. */
    List<LastReceipt> last() {
        return in.db.sql("SELECT scope, node, serial, level, incarnation FROM receipt WHERE node <> ? AND level <> 'CARRIED' "
                        + "ORDER BY serial DESC").put(in.self().bytes())
                .list(row -> Map.entry(row.number(5), new LastReceipt(DeviceId.of(row.bytes(2)), row.scope(1),
                        Level.valueOf(row.text(4)) == Level.PROVINCE ? RecordState.PROVINCE : RecordState.COMMUNE,
                        Instant.ofEpochSecond(row.number(3))))).stream()
                .filter(r -> receipts.incarnations().mayCount(r.getValue().node(), r.getKey())).map(Map.Entry::getValue).toList();
    }

    Optional<Instant> lastOfProvince() {
        return last().stream().filter(r -> r.proves() == RecordState.PROVINCE && !r.scope().equals(trusted.governance())).map(LastReceipt::at).findFirst();
    }

    private Set<ScopeId> communes() {
        return holdings.scopes().stream().filter(s -> !s.equals(trusted.governance())).collect(Collectors.toSet());
    }
}
