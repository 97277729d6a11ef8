package vn.banso.sync;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.ExchangeProgress;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Introduction;
import vn.banso.sync.wire.Nonces;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/** One round after another with a peer: a parcel there, a parcel back, and what they brought about, counted. */
final class Rounds {
    /** A peer's nonce is good for twice as long. */
    private static final Duration NONCE_GOOD = Nonces.LIFETIME.dividedBy(2);

    private final Node node;
    private final Province province;
    private final Peer peer;
    private final ProgressListener progress;
    private final ExchangeProgress owing;
    private final KeyDistribution keys;
    private final Pace pace = new Pace();
    private final Set<Hash> given = new HashSet<>();
    private Greeting greeting;
    private long greeted;
    private ExchangeCounts tally = ExchangeCounts.NOTHING;
    private boolean receiptTooLong;

    Rounds(Node node, Province province, Peer peer, ProgressListener progress) {
        this.node = node;
        this.province = province;
        this.peer = peer;
        this.progress = progress;
        this.owing = new ExchangeProgress(progress);
        this.keys = new KeyDistribution(node);
    }

    void greet() throws PeerException {
        greeting = peer.greet();
        greeted = System.nanoTime();
        if (greeting.maxParcelBytes() < Outgoing.LEAST) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, null);
        }
    }

    /** Whoever greeted has also taken and answered what was said to it. */
    void answered() {
        node.ledger().confirmations().answers(DeviceId.ofKey(greeting.nodeKey()), greeting.incarnation());
    }

    Greeting greeting() {
        return greeting;
    }

    /** A folder has no key of its own. */
    boolean isWithFolder() {
        return greeting.nodeKey().length == 0;
    }

    void stands(ExchangePhase phase) {
        owing.stands(phase);
    }

    /** How many batches are to be given, and to come, as far as anybody knows. */
    void stands(long there, long here) {
        owing.stands(tally, there, here);
    }

    boolean goOn() {
        return progress.goOn();
    }

    /** What was given in this run: nothing is given twice, whatever the other side says it lacks, so every run comes to an end. */
    Set<Hash> given() {
        return given;
    }

    ExchangeCounts tally() {
        return tally;
    }

    /** Hands keys on where grants have changed, and seals what waits. What is sealed here nobody else can hold yet. */
    List<Batch> refresh() {
        if (!goOn()) {
            return List.of();
        }
        keys.passOn(this::isLeftToPeer);
        long all = node.ledger().unsealed();
        owing.packed(0, all);
        return node.ledger().seal(left -> {
            owing.packed(Math.max(0, all - left), all);
            return goOn();
        });
    }

    /** An officer who answers hands keys out; this side would only do the same again. */
    private boolean isLeftToPeer(ScopeId scope) {
        return !isWithFolder() && node.grants().mayRedact(DeviceId.ofKey(greeting.nodeKey()), scope);
    }

    /** So many batches are about to be given. */
    void gives(long batches) {
        owing.gives(batches);
    }

    /** Whether there is a parcel into which it fits; a longer one must not hold up the others. */
    boolean everFits(Batch batch) {
        return Outgoing.bytes(batch) <= Outgoing.room(greeting.maxParcelBytes());
    }

    /** How much of batches the next parcel may hold. */
    long room() {
        return Outgoing.room(longest());
    }

    Outgoing parcel() {
        Outgoing out = new Outgoing(node, greeting.maxParcelBytes(), longest());
        if (node.ledger().runs().hasFailed()) {
            out.singly();
        }
        return out;
    }

    private long longest() {
        return isWithFolder() ? greeting.maxParcelBytes() : Math.min(greeting.maxParcelBytes(), pace.bytes());
    }

    private long longestAnswer() {
        return isWithFolder() ? greeting.maxParcelBytes() : pace.bytes();
    }

    /** What lies there from earlier times. */
    Parcel.Contents answers() throws PeerException {
        byte[] down = peer.answers();
        Parcel.Contents contents = read(down);
        if (!contents.frames().isEmpty()) {
            hear(contents);
            tally = tally.plus(Incoming.take(node, contents, Optional.empty(), true, this::goOn)).plus(new ExchangeCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, down.length, 0));
        }
        return contents;
    }

    /** What this device left there and nobody has taken yet. */
    List<Frame> lying(Predicate<List<Batch>> waits) throws PeerException {
        return peer.lying(waits);
    }

    /** In which incarnation those who found a parcel of this node in a folder answered it. */
    private void hear(Parcel.Contents answers) {
        Introduction.answered(answers.frames()).forEach(a -> node.ledger().confirmations().answered(a.letter(), a.node(), a.incarnation()));
    }

    /** Whether a receipt could not be given because it fits into no parcel that the peer takes. */
    boolean isReceiptTooLong() {
        return receiptTooLong;
    }

    /**
     * What an answer says, and what it brought.
     *
     * @param again what it brought could not be taken apart here, and is to be asked for in another way
     */
    record Answer(Parcel.Contents contents, ExchangeCounts brought, boolean again) {
        boolean hasNews() {
            return again || brought.batchesNew() + brought.receipts() > 0;
        }
    }

    /** @param offered what is to be given; what does not fit is not thought of as given */
    Answer round(Outgoing out, List<Batch> offered) throws PeerException {
        List<Batch> batches = out.batches(offered);
        receiptTooLong |= out.isTooShort();
        if (System.nanoTime() - greeted > NONCE_GOOD.toNanos() && !isWithFolder()) {
            greet();
        }
        byte[] up = out.call(province, greeting.nonce(), longestAnswer());
        long begin = System.nanoTime();
        byte[] down;
        try {
            down = peer.exchange(up);
        } catch (PeerException e) {
            if (e.reason() != Reason.REFUSED) {
                rescue(e.partial(), batches);
                throw e;
            }
            // The nonce may have grown old, or the peer begun anew since we greeted it; then it has taken nothing.
            greet();
            up = out.call(province, greeting.nonce(), longestAnswer());
            down = peer.exchange(up);
        }
        if (isWithFolder()) {
            // Whoever answers this very parcel answers after now.
            node.ledger().confirmations().wrote(Introduction.read(Arrays.copyOf(up, Math.min(up.length, Parcel.FRONT))).auth().orElseThrow().digest());
        }
        pace.took(up.length + down.length, System.nanoTime() - begin);
        Parcel.Contents contents = read(down);
        if (!isWithFolder() && !contents.complete()) {
            rescue(down, batches);
            throw new PeerException(Reason.CUT_OFF, null);
        }
        Optional<DeviceId> from = proven(up, contents);
        hear(contents);
        arrived(batches);
        boolean couldNot = node.ledger().runs().hasFailed();
        ExchangeCounts brought = Incoming.take(node, contents, from, true, this::goOn);
        tally = tally.plus(brought).plus(ExchangeCounts.given(batches.size(), governing(batches), up.length, down.length));
        progress.moved(tally);
        return new Answer(contents, brought, couldNot != node.ledger().runs().hasFailed());
    }

    /**
     * Who answered; a folder is nobody.
     *
     * @throws PeerException NOT_THE_DESK where it was not the node that greeted us, or not an answer to this call
     */
    private Optional<DeviceId> proven(byte[] up, Parcel.Contents answer) throws PeerException {
        if (isWithFolder()) {
            return Optional.empty();
        }
        if (answer.frames().isEmpty() || !(answer.frames().getFirst() instanceof Frame.AnswerFrame proof)) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, null);
        }
        if (!proof.governance().equals(province.governance())) {
            throw new PeerException(Reason.OTHER_PROVINCE, null);
        }
        Introduction call = Introduction.of(read(up).frames()).orElseThrow();
        if (!call.isAnswered(greeting.nodeKey(), greeting.nonce(), answer.frames())) {
            throw new PeerException(Reason.NOT_THE_DESK, null);
        }
        return Optional.of(DeviceId.ofKey(greeting.nodeKey()));
    }

    /** A cut answer: its whole frames are good, and that it had begun shows that our parcel had come. */
    private void rescue(byte[] partial, List<Batch> batches) {
        try {
            Parcel.Contents contents = Parcel.read(partial);
            if (contents.frames().stream().anyMatch(f -> f instanceof Frame.AnswerFrame a && a.governance().equals(province.governance()))) {
                arrived(batches);
                tally = tally.plus(Incoming.take(node, contents, Optional.empty(), true, this::goOn))
                        .plus(new ExchangeCounts(0, 0, 0, 0, 0, batches.size(), governing(batches), 0, 0, partial.length, 0));
                progress.moved(tally);
            }
        } catch (MalformedException _) {
            // Not even the beginning of a parcel had come.
        }
    }

    private int governing(List<Batch> batches) {
        return (int) batches.stream().filter(batch -> batch.feed().governs() || batch.header().scope().equals(province.governance())).count();
    }

    private void arrived(List<Batch> batches) {
        List<Batch> placed = new ArrayList<>();
        for (Batch batch : batches) {
            given.add(batch.hash());
            // Of a batch with a gap before it, only a node can say that it is there; a stick may be lost.
            if (!isWithFolder() || node.ledger().isPlaced(batch.hash())) {
                placed.add(batch);
            }
        }
        node.ledger().markHandedOver(placed, peer.name());
    }

    private static Parcel.Contents read(byte[] parcel) throws PeerException {
        try {
            return Parcel.read(parcel);
        } catch (MalformedException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }
}
