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
 * @param bytes of the frame in the parcel, its head and checksum included
 * @param signature {@code good}, {@code bad}, or {@code unknown} where nothing was signed or the signature cannot be checked here
 * @param facts more of it, in order; ids in hexadecimal
 */
public record ShownFrame(Type type, int bytes, String signature, Map<Fact, Object> facts) {
    /** What a frame is called: a word in JSON, a text {@code cli.frame.} for people. */
    public enum Type {
        BATCH, RUN, SINGLY, RECEIPT, HAVE, HAVE_DIGEST, HAVE_FEEDS, REFUSALS, REFUSALS_WANTED, INTRO, AUTH, ANSWER, REQUEST, WELCOME, REDACTION, NEWER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is known of one: a word in JSON, a text {@code cli.fact.} for people. */
    public enum Fact {
        DEVICE, INCARNATION, SCOPE, NUMBER, BATCHES, CHANGES, SCHEMA, NODE, SERIAL, SINCE, FEEDS, CHANGED, FROM, SET_ASIDE, GOVERNANCE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int EMPTY_PARCEL = Parcel.write(List.of()).length;
    private static final String UNKNOWN = "unknown";

    static ShownFrame of(Frame frame) {
        int bytes = Parcel.write(List.of(frame)).length - EMPTY_PARCEL;
        return switch (frame) {
            case Frame.BatchFrame(Batch b) -> new ShownFrame(Type.BATCH, bytes, word(BatchSealer.isGenuine(b)), header(b.header()));
            case Frame.RunFrame(BatchRun r) -> new ShownFrame(Type.RUN, bytes, UNKNOWN, run(r));
            case Frame.SinglyFrame _ -> new ShownFrame(Type.SINGLY, bytes, UNKNOWN, Map.of());
            case Frame.ReceiptFrame(Receipt.News r) -> new ShownFrame(Type.RECEIPT, bytes,
                    word(DeviceKeys.verify(r.head().nodeKey(), Purpose.RECEIPT, r.bytes(), r.signature())), receipt(r));
            case Frame.HaveFrame h -> new ShownFrame(Type.HAVE, bytes, UNKNOWN,
                    facts(Fact.SCOPE, h.have().scope().toString(), Fact.FEEDS, h.have().tips().size()));
            case Frame.HaveDigest h -> new ShownFrame(Type.HAVE_DIGEST, bytes, UNKNOWN, facts(Fact.SCOPE, h.scope().toString()));
            case Frame.HaveFeeds h -> new ShownFrame(Type.HAVE_FEEDS, bytes, UNKNOWN,
                    facts(Fact.SCOPE, h.scope().toString(), Fact.FEEDS, h.feeds().size()));
            case Frame.RefusalsFrame(RefusalPage r) -> new ShownFrame(Type.REFUSALS, bytes, UNKNOWN,
                    facts(Fact.SCOPE, r.feed().scope().toString(), Fact.FROM, r.from(), Fact.SET_ASIDE, r.page().size()));
            case Frame.RefusalsWanted(RefusalPage.Wanted w) -> new ShownFrame(Type.REFUSALS_WANTED, bytes, UNKNOWN,
                    facts(Fact.SCOPE, w.feed().scope().toString(), Fact.FROM, w.from()));
            case Frame.IntroFrame i -> new ShownFrame(Type.INTRO, bytes, UNKNOWN,
                    facts(Fact.GOVERNANCE, i.governance().toString(), Fact.SCHEMA, i.schema()));
            case Frame.AuthFrame _ -> new ShownFrame(Type.AUTH, bytes, UNKNOWN, Map.of());
            case Frame.AnswerFrame a -> new ShownFrame(Type.ANSWER, bytes, UNKNOWN, facts(Fact.GOVERNANCE, a.governance().toString()));
            case Frame.RequestFrame r -> new ShownFrame(Type.REQUEST, bytes, request(r.bytes()), Map.of());
            case Frame.WelcomeFrame _ -> new ShownFrame(Type.WELCOME, bytes, UNKNOWN, Map.of());
            case Frame.RedactionFrame r -> redaction(r, bytes);
            case Frame.UnknownFrame u -> new ShownFrame(Type.NEWER, bytes, UNKNOWN, facts(Fact.NUMBER, u.type()));
        };
    }

    boolean bad() {
        return signature.equals("bad");
    }

    /** As it stands in the answer for programs. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type.code());
        json.put("bytes", bytes);
        json.put("signature", signature);
        facts.forEach((fact, value) -> json.put(fact.code(), value));
        return json;
    }

    private static String word(boolean good) {
        return good ? "good" : "bad";
    }

    private static Map<Fact, Object> header(BatchHeader header) {
        return facts(Fact.DEVICE, header.author().toString(), Fact.INCARNATION, String.format(Locale.ROOT, "%016x", header.incarnation()),
                Fact.SCOPE, header.scope().toString(), Fact.NUMBER, header.number(), Fact.CHANGES, header.changes(), Fact.SCHEMA, header.schema());
    }

    private static Map<Fact, Object> run(BatchRun run) {
        return facts(Fact.DEVICE, DeviceId.ofKey(run.authorKey()).toString(), Fact.INCARNATION, String.format(Locale.ROOT, "%016x", run.incarnation()),
                Fact.SCOPE, run.scope().toString(), Fact.NUMBER, run.first(), Fact.BATCHES, run.signatures().size(), Fact.CHANGES, run.changes(), Fact.SCHEMA, run.schema());
    }

    private static Map<Fact, Object> receipt(Receipt.News news) {
        return facts(Fact.NODE, news.head().node().toString(), Fact.SCOPE, news.head().scope().toString(), Fact.SERIAL, news.head().serial(),
                Fact.SINCE, news.since(), Fact.FEEDS, news.head().feeds(), Fact.CHANGED, news.changed().size());
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
            return new ShownFrame(Type.REDACTION, bytes, authors ? UNKNOWN : "bad", header(header));
        } catch (MalformedException e) {
            return new ShownFrame(Type.REDACTION, bytes, "bad", Map.of());
        }
    }

    private static Map<Fact, Object> facts(Object... keysAndValues) {
        Map<Fact, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            facts.put((Fact) keysAndValues[i], keysAndValues[i + 1]);
        }
        return facts;
    }
}
