package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.merge.Reason;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.Lang;
import vn.banso.store.Node;
import vn.banso.store.PassphraseRecovery;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.Introduction;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;

/** Grants and keys that come late, come along, or come to an end. */
class GrantsOnTheWayTest extends OfficeAndDesk {
    private Node an;

    @BeforeEach
    void enrol() throws Exception {
        an = people.laptop("an", province, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
    }

    private static long waiting(Node node, Attention.Kind kind) {
        return node.attention().stream().filter(a -> a.kind() == kind).mapToLong(Attention::count).sum();
    }

    /** The province never heard of the one whom the office let in, until that one brings the grant along, after its work. */
    @Test
    void whoBringsItsOwnGrantGoesHomeWithTheReceipt() throws Exception {
        Node binh = people.laptop("binh", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(binh, 12);
        Exchange first = new Exchange(binh, desk, ProgressListener.SILENT);
        first.run();
        assertThat(binh.ledger().states().get(RecordState.PROVINCE)).isEqualTo(13);
        assertThat(first.unsettled()).isEmpty();
        assertThat(press(binh, desk).rounds()).isEqualTo(1);
    }

    @Test
    void whatComesBeforeItsGrantWaitsAndIsCountedAfterIt() throws Exception {
        Node chi = people.laptop("chi", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(chi, 3);
        // A parcel without the grants, as where the one that brought them was lost.
        press(chi, PlantedPeers.altering(desk, province, parcel -> {
            List<Frame> left = BentPeer.frames(parcel).stream().filter(f -> !(f instanceof Frame.AuthFrame)
                    && !(f instanceof Frame.BatchFrame b && b.batch().feed().governs())).toList();
            return Parcel.write(Introduction.calling(chi.device(), (Frame.IntroFrame) left.getFirst(), desk.greet().nonce(),
                    left.subList(1, left.size())));
        }, answer -> answer));
        assertThat(desk.tally().parked()).isEqualTo(1);
        assertThat(province.upkeep().inventory().unvouched()).isEqualTo(1);
        assertThat(waiting(province, Attention.Kind.WAITING)).as("of nobody anybody has heard of").isZero();
        assertThat(people.households(province)).isZero();

        press(office, desk);
        assertThat(people.households(province)).as("the office brought the grant").isEqualTo(3);
        assertThat(waiting(province, Attention.Kind.WAITING)).isZero();
    }

    @Test
    void aVolunteerBringsItsOwnGrantAlong() throws Exception {
        Node chi = people.laptop("chi", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(chi, 3);
        press(chi, desk);
        assertThat(people.households(province)).isEqualTo(3);
        assertThat(waiting(province, Attention.Kind.WAITING)).isZero();
    }

    @Test
    void aFurtherCommuneOpensWithinTheExchangeThatBringsIt() throws Exception {
        press(an, desk);
        Node trainer = people.laptop("trainer", province, Role.TRAINER, Neighbourhood.LA_BANG);
        people.record(trainer, Neighbourhood.LA_BANG, 4);
        press(trainer, desk);
        // Written before anybody allowed it: it waits on this laptop, and goes up as soon as there is a key.
        people.record(an, Neighbourhood.LA_BANG, 2);
        Neighbourhood.welcome(an, province, Role.VOLUNTEER, Neighbourhood.LA_BANG);
        press(an, desk);
        assertThat(people.households(an, Neighbourhood.LA_BANG)).isEqualTo(6);
        assertThat(people.households(province, Neighbourhood.LA_BANG)).isEqualTo(6);
        assertThat(waiting(an, Attention.Kind.UNSEALED)).isZero();
    }

    @Test
    void whoWasLeftOutOfANewKeyIsHandedItByWhoeverAnswers() throws Exception {
        Node lost = people.laptop("lost");
        press(office, desk);
        // Both at once, without knowing of each other: the office lets Chi in, the province begins a new key without the lost laptop.
        Node chi = people.laptop("chi", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        Revoking.revoke(province, Revoking.outlook(province, lost.id()), "mất máy");
        press(an, desk);
        people.record(an, 5);
        press(an, desk);
        press(chi, desk);
        assertThat(people.households(chi)).as("one press brings the key and what it opens").isEqualTo(5);
        press(lost, desk);
        assertThat(people.households(lost)).isZero();
    }

    @Test
    void anOfficerAtTheCallingEndHandsKeysOnToo() throws Exception {
        Node lost = people.laptop("lost");
        press(office, desk);
        Revoking.revoke(office, Revoking.outlook(office, lost.id()), "mất máy");
        // Only the office holds the new key when the province lets Chi in.
        Node chi = people.laptop("chi", province, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(office, 2);
        press(office, desk);
        press(chi, desk);
        assertThat(people.households(chi)).isEqualTo(2);
    }

    /** Nobody can know when it was written: only when it was handed over is said. */
    @Test
    void whatWasWrittenBeforeARevocationAndHandedOverAfterItIsNotSaidToHaveBeenWrittenAfter() throws Exception {
        people.record(an, 2);
        Revoking.revoke(province, Revoking.outlook(province, an.id()), "mất máy");
        press(an, desk);
        Reason why = province.attention().stream().filter(a -> a.kind() == Attention.Kind.REVOKED).findFirst().orElseThrow().reason().orElseThrow();
        assertThat(Texts.of(Lang.VI).get("reason." + why)).isEqualTo("Được bàn giao sau khi máy bị thu hồi quyền, dù có thể đã ghi trước đó.");
        assertThat(Texts.of(Lang.EN).get("reason." + why)).isEqualTo("Handed over after the device was revoked, though perhaps written before.");
    }

    @Test
    void whatARevokedDeviceWritesLaterIsSetAsideWithTheReasonAndItLearnsWhy() throws Exception {
        people.record(an, 3);
        press(an, desk);
        Revoking.revoke(province, Revoking.outlook(province, an.id()), "mất máy");
        people.record(an, 2);
        ExchangeCounts tally = press(an, desk);
        assertThat(people.households(province)).isEqualTo(3);
        assertThat(desk.tally().setAside()).isEqualTo(1);
        assertThat(province.attention()).filteredOn(a -> a.kind() == Attention.Kind.REVOKED).singleElement()
                .matches(a -> a.reason().filter(r -> r == Reason.REVOKED).isPresent());
        assertThat(tally.receipts()).as("it is told what became of it").isPositive();
        assertThat(an.grants().device(an.id()).orElseThrow().revoked()).isTrue();
        people.record(an, 1);
        press(an, desk);
        assertThat(waiting(an, Attention.Kind.UNSEALED)).as("and what it writes from then on stays with it").isPositive();
    }

    @Test
    void whatFollowsARevocationCannotBeReadByTheDevice() throws Exception {
        Node binh = people.laptop("binh");
        press(an, desk);
        Revoking.revoke(province, Revoking.outlook(province, an.id()), "mất máy");
        press(binh, desk);
        people.record(binh, 4);
        press(binh, desk);
        press(an, desk);
        assertThat(people.households(an)).isZero();
        List<Batch> smuggled = binh.ledger().batchesLacking(an.ledger().have(Neighbourhood.SANG_MOC));
        an.ledger().take(smuggled);
        assertThat(smuggled).isNotEmpty();
        assertThat(people.households(an)).as("even with the batches in hand").isZero();
    }

    @Test
    void whatWasErasedLeavesTheBatchesOfTheOthersToo() throws Exception {
        var household = people.record(an, 2).getFirst();
        press(an, desk);
        press(office, desk);
        assertThat(office.acts().erase(Neighbourhood.SANG_MOC, household).isSaved()).isTrue();
        press(office, desk);
        press(an, desk);
        var whole = an.ledger().batchesLacking(new Have(Neighbourhood.SANG_MOC, List.of(), List.of())).stream()
                .filter(b -> b.header().author().equals(an.id())).toList();
        assertThat(whole).isNotEmpty().allMatch(b -> b.body().length == 0 && an.ledger().redaction(b.hash()).isPresent());
        assertThat(new Exchange(an, desk, ProgressListener.SILENT).run().rounds()).as("and both agree on that").isEqualTo(1);
        Node chi = people.laptop("chi");
        press(chi, desk);
        assertThat(people.households(chi)).isEqualTo(1);
        press(an, desk);
        assertThat(chi.digest(Optional.of(Neighbourhood.SANG_MOC))).isEqualTo(an.digest(Optional.of(Neighbourhood.SANG_MOC)));
    }

    @Test
    void theOfficerWhoLetItInHelpsWithAForgottenPassphrase() throws Exception {
        people.record(an, 1);
        people.shut("an");
        char[] other = "câu khác".toCharArray();
        Recovery.Request asked = Recovery.read(PassphraseRecovery.ask(people.dir("an"), other, people.options("an")));
        PassphraseRecovery.renew(people.dir("an"), Admission.help(province, asked), other, people.options("an"));
        people.passphrase("an", other);
        assertThat(people.households(people.open("an"))).isEqualTo(1);
    }

    @Test
    void aNodeDoesNotChangeItsProvince() throws Exception {
        try (Neighbourhood elsewhere = new Neighbourhood(Files.createDirectory(folder.resolve("elsewhere")), "20")) {
            byte[] welcome = Neighbourhood.welcome(an, elsewhere.province(), Role.VOLUNTEER,
                    Units.current().communes("20").getFirst().scope());
            byte[] root = an.grants().rootKey();
            assertThatExceptionOfType(Admission.NotEntitledException.class).isThrownBy(() -> Admission.join(an, welcome));
            assertThat(an.grants().rootKey()).isEqualTo(root);
        }
    }

    @Test
    void whoMayNotLetAnybodyInLeavesNoTrace() throws Exception {
        Node chi = people.open("chi");
        byte[] request = Admission.request(chi, "Hoàng Văn Thử", Role.VOLUNTEER);
        assertThatExceptionOfType(Admission.NotEntitledException.class).isThrownBy(() ->
                Admission.approve(an, Admission.readRequest(request), Set.of(Neighbourhood.LA_BANG)));
        assertThat(an.keyring().current(Neighbourhood.LA_BANG)).isEmpty();
    }
}
