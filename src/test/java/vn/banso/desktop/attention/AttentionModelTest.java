package vn.banso.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.attention.Detail.Differ;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Twice;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
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

/** What is on the list, and what deciding does. */
class AttentionModelTest {
    @TempDir
    private Path folder;
    private Laptop laptop;
    private TwoHands hands;
    private OpenRegister workplace;
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
        workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
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
        assertThat(model.items()).as("asked again").extracting(i -> i.about().kind()).containsExactly(Kind.DUPLICATE);
        model.choose(2);
        assertThat(households(laptop.office())).isEqualTo(1);
        model.takeBack();
        model.choose(3);
        assertThat(model.items()).isEmpty();
        assertThat(households(laptop.office())).isEqualTo(2);
        model.takeBack();
        assertThat(model.items()).as("that they are two is taken back as well").hasSize(1);
    }

    @Test
    void twoFamiliesThatAreTwoStayTwo() {
        hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
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
    void aLineSaysWhatWhoWhereAndWhen() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.differ(id, 5, 6);
        enter(laptop.node());
        assertThat(model.items()).singleElement().satisfies(item -> {
            assertThat(item.fields()).containsExactly(Catalogue.HOUSEHOLD.field("size").id());
            assertThat(item.where()).map(Item.Where::name).contains("Bản Chương");
            assertThat(item.who()).extracting(Detail.Writer::holder).containsExactly("Hoàng Văn Thử");
            assertThat(item.who().getFirst().at().truncatedTo(ChronoUnit.SECONDS)).isEqualTo(Laptop.CLOCK.instant());
        });
    }

    @Test
    void onePersonOnTwoMachinesIsToldOnWhich() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.differ(id, 5, 6);
        enter(laptop.node());
        Question question = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        assertThat(question.isOfOne()).isTrue();
        assertThat(question.answers()).flatExtracting(Detail.Answer::by).extracting(Detail.Writer::device).doesNotHaveDuplicates()
                .allMatch(code -> !code.isEmpty());
    }

    @Test
    void aChoiceIsTakenBackAndWhoWroteWhatIsStillKnown() {
        EntryId one = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        EntryId other = hands.family(laptop.node(), "Hoàng Văn Páo", "Hoàng Thị Lả");
        hands.differ(one, 5, 6);
        hands.differ(other, 2, 3);
        enter(laptop.node());
        Item first = model.selected().get().orElseThrow();
        Question before = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        model.choose(2);
        assertThat(model.items()).hasSize(1);
        assertThat(model.selected().get()).as("the next comes by itself").contains(model.items().getFirst());
        model.choose(1);
        assertThat(model.items()).isEmpty();
        assertThat(model.decided()).hasSize(2);

        model.takeBack();
        model.takeBack();
        assertThat(model.decided()).isEmpty();
        assertThat(model.items()).hasSize(2);
        assertThat(model.selected().get().orElseThrow().isSame(first)).isTrue();
        assertThat(laptop.node().attention()).as("in the register, not on the screen alone").hasSize(2);
        assertThat(model.selected().get().orElseThrow().who()).as("the line of the list as well").isEqualTo(first.who());
        Question again = ((Differ) model.detail().get().orElseThrow()).questions().getFirst();
        assertThat(again.shown().value()).isEqualTo(before.shown().value());
        assertThat(Set.copyOf(again.answers())).as("by whom, on which machine and when").isEqualTo(Set.copyOf(before.answers()));
        model.takeBack();
        assertThat(model.items()).as("nothing is left to take back").hasSize(2);
    }

    @Test
    void whetherItIsDeletedIsTakenBackToo() {
        EntryId id = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.meet();
        laptop.node().acts().delete(Neighbourhood.SANG_MOC, id, "ghi nhầm");
        hands.differ(id, 4, 6);
        enter(laptop.node());
        model.choose(1);
        assertThat(households(laptop.node())).isZero();
        model.takeBack();
        assertThat(households(laptop.node())).isEqualTo(1);
        assertThat(model.detail().get()).containsInstanceOf(Differ.class);
        model.choose(1);
        assertThat(households(laptop.node())).isZero();
    }

    @Test
    void theListIsNarrowedByKindAndVillageWithCounts() {
        EntryId one = hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.differ(one, 5, 6);
        enter(laptop.office());
        assertThat(model.kinds()).containsExactly(Kind.CONFLICT, Kind.DUPLICATE);
        assertThat(model.villages()).singleElement().satisfies(where -> assertThat(where.name()).isEqualTo("Bản Chương"));
        Narrowed duplicates = Narrowed.ALL.to(Optional.of(Kind.DUPLICATE));
        assertThat(model.count(duplicates)).isEqualTo(1);
        model.narrow(duplicates);
        assertThat(model.items()).extracting(i -> i.about().kind()).containsExactly(Kind.DUPLICATE);
        assertThat(model.count()).isEqualTo(2);
        model.narrow(Narrowed.ALL.in(Optional.of(model.villages().getFirst().village())));
        assertThat(model.items()).hasSize(2);
        model.narrow(duplicates);
        model.choose(3);
        assertThat(model.items()).as("the last of them is done: the rest is shown").extracting(i -> i.about().kind()).containsExactly(Kind.CONFLICT);
    }

    @Test
    void whatOnlyWaitsIsToldAndAsksNobody() {
        hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        laptop.node().ledger().seal();
        hands.family(laptop.node(), "Hoàng Văn Páo", "Hoàng Thị Lả");
        laptop.office().ledger().take(laptop.node().ledger().seal());
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
