package vn.banso.cli.bench.ground;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import vn.banso.cli.bench.baseline.PlainCall;
import vn.banso.cli.bench.baseline.PlainDesk;
import vn.banso.cli.bench.baseline.PlainJson;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.ScopeId;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.HelloForm;
import vn.banso.sync.wire.HttpForm;
import vn.banso.trust.crypto.Purpose;

/** A laptop that hands over what it wrote: its parcel as an exchange writes it first, prepared and signed, and the call itself. */
public final class BenchLaptop {
    private static final int MAX_PARCEL = 8 << 20;

    private final byte[] parcel;
    private final byte[] json;
    private final int entries;

    /**
     * @param governance what every laptop holds of it
     * @param others the ends of the commune's other feeds, as this laptop has heard of them when it called last
     * @param nonce the desk's, which stays good for some minutes
     */
    public BenchLaptop(Author author, ScopeId scope, List<Change> changes, Have governance, List<Tip> others, byte[] nonce) {
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

    public int entries() {
        return entries;
    }

    /** Asks who is there, as every laptop does first. */
    public static Greeting greet(PlainCall call) throws IOException {
        PlainCall.Answer answer = call.get(HttpForm.HELLO);
        try {
            return HelloForm.read(answer.body());
        } catch (MalformedException e) {
            throw new IOException("no greeting", e);
        }
    }

    /** Greeting and exchange over an open connection; the answer is a parcel. */
    public void handOver(PlainCall call) throws IOException {
        greet(call);
        PlainCall.Answer answer = call.post(HttpForm.EXCHANGE, HttpForm.PARCEL_TYPE, parcel);
        if (answer.status() != 200 || !Parcel.looksLike(answer.body())) {
            throw new IOException("the desk answered " + answer.status());
        }
    }

    /** The same changes to a plain desk. */
    public void postPlain(PlainCall call) throws IOException {
        PlainDesk.post(call, json);
    }
}
