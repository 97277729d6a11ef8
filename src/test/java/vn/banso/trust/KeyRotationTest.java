package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.trust.Province.GOVERNANCE;
import static vn.banso.trust.Province.LA_BANG;
import static vn.banso.trust.Province.SANG_MOC;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.register.rules.Draft;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** Who can read what, before and after somebody was shut out. */
class KeyRotationTest {
    private final Province province = new Province();
    private final Laptop lost = new Laptop("Bàn Thị Mùi");
    private final Laptop kept = new Laptop("Giàng A Tủa");

    @BeforeEach
    void approveBoth() {
        province.approve(province.sangMoc, lost, Role.VOLUNTEER, Set.of(SANG_MOC));
        province.approve(province.sangMoc, kept, Role.VOLUNTEER, Set.of(SANG_MOC));
    }

    @Test
    void whoIsApprovedReadsWhatWasWrittenBeforeAndAfter() {
        Batch before = kept.writes(List.of(Province.household()));
        Laptop late = new Laptop("Vàng Thị Mỷ");
        province.approve(province.sangMoc, late, Role.TRAINER, Set.of(SANG_MOC));
        assertThat(reads(late, before)).isTrue();
        assertThat(reads(kept, late.writes(List.of(Province.household())))).isTrue();
        assertThat(reads(province.laBang, before)).as("the neighbouring commune").isFalse();
    }

    @Test
    void theProvinceReadsEveryCommune() {
        province.province.ring.addAll(province.grants.scopeKeys(province.province.keys));
        assertThat(reads(province.province, kept.writes(List.of(Province.household())))).isTrue();
        assertThat(province.province.ring.current(LA_BANG)).isPresent();
    }

    @Test
    void aRevokedDeviceCannotReadTheNewEpoch() {
        Batch before = kept.writes(List.of(Province.household()));
        province.revoke(province.sangMoc, lost);
        kept.ring.addAll(province.grants.scopeKeys(kept.keys));
        lost.ring.addAll(province.grants.scopeKeys(lost.keys));
        Batch after = kept.writes(List.of(Province.household()));
        assertThat(kept.ring.current(SANG_MOC).orElseThrow().epoch()).isEqualTo(2);
        assertThat(reads(lost, before)).isTrue();
        assertThat(reads(lost, after)).isFalse();
        assertThat(reads(province.sangMoc, after)).isTrue();
        assertThat(province.node().ring.byId(SANG_MOC, after.header().keyId())).isPresent();
    }

    /** Whoever is let in has no key of the commune before having read who hands it out. */
    @Test
    void whatIsSaidAboutDevicesOpensWithTheKeyOfTheProvince() {
        Batch rotation = province.revoke(province.province, lost);
        assertThat(rotation.header().scope()).isEqualTo(SANG_MOC);
        Laptop late = new Laptop("Vàng Thị Mỷ");
        late.ring.addAll(province.root.ring.all());
        assertThat(reads(late, rotation)).isTrue();
        assertThat(reads(late, kept.writes(List.of(Province.household())))).isFalse();
        assertThat(province.laBang.ring.current(GOVERNANCE).orElseThrow().epoch()).as("never another").isEqualTo(1);
    }

    @Test
    void whoWasGrantedWhileAnotherBeganANewEpochIsHandedItsKeyLater() {
        Laptop late = new Laptop("Vàng Thị Mỷ");
        Governance.Act concurrent = province.acts.approve(province.grants, province.sangMoc.ring, late.asks(Role.VOLUNTEER),
                Role.VOLUNTEER, Set.of(SANG_MOC), Optional.empty());
        province.revoke(province.sangMoc, lost);
        province.sees(province.sangMoc.writes(concurrent.drafts()));
        late.ring.addAll(province.grants.scopeKeys(late.keys));
        assertThat(late.ring.current(SANG_MOC).orElseThrow().epoch()).isEqualTo(1);

        List<Draft> missing = province.acts.handOut(province.grants, province.sangMoc.ring, province.sangMoc.keys).drafts();
        assertThat(missing).hasSize(1);
        province.sees(province.sangMoc.writes(missing));
        late.ring.addAll(province.grants.scopeKeys(late.keys));
        assertThat(late.ring.current(SANG_MOC).orElseThrow().epoch()).isEqualTo(2);
        assertThat(province.acts.handOut(province.grants, province.sangMoc.ring, province.sangMoc.keys).drafts()).isEmpty();
    }

    @Test
    void twoKeysOfOneEpochBothOpenAndOneSeals() {
        ScopeKey one = ScopeKey.fresh(SANG_MOC, 3);
        ScopeKey two = ScopeKey.fresh(SANG_MOC, 3);
        Keyring here = Keyring.of(List.of(one, two));
        Keyring there = Keyring.of(List.of(two, one));
        assertThat(here.current(SANG_MOC)).isEqualTo(there.current(SANG_MOC));
        assertThat(here.byId(SANG_MOC, one.keyId())).contains(one);
        assertThat(here.byId(SANG_MOC, two.keyId())).contains(two);
        assertThat(here.add(ScopeKey.of(SANG_MOC, 3, one.key()))).isFalse();
    }

    private static boolean reads(Laptop device, Batch batch) {
        return new BatchSealer(device.ring).open(batch) instanceof Opened.Changes;
    }
}
