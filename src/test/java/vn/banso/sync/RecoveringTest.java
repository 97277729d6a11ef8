package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.store.Node;
import vn.banso.store.PassphraseRecovery;
import vn.banso.store.lists.Attention;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/** A forgotten passphrase is helped by an officer who may, in front of everybody, and by nobody else. */
class RecoveringTest extends OfficeAndDesk {
    private static final char[] FRESH = "khoai mon nuong".toCharArray();

    private Node binh;

    @BeforeEach
    void enrol() throws Exception {
        binh = people.laptop("binh", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
    }

    private void press(Node node) throws PeerException {
        ExchangeContract.press(node, desk);
    }

    private static void refused(VaultException.Reason reason, ThrowingCallable work) {
        assertThatExceptionOfType(VaultException.class).isThrownBy(work).extracting(VaultException::reason).isEqualTo(reason);
    }

    private static void notEntitled(ThrowingCallable work) {
        assertThatExceptionOfType(Admission.NotEntitledException.class).isThrownBy(work);
    }

    private Recovery.Request forgets(String name) throws Exception {
        people.shut(name);
        return Recovery.read(PassphraseRecovery.ask(people.dir(name), FRESH, people.options(name)));
    }

    private Node reopened(byte[] answer) throws VaultException {
        PassphraseRecovery.renew(people.dir("binh"), answer, FRESH, people.options("binh"));
        people.passphrase("binh", FRESH);
        return people.open("binh");
    }

    private static List<Attention> helped(Node node) {
        return node.attention().stream().filter(a -> a.kind() == Attention.Kind.HELPED).toList();
    }

    @Test
    void whoeverWorksThereSeesThatSomebodyHelpedAndSoDoesTheCommune() throws Exception {
        people.record(binh, 2);
        byte[] answer = Admission.help(office, forgets("binh"));
        Node opened = reopened(answer);
        assertThat(people.households(opened)).isEqualTo(2);
        assertThat(helped(opened)).singleElement().satisfies(a -> assertThat(a.device()).contains(office.id()));
        assertThat(opened.grants().recoveries(opened.id())).singleElement().satisfies(act -> assertThat(act.officer()).isEqualTo(office.id()));
        press(office);
        assertThat(province.grants().recoveries(opened.id())).as("the officer cannot take it back").hasSize(1);
        opened.upkeep().knowsOfHelp(1);
        assertThat(helped(opened)).isEmpty();
        assertThat(helped(reopened(Admission.help(office, forgets("binh"))))).as("of the next time nobody knows yet").singleElement().satisfies(a -> assertThat(a.count()).isEqualTo(1));
    }

    @Test
    void helpThatNobodyWroteDownOpensNothing() throws Exception {
        Recovery.Request request = forgets("binh");
        byte[] silent = Recovery.answer(office.device(), request, Parcel.write(List.of()));
        refused(VaultException.Reason.NOT_RECORDED, () -> reopened(silent));
        byte[] ofAnother = Recovery.answer(office.device(), request, Parcel.write(List.of()));
        Admission.help(office, request);
        refused(VaultException.Reason.NOT_RECORDED, () -> reopened(ofAnother));
        people.open("binh");
        assertThat(helped(reopened(Admission.help(office, forgets("binh"))))).as("asked and helped once more, both are told").hasSize(1);
    }

    @Test
    void anOfficerWhoHasNotHeardOfBeingRevokedIsNotBelieved() throws Exception {
        press(office);
        Revoking.revoke(province, Revoking.outlook(province, office.id()), "nghỉ việc");
        press(binh);
        assertThat(binh.grants().isLive(office.id(), Neighbourhood.SANG_MOC)).isFalse();
        people.shut("binh");
        people.open("binh").upkeep().withRecovery(office.device().sealingKey());
        byte[] answer = Admission.help(office, forgets("binh"));
        refused(VaultException.Reason.NOT_RECORDED, () -> reopened(answer));
        press(office);
        people.open("binh");
        Recovery.Request again = forgets("binh");
        notEntitled(() -> Admission.help(office, again));
    }

    @Test
    void nobodyHelpsUpwardsOrThemselves() throws Exception {
        Node area = people.laptop("area", province, Role.AREA, Neighbourhood.SANG_MOC, Neighbourhood.LA_BANG);
        area.upkeep().withRecovery(office.device().sealingKey());
        press(office);
        Recovery.Request ofArea = forgets("area");
        notEntitled(() -> Admission.help(office, ofArea));
        office.upkeep().withRecovery(office.device().sealingKey());
        Recovery.Request own = Recovery.read(Recovery.start(Files.readAllBytes(people.dir("office").resolve("vault")), FRESH,
                people.options("office").cost()).request());
        notEntitled(() -> Admission.help(office, own));
    }

    @Test
    void whereTheOfficerWhoCouldHelpWasRevokedAnotherCan() throws Exception {
        Node next = people.laptop("next", province, Role.COMMUNE, Neighbourhood.SANG_MOC);
        assertThat(Admission.helper(binh).map(GrantedDevice::id)).contains(office.id());
        press(office);
        press(binh);
        assertThat(Admission.helper(binh).map(GrantedDevice::id)).as("who may still help goes on").contains(office.id());
        Revoking.revoke(province, Revoking.outlook(province, office.id()), "nghỉ việc");
        press(binh);
        assertThat(Admission.helper(binh).map(GrantedDevice::id)).as("the nearest who may").contains(next.id());
        press(next);
        assertThat(helped(reopened(Admission.help(next, forgets("binh"))))).hasSize(1);
    }

    @Test
    void whoeverWorksThereChoosesAnotherOfficer() throws Exception {
        Node an = people.laptop("an", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        binh.ledger().take(office.ledger().batchesLacking(binh.ledger().have(Neighbourhood.SANG_MOC)));
        notEntitled(() -> Admission.helpedBy(binh, an.id()));
        notEntitled(() -> Admission.helpedBy(binh, binh.id()));
        Admission.helpedBy(binh, province.id());
        assertThat(Admission.helper(binh).map(GrantedDevice::id)).contains(province.id());
        press(office);
        Recovery.Request request = forgets("binh");
        refused(VaultException.Reason.NOT_FOR_THIS_VAULT, () -> Admission.help(office, request));
        assertThat(office.grants().recoveries(people.open("binh").id())).as("nothing is written down of what was not done").isEmpty();
        assertThat(helped(reopened(Admission.help(province, forgets("binh"))))).hasSize(1);
    }
}
