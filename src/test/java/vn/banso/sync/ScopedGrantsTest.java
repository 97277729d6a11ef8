package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Have;
import vn.banso.store.Node;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What a commune decides about its devices costs that commune alone. */
@Tag("slow")
class ScopedGrantsTest {
    @TempDir
    Path folder;

    private Neighbourhood people;

    @AfterEach
    void close() {
        people.close();
    }

    @Test
    void aRevocationCostsItsCommuneALittleAndOthersNothing() throws Exception {
        people = new Neighbourhood(folder);
        NodePeer desk = NodePeer.live(people.province(), 1 << 20);
        Node lost = people.laptop("lost");
        Node kept = people.laptop("kept");
        Node neighbour = people.laptop("neighbour", people.province(), Role.VOLUNTEER, Neighbourhood.LA_BANG);
        ExchangeContract.press(kept, desk);
        ExchangeContract.press(neighbour, desk);
        long held = held(neighbour);
        List<Hash> before = acts(people.province()).stream().map(Batch::hash).toList();

        Revoking.revoke(people.province(), Revoking.outlook(people.province(), lost.id()), "mất máy");

        List<Batch> fresh = acts(people.province()).stream().filter(b -> !before.contains(b.hash())).toList();
        long readers = people.province().grants().readers(Neighbourhood.SANG_MOC).size();
        assertThat(fresh.stream().mapToLong(Outgoing::bytes).sum()).isLessThanOrEqualTo(400 + 119 * readers);
        Exchange of = new Exchange(neighbour, desk, ProgressListener.SILENT);
        of.run();
        assertThat(of.tally().batchesNew()).as("nothing of it goes to another commune").isZero();
        assertThat(held(neighbour)).isEqualTo(held);
        ExchangeContract.press(kept, desk);
        assertThat(kept.grants().isLive(lost.id(), Neighbourhood.SANG_MOC)).isFalse();
        assertThat(neighbour.grants().device(lost.id())).as("nobody there has ever heard of it").isEmpty();
    }

    @Test
    void whoJoinsLearnsNothingOfOtherCommunes() throws Exception {
        people = new Neighbourhood(folder);
        byte[] first = Neighbourhood.welcome(people.open("first"), people.province(), Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        for (int i = 0; i < 4; i++) {
            Neighbourhood.welcome(people.open("of-la-bang-" + i), people.province(), Role.VOLUNTEER, Neighbourhood.LA_BANG);
        }
        byte[] later = Neighbourhood.welcome(people.open("later"), people.province(), Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        assertThat(later.length - first.length).as("one device of the same commune more, none of the other").isLessThan(700);
    }

    /** Both sides hold all keys; who was let in by one while the other began a new key is handed it once. */
    @Test
    void keysAreHandedOutByOneSide() throws Exception {
        people = new Neighbourhood(folder);
        NodePeer desk = NodePeer.live(people.province(), 1 << 20);
        Node office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        Node lost = people.laptop("lost");
        ExchangeContract.press(office, desk);
        Revoking.revoke(people.province(), Revoking.outlook(people.province(), lost.id()), "mất máy");
        people.laptop("late", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        ExchangeContract.press(office, desk);
        ExchangeContract.press(office, desk);
        assertThat(office.ledger().have(Neighbourhood.SANG_MOC).tips().stream().filter(t -> t.feed().device().equals(office.id()))
                .mapToInt(t -> t.number()).sum()).as("the office let somebody in, no more").isEqualTo(1);
    }

    private static List<Batch> acts(Node node) {
        return node.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())).stream().filter(b -> b.feed().governs()).toList();
    }

    private static long held(Node node) {
        return node.ledger().scopes().stream().flatMap(s -> node.ledger().batchesLacking(new Have(s, List.of(), List.of())).stream()).count();
    }
}
