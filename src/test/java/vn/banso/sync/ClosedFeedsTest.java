package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader.Closing;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;

/** A feed that its device will never write again is closed, and what turns up of it later is kept and told. */
@Tag("slow")
class ClosedFeedsTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;

    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        people.record(an, 2);
        press();
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void press() throws PeerException {
        ExchangeContract.press(an, NodePeer.live(people.province(), 1 << 20));
    }

    private void daysPass(int days) {
        people.shut("province");
        people.setUp("province", o -> o.withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(days))));
        people.open("province");
    }

    /** The laptop goes back to an old disk, and notices. */
    private List<Batch> goesBack() throws PeerException {
        an = people.backUp("an", "disk", false);
        people.record(an, 3);
        List<Batch> onAStick = an.ledger().seal();
        an = people.restore("an", "disk");
        people.record(an, 1);
        press();
        return onAStick;
    }

    private List<Closing> closings() {
        return people.province().ledger().batchesLacking(new Have(COMMUNE, List.of(), List.of())).stream()
                .flatMap(b -> b.header().closes().stream()).toList();
    }

    @Test
    void whatADeviceWroteBeforeItBeganAnewIsClosedOnceItHasBeenQuietForLong() throws Exception {
        List<Batch> onAStick = goesBack();
        people.record(an, 1);
        press();
        assertThat(closings()).as("another copy of the disk may be in use").isEmpty();
        daysPass(61);
        people.record(an, 1);
        press();
        people.record(an, 1);
        press();
        assertThat(closings()).singleElement().matches(c -> c.incarnation() == onAStick.getFirst().header().incarnation());
        people.record(an, 1);
        press();
        assertThat(closings()).as("once").hasSize(1);

        Frame.HaveFrame named = leftOnAStick();
        assertThat(named.have().tips()).as("what is closed is not named").extracting(t -> t.feed().incarnation())
                .contains(an.incarnation()).doesNotContain(onAStick.getFirst().header().incarnation());
        assertThat(people.province().ledger().confirmations().whole(named).tips()).as("and is known to be held").hasSize(named.have().tips().size() + 1);

        int counted = people.households(people.province());
        people.province().ledger().take(onAStick);
        Node binh = people.laptop("binh");
        ExchangeContract.press(binh, NodePeer.live(people.province(), 1 << 20));
        press();
        for (Node node : List.of(people.province(), an, binh)) {
            assertThat(node.ledger().batch(onAStick.getFirst().hash())).as("not lost").isPresent();
            assertThat(node.attention()).anyMatch(a -> a.kind() == Attention.Kind.SET_ASIDE && a.reason().equals(Optional.of(Reason.CLOSED)));
            assertThat(people.households(node)).isEqualTo(counted);
            assertThat(node.digest(Optional.of(COMMUNE))).isEqualTo(people.province().digest(Optional.of(COMMUNE)));
        }
    }

    /** The have-list of the commune in a parcel for anybody. */
    private Frame.HaveFrame leftOnAStick() throws Exception {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        FolderPeer peer = new FolderPeer(stick, an.id());
        ExchangeContract.press(an, peer);
        return BentPeer.frames(Files.readAllBytes(peer.handed().parcels().getFirst())).stream().filter(Frame.HaveFrame.class::isInstance)
                .map(Frame.HaveFrame.class::cast).filter(f -> f.have().scope().equals(COMMUNE)).findFirst().orElseThrow();
    }

    @Test
    void whatComesInTimeCounts() throws Exception {
        List<Batch> onAStick = goesBack();
        people.province().ledger().take(onAStick);
        daysPass(61);
        people.record(an, 1);
        press();
        people.record(an, 1);
        press();
        assertThat(closings()).as("it went on not long ago").isEmpty();
        assertThat(people.households(people.province())).isEqualTo(people.households(an)).isEqualTo(8);
    }
}
