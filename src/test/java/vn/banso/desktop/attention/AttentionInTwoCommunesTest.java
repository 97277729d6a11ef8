package vn.banso.desktop.attention;

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
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.TwoCommunes;

/** What somebody should look at on a laptop that works for two communes: what is looked at, and no more. */
class AttentionInTwoCommunesTest {
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

    /** Two that look the same in this commune. */
    private void twice(ScopeId commune, EntryId village) {
        for (int i = 0; i < 2; i++) {
            EntryId household = two.node().freshId();
            EntryId head = two.node().freshId();
            two.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, commune, household).with("village", new Value.Ref(village)).with("head", new Value.Ref(head)),
                    Draft.of(Catalogue.PERSON, commune, head).with("household", new Value.Ref(household)).with("name", new Value.Text("Triệu Văn Chòi"))
                            .with("born", new Value.Day(1956, 3, 7)).with("phone", new Value.Text("0912345678"))));
        }
    }

    @Test
    void theListIsOfTheCommuneThatIsLookedAtAndDecidesThere() {
        twice(A, two.villageOfA());
        twice(B, two.villageOfB());
        AttentionModel model = new AttentionModel(two.workplace(), new ShellModel(two.workplace()));
        model.reread();
        assertThat(model.items()).extracting(i -> i.about().scope().orElseThrow()).containsExactlyInAnyOrder(A, B);
        two.workplace().communes().chosen().set(Optional.of(B));
        assertThat(model.items()).extracting(i -> i.about().scope()).containsExactly(Optional.of(B));
        model.keepBoth();
        assertThat(model.items()).isEmpty();
        two.workplace().communes().chosen().set(Optional.of(A));
        model.takeBack();
        assertThat(model.items()).as("what is taken back elsewhere is asked there").extracting(i -> i.about().scope()).containsExactly(Optional.of(A));
        two.workplace().communes().chosen().set(Optional.empty());
        assertThat(model.items()).hasSize(2);
    }
}
