package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.RefusalPage;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** Receipts that fit into no parcel, and what was set aside page by page. */
class LongReceiptsTest {
    @TempDir
    private Path folder;
    private Neighbourhood people;
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        people = new Neighbourhood(folder);
        an = people.laptop("an");
    }

    @AfterEach
    void close() {
        people.close();
    }

    /** An office whose own receipt is longer than the province takes at once. */
    @Test
    void aReceiptThatCannotBeGivenIsTold() throws Exception {
        Node binh = people.laptop("binh");
        Node office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        List<Batch> feeds = Stream.iterate(1, i -> i + 1).limit(600).map(i -> EndingsTest.foreign(office, binh, i)).toList();
        office.ledger().take(feeds);
        people.province().ledger().take(feeds);
        office.ledger().receipt(Neighbourhood.SANG_MOC);
        assertThat(office.ledger().accept(people.province().ledger().receipt(Neighbourhood.SANG_MOC).orElseThrow())).isTrue();
        assertThatExceptionOfType(PeerException.class).isThrownBy(() -> ExchangeContract.press(office, NodePeer.live(people.province(), Outgoing.LEAST)))
                .matches(e -> e.reason() == Reason.RECEIPT_TOO_LONG);
        ExchangeContract.press(office, NodePeer.live(people.province(), 8 << 20));
        assertThat(people.province().ledger().receiptsFor(Neighbourhood.SANG_MOC)).anyMatch(r -> r.receipt().node().equals(office.id()));
    }

    /** More was set aside of one feed than stands on a page, all of it change by change; nothing of the feed counts before all pages have come. */
    @Test
    void whatWasSetAsideComesPageByPage() throws Exception {
        NodePeer desk = NodePeer.live(people.province(), 1 << 20);
        ExchangeContract.press(an, desk);
        int refused = 0;
        for (int batch = 0; refused <= RefusalPage.MOST + 50; batch++) {
            List<Draft> drafts = new ArrayList<>(List.of(Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, an.freshId())
                    .with("name", new Value.Text("Bản Chương"))));
            for (int i = 0; i < 30; i++, refused++) {
                drafts.add(new Draft(Catalogue.GRANT, Neighbourhood.SANG_MOC, an.freshId(), new TreeMap<>()).with("role", new Value.Code(1)));
            }
            an.writeAs(an.device(), 7, Neighbourhood.SANG_MOC, new Governance.Act(drafts, List.of()));
        }
        Peer silent = PlantedPeers.altering(desk, people.province(), parcel -> parcel,
                answer -> answer.stream().filter(f -> !(f instanceof Frame.RefusalsFrame)).toList());
        ExchangeContract.press(an, silent);
        assertThat(an.ledger().confirmations().wanted(Neighbourhood.SANG_MOC)).isNotEmpty();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).as("what was set aside is not known yet").isZero();
        AtomicInteger pages = new AtomicInteger();
        ExchangeContract.press(an, BentPeer.back(desk, answer -> {
            pages.addAndGet((int) BentPeer.frames(answer).stream().filter(Frame.RefusalsFrame.class::isInstance).count());
            return answer;
        }));
        assertThat(pages.get()).isGreaterThanOrEqualTo(2);
        assertThat(an.ledger().confirmations().wanted(Neighbourhood.SANG_MOC)).isEmpty();
        assertThat(an.ledger().states().get(RecordState.PROVINCE)).isPositive();
    }
}
