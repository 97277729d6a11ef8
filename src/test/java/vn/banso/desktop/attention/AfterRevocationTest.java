package vn.banso.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.Node;
import vn.banso.store.ledger.Uncounted;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.sync.Revoking;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.TwoHands;
import vn.banso.trust.governance.Role;

/** What came of a laptop after it was revoked, as an officer finds it on the list. */
class AfterRevocationTest {
    @TempDir
    private Path folder;
    private Laptop laptop;
    private TwoHands hands;
    private OpenRegister workplace;
    private AttentionModel model;

    @BeforeEach
    void enrol() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
        hands = TwoHands.at(laptop);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private void enter(Node node) {
        workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new AttentionModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {}

            @Override
            public void back() {}
        });
        model.reread();
    }

    private Notice said() {
        return workplace.notice().get().orElseThrow();
    }

    private int people(Node node) {
        return node.entries(Catalogue.PERSON, Neighbourhood.SANG_MOC).size();
    }

    /** Its laptop was revoked, and what it had written before comes by stick afterwards. */
    private void aStickComesLate() throws Exception {
        laptop.office().ledger().take(laptop.node().ledger().seal());
        hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        Revoking.revoke(laptop.office(), Revoking.outlook(laptop.office(), laptop.node().id()), "mất máy");
        laptop.office().ledger().take(laptop.node().ledger().seal());
    }

    @Test
    void whatCameAfterARevocationIsLetCountByAnOfficerAndTakenBack() throws Exception {
        aStickComesLate();
        enter(laptop.office());
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.about().kind()).isEqualTo(Kind.REVOKED);
            assertThat(item.called()).contains("Hoàng Văn Thử");
        });
        Detail.AfterRevocation after = (Detail.AfterRevocation) model.detail().get().orElseThrow();
        assertThat(after.late()).isEqualTo(new Uncounted(1, 3));
        assertThat(after.reason()).isEqualTo("mất máy");
        assertThat(model.mayDecide()).isTrue();
        model.choose(1);
        assertThat(said().tone()).isEqualTo(Notice.Tone.DONE);
        assertThat(model.items()).isEmpty();
        assertThat(people(laptop.office())).isEqualTo(2);
        model.takeBack();
        assertThat(model.items()).singleElement().satisfies(item -> assertThat(item.about().kind()).isEqualTo(Kind.REVOKED));
        assertThat(people(laptop.office())).isZero();
    }

    @Test
    void whoMayNotRevokeIsNotOfferedToLetCount() throws Exception {
        aStickComesLate();
        Node trainer = laptop.around().laptop("trainer", laptop.office(), Role.TRAINER, Neighbourhood.SANG_MOC);
        trainer.ledger().take(laptop.node().ledger().batchesLacking(trainer.ledger().have(Neighbourhood.SANG_MOC)));
        enter(trainer);
        assertThat(model.items()).singleElement().satisfies(item -> assertThat(item.about().kind()).isEqualTo(Kind.REVOKED));
        assertThat(model.mayDecide()).isFalse();
        model.choose(1);
        assertThat(people(trainer)).isZero();
    }
}
