package vn.banso.desktop.handover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.ledger.Whereabouts;
import vn.banso.store.ledger.Whereabouts.Carried;
import vn.banso.store.node.Province;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;

/**
 * Where everything lies, read from the node in one go.
 *
 * @param records how many stand in each state, never ahead of signed receipts
 * @param slips the newest receipts of offices, the newest first
 * @param lots what was written at this machine, batch by batch, the newest first
 */
public record WorkLocation(Map<RecordState, Long> records, List<Slip> slips, List<Whereabouts> lots) {

    /**
     * A receipt as people read it.
     *
     * @param proves {@link RecordState#COMMUNE} or {@link RecordState#PROVINCE}
     * @param signer whose device signed it
     * @param at by the clock of that device
     * @param mine which batches of this machine it names
     * @param others of how many other machines it names batches
     * @param setAside how many things it tells that it keeps and does not count
     */
    public record Slip(RecordState proves, String signer, ScopeId commune, Instant at, List<Run> mine, int others, int setAside) {}

    /** Batches of one line of this machine, from the first to this number. */
    public record Run(int last) {}

    public long count(RecordState state) {
        return records.getOrDefault(state, 0L);
    }

    public List<Slip> slips(RecordState state) {
        return slips.stream().filter(slip -> slip.proves() == state).toList();
    }

    public List<Whereabouts> lots(RecordState state) {
        return lots.stream().filter(lot -> lot.state() == state).toList();
    }

    /** What the batches that wait for a receipt were carried off with, each once, the newest first. */
    public List<String> carriers() {
        return lots(RecordState.HANDED_OVER).stream().flatMap(lot -> lot.carried().stream()).sorted(Comparator.comparing(Carried::at).reversed())
                .map(Carried::name).distinct().toList();
    }

    /** Whether anything was ever written here. */
    public boolean isEmpty() {
        return records.values().stream().allMatch(n -> n == 0);
    }

    static WorkLocation at(Node node) {
        Optional<ScopeId> governance = node.province().map(Province::governance);
        List<Slip> slips = new ArrayList<>();
        for (ScopeId scope : node.ledger().scopes()) {
            if (governance.filter(scope::equals).isEmpty()) {
                node.ledger().receiptsFor(scope).forEach(signed -> slip(node, scope, signed.receipt()).ifPresent(slips::add));
            }
        }
        slips.sort(Comparator.comparing(Slip::at).reversed());
        List<Whereabouts> lots = node.ledger().whereabouts().stream().filter(lot -> governance.filter(lot.scope()::equals).isEmpty()).toList();
        return new WorkLocation(new EnumMap<>(node.ledger().states()), List.copyOf(slips), lots);
    }

    /** Empty for this node's own, and for those of machines that only carry. */
    private static Optional<Slip> slip(Node node, ScopeId scope, Receipt receipt) {
        if (receipt.node().equals(node.id())) {
            return Optional.empty();
        }
        Set<Role> roles = node.grants().roles(receipt.node(), scope);
        Optional<RecordState> proves = roles.contains(Role.PROVINCE) ? Optional.of(RecordState.PROVINCE)
                : roles.contains(Role.COMMUNE) ? Optional.of(RecordState.COMMUNE) : Optional.empty();
        // Who may do what stands in the commune's scope too, in feeds of its own: no slip counts those.
        List<Receipt.Line> lines = receipt.lines().stream().filter(l -> !FeedId.governs(l.incarnation())).toList();
        List<Run> mine = lines.stream().filter(l -> l.applied() > 0 && l.device().equals(node.id())).map(l -> new Run(l.applied())).toList();
        int others = (int) lines.stream().map(Receipt.Line::device).filter(d -> !d.equals(node.id())).distinct().count();
        return proves.filter(_ -> !lines.isEmpty() || receipt.setAside() > 0)
                .map(state -> new Slip(state, node.grants().device(receipt.node()).map(GrantedDevice::holder).orElse(""), scope,
                        Instant.ofEpochSecond(receipt.serial()), mine, others, receipt.setAside()));
    }
}
