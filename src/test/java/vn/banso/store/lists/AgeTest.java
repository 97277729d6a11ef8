package vn.banso.store.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.parcel.Receipt;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.engine.Work;
import vn.banso.trust.governance.Role;

/** What a node does each day costs what happens that day, not what ever happened: counted in steps of the database, without a clock. */
@Tag("slow")
class AgeTest {
    private static final int YOUNG = 5;
    private static final int OLD = 40;

    @TempDir
    Path folder;

    @Test
    void aSaveAReceiptAndWhatIsAskedAfterwardsDoNotGrowWithTheBatches() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC, Land.LA_BANG);
            Land.exchange(land.province, an);
            fill(land, an, Land.SANG_MOC, YOUNG);
            fill(land, an, Land.LA_BANG, OLD);
            an.ledger().states();
            long young = day(land, an, Land.SANG_MOC);
            long old = day(land, an, Land.LA_BANG);
            assertThat(young).isPositive();
            assertThat(old).as("steps where %d batches are, beside %d where %d are", OLD, young, YOUNG).isLessThan(young * 6 / 5);
        }
    }

    /** A feed that forked is known by its ends: what lies before them is looked at only where there is one. */
    @Test
    void lookingForForksDoesNotGrowWithTheBatches() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            fill(land, an, Land.SANG_MOC, YOUNG);
            long young = Work.steps(an, () -> an.context().db.sql(AttentionList.FORKS).list(row -> row.scope(1)));
            fill(land, an, Land.SANG_MOC, OLD);
            long old = Work.steps(an, () -> an.context().db.sql(AttentionList.FORKS).list(row -> row.scope(1)));
            assertThat(old).as("steps with %d batches more, beside %d", OLD, young).isLessThanOrEqualTo(young * 6 / 5);
        }
    }

    /** Batches of another device, confirmed by the province all but the last. */
    private static void fill(Land land, Node an, ScopeId scope, int batches) {
        for (int i = 0; i < batches; i++) {
            land.province.save(List.of(Land.village(land.province, scope, "Bản " + i)));
            land.province.ledger().seal();
        }
        Land.exchange(land.province, an);
        an.ledger().accept(land.province.ledger().receipt(scope).orElseThrow());
    }

    /** One more batch comes, its receipt comes, something is saved; the screen asks each time. */
    private static long day(Land land, Node an, ScopeId scope) {
        Draft village = Land.village(an, scope, "Nà Mới");
        land.province.save(List.of(Land.village(land.province, scope, "Nà Lay")));
        land.province.ledger().seal();
        Receipt.Signed receipt = land.province.ledger().receipt(scope).orElseThrow();
        return Work.steps(an, () -> {
            Land.give(land.province, an);
            an.ledger().accept(receipt);
            an.ledger().states();
            an.save(List.of(village));
            an.ledger().states();
            an.ledger().stateOf(scope, village.id());
            an.ledger().have(scope);
        });
    }
}
