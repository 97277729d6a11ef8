package vn.banso.cli.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.governance.Enrolment;

/**
 * What anybody may know of a frame, without a key.
 *
 * @param type short name, as in JSON
 * @param bytes of the frame in the parcel, its head and checksum included
 * @param signature {@code good}, {@code bad}, or {@code unknown} where nothing was signed or the signature cannot be checked here
 * @param facts more of it, in order; ids in hexadecimal
 */
record ShownFrame(String type, int bytes, String signature, Map<String, Object> facts) {
    private static final int EMPTY_PARCEL = Parcel.write(List.of()).length;
    private static final String UNKNOWN = "unknown";

    static ShownFrame of(Frame frame) {
        int bytes = Parcel.write(List.of(frame)).length - EMPTY_PARCEL;
        return switch (frame) {
            case Frame.BatchFrame(Batch b) -> new ShownFrame("batch", bytes, word(BatchSealer.isGenuine(b)), header(b.header()));
            case Frame.RunFrame(BatchRun r) -> new ShownFrame("run", bytes, UNKNOWN, run(r));
            case Frame.SinglyFrame _ -> new ShownFrame("singly", bytes, UNKNOWN, Map.of());
            case Frame.ReceiptFrame(Receipt.News r) -> new ShownFrame("receipt", bytes,
                    word(DeviceKeys.verify(r.head().nodeKey(), Purpose.RECEIPT, r.bytes(), r.signature())), receipt(r));
            case Frame.HaveFrame h -> new ShownFrame("have", bytes, UNKNOWN,
                    facts("scope", h.have().scope().toString(), "feeds", h.have().tips().size()));
            case Frame.HaveDigest h -> new ShownFrame("have_digest", bytes, UNKNOWN, facts("scope", h.scope().toString()));
            case Frame.HaveFeeds h -> new ShownFrame("have_feeds", bytes, UNKNOWN,
                    facts("scope", h.scope().toString(), "feeds", h.feeds().size()));
            case Frame.RefusalsFrame(RefusalPage r) -> new ShownFrame("refusals", bytes, UNKNOWN,
                    facts("scope", r.feed().scope().toString(), "from", r.from(), "set_aside", r.page().size()));
            case Frame.RefusalsWanted(RefusalPage.Wanted w) -> new ShownFrame("refusals_wanted", bytes, UNKNOWN,
                    facts("scope", w.feed().scope().toString(), "from", w.from()));
            case Frame.IntroFrame i -> new ShownFrame("intro", bytes, UNKNOWN,
                    facts("governance", i.governance().toString(), "schema", i.schema()));
            case Frame.AuthFrame _ -> new ShownFrame("auth", bytes, UNKNOWN, Map.of());
            case Frame.AnswerFrame a -> new ShownFrame("answer", bytes, UNKNOWN, facts("governance", a.governance().toString()));
            case Frame.RequestFrame r -> new ShownFrame("request", bytes, request(r.bytes()), Map.of());
            case Frame.WelcomeFrame _ -> new ShownFrame("welcome", bytes, UNKNOWN, Map.of());
            case Frame.RedactionFrame r -> redaction(r, bytes);
            case Frame.UnknownFrame u -> new ShownFrame("newer", bytes, UNKNOWN, facts("number", u.type()));
        };
    }

    boolean bad() {
        return signature.equals("bad");
    }

    /** As it stands in the answer for programs. */
    Map<String, Object> json() {
        Map<String, Object> json = facts("type", type, "bytes", bytes, "signature", signature);
        json.putAll(facts);
        return json;
    }

    private static String word(boolean good) {
        return good ? "good" : "bad";
    }

    private static Map<String, Object> header(BatchHeader header) {
        return facts("device", header.author().toString(), "incarnation", String.format(Locale.ROOT, "%016x", header.incarnation()),
                "scope", header.scope().toString(), "number", header.number(), "changes", header.changes(), "schema", header.schema());
    }

    private static Map<String, Object> run(BatchRun run) {
        return facts("device", DeviceId.ofKey(run.authorKey()).toString(), "incarnation", String.format(Locale.ROOT, "%016x", run.incarnation()),
                "scope", run.scope().toString(), "number", run.first(), "batches", run.signatures().size(), "changes", run.changes(), "schema", run.schema());
    }

    private static Map<String, Object> receipt(Receipt.News news) {
        return facts("node", news.head().node().toString(), "scope", news.head().scope().toString(), "serial", news.head().serial(),
                "since", news.since(), "feeds", news.head().feeds(), "changed", news.changed().size());
    }

    /** A request is signed by the device that it names. */
    private static String request(byte[] bytes) {
        try {
            Enrolment.readRequest(bytes);
            return "good";
        } catch (MalformedException e) {
            return "bad";
        }
    }

    private static ShownFrame redaction(Frame.RedactionFrame r, int bytes) {
        try {
            BatchHeader header = HeaderForm.read(r.header());
            boolean authors = DeviceKeys.verify(header.authorKey(), Purpose.BATCH, r.header(), r.signature());
            return new ShownFrame("redaction", bytes, authors ? UNKNOWN : "bad", header(header));
        } catch (MalformedException e) {
            return new ShownFrame("redaction", bytes, "bad", Map.of());
        }
    }

    private static Map<String, Object> facts(Object... keysAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            facts.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return facts;
    }
}
