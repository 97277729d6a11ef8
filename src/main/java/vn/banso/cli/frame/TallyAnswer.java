package vn.banso.cli.frame;

import java.util.LinkedHashMap;
import java.util.Map;
import vn.banso.sync.progress.ExchangeCounts;

/** What an exchange brought about, told by {@code handover} and {@code import} alike. */
public final class TallyAnswer {
    private TallyAnswer() {}

    public static int give(CommandContext desk, ExchangeCounts tally, boolean json) {
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("batches_new", tally.batchesNew());
            answer.put("batches_known", tally.batchesKnown());
            answer.put("parked", tally.parked());
            answer.put("set_aside", tally.setAside());
            answer.put("rejected", tally.rejected());
            answer.put("batches_sent", tally.sent());
            answer.put("receipts", tally.receipts());
            answer.put("bytes_up", tally.bytesUp());
            answer.put("bytes_down", tally.bytesDown());
            desk.json(answer);
        } else {
            desk.say("cli.exchange.sent", tally.sentRecords(), tally.bytesUp());
            desk.say("cli.exchange.came", tally.batchesNew(), tally.batchesKnown(), tally.bytesDown());
            desk.say("cli.exchange.receipts", tally.receipts());
            if (tally.parked() > 0) {
                desk.say("cli.exchange.parked", tally.parked());
            }
            if (tally.setAside() + tally.rejected() > 0) {
                desk.say("cli.exchange.set_aside", tally.setAside(), tally.rejected());
            }
        }
        return tally.setAside() + tally.rejected() == 0 ? Exit.DONE : Exit.REFUSED;
    }
}
