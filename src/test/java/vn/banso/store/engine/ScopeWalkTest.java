package vn.banso.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.trust.governance.Role;

/** Which communes a table speaks of is asked by its index, in as many steps as there are communes. */
class ScopeWalkTest {
    private static final Pattern ROW_BY_ROW = Pattern.compile("SELECT DISTINCT scope FROM (own|entry|batch|draft|touch|link|[rv]_\\w+)(?! WHERE)");

    @TempDir
    Path folder;

    @Test
    void findsWhatDistinctFinds() {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC, Land.LA_BANG);
            assertThat(ScopeWalk.of(an.context().db, "own")).isEmpty();
            an.save(List.of(Land.village(an, Land.SANG_MOC, "Khuổi Mèo"), Land.village(an, Land.SANG_MOC, "Khuổi Chạo"),
                    Land.village(an, Land.LA_BANG, "Nà Lay")));
            assertThat(ScopeWalk.of(an.context().db, "own")).containsExactlyInAnyOrder(Land.SANG_MOC, Land.LA_BANG);
            for (String table : List.of("own", "entry", "r_village")) {
                assertThat(ScopeWalk.of(an.context().db, table)).as(table).isNotEmpty()
                        .isEqualTo(an.context().db.fresh("SELECT DISTINCT scope FROM " + table + " ORDER BY scope").list(row -> row.scope(1)));
            }
        }
    }

    @Test
    void nobodyLooksAtEveryRowForIt() throws IOException {
        assertThat(ROW_BY_ROW.matcher("SELECT DISTINCT scope FROM own\"").find()).as("the fault is known").isTrue();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/vn/banso/store"))) {
            assertThat(sources.filter(Files::isRegularFile).filter(ScopeWalkTest::rowByRow)).isEmpty();
        }
    }

    private static boolean rowByRow(Path source) {
        try {
            return ROW_BY_ROW.matcher(Files.readString(source)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
