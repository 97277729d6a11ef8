package vn.banso.ledger.parcel;

import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;
import vn.banso.ledger.parcel.Frame.AnswerFrame;
import vn.banso.ledger.parcel.Frame.AuthFrame;
import vn.banso.ledger.parcel.Frame.BatchFrame;
import vn.banso.ledger.parcel.Frame.HaveDigest;
import vn.banso.ledger.parcel.Frame.HaveFeeds;
import vn.banso.ledger.parcel.Frame.HaveFrame;
import vn.banso.ledger.parcel.Frame.IntroFrame;
import vn.banso.ledger.parcel.Frame.ReceiptFrame;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.ledger.parcel.Frame.RefusalsFrame;
import vn.banso.ledger.parcel.Frame.RefusalsWanted;
import vn.banso.ledger.parcel.Frame.RequestFrame;
import vn.banso.ledger.parcel.Frame.RunFrame;
import vn.banso.ledger.parcel.Frame.SinglyFrame;
import vn.banso.ledger.parcel.Frame.UnknownFrame;
import vn.banso.ledger.parcel.Frame.WelcomeFrame;
import vn.banso.register.values.ScopeId;

/**
 * What stands in a frame, by its type, in version 1 of the parcel.
 *
 * <p>Batch: header, signature (64 bytes), sealed body. Receipt: {@link ReceiptForm}. Have, have digest and have feeds: {@link HaveForm}.
 * Refusals and refusals wanted: {@link RefusalForm}. Run: {@link BatchRunForm}. Singly: nothing. Intro: governance scope (8), node's public key (32), incarnation (8), schema and longest parcel (variable).
 * Auth: digest of the parcel (16), signature (64). Answer: governance scope (8), signature (64). Request and welcome: trust's own bytes. Redaction: header, signature (64), officer's public key (32),
 * officer's signature (64), nonce (12), number of changes and plain length (variable), sealed body.
 */
public final class FrameForm {
    static final int BATCH = 1;
    static final int RECEIPT = 2;
    static final int HAVE = 3;
    static final int HAVE_DIGEST = 4;
    static final int INTRO = 5;
    static final int AUTH = 6;
    static final int REQUEST = 7;
    static final int WELCOME = 8;
    static final int REDACTION = 9;
    static final int ANSWER = 10;
    static final int HAVE_FEEDS = 11;
    static final int REFUSALS = 12;
    static final int REFUSALS_WANTED = 13;
    static final int RUN = 14;
    static final int SINGLY = 15;

    static final int SIGNATURE_LENGTH = 64;

    private FrameForm() {}

    static int type(Frame frame) {
        return switch (frame) {
            case BatchFrame _ -> BATCH;
            case ReceiptFrame _ -> RECEIPT;
            case HaveFrame _ -> HAVE;
            case HaveDigest _ -> HAVE_DIGEST;
            case HaveFeeds _ -> HAVE_FEEDS;
            case RefusalsFrame _ -> REFUSALS;
            case RefusalsWanted _ -> REFUSALS_WANTED;
            case RunFrame _ -> RUN;
            case SinglyFrame _ -> SINGLY;
            case IntroFrame _ -> INTRO;
            case AuthFrame _ -> AUTH;
            case AnswerFrame _ -> ANSWER;
            case RequestFrame _ -> REQUEST;
            case WelcomeFrame _ -> WELCOME;
            case RedactionFrame _ -> REDACTION;
            case UnknownFrame u -> u.type();
        };
    }

    public static byte[] payload(Frame frame) {
        return switch (frame) {
            case BatchFrame(Batch b) -> new BytesOut(b.body().length + 256)
                    .bytes(b.headerBytes()).bytes(b.signature(), 0, SIGNATURE_LENGTH).bytes(b.body()).toBytes();
            case ReceiptFrame(Receipt.News news) -> ReceiptForm.write(news);
            case HaveFrame have -> HaveForm.write(have);
            case HaveDigest digest -> HaveForm.write(digest);
            case HaveFeeds feeds -> HaveForm.write(feeds);
            case RefusalsFrame(RefusalPage refusals) -> RefusalForm.write(refusals);
            case RefusalsWanted(RefusalPage.Wanted wanted) -> RefusalForm.write(wanted);
            case RunFrame(BatchRun run) -> BatchRunForm.write(run);
            case SinglyFrame _ -> new byte[0];
            case IntroFrame i -> new BytesOut(64).u64(i.governance().value()).bytes(i.nodeKey(), 0, HeaderForm.KEY_LENGTH)
                    .u64(i.incarnation()).varint(i.schema()).varint(i.maxParcelBytes()).toBytes();
            case AuthFrame a -> new BytesOut(80).bytes(a.digest(), 0, Parcel.DIGEST).bytes(a.signature(), 0, SIGNATURE_LENGTH).toBytes();
            case AnswerFrame a -> new BytesOut(72).u64(a.governance().value()).bytes(a.signature(), 0, SIGNATURE_LENGTH).toBytes();
            case RequestFrame r -> r.bytes();
            case WelcomeFrame w -> w.bytes();
            case RedactionFrame r -> new BytesOut(r.body().length + 384).bytes(r.header())
                    .bytes(r.signature(), 0, SIGNATURE_LENGTH).bytes(r.officerKey(), 0, HeaderForm.KEY_LENGTH)
                    .bytes(r.officerSignature(), 0, SIGNATURE_LENGTH).bytes(r.nonce(), 0, HeaderForm.NONCE_LENGTH)
                    .varint(r.changes()).varint(r.plainLength()).bytes(r.body()).toBytes();
            case UnknownFrame u -> u.payload();
        };
    }

