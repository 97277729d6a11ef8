package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** A few bytes must not become much, nor much to tell. */
class BoundsTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
    }

    @AfterEach
    void close() {
        land.close();
    }

    /** Villages that a volunteer may write, and classes that she may not. */
    private List<Batch> written(int incarnation, int good, int bad) {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < good; i++) {
            drafts.add(Land.village(an, Land.SANG_MOC, "Bản Chương"));
        }
        for (int i = 0; i < bad; i++) {
            drafts.add(new Draft(Catalogue.GRANT, Land.SANG_MOC, an.freshId(), new TreeMap<>()).with("role", new Value.Code(1)));
        }
        return an.writeAs(an.device(), incarnation, Land.SANG_MOC, new Governance.Act(drafts, List.of()));
    }

    /** How much the province's receipt says it set aside. */
    private int setAside() {
        return land.province.ledger().receipt(Land.SANG_MOC).orElseThrow().receipt().setAside();
    }

    @Test
    void aFewRefusedChangesAreToldOneByOneAndTheOthersCount() {
        land.province.ledger().take(written(1, 3, 5));
        assertThat(setAside()).isEqualTo(5);
        assertThat(land.province.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(3);
    }

    @Test
    void aBatchFullOfRefusedChangesIsSetAsideWhole() {
        List<Batch> batches = written(2, 3, 200);
        assertThat(land.province.ledger().take(batches).setAside()).isEqualTo(batches.size());
        assertThat(setAside()).isEqualTo(batches.size());
        assertThat(an.attention()).hasSize(1);
        Node binh = land.enrolled("binh", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, binh);
        assertThat(binh.digest(Optional.empty())).isEqualTo(land.province.digest(Optional.empty()));
    }

    @Test
    void whatCompressesWellIsCutIntoMoreBatches() {
        List<Batch> batches = written(3, 3_000, 0);
        assertThat(batches).allMatch(b -> b.header().changes() <= 256 + b.body().length);
        assertThat(land.province.ledger().take(batches).fresh()).isEqualTo(batches.size());
        assertThat(land.province.entries(Catalogue.VILLAGE, Land.SANG_MOC)).hasSize(3_000);
    }
}
