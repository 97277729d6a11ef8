package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.governance.Role;

/** A province adds a choice to a list; it travels like every entry, and is offered, counted and called by its name wherever it came. */
class AddedChoicesTest {
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final Value.Code EXPERT = new Value.Code(70);

    @TempDir
    Path folder;

    private static Draft choice(String list, int number, String key, String label) {
        return Draft.of(Catalogue.CHOICE, HERE, NaturalId.choice(list, number)).with("list", new Value.Text(list)).with("number", new Value.Whole(number))
                .with("key", new Value.Text(key)).with("label_vi", new Value.Text(label));
    }

    @Test
    void anAddedChoiceTravelsAndIsOfferedAndNamedUntilItEnds() {
        try (Land land = new Land(folder)) {
            Node officer = land.enrolled("officer", Role.COMMUNE, HERE);
            Node trainer = land.enrolled("trainer", Role.TRAINER, HERE);
            Draft place = Land.village(officer, HERE, "Khuổi Uốn");
            Draft home = Land.household(officer, HERE, place.id());
            Draft person = Land.person(officer, HERE, home.id(), "Bàn Phúc Vinh", 1980);
            assertThat(officer.save(List.of(place, home, person))).isInstanceOf(SaveResult.Saved.class);
            Draft passed = Draft.of(Catalogue.ASSESSMENT, HERE, officer.freshId()).with("person", new Value.Ref(person.id()))
                    .with("date", new Value.Day(2026, 11, 5)).with("result", Codes.RESULT.code("passed").orElseThrow()).with("level", EXPERT);
            assertThat(officer.save(List.of(passed))).as("a level that nobody knows").isInstanceOf(SaveResult.Refused.class);
            assertThat(Texts.of(Lang.VI).code(Codes.LEVEL, EXPERT)).isEqualTo("mã 70 (chưa có tên trên máy này)");
            assertThat(trainer.save(List.of(choice("level", 70, "expert", "Chuyên gia")))).as("not a trainer's to add").isInstanceOf(SaveResult.Refused.class);

            Draft expert = choice("level", 70, "expert", "Chuyên gia").with("valid_to", new Value.Day(2027, 0, 0));
            assertThat(officer.save(List.of(expert))).isInstanceOf(SaveResult.Saved.class);
            assertThat(officer.save(List.of(passed))).isInstanceOf(SaveResult.Saved.class);
            assertThat(Texts.of(Lang.VI).code(Codes.LEVEL, EXPERT)).isEqualTo("Chuyên gia");
            Land.exchange(officer, trainer);
            officer.close();
            assertThat(Codes.LEVEL.code("expert")).as("the trainer's machine has it").contains(EXPERT);
            assertThat(Codes.LEVEL.offered(LocalDate.of(2027, 12, 31), Value.BLANK)).contains(70);
            assertThat(Codes.LEVEL.offered(LocalDate.of(2028, 1, 1), Value.BLANK)).doesNotContain(70);
            assertThat(Codes.LEVEL.offered(LocalDate.of(2028, 1, 1), EXPERT)).as("who has it keeps it").contains(70);
            Tally skilled = new IndicatorQueries(trainer).count(HERE, Definitions.from(18), CountPeriod.yearTo(LocalDate.of(2026, 11, 20))).get("I17");
            assertThat(skilled).isEqualTo(new Tally(1, 1, 1, 1));
            trainer.close();
            assertThat(Codes.LEVEL.code("expert")).as("a register that is closed says nothing").isEmpty();
        }
    }

    @Test
    void aListThatIsCountedTakesNoChoiceAndAKeyStandsOnce() {
        assertThat(found(choice("smartphone", 70, "two", "Hai máy"))).containsExactly("check.choice_list");
        assertThat(found(choice("level", 70, "Chuyên gia", "Chuyên gia"))).containsExactly("check.choice_key");
        assertThat(found(choice("level", 70, "basic", "Cơ bản"))).containsExactly("check.choice_taken");
        assertThat(found(choice("level", 7, "expert", "Chuyên gia"))).containsExactly("check.range");
        assertThat(found(choice("skill", 70, "7.1", "7.1 Khác"))).isEmpty();
        assertThat(Validation.check(Draft.of(Catalogue.ASSESSMENT, HERE, new EntryId(1, 1)).with("person", new Value.Ref(new EntryId(1, 2)))
                .with("date", new Value.Day(2026, 11, 5)).with("skills", new Value.Items(new TreeSet<>(List.of("7.1")))), Optional.empty(),
                Validation.Context.on(LocalDate.of(2026, 11, 20)))).extracting(Finding::textKey).contains("check.item");
    }

    private static List<String> found(Draft draft) {
        return Validation.check(draft, Optional.empty(), Validation.Context.on(LocalDate.of(2026, 11, 20))).stream().map(Finding::textKey).toList();
    }
}
