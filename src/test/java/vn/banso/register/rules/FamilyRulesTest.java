package vn.banso.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** What cannot be said of a family, whoever writes it down: two heads, answers after a refusal, names that are none. */
class FamilyRulesTest {
    private static final ScopeId SCOPE = Units.current().commune("05719").orElseThrow().scope();
    private static final EntryId HOME = new EntryId(1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Test
    void aSecondHeadIsAskedAboutAndAChangeOfHeadIsNot() {
        List<Draft> two = List.of(home(), person(2, "Lò Văn An").with("relation", relation("head")), person(3, "Lò Thị Mai").with("relation", relation("head")));
        assertThat(found(two)).containsOnly("check.second_head").hasSize(2);
        List<Draft> changed = List.of(home(), two.get(1).with("relation", relation("spouse")), two.get(2));
        assertThat(found(changed)).isEmpty();
        Surroundings register = Surroundings.UNKNOWN.with(two.subList(0, 2));
        Optional<Entry> mai = Optional.of(person(3, "Lò Thị Mai").over(Optional.empty()));
        Draft alsoHead = Draft.of(Catalogue.PERSON, SCOPE, new EntryId(1, 3)).with("relation", relation("head"));
        assertThat(Validation.check(alsoHead, mai, Validation.Context.on(TODAY).among(register.with(List.of(alsoHead)))))
                .extracting(Finding::textKey).containsExactly("check.second_head");
        Draft handsOver = Draft.of(Catalogue.PERSON, SCOPE, new EntryId(1, 2)).with("relation", relation("spouse"));
        assertThat(Validation.check(alsoHead, mai, Validation.Context.on(TODAY).among(register.with(List.of(alsoHead, handsOver))))).isEmpty();
    }

    @Test
    void nothingIsWrittenOfAFamilyThatDoesNotAgree() {
        Draft refused = home().with("consent", Codes.CONSENT.code("refused").orElseThrow()).with("consent_date", Value.Day.of(TODAY))
                .with("local_number", new Value.Whole(7)).with("last_visit", Value.Day.of(TODAY));
        assertThat(found(List.of(refused))).isEmpty();
        assertThat(found(List.of(refused.with("fibre_available", new Value.Code(CodeList.YES))))).containsExactly("check.refused");
        assertThat(found(List.of(refused, person(2, "Lò Văn An")))).containsExactly("check.refused_member");
        Surroundings register = Surroundings.UNKNOWN.with(List.of(refused));
        assertThat(Validation.check(person(2, "Lò Văn An"), Optional.empty(), Validation.Context.on(TODAY).among(register)))
                .allMatch(Finding::blocks).extracting(Finding::textKey).containsExactly("check.refused_member");
        Draft agreed = Draft.of(Catalogue.HOUSEHOLD, SCOPE, HOME).with("consent", Codes.CONSENT.code("given").orElseThrow())
                .with("consent_purposes", new Value.Items(new TreeSet<>(Codes.CONSENT_PURPOSE.codes().values())))
                .with("fibre_available", new Value.Code(CodeList.YES));
        assertThat(Validation.check(agreed, Optional.of(refused.over(Optional.empty())), Validation.Context.on(TODAY))).isEmpty();
    }

    @Test
    void whoAgreesForThemselvesIsWrittenDownThoughTheFamilyDoesNot() {
        Draft refused = home().with("consent", Codes.CONSENT.code("refused").orElseThrow());
        Draft learner = person(2, "Lò Văn An").with("consent", Codes.CONSENT.code("given").orElseThrow()).with("born", new Value.Day(1990, 0, 0));
        assertThat(found(List.of(refused, learner.with("consent_purposes", new Value.Items(new TreeSet<>(List.of("counting", "class_lists"))))))).isEmpty();
        assertThat(found(List.of(refused, learner))).containsExactly("check.consent_purposes");
        assertThat(found(List.of(refused, learner.with("consent_purposes", new Value.Items(new TreeSet<>(List.of("class_lists"))))
                .with("smartphone", new Value.Code(1)).with("phone", new Value.Text("0912345678"))))).containsExactly("check.consent_contact", "check.consent_counting");
        assertThat(found(List.of(refused, person(2, "Lò Văn An").with("consent", Codes.CONSENT.code("refused").orElseThrow())))).containsExactly("check.refused_member");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", ".", "12345", "?", "Nguy\uFFFDn Văn An"})
    void whatHasNoLettersIsNobodysName(String name) {
        assertThat(Validation.check(person(2, name), Optional.empty(), Validation.Context.on(TODAY))).allMatch(Finding::blocks)
                .extracting(Finding::textKey).containsExactly("check.no_name");
        Draft member = Draft.of(Catalogue.TEAM_MEMBER, SCOPE, HOME).with("team", new Value.Ref(HOME)).with("name", new Value.Text(name));
        assertThat(Validation.check(member, Optional.empty(), Validation.Context.on(TODAY))).extracting(Finding::textKey).contains("check.no_name");
    }

    @Test
    void aNameThatLostLettersOrHasDigitsIsAskedAboutAndOthersAreNot() {
        assertThat(found(List.of(person(2, "Nguy?n Văn An")))).containsExactly("check.damaged");
        assertThat(found(List.of(person(2, "Lò Văn An 2")))).containsExactly("check.name_digit");
        for (String name : List.of("Y", "H' Bia Niê", "Lò Thị Mai (Sáu)", "Nguyễn ?", "Ksor Y-Blui", "Lò Thị Ó")) {
            assertThat(found(List.of(person(2, name)))).as(name).isEmpty();
        }
        Draft village = Draft.of(Catalogue.VILLAGE, SCOPE, HOME);
        assertThat(found(List.of(village.with("name", new Value.Text("5"))))).isEmpty();
        assertThat(found(List.of(village.with("name", new Value.Text("Thôn Ch?nh"))))).containsExactly("check.damaged");
    }

    @Test
    void onlyPeopleCanRefuse() {
        for (EntryType type : List.of(Catalogue.VILLAGE, Catalogue.TEAM, Catalogue.SESSION, Catalogue.PRACTICE)) {
            assertThat(type.fields()).as(type.key()).allSatisfy(f -> assertThat(f.codes().filter(c -> c.codes().containsValue("refused"))).isEmpty());
        }
        assertThat(Catalogue.VILLAGE.field("grid_power").codes().orElseThrow().codes().values()).containsExactly("yes", "no", "unknown");
    }

    @Test
    void whatDependsOnAnAnswerIsAskedOnlyAfterIt() {
        Field qr = Catalogue.HOUSEHOLD.field("accepts_qr");
        assertThat(Catalogue.HOUSEHOLD.applies(qr, _ -> Value.BLANK)).isFalse();
        assertThat(Catalogue.HOUSEHOLD.applies(qr, _ -> new Value.Code(CodeList.NO))).isFalse();
        assertThat(Catalogue.HOUSEHOLD.applies(qr, _ -> new Value.Code(CodeList.YES))).isTrue();
        assertThat(Catalogue.types()).allSatisfy(type -> type.fields().forEach(f -> f.when().ifPresent(w -> assertThat(w.answers())
                .as(type + "." + f.key()).isSubsetOf(type.field(w.field()).codes().orElseThrow().codes().values()))));
    }

    private static List<String> found(List<Draft> drafts) {
        Validation.Context context = Validation.Context.on(TODAY).among(Surroundings.UNKNOWN.with(drafts));
        return drafts.stream().flatMap(d -> Validation.check(d, Optional.empty(), context).stream()).map(Finding::textKey).toList();
    }

    private static Draft home() {
        return Draft.of(Catalogue.HOUSEHOLD, SCOPE, HOME).with("village", new Value.Ref(new EntryId(9, 9)));
    }

    private static Draft person(long number, String name) {
        return Draft.of(Catalogue.PERSON, SCOPE, new EntryId(1, number)).with("household", new Value.Ref(HOME)).with("name", new Value.Text(name));
    }

    private static Value relation(String key) {
        return Codes.RELATION.code(key).orElseThrow();
    }
}
