package vn.banso.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.attention.Detail.Apart;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.TwoHands;
import vn.banso.trust.governance.Role;

/** What somebody added to a thing that somebody else had deleted or moved, as the list tells of it. */
class PartedTest {
    @TempDir
    private Path folder;
    private Laptop laptop;
    private TwoHands hands;
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
        OpenRegister workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new AttentionModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {}

            @Override
            public void back() {}
        });
        model.reread();
    }

    private int households(Node node) {
        return node.entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC).size();
    }

    @Test
    void whoWasAddedToADeletedHouseholdIsAskedAbout() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.meet();
        laptop.office().acts().delete(Neighbourhood.SANG_MOC, id, "nhà trống");
        laptop.node().save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, laptop.node().freshId()).with("household", new Value.Ref(id))
                .with("name", new Value.Text("Triệu Văn Cương"))));
        hands.meet();
        enter(laptop.office());
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.about().kind()).isEqualTo(Kind.ORPHANED);
            assertThat(item.called()).as("by its head, though it is deleted").contains("Triệu Văn Chòi");
        });
        Apart apart = (Apart) model.detail().get().orElseThrow();
        assertThat(apart.things()).as("only who was added").extracting(Detail.Thing::called).containsExactly("Triệu Văn Cương");
        model.choose(1);
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.office())).isEqualTo(1);
        model.takeBack();
        assertThat(households(laptop.office())).isZero();
        assertThat(model.items()).as("asked again").hasSize(1);
        model.choose(2);
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.office())).isZero();
        assertThat(laptop.office().attention()).isEmpty();
    }

    @Test
    void whatWasWrittenAfterAMoveIsToldWhereNobodyHereMayTakeItAlong() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.meet();
        EntryId there = EntryId.derived("there", id);
        laptop.office().acts().resolve(Neighbourhood.SANG_MOC, id, Map.of(SystemField.MOVED, new Value.Ref(there)));
        laptop.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, id).with("size", new Value.Whole(7))));
        hands.meet();
        enter(laptop.office());
        assertThat(model.items()).extracting(i -> i.about().kind()).containsOnly(Kind.LEFT_BEHIND);
        assertThat(model.detail().get()).hasValueSatisfying(seen -> assertThat(((Apart) seen).ways()).isEmpty());
        model.choose(1);
        assertThat(model.items()).as("nothing can be done here").isNotEmpty();
    }
}
