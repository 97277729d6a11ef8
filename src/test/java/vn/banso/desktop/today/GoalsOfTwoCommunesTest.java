package vn.banso.desktop.today;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.banso.testing.TwoCommunes.A;
import static vn.banso.testing.TwoCommunes.B;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.TwoCommunes;

/** Targets on a laptop that works for two communes: each village is measured by that of its own. */
class GoalsOfTwoCommunesTest {
    @TempDir
    private Path folder;
    private TwoCommunes two;

    @BeforeEach
    void open() {
        two = TwoCommunes.in(folder);
    }

    @AfterEach
    void shut() {
        two.close();
    }

    private void target(ScopeId commune, long share) {
        two.saved(Draft.of(Catalogue.TARGET, commune, two.node().freshId()).with("indicator", new Value.Text("I01")).with("threshold", new Value.Whole(share)));
    }

    private static TargetLine smartphones(TodayModel model) {
        return model.goals().get().orElseThrow().stream().filter(g -> g.line().key().equals("I01")).findFirst().orElseThrow();
    }

    @Test
    void eachCommuneHasItsOwnTargetAndNoneIsSaidOfBoth() {
        two.person(A, two.villageOfA(), "Lò Thị Mai");
        two.person(B, two.villageOfB(), "Lò Văn Bình");
        target(A, 70_000);
        target(B, 90_000);
        TodayModel model = new TodayModel(two.workplace(), new ShellModel(two.workplace()));
        model.enter();
        assertThat(smartphones(model).target()).as("they differ: nothing is said of both").isEmpty();
        assertThat(smartphones(model).villages()).allSatisfy(share -> assertThat(share.target().orElseThrow().threshold())
                .isEqualTo(share.village().scope().equals(A) ? 70_000 : 90_000)).hasSize(2);
        two.workplace().communes().chosen().set(Optional.of(B));
        assertThat(smartphones(model).target().orElseThrow().threshold()).isEqualTo(90_000);
        assertThat(smartphones(model).villages()).extracting(s -> s.village().scope()).isEqualTo(List.of(B));
    }
}
