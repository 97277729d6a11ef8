package vn.banso.cli.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Change;
import vn.banso.ledger.Frame;
import vn.banso.ledger.Have;
import vn.banso.ledger.MalformedException;
import vn.banso.ledger.Parcel;
import vn.banso.ledger.Tip;
import vn.banso.register.Catalogue;
import vn.banso.register.ScopeId;
import vn.banso.sync.Greeting;
import vn.banso.sync.HelloForm;
import vn.banso.sync.HttpForm;
import vn.banso.trust.Purpose;

/** A laptop that hands over what it wrote: its parcel as an exchange writes it first, prepared and signed, and the call itself. */
final class BenchLaptop {
    private static final int MAX_PARCEL = 8 << 20;

    private final byte[] parcel;
    private final byte[] json;
    private final int entries;

    /**
     * @param governance what every laptop holds of it
     * @param others the ends of the commune's other feeds, as this laptop has heard of them when it called last
     * @param nonce the desk's, which stays good for some minutes
     */
    BenchLaptop(Author author, ScopeId scope, List<Change> changes, Have governance, List<Tip> others, byte[] nonce) {
        List<Batch> batches = author.seal(changes);
        List<Tip> tips = new ArrayList<>(others);
        author.tip().ifPresent(tips::add);
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.IntroFrame(TrialProvince.GOVERNANCE, author.device().signingKey(), 1, Catalogue.SCHEMA, MAX_PARCEL));
        frames.add(new Frame.HaveFrame(governance));
        frames.add(new Frame.HaveFrame(new Have(scope, tips, List.of())));
        batches.forEach(b -> frames.add(new Frame.BatchFrame(b)));
        byte[] digest = Parcel.digest(frames);
        byte[] message = ByteBuffer.allocate(nonce.length + digest.length).put(nonce).put(digest).array();
        frames.add(1, new Frame.AuthFrame(digest, author.device().sign(Purpose.CALL, message)));
        parcel = Parcel.write(frames);
        json = PlainJson.gzip(scope, changes);
        entries = changes.size();
    }

    int entries() {
        return entries;
    }

    /** Asks who is there, as every laptop does first. */
    static Greeting greet(PlainCall call) throws IOException {
        PlainCall.Answer answer = call.get(HttpForm.HELLO);
        try {
            return HelloForm.read(answer.body());
        } catch (MalformedException e) {
            throw new IOException("no greeting", e);
        }
    }

    /** Greeting and exchange over an open connection; the answer is a parcel. */
    void handOver(PlainCall call) throws IOException {
        greet(call);
        PlainCall.Answer answer = call.post(HttpForm.EXCHANGE, HttpForm.PARCEL_TYPE, parcel);
        if (answer.status() != 200 || !Parcel.looksLike(answer.body())) {
            throw new IOException("the desk answered " + answer.status());
        }
    }

    /** The same changes to a plain desk. */
    void postPlain(PlainCall call) throws IOException {
        PlainDesk.post(call, json);
    }
}
