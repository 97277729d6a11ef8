package vn.banso.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Receipt;
import vn.banso.store.Node;
import vn.banso.store.Taken;

/** Takes in what a parcel brought; the same at both ends. */
final class Incoming {
    private Incoming() {}

    /** Whether somebody wants to stop is asked so often: about a megabyte. */
    private static final int AT_ONCE = 16;

    static Tally take(Node node, Parcel.Contents contents) {
        return take(node, contents, () -> true);
    }

    /** @param goOn asked every few batches; what is left then comes again another time */
    static Tally take(Node node, Parcel.Contents contents, BooleanSupplier goOn) {
        List<Batch> batches = new ArrayList<>();
        List<Receipt.Signed> receipts = new ArrayList<>();
        List<Frame.RedactionFrame> redactions = new ArrayList<>();
        for (Frame frame : contents.frames()) {
            switch (frame) {
                case Frame.BatchFrame f -> batches.add(f.batch());
                case Frame.ReceiptFrame f -> receipts.add(f.receipt());
                case Frame.RedactionFrame f -> redactions.add(f);
                default -> { }
            }
        }
        Taken taken = Taken.NOTHING;
        for (int from = 0; from < batches.size() && goOn.getAsBoolean(); from += AT_ONCE) {
            taken = taken.plus(node.take(batches.subList(from, Math.min(batches.size(), from + AT_ONCE))));
        }
        // After the batches: the grant of the officer who redacted, or of the node that wrote a receipt, may have been among them.
        int redacted = (int) redactions.stream().filter(node::take).count();
        int news = (int) receipts.stream().filter(node::accept).count();
        return new Tally(taken.fresh() + redacted, taken.known() + redactions.size() - redacted, taken.parked(), taken.setAside(),
                taken.rejected() + taken.turnedAway(), 0, news, 0, 0, 0);
    }
}
