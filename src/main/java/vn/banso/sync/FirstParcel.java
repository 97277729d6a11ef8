package vn.banso.sync;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.Role;

/**
 * What the first parcel brings to a node that has not told yet what it lacks, so that a day's work needs one round: what was sealed
 * just now, which nobody else can hold; a batch for which there is no receipt of that node, where it is the only one of its
 * scope; and what has a gap before it here. So of what may be there already, no more than about one batch is sent.
 */
final class FirstParcel {
    private static final long MOST_OLDER = 64 << 10;

    private final Node node;
    private final DeviceId reader;
    private final long room;

    FirstParcel(Node node, DeviceId reader, long room) {
        this.node = node;
        this.reader = reader;
        this.room = room;
    }

    List<Batch> batches(List<Batch> justSealed) {
        Set<Hash> fresh = justSealed.stream().map(Batch::hash).collect(Collectors.toSet());
        Map<ScopeId, List<Batch>> unconfirmed = node.ledger().batchesWithoutReceipt(Optional.of(reader), room).stream()
                .collect(Collectors.groupingBy(b -> b.header().scope(), LinkedHashMap::new, Collectors.toList()));
        List<Batch> unasked = new ArrayList<>();
        long older = 0;
        for (Map.Entry<ScopeId, List<Batch>> scope : unconfirmed.entrySet()) {
            List<Batch> old = scope.getValue().stream().filter(b -> !fresh.contains(b.hash())).toList();
            long bytes = bytes(old);
            boolean little = old.size() <= 1 && older + bytes <= MOST_OLDER && confirms(scope.getKey());
            if (old.isEmpty() || little) {
                unasked.addAll(scope.getValue());
                older += bytes;
            }
        }
        unasked.addAll(withGaps(room - bytes(unasked)));
        return unasked;
    }

    /** No have-list will ever tell that the peer lacks these: here they have no place, and so no tip. */
    private List<Batch> withGaps(long left) {
        List<Batch> all = new ArrayList<>();
        for (ScopeId scope : node.ledger().scopes()) {
            if (bytes(all) < left) {
                all.addAll(node.ledger().batchesWithGaps(Confirmed.by(reader, node, scope), left - bytes(all), Set.of()));
            }
        }
        return all;
    }

    /** Whether that node signs receipts, so that the lack of one says something. */
    private boolean confirms(ScopeId scope) {
        Grants grants = node.grants();
        return scope.equals(grants.governance()) ? grants.of(reader).stream().anyMatch(g -> g.role() == Role.PROVINCE)
                : grants.roles(reader, scope).stream().anyMatch(Role::isOfficer);
    }

    private static long bytes(List<Batch> batches) {
        return batches.stream().mapToLong(Outgoing::bytes).sum();
    }
}
