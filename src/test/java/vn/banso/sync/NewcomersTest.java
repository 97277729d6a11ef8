package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.Introduction;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** A new laptop takes what was written in many evenings, and whoever takes it so holds what all others hold. */
@Tag("slow")
class NewcomersTest {
    private static final int EVENINGS = 24;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;
    private Node binh;
    private Node office;
    private NodePeer desk;
    private final List<EntryId> households = new ArrayList<>();
    private final List<byte[]> answers = new ArrayList<>();

    @BeforeEach
    void yearsGoBy() throws Exception {
        people = new Neighbourhood(folder);
        desk = NodePeer.live(people.province(), 1 << 20);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        an = people.laptop("an");
        binh = people.laptop("binh");
        ExchangeContract.press(office, desk);
        evenings(an, EVENINGS);
        ExchangeContract.press(an, desk);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void evenings(Node node, int count) {
        for (int i = 0; i < count; i++) {
            households.addAll(people.record(node, 1));
            node.ledger().seal();
        }
    }

    private Peer listening(Peer peer) {
        return BentPeer.back(peer, answer -> {
            answers.add(answer);
            return answer;
        });
    }

    private static <F extends Frame> List<F> frames(byte[] parcel, Class<F> sort) {
        return BentPeer.frames(parcel).stream().filter(sort::isInstance).map(sort::cast).toList();
    }

    private long inRuns() {
        return answers.stream().flatMap(a -> frames(a, Frame.RunFrame.class).stream()).mapToLong(f -> f.run().signatures().size()).sum();
    }

    private long singly() {
        return answers.stream().flatMap(a -> frames(a, Frame.BatchFrame.class).stream())
                .filter(f -> f.batch().header().author().equals(an.id())).count();
    }

    private static Hash digest(Node node) {
        return node.digest(Optional.of(Neighbourhood.SANG_MOC));
    }

    private void allHold(int count, Node... nodes) {
        for (Node node : nodes) {
            assertThat(people.households(node)).isEqualTo(count);
            assertThat(digest(node)).isEqualTo(digest(people.province()));
            assertThat(node.ledger().have(Neighbourhood.SANG_MOC).tips()).containsExactlyInAnyOrderElementsOf(people.province().ledger().have(Neighbourhood.SANG_MOC).tips());
        }
    }

    @Test
    void manyEveningsComeTogetherAndTheHistoryIsWhole() throws Exception {
        ExchangeCounts tally = ExchangeContract.press(binh, listening(desk));
        assertThat(inRuns()).isEqualTo(EVENINGS);
        assertThat(singly()).isZero();
        assertThat(tally.batchesNew()).isGreaterThanOrEqualTo(EVENINGS);
        allHold(EVENINGS, binh);
        for (EntryId household : households) {
            assertThat(binh.history(Neighbourhood.SANG_MOC, household)).isEqualTo(people.province().history(Neighbourhood.SANG_MOC, household));
        }
        evenings(an, 1);
        ExchangeContract.press(an, desk);
        ExchangeContract.press(binh, desk);
        allHold(EVENINGS + 1, binh);
    }

    @Test
    void whoTookThemSoPassesThemOn() throws Exception {
        ExchangeContract.press(binh, desk);
        ExchangeContract.press(office, listening(NodePeer.live(binh, 1 << 20)));
        assertThat(inRuns()).isEqualTo(EVENINGS);
        allHold(EVENINGS, binh, office);
    }

    @Test
    void aLineThatBreaksAgainAndAgainLosesNothing() throws Exception {
        for (int seed = 0; seed < 3; seed++) {
            evenings(an, 8);
            ExchangeContract.press(an, desk);
            CutPeer line = new CutPeer(desk, new Random(seed), 2);
            for (boolean through = false; !through; ) {
                through = pressed(line);
            }
            allHold(EVENINGS + 8 * (seed + 1), binh);
        }
    }

    private boolean pressed(Peer line) {
        try {
            ExchangeContract.press(binh, line);
            return true;
        } catch (PeerException e) {
            assertThat(e.reason()).isEqualTo(PeerException.Reason.CUT_OFF);
            return false;
        }
    }

    /** With the welcome comes the key, and all that fits into one file. */
    @Test
    void whoIsLetInFindsThemInTheWelcome() throws Exception {
        Node chi = people.open("chi");
        byte[] welcome = Neighbourhood.welcome(chi, people.province(), Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        answers.add(welcome);
        assertThat(inRuns()).isEqualTo(EVENINGS);
        Admission.join(chi, welcome);
        allHold(EVENINGS, chi);
    }

    /** What a revocation takes out again is the same wherever it came from. */
    @Test
    void whatARevocationTakesOutGoesOutOnTheNewLaptopToo() throws Exception {
        Revoking.Outlook early = Revoking.outlook(office, an.id());
        ExchangeContract.press(office, listening(desk));
        assertThat(inRuns()).isEqualTo(EVENINGS);
        ExchangeContract.press(binh, desk);
        Revoking.revokeAllElse(office, early, "mất máy");
        for (Node node : List.of(office, binh, office)) {
            ExchangeContract.press(node, desk);
        }
        allHold(0, office, binh, people.province());
    }

    /** Erased people do not come back out of a run, and what is left of their batch comes by itself. */
    @Test
    void whoWasErasedIsInNoRun() throws Exception {
        ExchangeContract.press(office, desk);
        assertThat(office.acts().erase(Neighbourhood.SANG_MOC, households.get(9)).isSaved()).isTrue();
        ExchangeContract.press(office, desk);
        ExchangeContract.press(binh, listening(desk));
        assertThat(inRuns()).isEqualTo(EVENINGS - 1);
        assertThat(binh.entry(Neighbourhood.SANG_MOC, households.get(9))).isEmpty();
        allHold(EVENINGS - 1, office, binh);
    }

    /** One deflater is not all deflaters: what cannot be made again here is asked for as it is. */
    @Test
    void whatCannotBeMadeAgainComesOneByOne() throws Exception {
        ExchangeContract.press(binh, listening(PlantedPeers.altering(desk, people.province(), UnaryOperator.identity(), frames -> frames.stream().map(NewcomersTest::bent).toList())));
        assertThat(inRuns()).as("as the desk wished to give them").isEqualTo(EVENINGS);
        assertThat(singly()).isEqualTo(EVENINGS);
        allHold(EVENINGS, binh);
        evenings(an, 6);
        ExchangeContract.press(an, desk);
        answers.clear();
        ExchangeContract.press(binh, listening(desk));
        assertThat(inRuns()).as("it has said so").isZero();
        allHold(EVENINGS + 6, binh);
    }

    /** What goes up goes as it is sealed, and nobody makes a desk take a run apart. */
    @Test
    void aDeskIsGivenNoRunsAndTakesNone() throws Exception {
        byte[] welcome = Neighbourhood.welcome(people.open("chi"), people.province(), Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        List<Frame> runs = new ArrayList<>(frames(welcome, Frame.RunFrame.class));
        people.record(an, 1);
        an.ledger().seal();
        Peer rogue = PlantedPeers.altering(desk, people.province(), parcel -> {
            List<Frame> frames = new ArrayList<>(BentPeer.frames(parcel));
            assertThat(frames).noneMatch(Frame.RunFrame.class::isInstance);
            Frame.IntroFrame intro = (Frame.IntroFrame) frames.removeFirst();
            frames.removeIf(Frame.AuthFrame.class::isInstance);
            frames.addAll(runs);
            return Parcel.write(Introduction.calling(an.device(), intro, desk.greet().nonce(), frames));
        }, UnaryOperator.identity());
        int known = desk.tally().batchesKnown();
        ExchangeContract.press(an, rogue);
        assertThat(desk.tally().batchesKnown()).isEqualTo(known);
        assertThat(people.households(people.province())).isEqualTo(EVENINGS + 1);
    }

    private static Frame bent(Frame frame) {
        if (!(frame instanceof Frame.RunFrame(BatchRun run))) {
            return frame;
        }
        byte[] body = run.body().clone();
        body[0] ^= 1;
        return new Frame.RunFrame(new BatchRun(run.authorKey(), run.incarnation(), run.scope(), run.first(), run.previous(), run.schema(), run.keyId(),
                run.nonce(), run.signatures(), run.shares(), run.plainLength(), body));
    }
}
