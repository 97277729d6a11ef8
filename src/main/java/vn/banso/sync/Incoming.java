package vn.banso.sync;

import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Receipt;
import vn.banso.store.Node;
import vn.banso.store.Taken;

/** Takes in what a parcel brought; the same at both ends. */
final class Incoming {
    private Incoming() {}

    static Tally take(Node node, Parcel.Contents contents) {
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
        Taken taken = batches.isEmpty() ? Taken.NOTHING : node.take(batches);
        // After the batches: the grant of the officer who redacted, or of the node that wrote a receipt, may have been among them.
        int redacted = (int) redactions.stream().filter(node::take).count();
        int news = (int) receipts.stream().filter(node::accept).count();
        return new Tally(taken.fresh() + redacted, taken.known() + redactions.size() - redacted, taken.parked(), taken.setAside(),
                taken.rejected() + taken.turnedAway(), 0, news, 0, 0, 0);
    }
}
