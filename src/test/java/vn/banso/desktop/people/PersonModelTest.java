package vn.banso.desktop.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** What the page of a person knows and does, without a page. */
class PersonModelTest {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;
    private static final EntryType PERSON = Catalogue.PERSON;
    private static final EntryType HOUSEHOLD = Catalogue.HOUSEHOLD;

    @TempDir
    private Path folder;
    private Laptop laptop;
    private EntryId village;
    private final AtOnce background = new AtOnce();
    private final Answers answers = new Answers();

    @BeforeEach
    void moveIn() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
        village = laptop.node().freshId();
        laptop.node().save(List.of(Draft.of(Catalogue.VILLAGE, COMMUNE, village).with("name", new Value.Text("Nà Lay"))));
    }

    @AfterEach
    void shut() {
        laptop.close();
    }

    private OpenRegister at(Node node) {
        OpenRegister workplace = new OpenRegister(node, background, Laptop.CLOCK, answers, new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        return workplace;
    }

    /** A household whose head this is. @return the head */
    private EntryId head(Node node, String name, int born) {
        EntryId household = node.freshId();
        EntryId person = node.freshId();
        node.save(List.of(Draft.of(HOUSEHOLD, COMMUNE, household).with("village", new Value.Ref(village)).with("head", new Value.Ref(person)),
                Draft.of(PERSON, COMMUNE, person).with("household", new Value.Ref(household)).with("name", new Value.Text(name))
                        .with("born", new Value.Day(born, 0, 0)).with("relation", Codes.RELATION.code("head").orElseThrow())));
        return person;
    }

    private PersonModel open(OpenRegister workplace, EntryId person) {
        PersonModel model = new PersonModel(workplace, COMMUNE, person);
        model.reread();
        return model;
    }

    private EntryId householdOf(Node node, EntryId person) {
        return node.entry(COMMUNE, person).orElseThrow().ref(PERSON.field("household")).orElseThrow();
    }

    @Test
    void somebodyMovesToAnotherHouseholdAndBack() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        EntryId pao = head(node, "Vàng Văn Páo", 1960);
        EntryId old = householdOf(node, mai);
        OpenRegister workplace = at(node);
        PersonModel model = open(workplace, mai);
        model.moving().set(true);
        model.homes().typed().set("pao");
        background.pass();
        HouseholdRow there = model.homes().found().getFirst();
        assertThat(there.head()).isEqualTo("Vàng Văn Páo");
        model.homes().typed().set("mai");
        background.pass();
        assertThat(model.homes().found()).as("not where she lives already").isEmpty();

        model.move(there);
        assertThat(householdOf(node, mai)).isEqualTo(householdOf(node, pao));
        assertThat(node.entry(COMMUNE, mai).orElseThrow().value(PERSON.field("relation"))).as("asked anew").isEmpty();
        assertThat(node.entry(COMMUNE, old).orElseThrow().ref(HOUSEHOLD.field("head"))).as("left without a head").isEmpty();
        assertThat(model.known().get().orElseThrow().home()).map(HouseholdRow::id).contains(there.id());

        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(householdOf(node, mai)).isEqualTo(old);
        assertThat(node.entry(COMMUNE, old).orElseThrow().ref(HOUSEHOLD.field("head"))).contains(mai);
    }

    @Test
    void aSecondHeadIsAskedAboutAndTheAnswerCanBeTakenBack() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        EntryId home = householdOf(node, mai);
        EntryId an = node.freshId();
        node.save(List.of(Draft.of(PERSON, COMMUNE, an).with("household", new Value.Ref(home)).with("name", new Value.Text("Lò Văn An"))));
        OpenRegister workplace = at(node);
        PersonModel model = open(workplace, an);
        assertThat(SecondHead.asked(model)).isEmpty();
        model.open().get().orElseThrow().sheet().commit(SecondHead.RELATION, Codes.RELATION.code("head").orElseThrow());
        background.pass();
        SecondHead second = SecondHead.asked(model).orElseThrow();
        assertThat(second.others()).extracting(Entry::id).containsExactly(mai);

        second.choose(model, an);
        assertThat(SecondHead.asked(model)).isEmpty();
        assertThat(node.entry(COMMUNE, home).orElseThrow().ref(HOUSEHOLD.field("head"))).contains(an);
        assertThat(node.entry(COMMUNE, mai).orElseThrow().value(SecondHead.RELATION)).isEmpty();

        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(node.entry(COMMUNE, home).orElseThrow().ref(HOUSEHOLD.field("head"))).contains(mai);
        assertThat(SecondHead.asked(model)).as("open again").isPresent();

        SecondHead.asked(model).orElseThrow().choose(model, mai);
        background.pass();
        assertThat(node.entry(COMMUNE, an).orElseThrow().value(SecondHead.RELATION)).isEmpty();
        assertThat(node.entry(COMMUNE, home).orElseThrow().ref(HOUSEHOLD.field("head"))).contains(mai);
        assertThat(SecondHead.asked(model)).isEmpty();
    }

    @Test
    void theSamePersonInTwoListsIsNoticedAndMergedByAnOfficerAlone() {
        Node office = laptop.office();
        EntryId mai = head(office, "Lò Thị Mai", 1988);
        EntryId twin = head(office, "Lo thi mai", 1988);
        head(office, "Lò Thị Mai", 1990);
        laptop.node().ledger().take(office.ledger().seal());

        PersonModel field = open(at(laptop.node()), mai);
        assertThat(field.known().get().orElseThrow().twins()).extracting(t -> t.person().id()).containsExactly(twin);
        assertThat(field.mayMerge()).isFalse();

        OpenRegister workplace = at(office);
        PersonModel model = open(workplace, mai);
        assertThat(model.mayMerge()).isTrue();
        model.merge(model.known().get().orElseThrow().twins().getFirst());
        assertThat(office.canonical(COMMUNE, twin)).isEqualTo(mai);
        assertThat(model.known().get().orElseThrow().twins()).isEmpty();
        assertThat(open(workplace, twin).known().get().orElseThrow().id()).as("the page of both").isEqualTo(mai);

        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        assertThat(office.canonical(COMMUNE, twin)).isEqualTo(twin);
        assertThat(open(workplace, mai).known().get().orElseThrow().twins()).as("nobody is asked again").isEmpty();
    }

    @Test
    void twoWhoOnlyLookAlikeAreKeptApart() {
        Node office = laptop.office();
        EntryId mai = head(office, "Lò Thị Mai", 1988);
        head(office, "Lò Thị Mai", 1988);
        PersonModel model = open(at(office), mai);
        answers.yes(false);
        model.keepApart(model.known().get().orElseThrow().twins().getFirst());
        assertThat(model.known().get().orElseThrow().twins()).as("it cannot be taken back, so it is asked").hasSize(1);
        answers.yes(true);
        model.keepApart(model.known().get().orElseThrow().twins().getFirst());
        assertThat(model.known().get().orElseThrow().twins()).isEmpty();
    }

    @Test
    void whatWasSeenInVneidIsNotedAndNeverChanged() {
        Node node = laptop.node();
        PersonModel model = open(at(node), head(node, "Lò Thị Mai", 1988));
        EntryType look = Catalogue.VNEID_CONFIRMATION;
        model.beginLook(Optional.empty());
        model.look().get().orElseThrow().sheet().commit(look.field("seen"), Codes.SEEN.code("on_screen").orElseThrow());
        model.saveLook();
        Entry first = model.known().get().orElseThrow().confirmation().orElseThrow();
        assertThat(first.code(look.field("confirmed"))).isEqualTo(CodeList.YES);
        assertThat(first.day(look.field("date"))).contains(new Value.Day(2026, 11, 20));

        model.beginLook(Optional.of(first));
        model.look().get().orElseThrow().sheet().commit(look.field("confirmed"), new Value.Code(CodeList.NO));
        model.saveLook();
        Entry second = model.known().get().orElseThrow().confirmation().orElseThrow();
        assertThat(second.code(look.field("confirmed"))).isEqualTo(CodeList.NO);
        assertThat(model.known().get().orElseThrow().confirmations()).extracting(Entry::id).containsExactly(second.id());
        assertThat(node.entry(COMMUNE, first.id())).as("the wrong note is still there").contains(first);
        takeBack(model);
        assertThat(model.known().get().orElseThrow().confirmation().map(Entry::id)).as("the one before counts again").contains(first.id());
    }

    private static void takeBack(PersonModel model) {
        model.workplace().notice().get().orElseThrow().undo().orElseThrow().run();
    }

    @Test
    void aLookThatIsHalfWrittenIsThereAgain() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        EntryType type = Catalogue.VNEID_CONFIRMATION;
        PersonModel model = open(at(node), mai);
        model.beginLook(Optional.empty());
        background.pass();
        assertThat(node.drafts().forms()).as("nothing was said yet").isEmpty();
        model.look().get().orElseThrow().sheet().typing(type.field("date"), "1/1");
        background.pass();
        assertThat(DraftPlace.of(node.drafts().forms().getFirst())).isEqualTo(new Place.Person(COMMUNE, mai));
        PersonModel again = open(at(node), mai);
        assertThat(again.look().get().orElseThrow().sheet().typed(type.field("date")).get()).contains("1/1");
        again.cancelLook();
        assertThat(node.drafts().forms()).isEmpty();
    }

    @Test
    void theLevelIsThatOfTheLatestAssessment() {
        Node office = laptop.office();
        EntryId mai = head(office, "Lò Thị Mai", 1988);
        assess(office, mai, new Value.Day(2026, 3, 1), "basic");
        EntryId latest = assess(office, mai, new Value.Day(2026, 10, 12), "intermediate");
        assertThat(open(at(office), mai).known().get().orElseThrow().assessment()).map(Entry::id).contains(latest);
    }

    private static EntryId assess(Node node, EntryId person, Value.Day day, String level) {
        EntryId id = node.freshId();
        node.save(List.of(Draft.of(Catalogue.ASSESSMENT, COMMUNE, id).with("person", new Value.Ref(person)).with("date", day)
                .with("result", Codes.RESULT.code("passed").orElseThrow()).with("level", Codes.LEVEL.code(level).orElseThrow())));
        return id;
    }

    @Test
    void whoIsTakenOutOfTheRegisterCanBeBroughtBack() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        OpenRegister workplace = at(node);
        PersonModel model = open(workplace, mai);
        answers.words("chuyển đi hẳn");
        model.delete();
        assertThat(model.known().get().orElseThrow().deleted()).contains("chuyển đi hẳn");
        assertThat(model.mayWrite()).isFalse();
        model.restore();
        assertThat(model.known().get().orElseThrow().deleted()).isEmpty();
        assertThat(model.mayWrite()).isTrue();
        model.turnHistory();
        assertThat(model.history().get().orElseThrow()).extracting(PastAct::reason).contains("chuyển đi hẳn");
        assertThat(model.history().get().orElseThrow().getLast().changes()).isNotEmpty();
    }

    @Test
    void whoIsAwayStaysInTheHousehold() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        OpenRegister workplace = at(node);
        PersonModel model = open(workplace, mai);
        model.markAway();
        assertThat(model.isAway()).isTrue();
        background.pass();
        assertThat(node.entry(COMMUNE, mai).orElseThrow().value(PERSON.field("residence"))).contains(Codes.RESIDENCE.code("away").orElseThrow());
        workplace.notice().get().orElseThrow().undo().orElseThrow().run();
        background.pass();
        assertThat(node.entry(COMMUNE, mai).orElseThrow().value(PERSON.field("residence"))).isEmpty();
    }

    /** Whatever was written since, and also from another page: just this is taken back. */
    @Test
    void thatSomebodyIsAwayIsTakenBackAlone() {
        Node node = laptop.node();
        EntryId mai = head(node, "Lò Thị Mai", 1988);
        OpenRegister workplace = at(node);
        PersonModel model = open(workplace, mai);
        model.markAway();
        Runnable back = workplace.notice().get().orElseThrow().undo().orElseThrow();
        model.open().get().orElseThrow().sheet().commitText(PERSON.field("phone"), "0912345678");
        background.pass();
        back.run();
        background.pass();
        assertThat(node.entry(COMMUNE, mai).orElseThrow()).matches(e -> e.value(PERSON.field("residence")).isEmpty() && e.text(PERSON.field("phone")).isPresent());
        model.markAway();
        back = workplace.notice().get().orElseThrow().undo().orElseThrow();
        model.leave();
        back.run();
        background.pass();
        assertThat(node.entry(COMMUNE, mai).orElseThrow().value(PERSON.field("residence"))).isEmpty();
    }
}
