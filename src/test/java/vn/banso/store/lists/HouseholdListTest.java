package vn.banso.store.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Visit;
import vn.banso.indicators.Which;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.lists.HouseholdFilter.Order;
import vn.banso.store.lists.HouseholdFilter.ToVisit;
import vn.banso.store.search.NamedVillage;
import vn.banso.store.writing.FormDraft;
import vn.banso.trust.governance.Role;

/** The list of households follows what is written, and finds what is typed. */
class HouseholdListTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private EntryId two;
    private EntryId ten;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Draft tenth = Land.village(an, Land.SANG_MOC, "Thôn 10");
        Draft second = Land.village(an, Land.SANG_MOC, "Thôn 2");
        an.save(List.of(tenth, second));
        two = second.id();
        ten = tenth.id();
    }

    @AfterEach
    void close() {
        land.close();
    }

    /** Merging is an officer's act. */
    private void asAnOfficer() {
        Node officer = land.enrolled("officer", Role.COMMUNE, Land.SANG_MOC);
        Land.exchange(an, officer);
        an = officer;
    }

    private EntryId household(EntryId village, int number, String head, String... others) {
        Draft household = Land.household(an, Land.SANG_MOC, village).with("local_number", new Value.Whole(number));
        Draft first = Land.person(an, Land.SANG_MOC, household.id(), head, 1970);
        List<Draft> all = new java.util.ArrayList<>(List.of(household.with("head", new Value.Ref(first.id())), first));
        for (String other : others) {
            all.add(Land.person(an, Land.SANG_MOC, household.id(), other, 2001));
        }
        assertThat(an.save(all).isSaved()).isTrue();
        return household.id();
    }

    private HouseholdSlice page(HouseholdFilter filter) {
        return an.households().page(filter, 0, 50);
    }

    private List<String> heads(HouseholdFilter filter) {
        return page(filter).rows().stream().map(HouseholdRow::head).toList();
    }

    private static HouseholdFilter typed(String words) {
        return HouseholdFilter.ALL.withTyped(words);
    }

    @Test
    void ordersByTheNumberInsideTheVillagesNameAndByTheLastWordOfNames() {
        household(ten, 1, "Lò Thị Mai");
        household(two, 9, "Vàng A Dơ");
        household(two, 3, "Nông Văn Ân");
        assertThat(heads(HouseholdFilter.ALL)).containsExactly("Nông Văn Ân", "Vàng A Dơ", "Lò Thị Mai");
        assertThat(heads(HouseholdFilter.ALL.withOrder(Order.BY_NAME))).containsExactly("Nông Văn Ân", "Vàng A Dơ", "Lò Thị Mai");
        household(two, 4, "Triệu Thị Bảy");
        assertThat(heads(HouseholdFilter.ALL.withOrder(Order.BY_NAME)))
                .containsExactly("Nông Văn Ân", "Triệu Thị Bảy", "Vàng A Dơ", "Lò Thị Mai");
    }

    @Test
    void findsByHeadMemberPhoneAndPlaceWithAndWithoutMarks() {
        household(two, 1, "Lò Thị Mai", "Giàng Seo Sử");
        household(ten, 7, "Nguyễn Văn Đại");
        assertThat(heads(typed("lo mai"))).containsExactly("Lò Thị Mai");
        assertThat(heads(typed("Đại"))).containsExactly("Nguyễn Văn Đại");
        assertThat(page(typed("seo su")).rows().getFirst().foundBy()).contains("Giàng Seo Sử");
        assertThat(page(typed("lo mai")).rows().getFirst().foundBy()).as("the head is there to be read").isEmpty();
        assertThat(heads(typed("345678"))).as("the end of a telephone number").hasSize(2);
        assertThat(heads(typed("mai van hoa"))).as("a name and where the house is").containsExactly("Lò Thị Mai");
        assertThat(heads(typed("mai sử"))).as("words of two people").isEmpty();
        assertThat(page(typed("zz")).total()).isZero();
    }

    @Test
    void whoTypesMarksFindsTheNamesWithJustThoseFirst() {
        household(two, 1, "Lò Văn Hưng");
        household(two, 2, "Lò Văn Hung");
        household(two, 3, "Lò Văn Hùng");
        household(two, 4, "Lò Thị Mai", "Nông Mạnh Hùng");
        assertThat(heads(typed("hung"))).containsExactly("Lò Văn Hưng", "Lò Văn Hung", "Lò Văn Hùng", "Lò Thị Mai");
        assertThat(heads(typed("Hùng"))).containsExactly("Lò Văn Hùng", "Lò Thị Mai", "Lò Văn Hưng", "Lò Văn Hung");
        assertThat(heads(typed("lò hưng"))).containsExactly("Lò Văn Hưng", "Lò Văn Hung", "Lò Văn Hùng");
        assertThat(heads(typed("Hù"))).as("in the middle of a word").startsWith("Lò Văn Hùng");
        assertThat(heads(typed("Hưng"))).as("after other marks").startsWith("Lò Văn Hưng");
        assertThat(an.search("Hưng", 1)).extracting(hit -> an.entry(hit.scope(), hit.id()).flatMap(e -> e.text(Catalogue.PERSON.field("name"))).orElse(""))
                .containsExactly("Lò Văn Hưng");
    }

    @Test
    void typingOnAndBackChangesNothingInWhatIsFound() {
        household(two, 1, "Lò Thị Mai");
        household(two, 98, "Lường Văn Minh");
        household(two, 987, "Hà Thị Miên");
        for (String words : List.of("m", "mi", "min", "mi", "m", "", "9", "98", "987", "98", "l m", "l mi", "l m", "L")) {
            List<String> found = heads(typed(words));
            heads(typed("x"));
            assertThat(found).as(words).isEqualTo(heads(typed(words)));
        }
        assertThat(heads(typed("987"))).contains("Hà Thị Miên").doesNotContain("Lường Văn Minh");
    }

    @Test
    void filtersByVillageAnswersSmartphoneAndIds() {
        EntryId mai = household(two, 1, "Lò Thị Mai");
        EntryId dai = household(ten, 7, "Nguyễn Văn Đại");
        an.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, mai).with("fibre_available", new Value.Code(CodeList.YES))));
        assertThat(heads(HouseholdFilter.ALL.withVillage(Land.SANG_MOC, ten))).containsExactly("Nguyễn Văn Đại");
        assertThat(heads(HouseholdFilter.ALL.withAnswer("fibre_available", Set.of(CodeList.YES)))).containsExactly("Lò Thị Mai");
        assertThat(heads(HouseholdFilter.ALL.withAnswer("fibre_available", Set.of(CodeList.NOT_ASKED))))
                .containsExactly("Nguyễn Văn Đại");
        assertThat(heads(HouseholdFilter.ALL.withSmartphone(Set.of(CodeList.NO)))).isEmpty();
        assertThat(heads(HouseholdFilter.ALL.withIds(Set.of(dai)))).containsExactly("Nguyễn Văn Đại");
        assertThatThrownBy(() -> page(HouseholdFilter.ALL.withAnswer("size", Set.of(1)))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void followsMovesDeletionMergingAndNewNamesWithoutBeingReadAnew() {
        asAnOfficer();
        EntryId mai = household(two, 1, "Lò Thị Mai", "Lò Văn Nam");
        EntryId dai = household(ten, 7, "Nguyễn Văn Đại");
        EntryId nam = an.search("nam", 1).getFirst().id();
        assertThat(heads(typed("nam"))).containsExactly("Lò Thị Mai");
        an.save(List.of(Draft.of(Catalogue.PERSON, Land.SANG_MOC, nam).with("household", new Value.Ref(dai))));
        assertThat(heads(typed("nam"))).containsExactly("Nguyễn Văn Đại");
        assertThat(page(HouseholdFilter.ALL).rows()).extracting(HouseholdRow::members).containsExactly(1, 2);
        an.acts().alias(Land.SANG_MOC, dai, mai);
        assertThat(heads(typed("nam"))).as("one household now, with all who live there").containsExactly("Lò Thị Mai");
        assertThat(page(HouseholdFilter.ALL).rows()).extracting(HouseholdRow::members).containsExactly(3);
        an.acts().unalias(Land.SANG_MOC, dai);
        assertThat(page(HouseholdFilter.ALL).total()).isEqualTo(2);
        an.acts().delete(Land.SANG_MOC, dai, "ghi nhầm");
        assertThat(heads(HouseholdFilter.ALL)).containsExactly("Lò Thị Mai");
        an.save(List.of(Draft.of(Catalogue.VILLAGE, Land.SANG_MOC, two).with("name", new Value.Text("Thôn 3"))));
        assertThat(page(HouseholdFilter.ALL).rows().getFirst().villageName()).isEqualTo("Thôn 3");
    }

    @Test
    void pagesAndKnowsThePlaceOfEveryHousehold() {
        for (int i = 1; i <= 7; i++) {
            household(two, i, "Lò Văn " + (char) ('A' + i));
        }
        HouseholdSlice last = an.households().page(HouseholdFilter.ALL, 5, 5);
        assertThat(last.rows()).extracting(HouseholdRow::number).containsExactly(6, 7);
        assertThat(last.total()).isEqualTo(7);
        assertThat(an.households().page(HouseholdFilter.ALL, 20, 5).rows()).isEmpty();
        assertThat(an.households().place(HouseholdFilter.ALL, Land.SANG_MOC, last.rows().getFirst().id())).contains(5);
        assertThat(an.households().place(typed("zz"), Land.SANG_MOC, last.rows().getFirst().id())).isEmpty();
    }

    @Test
    void theStateOfARowIsTheLeastOfTheHouseholdAndItsPeople() {
        EntryId mai = household(two, 1, "Lò Thị Mai");
        an.ledger().markHandedOver(an.ledger().seal(), "USB");
        assertThat(page(HouseholdFilter.ALL).rows().getFirst().state()).isEqualTo(RecordState.HANDED_OVER);
        an.save(List.of(Land.person(an, Land.SANG_MOC, mai, "Lò Văn Bé", 2020)));
        assertThat(page(HouseholdFilter.ALL).rows().getFirst().state()).isEqualTo(RecordState.HERE);
        assertThat(page(HouseholdFilter.ALL.withState(Optional.of(RecordState.HERE))).total()).isEqualTo(1);
        an.drafts().keep(FormDraft.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, mai).with("size", new Value.Whole(9))));
        assertThat(page(HouseholdFilter.ALL).rows().getFirst().state()).isEqualTo(RecordState.DRAFT);
        assertThat(page(HouseholdFilter.ALL.withState(Optional.of(RecordState.DRAFT))).total()).isEqualTo(1);
    }

    @Test
    void aVisitIsAFilterAndItsNumberIsWhatTheListHas() {
        EntryId mai = household(two, 1, "Lò Thị Mai");
        household(ten, 7, "Nguyễn Văn Đại");
        an.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, mai).with("last_visit", new Value.Day(2026, 11, 3))));
        CountPeriod window = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));
        assertThat(heads(HouseholdFilter.ALL.withVisit(Optional.of(new ToVisit(Visit.NOT_VISITED, window)))))
                .containsExactly("Nguyễn Văn Đại");
        assertThat(an.visits().due(Land.SANG_MOC, window).get(Visit.NOT_VISITED)).containsOnlyKeys(ten);
        assertThat(an.visits().total(Land.SANG_MOC, window).get(Visit.NOT_CONFIRMED)).isEqualTo(new Visits.Due(2, 2));
        assertThat(an.visits().people(Visit.NOT_CONFIRMED, Land.SANG_MOC, mai, window)).hasSize(1);
    }

    @Test
    void villagesComeWithTheirHouseholdsAndFiguresAndTheHouseholdsBehindThem() {
        EntryId mai = household(two, 1, "Lò Thị Mai");
        household(ten, 7, "Nguyễn Văn Đại");
        assertThat(an.households().villages()).extracting(NamedVillage::name).containsExactly("Thôn 2", "Thôn 10");
        assertThat(an.households().villages()).extracting(NamedVillage::households).containsExactly(1, 1);
        an.save(List.of(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, mai).with("fibre_subscribed", new Value.Code(CodeList.YES))));
        IndicatorQueries queries = new IndicatorQueries(an);
        CountPeriod window = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));
        Indicator fibre = line("I04");
        assertThat(queries.byVillage(Land.SANG_MOC, fibre, window)).containsEntry(two, new Tally(1, 1, 1, 1))
                .containsEntry(ten, new Tally(0, 1, 1, 1));
        assertThat(queries.byVillage(Land.SANG_MOC, line("I01"), window)).containsEntry(ten, new Tally(1, 1, 1, 1));
        assertThat(queries.households(Land.SANG_MOC, fibre, Which.YES, window)).containsExactly(mai);
        assertThat(queries.households(Land.SANG_MOC, line("I01"), Which.YES, window)).hasSize(2);
        assertThatThrownBy(() -> queries.byVillage(Land.SANG_MOC, line("I08"), window)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Indicator line(String key) {
        return Definitions.from(Definitions.ADULT).stream().filter(i -> i.key().equals(key)).findFirst().orElseThrow();
    }

    @Test
    void proposesAHouseholdOfTheSameVillageWhileItIsTyped() {
        EntryId mai = household(two, 1, "Lò Thị Mai");
        Draft typing = Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, an.freshId()).with("village", new Value.Ref(two));
        List<Draft> people = List.of(Land.person(an, Land.SANG_MOC, typing.id(), "lo thi mai", 1970));
        assertThat(an.households().duplicatesOf(typing, people)).containsExactly(new DuplicateCandidate(mai, "Lò Thị Mai", 1, false));
        assertThat(an.households().duplicatesOf(typing.with("phone", new Value.Text("+84 912 345 678")), people).getFirst().phone()).isTrue();
        assertThat(an.households().duplicatesOf(typing.with("village", new Value.Ref(ten)), people)).isEmpty();
        assertThat(an.households().duplicatesOf(Draft.of(Catalogue.HOUSEHOLD, Land.SANG_MOC, mai).with("village", new Value.Ref(two)), people))
                .as("not itself").isEmpty();
    }

    @Test
    void linksAreFollowedBackwardsAndNamesReadInBulk() {
        asAnOfficer();
        EntryId mai = household(two, 1, "Lò Thị Mai", "Lò Văn Nam");
        EntryId dai = household(ten, 7, "Nguyễn Văn Đại");
        an.acts().alias(Land.SANG_MOC, dai, mai);
        assertThat(an.linking(Catalogue.PERSON, "household", Land.SANG_MOC, mai)).hasSize(3);
        assertThat(an.linking(Catalogue.PERSON, "household", Land.SANG_MOC, dai)).as("by its other name").hasSize(3);
        assertThat(an.linking(Catalogue.HOUSEHOLD, "village", Land.SANG_MOC, ten)).as("one with another now").isEmpty();
        assertThat(an.names(Land.SANG_MOC, List.of(mai, two, an.freshId()))).containsEntry(mai, "Lò Thị Mai")
                .containsEntry(two, "Thôn 2").hasSize(2);
    }
}
