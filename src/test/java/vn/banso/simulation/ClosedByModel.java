package vn.banso.simulation;

import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.HaveForm;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;

/** Earlier feeds of a device whose end the province states; and, for not everybody keeps to that, some that it closes anyhow. */
final class ClosedByModel {
    private ClosedByModel() {}

    static List<Closing> feeds(ModelNode node, ScopeId scope) {
        List<Closing> closes = new ArrayList<>();
        FeedId now = new FeedId(Cast.id(node.device), node.incarnation, scope);
        HaveForm.byFeed(node.shelf.tips(scope)).forEach((feed, ends) -> {
            Tip end = ends.getFirst();
            boolean known = ends.size() == 1 && provinceHas(node, now, end);
            if (feed.device().equals(now.device()) && feed.incarnation() != node.incarnation && (known || end.number() % 5 == 4)
                    && node.shelf.closing(node.shelf.get(end.hash()).orElseThrow().header()).isEmpty()) {
                closes.add(new Closing(feed.incarnation(), end.number(), end.hash()));
            }
        });
        return closes;
    }

    /** Whether the province holds and counts that feed to its end, and said so after this incarnation began. */
    private static boolean provinceHas(ModelNode node, FeedId now, Tip end) {
        return node.mailbox.receipts().stream().filter(r -> Cast.device(r.nodeKey()) == Cast.PROVINCE && r.scope().equals(now.scope()))
                .anyMatch(r -> r.feeds().containsKey(now) && r.feeds().get(now).ends().stream().anyMatch(e -> e.applied() > 0)
                        && r.feeds().containsKey(end.feed())
                        && r.feeds().get(end.feed()).ends().equals(List.of(new Receipt.End(end.number(), end.hash(), end.number()))));
    }
}
