package vn.banso.store.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest.Kind;
import vn.banso.store.personal.DataRequest.Status;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What people ask for about their data is done at the commune's office and reaches every laptop. */
class DataRequestsTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;
    private static final LocalDate TODAY = LocalDate.now(Laptop.CLOCK);

    @TempDir
    Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private Node hoa;
    private DataRequests requests;
    private EntryId household;
    private EntryId person;

    @BeforeEach
    void aFamilyOnThreeMachines() throws Exception {
        people = new Neighbourhood(folder, "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, COMMUNE);
        mai = people.laptop("mai", office, Role.VOLUNTEER, COMMUNE);
        hoa = people.laptop("hoa", office, Role.VOLUNTEER, COMMUNE);
        household = people.record(mai, 1).getFirst();
        person = mai.freshId();
        assertThat(mai.save(List.of(
                Draft.of(Catalogue.PERSON, COMMUNE, person).with("household", new Value.Ref(household)).with("name", new Value.Text("Lường Thị Sao"))
                        .with("born", new Value.Day(1971, 3, 9)).with("phone", new Value.Text("0912345678")).with("smartphone", Codes.SMARTPHONE.code("own").orElseThrow()),
                Draft.of(Catalogue.HOUSEHOLD, COMMUNE, household).with("head", new Value.Ref(person)).with("phone", new Value.Text("0912345678")))).isSaved()).isTrue();
        meet(mai);
        meet(hoa);
        requests = new DataRequests(office);
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void meet(Node laptop) throws Exception {
        new Exchange(laptop, NodePeer.live(office, 1 << 20), ProgressListener.SILENT).run();
    }

    private DataRequest asked(Kind kind, ConsentPurpose... purposes) {
        EntryId id = office.freshId();
        assertThat(requests.ask(COMMUNE, id, person, kind, Set.of(purposes), TODAY).isSaved()).isTrue();
        return requests.find(COMMUNE, id).orElseThrow();
    }

    @Test
    void anErasureIsConfirmedByThreeAndByTheLateOneToo() throws Exception {
        DataRequest request = asked(Kind.ERASURE);
        assertThat(request.due()).contains(Value.Day.of(TODAY.plusDays(20)));
        assertThat(requests.toErase(request)).as("nobody else lives there").containsExactlyInAnyOrder(person, household);
        assertThat(requests.erase(request, TODAY).isSaved()).isTrue();
        DataRequest done = requests.find(COMMUNE, request.id()).orElseThrow();
        assertThat(done.status()).isEqualTo(Status.DONE);
        assertThat(office.entry(COMMUNE, person)).isEmpty();
        assertThat(confirmed()).as("the office itself").containsExactly(office.id());

        meet(mai);
        assertThat(mai.entry(COMMUNE, person)).isEmpty();
        assertThat(confirmed()).as("it came with this exchange, and is said with the next").containsExactly(office.id());
        meet(mai);
        assertThat(confirmed()).containsExactlyInAnyOrder(office.id(), mai.id());
        assertThat(ErasureReceipts.of(office, COMMUNE, done.erased()).getFirst().confirmed()).as("who is late stands first").isEmpty();
        assertThat(ErasureReceipts.of(office, COMMUNE, done.erased()).stream().filter(c -> c.confirmed().isEmpty()).map(c -> c.device().id())).contains(hoa.id());

        meet(hoa);
        meet(hoa);
        assertThat(confirmed()).containsExactlyInAnyOrder(office.id(), mai.id(), hoa.id());
        int written = office.entries(Catalogue.ERASURE_RECEIPT, COMMUNE).size();
        meet(mai);
        meet(hoa);
        assertThat(office.entries(Catalogue.ERASURE_RECEIPT, COMMUNE)).as("once each").hasSize(written);
        meet(mai);
        assertThat(mai.digest(Optional.of(COMMUNE))).isEqualTo(office.digest(Optional.of(COMMUNE)));
    }

    private List<DeviceId> confirmed() {
        List<DataRequest> all = requests.list(List.of(COMMUNE));
        return ErasureReceipts.of(office, COMMUNE, all.getFirst().erased()).stream().filter(c -> c.confirmed().isPresent()).map(c -> c.device().id()).toList();
    }

    @Test
    void nobodyConfirmsForAnother() throws Exception {
        DataRequest request = asked(Kind.ERASURE);
        requests.erase(request, TODAY);
        assertThat(office.save(List.of(Draft.of(Catalogue.ERASURE_RECEIPT, COMMUNE,
                NaturalId.erasureReceipt(person, mai.id().bytes())).with("subject", new Value.Text(person.toString()))
                .with("dropped_on", Value.Day.of(TODAY)))).isSaved()).isTrue();
        assertThat(confirmed()).containsExactly(office.id());
    }

    @Test
    void aWithdrawalDropsWhatItWasGivenForAndReachesTheLaptops() throws Exception {
        DataRequest request = asked(Kind.WITHDRAWAL, ConsentPurpose.CONTACT);
        assertThat(requests.withdraw(request, TODAY).isSaved()).isTrue();
        meet(mai);
        Entry left = mai.entry(COMMUNE, person).orElseThrow();
        assertThat(left.text(Catalogue.PERSON.field("phone"))).isEmpty();
        assertThat(mai.entry(COMMUNE, household).orElseThrow().text(Catalogue.HOUSEHOLD.field("phone"))).as("the head's number").isEmpty();
        assertThat(left.code(Catalogue.PERSON.field("smartphone"))).as("what it was not asked for stays").isPositive();
        assertThat(ConsentPurpose.CONTACT.isDenied(left)).isTrue();
        assertThat(ConsentPurpose.COUNTING.isDenied(left)).isFalse();

        assertThat(requests.withdraw(asked(Kind.WITHDRAWAL), TODAY).isSaved()).isTrue();
        Entry nothing = office.entry(COMMUNE, person).orElseThrow();
        assertThat(nothing.value(Catalogue.PERSON.field("smartphone"))).isEmpty();
        assertThat(nothing.value(Catalogue.PERSON.field("consent"))).contains(Codes.CONSENT.code("withdrawn").orElseThrow());
        assertThat(nothing.text(Catalogue.PERSON.field("name"))).contains("Lường Thị Sao");
    }

    @Test
    void everythingHeldIsFoundWithItsTraceAndWhoWasGivenTheName() throws Exception {
        asked(Kind.ACCESS);
        Disclosure.log(office, COMMUNE, Disclosure.ListKind.SIGN_IN, List.of(person, household));
        assertThat(mai.save(List.of(Draft.of(Catalogue.PERSON, COMMUNE, person).with("phone", new Value.Text("0987654321")))).isSaved()).isTrue();
        meet(mai);
        PersonalData data = PersonalData.of(office, COMMUNE, person).orElseThrow();
        assertThat(data.parts()).extracting(p -> p.entry().id()).containsExactly(person, household);
        assertThat(data.parts().getFirst().history()).hasSize(2).allSatisfy(h -> assertThat(h.change().author()).isEqualTo(mai.id()));
        assertThat(data.disclosures()).hasSize(1).allSatisfy(d -> {
            assertThat(d.author()).isEqualTo(office.id());
            assertThat(d.rows()).isEqualTo(2);
        });
        assertThat(data.requests()).extracting(DataRequest::kind).containsExactly(Kind.ACCESS);
        assertThat(PersonalData.of(office, COMMUNE, household)).as("no person").isEmpty();
    }
}
