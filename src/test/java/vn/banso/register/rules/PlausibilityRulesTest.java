package vn.banso.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Phones;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class PlausibilityRulesTest {
    private static final ScopeId SCOPE = Units.current().commune("05719").orElseThrow().scope();
    private static final EntryId ID = new EntryId(1, 1);
    private static final EntryId OTHER = new EntryId(1, 2);
    private static final Validation.Context TODAY = Validation.Context.on(LocalDate.of(2026, 11, 30));

    private static Draft of(EntryType type, Object... values) {
        Draft draft = Draft.of(type, SCOPE, ID);
        for (int i = 0; i < values.length; i += 2) {
            Field field = type.field((String) values[i]);
            Object given = values[i + 1];
            draft = draft.with(field.key(), switch (field.type()) {
                case CODE -> field.codes().orElseThrow().code((String) given).orElseThrow();
                case DAY -> Value.Day.parse((String) given);
                case REF -> new Value.Ref((EntryId) given);
                case WHOLE -> new Value.Whole(((Integer) given).longValue());
                default -> new Value.Text((String) given);
            });
        }
        return draft.tidied();
    }

    private static List<String> keys(EntryType type, Object... values) {
        return Validation.check(of(type, values), Optional.empty(), TODAY).stream().map(Finding::textKey).toList();
    }

    @Test
    void aSessionIsWhatItsNumbersAndItsDaySay() {
        EntryType session = Catalogue.SESSION;
        assertThat(keys(session, "kind", "class", "date", "2026-11-01", "status", "not_held", "tally_total", 12)).containsExactly("check.not_held_tally");
        assertThat(keys(session, "kind", "class", "date", "2026-11-01", "status", "not_held", "tally_total", 0)).isEmpty();
        assertThat(keys(session, "kind", "class", "date", "2026-12-01", "status", "held")).containsExactly("check.held_future");
        assertThat(keys(session, "kind", "class", "date", "2026-12-01", "status", "not_held")).isEmpty();
        assertThat(keys(session, "kind", "class", "date", "2026-12-01")).isEmpty();
        assertThat(keys(session, "kind", "class", "date", "2026-11-30", "status", "held")).isEmpty();
    }

    @Test
    void anAssessmentIsNotOfTomorrowAndGivesNoLevelForAFailure() {
        EntryType assessment = Catalogue.ASSESSMENT;
        assertThat(keys(assessment, "person", OTHER, "date", "2026-12-01", "result", "passed")).containsExactly("check.future");
        assertThat(keys(assessment, "person", OTHER, "date", "2026-11-01", "result", "failed", "level", "basic")).containsExactly("check.failed_level");
        assertThat(keys(assessment, "person", OTHER, "date", "2026-11-01", "result", "failed", "level", "not_reached")).isEmpty();
        assertThat(keys(assessment, "person", OTHER, "date", "2026-11-01", "result", "passed", "level", "basic")).isEmpty();
    }

    @Test
    void aProblemIsSomewhere() {
        String kind = Codes.PROBLEM_KIND.keyOf(new Value.Code(1)).orElseThrow();
        assertThat(keys(Catalogue.PROBLEM, "kind", kind, "date", "2026-11-01")).containsExactly("check.problem_nowhere");
        assertThat(keys(Catalogue.PROBLEM, "kind", kind, "date", "2026-11-01", "household", OTHER)).isEmpty();
        assertThat(keys(Catalogue.PROBLEM, "kind", kind, "date", "2026-11-01", "village", OTHER)).isEmpty();
    }

    @Test
    void povertyHasAYearThatWasDecided() {
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "poverty", "near_poor")).containsExactly("check.poverty_year");
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "poverty", "none")).isEmpty();
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "poverty", "poor", "poverty_year", 2027)).isEmpty();
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "poverty", "poor", "poverty_year", 2099)).containsExactly("check.future");
    }

    @ParameterizedTest
    @CsvSource({"'21.84, 105.91',", "'8.6,111.92',", "'105.91, 21.84',check.position", "'21.84, 15.91',check.position_abroad", "'48.85, 2.35',check.position_abroad",
            "Sảng Mộc,check.position"})
    void aPositionLiesInVietNam(String position, String said) {
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "position", position)).isEqualTo(said == null ? List.of() : List.of(said));
    }

    @Test
    void infantsNeitherHeadAHouseholdNorSign() {
        assertThat(keys(Catalogue.PERSON, "household", OTHER, "name", "Đỗ An", "born", "2024", "relation", "head", "e_signature", "yes"))
                .containsExactly("check.too_young", "check.too_young");
        assertThat(keys(Catalogue.PERSON, "household", OTHER, "name", "Đỗ An", "born", "2011", "relation", "head", "e_signature", "yes")).isEmpty();
        assertThat(keys(Catalogue.PERSON, "household", OTHER, "name", "Đỗ An", "relation", "head", "e_signature", "yes")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'0912 345 678, 0987–654–321','0912345678, 0987654321'", "0912345678/0987654321,'0912345678, 0987654321'",
            "0912345678 hoặc 01234567890,'0912345678, 0834567890'", "'0912345678; hỏi con','0912345678, hỏi con'"})
    void aFamilyMayGiveTwoNumbers(String typed, String kept) {
        Draft household = of(Catalogue.HOUSEHOLD, "village", OTHER, "phone", typed);
        assertThat(household.value(Catalogue.HOUSEHOLD.field("phone"))).contains(new Value.Text(kept));
        assertThat(keys(Catalogue.HOUSEHOLD, "village", OTHER, "phone", typed)).isEqualTo(kept.contains("hỏi") ? List.of("check.phone") : List.of());
        assertThat(Phones.all(kept)).hasSize(kept.contains("hỏi") ? 1 : 2);
    }
}
