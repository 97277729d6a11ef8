package vn.banso.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.attention.Detail.Differ;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.Value;
import vn.banso.store.Attention.Kind;
import vn.banso.store.Node;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.TwoHands;
import vn.banso.trust.Role;

/** What is on the list, and what deciding does. */
@Timeout(60)
class AttentionModelTest {
    @TempDir
    private Path folder;
    private Laptop laptop;
    private TwoHands hands;
    private Workplace workplace;
    private AttentionModel model;
    private final List<Place> gone = new ArrayList<>();

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
        workplace = new Workplace(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        model = new AttentionModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                gone.add(place);
            }

            @Override
            public void back() {}
        });
        model.reread();
    }

    private Notice said() {
        return workplace.notice().get().orElseThrow();
    }

    private int households(Node node) {
        return node.entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC).size();
    }

    private int people(Node node) {
        return node.entries(Catalogue.PERSON, Neighbourhood.SANG_MOC).size();
    }

    @Test
    void aConflictIsSeenFromBothSidesAndDecided() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.differ(id, 5, 6);
        enter(laptop.node());
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.about().kind()).isEqualTo(Kind.CONFLICT);
            assertThat(item.called()).contains("Triệu Văn Chòi");
        });
        Question question = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        assertThat(question.answers()).extracting(Detail.Answer::value).containsExactlyInAnyOrder(new Value.Whole(5), new Value.Whole(6));
        assertThat(question.answers()).allMatch(a -> a.by().size() == 1 && a.by().getFirst().holder().equals("Hoàng Văn Thử"));
        assertThat(model.mayDecide()).isTrue();
        assertThat(model.page()).contains(new Place.Household(Neighbourhood.SANG_MOC, id));
        model.decide(question, question.answers().getLast());
        assertThat(said().tone()).isEqualTo(Notice.Tone.DONE);
        assertThat(model.items()).isEmpty();
        assertThat(model.selected().get()).isEmpty();
        assertThat(laptop.node().entry(Neighbourhood.SANG_MOC, id).orElseThrow().value(Catalogue.HOUSEHOLD.field("size")))
                .contains(question.answers().getLast().value());
    }

    @Test
    void deletedHereAndEditedThereIsADecisionToo() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.meet();
        laptop.node().acts().delete(Neighbourhood.SANG_MOC, id, "ghi nhầm");
        hands.differ(id, 4, 6);
        enter(laptop.node());
        Question question = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        assertThat(question.answers()).extracting(Detail.Answer::value).containsExactly(new Value.Text("ghi nhầm"), Value.BLANK);
        assertThat(question.answers().getLast().by()).isNotEmpty();
        assertThat(question.shown().value()).as("it stays until somebody decides").isEqualTo(Value.BLANK);
        model.decide(question, question.answers().getLast());
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.node())).isEqualTo(1);
    }

    @Test
    void aFamilyWrittenTwiceIsMergedWithItsPeopleAndTakenApartAgain() {
        hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.family(laptop.office(), "Trieu Van Choi", "Triệu Thị Mến");
        hands.meet();
        enter(laptop.node());
        assertThat(model.items()).extracting(i -> i.about().kind()).containsExactly(Kind.DUPLICATE);
        assertThat(model.mayDecide()).as("a volunteer may look").isFalse();

        enter(laptop.office());
        assertThat(model.mayDecide()).isTrue();
        Twice twice = (Twice) model.detail().get().orElseThrow();
        assertThat(List.of(twice.one().head(), twice.other().head())).containsExactlyInAnyOrder("Triệu Văn Chòi", "Trieu Van Choi");
        model.merge(twice.one());
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.office())).isEqualTo(1);
        assertThat(people(laptop.office())).isEqualTo(2);
        said().undo().orElseThrow().run();
        assertThat(households(laptop.office())).isEqualTo(2);
        assertThat(people(laptop.office())).isEqualTo(4);
        assertThat(model.items()).as("somebody has looked at them").isEmpty();
    }

    @Test
    void twoFamiliesThatAreTwoStayTwo() {
        hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.family(laptop.office(), "Triệu Văn Chòi", "Hoàng Thị Lả");
        enter(laptop.office());
        model.keepBoth();
        assertThat(said().tone()).isEqualTo(Notice.Tone.DONE);
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.office())).isEqualTo(2);
    }

    @Test
    void theNextOneFollows() {
        EntryId one = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        EntryId other = hands.family(laptop.node(), "Hoàng Văn Páo", "Hoàng Thị Lả");
        hands.differ(one, 5, 6);
        hands.differ(other, 2, 3);
        enter(laptop.node());
        assertThat(model.items()).hasSize(2);
        model.select(Optional.of(model.items().getLast()));
        Question question = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        model.decide(question, question.answers().getFirst());
        assertThat(model.selected().get()).contains(model.items().getFirst());
        assertThat(model.detail().get()).containsInstanceOf(Differ.class);
    }

    @Test
    void whatOnlyWaitsIsToldAndAsksNobody() {
        hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        laptop.node().seal();
        hands.family(laptop.node(), "Hoàng Văn Páo", "Hoàng Thị Lả");
        laptop.office().take(laptop.node().seal());
        enter(laptop.office());
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.about().kind()).isEqualTo(Kind.GAP);
            assertThat(item.called()).isEmpty();
        });
        assertThat(model.detail().get()).contains(new Detail.Plain());
        assertThat(model.mayDecide()).isFalse();
        assertThat(model.page()).isEmpty();
        model.go(new Place.HandOver());
        assertThat(gone).containsExactly(new Place.HandOver());
    }
}
