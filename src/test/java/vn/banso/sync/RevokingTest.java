package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.store.Node;
import vn.banso.store.ledger.Uncounted;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.governance.Revocation;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/** A lost laptop is shut out, and what the province has confirmed of it stays. */
class RevokingTest extends OfficeAndDesk {
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        an = people.laptop("an", province, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
    }

    /** The vault names the officer who let the device in; that alone opens nothing. */
    @Test
    void whoWasRevokedHelpsNobodyAndNobodyHelpsTheRevoked() throws Exception {
        people.laptop("binh", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        press(office, desk);
        Recovery.Request request = Recovery.read(Recovery.start(Files.readAllBytes(people.dir("binh").resolve("vault")),
                "khoai mon nướng".toCharArray(), Argon2Cost.FAST).request());
        assertThat(Admission.help(office, request)).isNotEmpty();
        assertThatThrownBy(() -> Admission.help(an, request)).as("no officer").isInstanceOf(Admission.NotEntitledException.class);
        Node neighbour = people.laptop("neighbour", province, Role.COMMUNE, Neighbourhood.LA_BANG);
        press(neighbour, desk);
        assertThatThrownBy(() -> Admission.help(neighbour, request)).as("of another commune").isInstanceOf(Admission.NotEntitledException.class);
        assertThatThrownBy(() -> Admission.help(province, request)).as("not named in the vault").isInstanceOf(VaultException.class);
        Revoking.revoke(province, Revoking.outlook(province, office.id()), "nghỉ việc");
        press(office, desk);
        assertThatThrownBy(() -> Admission.help(office, request)).as("revoked since").isInstanceOf(Admission.NotEntitledException.class);
    }

    @Test
    void aLostLaptopThatWasRevokedIsNotOpened() throws Exception {
        Node binh = people.laptop("binh", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        Recovery.Request request = Recovery.read(Recovery.start(Files.readAllBytes(people.dir("binh").resolve("vault")),
                "khoai mon nướng".toCharArray(), Argon2Cost.FAST).request());
        Revoking.revoke(office, Revoking.outlook(office, binh.id()), "mất máy");
        assertThatThrownBy(() -> Admission.help(office, request)).isInstanceOf(Admission.NotEntitledException.class);
    }

    private Revoking.Outlook lostUnseen() throws Exception {
        people.record(an, 3);
        press(an, desk);
        press(office, desk);
        people.record(an, 2);
        press(an, desk);
        assertThat(people.households(province)).isEqualTo(5);
        return Revoking.outlook(office, an.id());
    }

    @Test
    void whatTheProvinceHadConfirmedStaysCountedThoughTheOfficerHadNotSeenIt() throws Exception {
        Revoking.Outlook outlook = lostUnseen();
        assertThat(outlook.unseen()).as("nobody has told the office").isZero();
        Revoking.revoke(office, outlook, "mất máy");
        press(office, desk);
        press(office, desk);
        for (Node node : List.of(province, office)) {
            assertThat(people.households(node)).isEqualTo(5);
            assertThat(node.grants().isLive(an.id(), Neighbourhood.SANG_MOC)).isFalse();
        }
        assertThat(province.digest(Optional.of(Neighbourhood.SANG_MOC))).isEqualTo(office.digest(Optional.of(Neighbourhood.SANG_MOC)));
        people.record(an, 1);
        press(an, desk);
        assertThat(people.households(province)).as("what comes later does not").isEqualTo(5);
    }

    @Test
    void whatTheOfficerKnowsThatTheProvinceHasStaysCountedBeforeItComes() throws Exception {
        Revoking.Outlook before = lostUnseen();
        province.ledger().receipt(Neighbourhood.SANG_MOC);
        province.ledger().confirmations().since(Neighbourhood.SANG_MOC, List.of()).forEach(office.ledger().confirmations()::accept);
        Revoking.Outlook outlook = Revoking.outlook(office, an.id());
        assertThat(before.unseen()).isZero();
        assertThat(outlook.unseen()).isEqualTo(1);
        assertThat(outlook.news()).isPresent();
        Revoking.revoke(office, outlook, "mất máy");
        assertThat(people.households(office)).as("what is here counts meanwhile").isEqualTo(3);
        long said = province.grants().lastRevocation(an.id()).stream().count();
        press(office, desk);
        assertThat(people.households(office)).isEqualTo(5);
        assertThat(people.households(province)).isEqualTo(5);
        assertThat(said).isZero();
        assertThat(province.grants().lastRevocation(an.id()).orElseThrow().author()).as("nothing had to be corrected").isEqualTo(office.id());
    }

    @Test
    void whoSaysThatNothingElseCountsIsObeyed() throws Exception {
        Revoking.revokeAllElse(office, lostUnseen(), "mất máy");
        press(office, desk);
        press(office, desk);
        assertThat(people.households(province)).as("beyond the last good batch").isEqualTo(3);
        assertThat(province.digest(Optional.of(Neighbourhood.SANG_MOC))).isEqualTo(office.digest(Optional.of(Neighbourhood.SANG_MOC)));
    }

    @Test
    void aStickThatComesLaterCountsWhenSomebodySaysSo() throws Exception {
        people.record(an, 3);
        press(an, desk);
        people.record(an, 2);
        List<Batch> stick = an.ledger().seal();
        press(office, desk);
        Revoking.revoke(office, Revoking.outlook(office, an.id()), "mất máy");
        office.ledger().take(stick);
        assertThat(people.households(office)).isEqualTo(3);
        assertThatThrownBy(() -> Revoking.letCount(office, province.id(), "")).isInstanceOf(Admission.NotEntitledException.class);
        Revoking.letCount(office, an.id(), "USB gửi trước khi mất máy");
        assertThat(people.households(office)).isEqualTo(5);
        press(office, desk);
        assertThat(people.households(province)).isEqualTo(5);
        assertThat(office.grants().isLive(an.id(), Neighbourhood.SANG_MOC)).as("it stays shut out").isFalse();
    }

    @Test
    void whatWouldNotCountIsToldInRecords() throws Exception {
        Revoking.Outlook before = lostUnseen();
        press(office, desk);
        assertThat(office.ledger().confirmations().after(an.id(), before.held())).as("two households, the village was written before")
                .isEqualTo(new Uncounted(1, 2));
        assertThat(office.ledger().confirmations().after(an.id(), List.of()).records()).as("all of it").isEqualTo(6);
        assertThat(office.ledger().confirmations().after(an.id(), Revoking.outlook(office, an.id()).held())).isEqualTo(new Uncounted(0, 0));
    }

    @Test
    void lettingCountIsTakenBack() throws Exception {
        people.record(an, 3);
        press(an, desk);
        press(office, desk);
        people.record(an, 2);
        Revoking.revoke(office, Revoking.outlook(office, an.id()), "mất máy");
        Revocation first = office.grants().lastRevocation(an.id()).orElseThrow();
        office.ledger().take(an.ledger().seal());
        Revoking.letCount(office, an.id(), "USB gửi trước khi mất máy");
        assertThat(people.households(office)).isEqualTo(5);
        press(office, desk);
        Revoking.letCountNoMore(office, first);
        press(office, desk);
        press(office, desk);
        for (Node node : List.of(province, office)) {
            assertThat(people.households(node)).as("though the province had confirmed it meanwhile").isEqualTo(3);
        }
    }

    @Test
    void whoIsNotAboveADeviceDoesNotRevokeIt() throws Exception {
        Node neighbour = people.laptop("neighbour", province, Role.COMMUNE, Neighbourhood.LA_BANG);
        press(office, desk);
        press(neighbour, desk);
        press(an, desk);
        assertThatThrownBy(() -> Revoking.outlook(office, province.id())).as("upwards").isInstanceOf(Admission.NotEntitledException.class);
        assertThatThrownBy(() -> Revoking.outlook(an, office.id())).as("a volunteer").isInstanceOf(Admission.NotEntitledException.class);
        assertThatThrownBy(() -> Revoking.outlook(neighbour, an.id())).as("of another commune").isInstanceOf(Admission.NotEntitledException.class);
        Revoking.revoke(office, Revoking.outlook(office, an.id()), "mất máy");
        Revocation said = office.grants().lastRevocation(an.id()).orElseThrow();
        press(office, desk);
        press(an, desk);
        assertThatThrownBy(() -> Revoking.letCount(an, an.id(), "")).as("the lost laptop itself").isInstanceOf(Admission.NotEntitledException.class);
        assertThatThrownBy(() -> Revoking.letCountNoMore(an, said)).isInstanceOf(Admission.NotEntitledException.class);
        Revoking.revoke(province, Revoking.outlook(province, office.id()), "nghỉ việc");
        press(office, desk);
        assertThatThrownBy(() -> Revoking.letCount(office, an.id(), "")).as("an officer who was revoked").isInstanceOf(Admission.NotEntitledException.class);
    }
}
