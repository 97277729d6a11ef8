package vn.banso.register.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** A family agrees to each purpose by itself. */
class ConsentRulesTest {
    private static final ScopeId SCOPE = Units.current().commune("05719").orElseThrow().scope();
    private static final EntryId HOME = new EntryId(1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Value YES = new Value.Code(CodeList.YES);

    private static Draft home() {
        return Draft.of(Catalogue.HOUSEHOLD, SCOPE, HOME).with("village", new Value.Ref(new EntryId(9, 9)));
    }

    private static Draft said(String answer, String... purposes) {
        Draft said = home().with("consent", Codes.CONSENT.code(answer).orElseThrow());
        return purposes.length == 0 ? said : said.with("consent_purposes", new Value.Items(new TreeSet<>(List.of(purposes))));
    }

    private static Draft byLaw(String... purposes) {
        return said("given", purposes).with("consent_basis", Codes.CONSENT_BASIS.code("statutory_task").orElseThrow());
    }

    private static Draft person(String key, Value value) {
        return Draft.of(Catalogue.PERSON, SCOPE, new EntryId(1, 2)).with("household", new Value.Ref(HOME)).with("name", new Value.Text("Lò Văn An")).with(key, value);
    }

    private static List<String> found(Draft... drafts) {
        Validation.Context context = Validation.Context.on(TODAY).among(Surroundings.UNKNOWN.with(List.of(drafts)));
        List<Finding> found = List.of(drafts).stream().flatMap(d -> Validation.check(d, Optional.empty(), context).stream()).toList();
        assertThat(found).noneMatch(Finding::blocks);
        return found.stream().map(Finding::textKey).toList();
    }

    @Test
    void whoAgreesIsAskedWhatFor() {
        assertThat(found(said("given"))).containsExactly("check.consent_purposes");
        assertThat(found(said("given", "counting", "contact", "class_lists"))).isEmpty();
        assertThat(found(said("given", "class_lists"))).isEmpty();
        assertThat(found(home())).as("nobody was asked yet").isEmpty();
    }

    @Test
    void aTelephoneNumberWithoutConsentToContactIsAskedAbout() {
        Value phone = new Value.Text("0912345678");
        assertThat(found(said("given", "counting").with("phone", phone))).containsExactly("check.consent_contact");
        assertThat(found(said("given", "counting"), person("phone", phone))).containsExactly("check.consent_contact");
        assertThat(found(said("given", "counting", "contact").with("phone", phone), person("phone", phone))).isEmpty();
        assertThat(found(home().with("phone", phone))).as("the mark beside the name asks already").isEmpty();
    }

    @Test
    void anAnswerOfWhoDidNotAgreeToBeCountedIsAskedAboutAndARefusalIsNot() {
        assertThat(found(said("given", "contact").with("fibre_available", YES))).containsExactly("check.consent_counting");
        assertThat(found(said("given", "contact"), person("e_signature", YES))).containsExactly("check.consent_counting");
        assertThat(found(said("given", "contact").with("fibre_available", new Value.Code(CodeList.REFUSED)))).isEmpty();
        assertThat(found(said("given", "counting").with("fibre_available", YES))).isEmpty();
    }

    @Test
    void aTaskOfLawIsNamedAndNeedsNoConsentToBeCountedButToNothingElse() {
        assertThat(found(byLaw().with("fibre_available", YES))).containsExactly("check.consent_task");
        Draft named = byLaw().with("consent_task", new Value.Text("Rà soát hộ nghèo, 12/KH-UBND"));
        assertThat(found(named.with("fibre_available", YES))).isEmpty();
        assertThat(found(named.with("phone", new Value.Text("0912345678")))).containsExactly("check.consent_contact");
    }

    @Test
    void onlyWhoAnsweredDeniesAnything() {
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            assertThat(purpose.isDenied(home().over(Optional.empty()))).isFalse();
            assertThat(purpose.isDenied(said("given", purpose.key()).over(Optional.empty()))).isFalse();
            assertThat(purpose.isDenied(said("refused").over(Optional.empty()))).isTrue();
            assertThat(purpose.isDenied(said("withdrawn", purpose.key()).over(Optional.empty()))).isTrue();
        }
        assertThat(ConsentPurpose.CLASS_LISTS.isDenied(said("given", "counting", "contact").over(Optional.empty()))).isTrue();
        assertThat(ConsentPurpose.CLASS_LISTS.isDenied(byLaw().over(Optional.empty()))).isTrue();
        assertThat(Codes.CONSENT_PURPOSE.codes().values()).containsExactly("counting", "contact", "class_lists");
    }
}
