package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.Quotas;
import vn.banso.sync.wire.Introduction;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Junk;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/** What somebody nobody vouches for can do to a desk, and an enrolled device that is up to no good: a little, and nothing that stays. */
class StrangersTest {
    /** The attack that stopped a province for seven minutes had 32,000. */
    private static final int MANY = Integer.getInteger("strangers", 60);
    private static final Quotas.Room FEW = new Quotas.Room(20, 1 << 20);

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node desk;
    private final DeviceKeys stranger = DeviceKeys.generate();
    private Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);

    @BeforeEach
    void found() {
        people = new Neighbourhood(folder);
        people.shut("province");
        people.setUp("province", options -> options.withClock(clock)
                .withQuotas(Quotas.usual().withStrangers(FEW).withNewcomers(FEW).withAside(FEW)));
        desk = people.open("province");
    }

    @AfterEach
    void close() {
        people.close();
    }

    /** What a desk says about itself, and what it has written down. */
    private List<Object> all(Node node) {
        List<Object> all = new ArrayList<>(List.of(node.upkeep().inventory().batches(), node.attention(), node.digest(Optional.empty())));
        node.ledger().scopes().stream().sorted().forEach(scope -> all.add(List.of(node.ledger().receipt(scope).map(r -> r.mark()), node.ledger().have(scope))));
        return all;
    }

    private byte[] parcel(NodePeer at, DeviceKeys caller, List<Batch> batches) {
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.HaveFrame(new Have(Neighbourhood.GOVERNANCE, List.of(), List.of())));
        batches.forEach(b -> frames.add(new Frame.BatchFrame(b)));
        return Parcel.write(Introduction.calling(caller, new Frame.IntroFrame(Neighbourhood.GOVERNANCE, caller.signingKey(), 1, 1, 1 << 20),
                at.greet().nonce(), frames));
    }

    @Test
    void aParcelWithoutProofOfItsCallerLeavesNothing() throws Exception {
        Node an = people.laptop("an");
        NodePeer at = NodePeer.live(desk, 8 << 20);
        List<Object> before = all(desk);
        long bytes = desk.upkeep().inventory().bytes();
        List<Frame> frames = new ArrayList<>();
        frames.add(new Frame.IntroFrame(Neighbourhood.GOVERNANCE, an.device().signingKey(), 1, 1, 1 << 20));
        Junk.feeds(stranger, Neighbourhood.GOVERNANCE, MANY).forEach(b -> frames.add(new Frame.BatchFrame(b)));
        for (byte[] parcel : List.of(Parcel.write(frames), stolen(at, an, frames))) {
            assertThatExceptionOfType(PeerException.class).isThrownBy(() -> at.exchange(parcel)).matches(e -> e.reason() == Reason.REFUSED);
        }
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> at.admit(Parcel.write(frames)))
                .matches(e -> e.reason() == Reason.REFUSED);
        assertThat(all(desk)).isEqualTo(before);
        assertThat(desk.upkeep().inventory().bytes()).isEqualTo(bytes);
    }

    /** The name and the proof of somebody who called, in front of what somebody else says. */
    private byte[] stolen(NodePeer at, Node from, List<Frame> frames) throws PeerException {
        List<Frame> stolen = new ArrayList<>(BentPeer.frames(parcel(at, from.device(), List.of())).subList(0, 2));
        stolen.addAll(frames.subList(1, frames.size()));
        return Parcel.write(stolen);
    }

    @Test
    void aProvenStrangerLeavesAFewRowsAndNobodyHearsOfThem() throws Exception {
        Node an = people.laptop("an");
        NodePeer at = NodePeer.live(desk, 8 << 20);
        List<Object> before = all(desk);
        at.exchange(parcel(at, stranger, Junk.feeds(stranger, Neighbourhood.GOVERNANCE, MANY)));
        at.exchange(parcel(at, DeviceKeys.generate(), Junk.feeds(DeviceKeys.generate(), Neighbourhood.SANG_MOC, MANY)));
        assertThat(all(desk)).isEqualTo(before);
        assertThat(desk.upkeep().inventory().unvouched()).as("all strangers together").isEqualTo(FEW.batches());
        ExchangeContract.press(an, at);
        assertThat(an.ledger().have(Neighbourhood.GOVERNANCE).tips()).as("no laptop gets them").noneMatch(t -> t.feed().device().equals(stranger.id()));
        assertThat(an.attention()).isEmpty();
    }

    @Test
    void aFullRoomOfStrangersIsInNobodysWayAndEmptiesWithTime() throws Exception {
        NodePeer at = NodePeer.live(desk, 8 << 20);
        at.exchange(parcel(at, stranger, Junk.feeds(stranger, Neighbourhood.SANG_MOC, MANY)));
        Node officer = people.laptop("officer", desk, Role.COMMUNE, Neighbourhood.SANG_MOC);
        Node newcomer = people.open("newcomer");
        Neighbourhood.welcome(newcomer, officer, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        Batch early = Junk.batch(newcomer.device(), 1, Neighbourhood.SANG_MOC, 1, Hash.NONE, 1);
        at.exchange(parcel(at, officer.device(), List.of(early)));
        assertThat(desk.upkeep().inventory().unvouched()).as("whom an officer brings has room").isEqualTo(FEW.batches() + 1);
        assertThat(desk.ledger().have(Neighbourhood.SANG_MOC).tips()).noneMatch(t -> t.feed().device().equals(newcomer.id()));
        ExchangeContract.press(officer, at);
        assertThat(desk.ledger().have(Neighbourhood.SANG_MOC).tips()).as("with the grant it is there")
                .filteredOn(t -> t.feed().device().equals(newcomer.id())).singleElement()
                .matches(t -> t.hash().equals(early.hash()));
        assertThat(desk.upkeep().inventory().unvouched()).isEqualTo(FEW.batches());

        clock = Clock.offset(clock, Duration.ofDays(15));
        people.shut("province");
        people.setUp("province", options -> options.withClock(clock).withQuotas(Quotas.usual().withStrangers(FEW)));
        desk = people.open("province");
        NodePeer later = NodePeer.live(desk, 8 << 20);
        later.exchange(parcel(later, stranger, Junk.feed(stranger, 9_999, Neighbourhood.SANG_MOC, 1)));
        assertThat(desk.upkeep().inventory().unvouched()).isEqualTo(1);
    }

    @Test
    void anotherProvincesBatchesAreNotKept() throws Exception {
        Node an = people.laptop("an");
        NodePeer at = NodePeer.live(desk, 8 << 20);
        ScopeId hanoi = ScopeId.commune("2025-07-01", "00004");
        List<Object> before = all(desk);
        at.exchange(parcel(at, an.device(), Junk.feeds(an.device(), hanoi, 30)));
        at.exchange(parcel(at, an.device(), Junk.feeds(stranger, hanoi, 30)));
        assertThat(all(desk)).isEqualTo(before);
        assertThat(desk.upkeep().inventory().unvouched()).isZero();
    }

    @Test
    void whatAnEnrolledDeviceWritesThatDoesNotCountIsBounded() throws Exception {
        Node an = people.laptop("an");
        NodePeer at = NodePeer.live(desk, 8 << 20);
        long before = desk.upkeep().inventory().batches();
        at.exchange(parcel(at, an.device(), Junk.feeds(an.device(), Neighbourhood.LA_BANG, MANY)));
        at.exchange(parcel(at, an.device(), Junk.feed(an.device(), 7, Neighbourhood.SANG_MOC, MANY).subList(1, MANY)));
        at.exchange(parcel(at, an.device(), Junk.feeds(an.device(), Neighbourhood.GOVERNANCE, MANY)));
        assertThat(desk.upkeep().inventory().batches()).isEqualTo(before + FEW.batches());
        Node binh = people.laptop("binh");
        people.record(binh, 3);
        ExchangeContract.press(binh, at);
        assertThat(people.households(desk)).as("others have their own room").isEqualTo(3);
    }

    @Test
    void aCutParcelLeavesOnlyWhatGrantsVouchFor() throws Exception {
        Node an = people.laptop("an");
        people.record(an, 3);
        NodePeer at = NodePeer.live(desk, 8 << 20);
        List<Batch> batches = new ArrayList<>(an.ledger().seal());
        batches.addAll(Junk.feeds(stranger, Neighbourhood.SANG_MOC, 3));
        byte[] whole = parcel(at, an.device(), batches);
        byte[] cut = Arrays.copyOf(whole, whole.length - 60);
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> at.exchange(cut)).matches(e -> e.reason() == Reason.CUT_OFF);
        assertThat(people.households(desk)).isEqualTo(3);
        assertThat(desk.upkeep().inventory().unvouched()).isZero();
    }

    @Test
    void somebodyElsesAnswerIsNotTaken() throws Exception {
        Node an = people.laptop("an");
        people.record(an, 1);
        NodePeer at = NodePeer.live(desk, 8 << 20);
        List<byte[]> earlier = new ArrayList<>();
        ExchangeContract.press(an, BentPeer.back(at, answer -> {
            earlier.add(answer);
            return answer;
        }));
        people.record(an, 1);
        for (byte[] other : List.of(earlier.getFirst(), Parcel.write(List.of(BentPeer.frames(earlier.getFirst()).getLast())),
                parcel(at, stranger, Junk.feeds(stranger, Neighbourhood.SANG_MOC, 3)))) {
            assertThatExceptionOfType(PeerException.class).isThrownBy(() -> ExchangeContract.press(an, BentPeer.back(at, _ -> other)))
                    .matches(e -> e.reason() == Reason.NOT_THE_DESK || e.reason() == Reason.NOT_UNDERSTOOD);
        }
        assertThat(an.upkeep().inventory().unvouched()).isZero();
    }
}
