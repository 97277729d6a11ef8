package vn.banso.store.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.batches.Meta;
import vn.banso.store.engine.Db;
import vn.banso.store.files.StoreException;
import vn.banso.trust.governance.Role;

/** The register in memory is there when somebody asks, follows what is written, and takes back what is taken back. */
class ProjectionTest {
    @TempDir
    Path folder;
    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC, Land.LA_BANG);
        save(Land.SANG_MOC, "Khuổi Mèo");
        save(Land.LA_BANG, "Nà Lay");
        an.close();
        an = land.open("an");
    }

    @AfterEach
    void close() {
        land.close();
    }

    private Draft save(ScopeId scope, String name) {
        Draft village = Land.village(an, scope, name);
        assertThat(an.save(List.of(village)).isSaved()).isTrue();
        return village;
    }

    private List<String> villages(ScopeId scope) {
        return an.entries(Catalogue.VILLAGE, scope).stream().map(v -> v.text(Catalogue.VILLAGE.field("name")).orElse("")).sorted().toList();
    }

    private long inMemory() {
        return an.context().db.fresh("INSERT INTO meta SELECT 'rows', count(*) FROM r_village").run() == 1 ? new Meta(an.context().db).number("rows").orElseThrow() : -1;
    }

    @Test
    void whatNeedsNoRegisterMakesNone() {
        an.ledger().seal();
        Land.exchange(an, land.province);
        an.ledger().states();
        an.ledger().stateOf(Land.SANG_MOC, an.freshId());
        an.digest(Optional.empty());
        an.ledger().have(Land.SANG_MOC);
        an.ledger().whereabouts();
        an.upkeep().inventory();
        an.upkeep().backup(folder.resolve("backup"));
        assertThat(inMemory()).isZero();
    }

    @Test
    void oneCommuneIsMadeWithoutTheOther() {
        assertThat(villages(Land.SANG_MOC)).containsExactly("Khuổi Mèo");
        assertThat(inMemory()).isEqualTo(1);
        assertThat(an.search("na lay", 5)).hasSize(1);
    }

    @Test
    void itFollowsWhatIsWrittenAndWhatComes() {
        villages(Land.SANG_MOC);
        save(Land.SANG_MOC, "Bản Chấu");
        land.province.save(List.of(Land.village(land.province, Land.SANG_MOC, "Tân Lập")));
        Land.exchange(an, land.province);
        assertThat(villages(Land.SANG_MOC)).containsExactly("Bản Chấu", "Khuổi Mèo", "Tân Lập");
        assertThat(an.upkeep().check().mended()).isZero();
    }

    @Test
    void whatIsTakenBackInTheFileIsTakenBackInMemory() {
        villages(Land.SANG_MOC);
        Draft good = Land.village(an, Land.SANG_MOC, "Bản Tạm");
        Draft bad = Land.village(an, Land.SANG_MOC, "Bản Sai").with("valid_from", new Value.Day(2026, 1, 1)).with("valid_to", new Value.Day(2020, 1, 1));
        assertThat(an.save(List.of(good, bad)).isSaved()).isFalse();
        assertThat(villages(Land.SANG_MOC)).containsExactly("Khuổi Mèo");
        assertThat(an.search("ban tam", 5)).isEmpty();
    }

    @Test
    void whatWasMadeWithinAWorkThatFailedIsMadeAgain() {
        Db db = an.context().db;
        Optional<Long> nothing = db.write(() -> db.attempt(() -> {
            villages(Land.SANG_MOC);
            return Optional.empty();
        }));
        assertThat(nothing).isEmpty();
        assertThat(inMemory()).isZero();
        assertThat(villages(Land.SANG_MOC)).containsExactly("Khuổi Mèo");
        try {
            db.commit(() -> {
                villages(Land.LA_BANG);
                throw new StoreException(StoreException.Reason.FULL, "planted");
            });
        } catch (StoreException e) {
            assertThat(e.reason()).isEqualTo(StoreException.Reason.FULL);
        }
        assertThat(villages(Land.LA_BANG)).containsExactly("Nà Lay");
        assertThat(an.names(Land.LA_BANG, Set.of())).isEqualTo(Map.of());
        save(Land.LA_BANG, "Nà Mới");
        assertThat(villages(Land.LA_BANG)).containsExactly("Nà Lay", "Nà Mới");
    }
}