    /** A frame of a type or version that this program does not know comes out as {@link UnknownFrame}. */
    static Frame read(int type, byte[] payload) throws MalformedException {
        try {
            return switch (type) {
                case BATCH -> batch(payload);
                case RECEIPT -> new ReceiptFrame(ReceiptForm.readNews(payload));
                case HAVE -> HaveForm.read(payload);
                case HAVE_DIGEST -> HaveForm.readDigest(payload);
                case HAVE_FEEDS -> HaveForm.readFeeds(payload);
                case REFUSALS -> new RefusalsFrame(RefusalForm.readPage(payload));
                case REFUSALS_WANTED -> new RefusalsWanted(RefusalForm.readWanted(payload));
                case RUN -> new RunFrame(BatchRunForm.read(payload));
                case SINGLY -> singly(new BytesIn(payload));
                case INTRO -> intro(new BytesIn(payload));
                case AUTH -> auth(new BytesIn(payload));
                case ANSWER -> answer(new BytesIn(payload));
                case REQUEST -> new RequestFrame(payload);
                case WELCOME -> new WelcomeFrame(payload);
                case REDACTION -> redaction(payload);
                default -> new UnknownFrame(type, payload);
            };
        } catch (MalformedException e) {
            if (e.reason() == Reason.NEWER_FORMAT) {
                return new UnknownFrame(type, payload);
            }
            throw e;
        }
    }

    private static Frame batch(byte[] payload) throws MalformedException {
        BytesIn in = new BytesIn(payload);
        BatchHeader header = HeaderForm.read(in);
        byte[] bytes = new BytesIn(payload).bytes(in.at());
        byte[] signature = in.bytes(SIGNATURE_LENGTH);
        byte[] body = in.bytes(in.left());
        if (body.length != header.sealedLength()) {
            throw BytesIn.damaged("a body of another length than its header says");
        }
        return new BatchFrame(new Batch(header, bytes, signature, body, Hash.sha256(bytes)));
    }

    private static Frame singly(BytesIn in) throws MalformedException {
        in.end();
        return new SinglyFrame();
    }

    private static Frame intro(BytesIn in) throws MalformedException {
        IntroFrame intro = new IntroFrame(new ScopeId(in.u64()), in.bytes(HeaderForm.KEY_LENGTH), in.u64(),
                in.upTo(Integer.MAX_VALUE), in.upTo(Integer.MAX_VALUE));
        in.end();
        return intro;
    }

    private static Frame auth(BytesIn in) throws MalformedException {
        AuthFrame auth = new AuthFrame(in.bytes(Parcel.DIGEST), in.bytes(SIGNATURE_LENGTH));
        in.end();
        return auth;
    }

    private static Frame answer(BytesIn in) throws MalformedException {
        AnswerFrame answer = new AnswerFrame(new ScopeId(in.u64()), in.bytes(SIGNATURE_LENGTH));
        in.end();
        return answer;
    }

    private static Frame redaction(byte[] payload) throws MalformedException {
        BytesIn in = new BytesIn(payload);
        HeaderForm.read(in);
        byte[] header = new BytesIn(payload).bytes(in.at());
        byte[] signature = in.bytes(SIGNATURE_LENGTH);
        byte[] officerKey = in.bytes(HeaderForm.KEY_LENGTH);
        byte[] officerSignature = in.bytes(SIGNATURE_LENGTH);
        byte[] nonce = in.bytes(HeaderForm.NONCE_LENGTH);
        int changes = in.upTo(HeaderForm.MAX_BODY);
        int plainLength = in.upTo(HeaderForm.MAX_BODY);
        return new RedactionFrame(header, signature, in.bytes(in.left()), nonce, changes, plainLength, officerKey,
                officerSignature);
    }
}
