package vn.banso.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.trust.governance.Role;

/**
 * Two officers, each above the other in one commune and below it in the next, revoke each other at the same time. Neither has the
 * last word by having come first: what a node believes is a function of what it holds.
 */
class CrossedOfficersTest {
    private final Province province = new Province();
    private final Laptop one = new Laptop("Hoàng Thị Mẩy");
    private final Laptop other = new Laptop("Lý Văn Páo");

    @Test
    void neitherWinsByArrivingFirst() {
        province.approve(province.province, one, Role.AREA, Set.of(Province.SANG_MOC));
        province.approve(province.province, one, Role.COMMUNE, Set.of(Province.LA_BANG));
        province.approve(province.province, other, Role.AREA, Set.of(Province.LA_BANG));
        province.approve(province.province, other, Role.COMMUNE, Set.of(Province.SANG_MOC));
        Batch first = one.writes(List.of(province.acts.revocation(province.grants, Province.SANG_MOC, other.keys.signingKey(), List.of(), "thử")));
        Batch second = other.writes(List.of(province.acts.revocation(province.grants, Province.LA_BANG, one.keys.signingKey(), List.of(), "thử")));

        Province.Node here = province.node().takesAll(province.written).takesAll(List.of(first, second));
        Province.Node there = province.node().takesAll(province.written).takesAll(List.of(second, first));

        assertThat(there.shelf.verdicts()).isEqualTo(here.shelf.verdicts());
        assertThat(there.grants.changedSince(here.grants)).isEmpty();
    }
}
