package vn.banso.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class ValidationTest {
    private static final ScopeId SCOPE = Units.current().commune("05719").orElseThrow().scope();
    private static final EntryId ID = new EntryId(1, 2);
    private static final Value REF = new Value.Ref(new EntryId(3, 4));
    private static final Validation.Context TODAY = Validation.Context.on(LocalDate.of(2026, 11, 20));

    @Test
    void whatIsRightIsNotCommentedOn() {
        assertThat(check(household().with("size", whole(4)).with("fibre_available", code(1)).with("fibre_subscribed", code(2))
                .with("phone", text("0912345678")).with("position", text("21.8412,105.9077")))).isEmpty();
        assertThat(check(person("Nông Văn Hòa").with("born", day("1980")).with("smartphone", code(1)))).isEmpty();
        assertThat(check(person("Đỗ An").with("smartphone", Value.BLANK).with("smartphone", code(CodeList.NOT_ASKED)))).isEmpty();
    }

    @Test
    void aNewEntryNeedsWhatIsRequiredAndAnOldOneKeepsIt() {
        Draft nobody = Draft.of(Catalogue.PERSON, SCOPE, ID).with("household", REF);
        assertThat(check(nobody)).singleElement().matches(f -> f.blocks() && f.textKey().equals("check.required")
                && f.field().key().equals("name"));
        Optional<Entry> before = Optional.of(person("Đỗ An").over(Optional.empty()));
        assertThat(Validation.check(Draft.of(Catalogue.PERSON, SCOPE, ID).with("level", code(2)), before, TODAY)).isEmpty();
        assertThat(Validation.check(Draft.of(Catalogue.PERSON, SCOPE, ID).with("name", Value.BLANK), before, TODAY))
                .extracting(Finding::textKey).containsExactly("check.required");
        assertThat(keys(person("   "))).containsExactly("check.required");
    }

    private static boolean validNumber(Field field) {
        return field.type() == Field.ValueType.WHOLE || field.type() == Field.ValueType.DECIMAL;
    }

    @Test
    void aValueOfAnotherKindIsRefused() {
        for (EntryType type : Catalogue.types()) {
            for (Field field : type.fields()) {
                Value wrong = validNumber(field) ? text("4") : whole(4);
                Draft draft = new Draft(type, SCOPE, ID, new TreeMap<>(Map.of(field.id(), wrong)));
                assertThat(check(draft)).as(type + "." + field.key())
                        .anyMatch(f -> f.blocks() && f.field() == field && f.textKey().startsWith("check.kind."));
                assertThat(Validation.kindFits(type, field.id(), wrong)).isFalse();
                assertThat(Validation.kindFits(type, field.id(), Value.BLANK)).isTrue();
            }
        }
    }

    @Test
    void whatANewerVersionAddsPassesAtImport() {
        assertThat(Validation.kindFits(200, 16, whole(1))).isTrue();
        assertThat(Validation.kindFits(1, 120, whole(1))).isTrue();
        assertThat(Validation.kindFits(Catalogue.PERSON, Catalogue.PERSON.field("smartphone").id(), code(9))).isTrue();
        assertThat(Validation.kindFits(Catalogue.PERSON, Catalogue.PERSON.field("born").id(), new Value.Day(1980, 2, 31))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1980-02-31", "1980-13", "0000", "2025-02-29"})
    void aDayThatTheCalendarDoesNotHaveIsRefused(String born) {
        assertThat(keys(person("Đỗ An").with("born", day(born)))).containsExactly("check.day");
    }

    @Test
    void aDayWithoutItsMonthIsRefused() {
        assertThat(keys(person("Đỗ An").with("born", new Value.Day(1980, 0, 5)))).containsExactly("check.day");
    }

    @Test
    void choicesNumbersAndLengthsHaveTheirBounds() {
        assertThat(keys(household().with("fibre_available", code(7)))).containsExactly("check.code");
        assertThat(keys(household().with("residence", code(0)))).containsExactly("check.code");
        assertThat(keys(household().with("size", whole(-1)))).containsExactly("check.range");
        assertThat(keys(household().with("size", whole(100)))).containsExactly("check.range");
        assertThat(keys(household().with("digital_address", text("x".repeat(41))))).containsExactly("check.too_long");
        assertThat(keys(household().with("digital_address", text("ộ".repeat(40))))).isEmpty();
    }

    @Test
    void aVillageLiesInTheCommuneWhereItIsWrittenDown() {
        Draft village = Draft.of(Catalogue.VILLAGE, SCOPE, ID).with("name", text("Thôn 1"));
        assertThat(keys(village.with("unit_list", text("2025-07-01")).with("commune", text("05719")))).isEmpty();
        assertThat(keys(village.with("unit_list", text("2025-06-30")).with("commune", text("05719")))).isEmpty();
        assertThat(keys(village.with("unit_list", text("2026-04-30")).with("commune", text("05818")))).containsExactly("check.commune_elsewhere");
        assertThat(keys(village.with("commune", text("99999")))).containsExactly("check.commune");
    }

    @Test
    void aBrokenCharacterIsShownAtItsField() {
        assertThat(keys(household().with("address_hint", text("cạnh chợ \uD83D")))).containsExactly("check.damaged");
        assertThat(keys(household().with("address_hint", text("cạnh chợ \uD83D\uDE00")))).isEmpty();
    }

    @Test
    void anUnknownSkillIsAskedAboutAndATagMayCarryItsDay() {
        Draft village = Draft.of(Catalogue.VILLAGE, SCOPE, ID).with("name", text("Thôn 1"));
        assertThat(keys(village.with("tags", items("digital_village@2025-06-01")))).isEmpty();
        assertThat(check(village.with("tags", items("lang_so")))).singleElement()
                .matches(f -> !f.blocks() && f.textKey().equals("check.item"));
    }

    @Test
    void ageGroupsFitTheHousehold() {
        assertThat(keys(household().with("size", whole(4)).with("aged_under_6", whole(2)).with("aged_6_14", whole(3))))
                .containsExactly("check.bands_above");
        Draft all = household().with("size", whole(4)).with("aged_under_6", whole(0)).with("aged_6_14", whole(1))
                .with("aged_15_17", whole(0)).with("aged_18_59", whole(2));
        assertThat(keys(all)).isEmpty();
        assertThat(check(all.with("aged_60_up", whole(0)))).singleElement().matches(f -> !f.blocks()
                && f.textKey().equals("check.bands_below"));
    }

    @Test
    void whatIsManyDependsOnTheRegion() {
        Draft twelve = household().with("size", whole(12));
        assertThat(Validation.check(twelve, Optional.empty(), in("delta"))).extracting(Finding::textKey).containsExactly("check.largest");
        assertThat(Validation.check(twelve, Optional.empty(), in("mountain"))).isEmpty();
        Field size = Catalogue.HOUSEHOLD.field("size");
        assertThat(Validation.average(size, 500, 100, in("delta"))).isPresent();
        assertThat(Validation.average(size, 500, 100, in("mountain"))).isEmpty();
        assertThat(Validation.average(size, 500, 0, in("delta"))).isEmpty();
        assertThat(Validation.average(size, 500, 100, in("delta")).orElseThrow().text(Texts.of(Lang.VI), Catalogue.HOUSEHOLD))
                .isEqualTo("Số người trong hộ: trung bình 5,0 người một hộ, trong vùng này thường từ 3,0 đến 4,5.");
    }

    @Test
    void aSessionCannotHaveMoreWomenThanPeople() {
        Draft session = session().with("tally_total", whole(20)).with("tally_women", whole(21));
        assertThat(check(session)).singleElement().matches(f -> f.blocks() && f.textKey().equals("check.at_most"));
        assertThat(check(session().with("tally_total", whole(31)).with("planned_people", whole(10)))).singleElement()
                .matches(f -> !f.blocks() && f.textKey().equals("check.attended"));
        assertThat(keys(session().with("tally_total", whole(30)).with("planned_people", whole(10)))).isEmpty();
    }

    @Test
    void whatContradictsIsAskedAboutNotRefused() {
        assertThat(check(household().with("fibre_available", code(2)).with("fibre_subscribed", code(1)))).singleElement()
                .matches(f -> !f.blocks() && f.textKey().equals("check.contradiction"));
        assertThat(keys(person("Đỗ An").with("paid_through_account", code(1)).with("account", code(4))))
                .containsExactly("check.contradiction");
    }

    @Test
    void nobodyIsAskedAboutWhatSomebodyElseWrote() {
        Optional<Entry> odd = Optional.of(household().with("fibre_available", code(2)).with("fibre_subscribed", code(1))
                .over(Optional.empty()));
        assertThat(Validation.check(Draft.of(Catalogue.HOUSEHOLD, SCOPE, ID).with("computer", code(1)), odd, TODAY)).isEmpty();
        assertThat(Validation.check(Draft.of(Catalogue.HOUSEHOLD, SCOPE, ID).with("fibre_subscribed", code(1)), odd, TODAY)).hasSize(1);
    }

    @Test
    void theClockAsksButNeverRefuses() {
        Validation.Context in1980 = Validation.Context.on(LocalDate.of(1980, 1, 1));
        List<Finding> found = Validation.check(person("Đỗ An").with("born", day("2001-05-06")), Optional.empty(), in1980);
        assertThat(found).extracting(Finding::textKey).containsExactly("check.future");
        assertThat(Validation.blocked(found)).isFalse();
        assertThat(keys(person("Đỗ An").with("born", day("1900")))).containsExactly("check.age");
        assertThat(keys(person("Đỗ An").with("born", day("2026")))).isEmpty();
    }

    @Test
    void nothingEndsBeforeItStarts() {
        Draft campaign = Draft.of(Catalogue.CAMPAIGN, SCOPE, ID).with("name", text("44 ngày đêm")).with("starts", day("2026-05-01"));
        assertThat(keys(campaign.with("ends", day("2026-04-30")))).containsExactly("check.before");
        assertThat(keys(campaign.with("ends", day("2026-05")))).isEmpty();
        assertThat(keys(campaign.with("ends", day("2025")))).containsExactly("check.before");
    }

    @Test
    void anAssessmentIsWrittenOnce() {
        Draft first = Draft.of(Catalogue.ASSESSMENT, SCOPE, ID).with("person", REF).with("date", day("2026-11-19"))
                .with("score", whole(4)).with("pass_mark", whole(5)).with("max_score", whole(10)).with("result", code(2));
        assertThat(keys(first)).isEmpty();
        assertThat(keys(first.with("result", code(1)))).containsExactly("check.result");
        assertThat(keys(first.with("score", whole(11)).with("result", code(1)))).containsExactly("check.at_most");
        Optional<Entry> before = Optional.of(first.over(Optional.empty()));
        assertThat(Validation.check(first, before, TODAY)).isEmpty();
        assertThat(Validation.check(first.with("score", whole(6)), before, TODAY)).extracting(Finding::textKey)
                .contains("check.event_edited").allMatch(k -> !k.equals("check.result"));
    }

    @Test
    void numbersOfPeopleAndPlacesAreLookedAt() {
        assertThat(keys(household().with("phone", text("12345")))).containsExactly("check.phone");
        assertThat(keys(household().with("position", text("Sảng Mộc")))).containsExactly("check.position");
        assertThat(keys(person("Đỗ An").with("cccd", text("19080000001")))).containsExactly("check.cccd.zero_lost");
        Draft village = Draft.of(Catalogue.VILLAGE, SCOPE, ID).with("name", text("Thôn 1"));
        assertThat(keys(village.with("commune", text("05815")))).containsExactly("check.commune");
    }

    @Test
    void aFindingSaysWhereWhyAndWhatWouldBeRight() {
        Finding code = check(household().with("fibre_available", code(7))).getFirst();
        assertThat(code.text(Texts.of(Lang.VI), Catalogue.HOUSEHOLD))
                .startsWith("Có thể lắp cáp quang: không có lựa chọn số 7.").contains("Có").contains("Chưa hỏi");
        assertThat(code.text(Texts.of(Lang.EN), Catalogue.HOUSEHOLD)).startsWith("Can get fibre: there is no choice number 7.");
        Finding contradiction = check(household().with("fibre_available", code(2)).with("fibre_subscribed", code(1))).getFirst();
        assertThat(contradiction.text(Texts.of(Lang.VI), Catalogue.HOUSEHOLD))
                .isEqualTo("Đang dùng cáp quang ghi là “Có” nhưng Có thể lắp cáp quang ghi là “Không”. Xem lại cả hai.");
        Finding year = check(household().with("poverty_year", whole(1))).getFirst();
        assertThat(year.text(Texts.of(Lang.VI), Catalogue.HOUSEHOLD)).isEqualTo("Năm phân loại hộ nghèo: phải từ 2000 đến 2100.");
    }

    @Test
    void aFindingNeverRepeatsWhatIdentifiesSomebody() {
        assertThat(check(household().with("phone", text("12345")).with("position", text("nhà ông Tám"))).toString())
                .doesNotContain("12345").doesNotContain("Tám");
    }

    private static Validation.Context in(String region) {
        return new Validation.Context(LocalDate.of(2026, 11, 20), Codes.REGION.code(region));
    }

    private static List<Finding> check(Draft draft) {
        return Validation.check(draft, Optional.empty(), TODAY);
    }

    private static List<String> keys(Draft draft) {
        return check(draft).stream().map(Finding::textKey).toList();
    }

    private static Draft household() {
        return Draft.of(Catalogue.HOUSEHOLD, SCOPE, ID).with("village", REF);
    }

    private static Draft person(String name) {
        return Draft.of(Catalogue.PERSON, SCOPE, ID).with("household", REF).with("name", text(name));
    }

    private static Draft session() {
        return Draft.of(Catalogue.SESSION, SCOPE, ID).with("kind", code(1)).with("date", day("2026-11-19"));
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value whole(long number) {
        return new Value.Whole(number);
    }

    private static Value code(int number) {
        return new Value.Code(number);
    }

    private static Value day(String iso) {
        return Value.Day.parse(iso);
    }

    private static Value items(String... items) {
        return new Value.Items(new TreeSet<>(List.of(items)));
    }
}
