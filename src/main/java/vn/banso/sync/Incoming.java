package vn.banso.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.ImportCounts;
import vn.banso.store.node.Province;
import vn.banso.sync.progress.ExchangeCounts;

/** Takes in what a parcel brought; the same at both ends. */
final class Incoming {
    /** Whether somebody wants to stop is asked after so many bytes of batches. */
    private static final long AT_ONCE = 1 << 20;

    private Incoming() {}

    /**
     * @param from who brings it, as far as that is proven: what nobody here vouches for is kept in its name or not at all
     * @param asked whether it is an answer: only then runs of batches are taken apart, which is more work than to look at a batch
     * @param goOn asked every few batches; what is left then comes again another time
     */
    static ExchangeCounts take(Node node, Parcel.Contents contents, Optional<DeviceId> from, boolean asked, BooleanSupplier goOn) {
        List<Batch> governance = new ArrayList<>();
        List<Frame> goods = new ArrayList<>();
        List<Receipt.News> receipts = new ArrayList<>();
        List<RefusalPage> pages = new ArrayList<>();
        List<Frame.RedactionFrame> redactions = new ArrayList<>();
        Optional<ScopeId> scope = node.province().map(Province::governance);
        for (Frame frame : contents.frames()) {
            switch (frame) {
                case Frame.BatchFrame(Batch b) when b.feed().governs() || scope.filter(b.header().scope()::equals).isPresent() -> governance.add(b);
                case Frame.BatchFrame _ -> goods.add(frame);
                case Frame.RunFrame _ when asked -> goods.add(frame);
                case Frame.ReceiptFrame f -> receipts.add(f.news());
                case Frame.RefusalsFrame f -> pages.add(f.refusals());
                case Frame.RedactionFrame f -> redactions.add(f);
                default -> { }
            }
        }
        // Grants first, and all at once: who may write at all is told by them, in whatever order they stand, and keys come with them.
        ImportCounts taken = node.ledger().take(governance, from);
        List<Batch> batches = new ArrayList<>();
        long bytes = 0;
        for (int at = 0; at < goods.size() && (!batches.isEmpty() || goOn.getAsBoolean()); at++) {
            List<Batch> next = batches(node, goods.get(at));
            batches.addAll(next);
            bytes += next.stream().mapToLong(Outgoing::bytes).sum();
            if (at == goods.size() - 1 || bytes >= AT_ONCE) {
                taken = taken.plus(node.ledger().take(batches, from));
                batches.clear();
                bytes = 0;
            }
        }
        // After the batches: the grant of the officer who redacted, or of the node that wrote a receipt, may have been among them.
        int redacted = (int) redactions.stream().filter(node.ledger()::take).count();
        int news = (int) receipts.stream().filter(node.ledger().confirmations()::accept).count() + (int) pages.stream().filter(node.ledger().confirmations()::accept).count();
        return new ExchangeCounts(taken.fresh() + redacted, taken.known() + redactions.size() - redacted, taken.parked(), taken.setAside(),
                taken.rejected() + taken.turnedAway(), 0, 0, news, 0, 0, 0);
    }

    private static List<Batch> batches(Node node, Frame frame) {
        return switch (frame) {
            case Frame.BatchFrame(Batch batch) -> List.of(batch);
            case Frame.RunFrame(BatchRun run) -> node.ledger().runs().apart(run).orElse(List.of());
            default -> List.of();
        };
    }
}
