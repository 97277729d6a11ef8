package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

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
import vn.banso.ledger.batch.Hash;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;

/** Copied laptops, machines that went back in time, and clocks that did. */
@Tag("slow")
class CopiesTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        people.record(an, 2);
        press(an);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private ExchangeCounts press(Node node) throws PeerException {
        return ExchangeContract.press(node, NodePeer.live(people.province(), 1 << 20));
    }

    private Hash digest(Node node) {
        return node.digest(Optional.of(Neighbourhood.SANG_MOC));
    }

    private void allHold(int households, Node... nodes) {
        for (Node node : nodes) {
            assertThat(people.households(node)).isEqualTo(households);
            assertThat(digest(node)).isEqualTo(digest(people.province()));
        }
    }

    @Test
    void aCopiedLaptopWritesOnAndBothSidesWorkIsKept() throws Exception {
        an = people.backUp("an", "copy", false);
        Node copy = people.open("copy");
        assertThat(copy.id()).isEqualTo(an.id());
        assertThat(copy.incarnation()).as("the copy notices").isNotEqualTo(an.incarnation());
        people.record(an, 3);
        people.record(copy, 4);
        press(an);
        press(copy);
        press(an);
        allHold(9, people.province(), an, copy);
        assertThat(people.province().attention()).noneMatch(a -> a.kind() == Attention.Kind.FORK);
    }

    @Test
    void aForkThatNobodyNoticedKeepsBothBranchesAndRaisesTheAlarm() throws Exception {
        an = people.backUp("an", "disk", true);
        long incarnation = an.incarnation();
        people.record(an, 3);
        press(an);
        an = people.restore("an", "disk");
        assertThat(an.incarnation()).as("nothing tells").isEqualTo(incarnation);
        people.record(an, 4);
        press(an);
        allHold(9, people.province(), an);
        assertThat(people.province().attention()).anyMatch(a -> a.kind() == Attention.Kind.FORK);
        assertThat(an.incarnation()).as("its own batches came from elsewhere: it goes on under another name").isNotEqualTo(incarnation);
        people.record(an, 1);
        press(an);
        allHold(10, people.province(), an);
    }

    @Test
    void aProvinceThatWentBackToABackupIsSentTheRest() throws Exception {
        people.backUp("province", "backup", false);
        Node binh = people.laptop("binh");
        people.record(an, 3);
        people.record(binh, 4);
        press(an);
        press(binh);
        // Somebody needs an hour to find the backup.
        people.setUp("province", o -> o.withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(1))));
        people.restore("province", "backup");
        assertThat(people.households(people.province())).isEqualTo(2);
        ExchangeCounts tally = press(an);
        assertThat(people.households(people.province())).isEqualTo(5);
        assertThat(tally.receipts()).isPositive();
        press(binh);
        press(an);
        allHold(9, people.province(), an, binh);
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isEqualTo(an.ledger().states().values().stream().mapToLong(n -> n).sum());
        assertThat(people.province().grants().device(binh.id())).as("who was let in meanwhile").isPresent();
    }

    @Test
    void aLaptopInTheYear2099HarmsNobody() throws Exception {
        people.setUp("son", o -> o.withClock(Clock.offset(Clock.systemUTC(), Duration.ofDays(73 * 365))));
        Node son = people.laptop("son");
        EntryId household = people.record(an, 1).getFirst();
        press(an);
        press(son);
        size(son, household, 7);
        people.record(son, 2);
        press(son);
        press(an);
        assertThat(sizeAt(an, household)).isEqualTo(7);
        size(an, household, 3);
        press(an);
        press(son);
        assertThat(sizeAt(son, household)).as("who wrote after seeing it has the last word").isEqualTo(3);
        allHold(5, people.province(), an, son);
        assertThat(son.attention()).anyMatch(a -> a.kind() == Attention.Kind.CLOCK);
        assertThat(an.attention()).noneMatch(a -> a.kind() == Attention.Kind.CLOCK);
        assertThat(son.ledger().states().get(RecordState.HERE) + son.ledger().states().get(RecordState.HANDED_OVER)).isZero();
    }

    private static void size(Node node, EntryId household, int size) {
        assertThat(node.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household)
                .with("size", new Value.Whole(size)))).isSaved()).isTrue();
    }

    private static long sizeAt(Node node, EntryId household) {
        return node.entry(Neighbourhood.SANG_MOC, household).orElseThrow().whole(Catalogue.HOUSEHOLD.field("size")).orElseThrow();
    }
}
