package vn.banso.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;
import vn.banso.register.values.Value.Day;

/** What people type is read as they mean it, and what cannot be read is not guessed. */
class FieldTextTest {
    private static final int THIS_YEAR = 2026;
    private static final Field BORN = Catalogue.PERSON.field("born");

    @Test
    void daysAreReadAsTheyAreTyped() {
        assertThat(day("20/11/2026")).contains(new Day(2026, 11, 20));
        assertThat(day("1/7/25")).contains(new Day(2025, 7, 1));
        assertThat(day("1/7/56")).contains(new Day(1956, 7, 1));
        assertThat(day("01.07.2025")).contains(new Day(2025, 7, 1));
        assertThat(day("1-7-2025")).contains(new Day(2025, 7, 1));
        assertThat(day("20112026")).contains(new Day(2026, 11, 20));
        assertThat(day("11/2026")).contains(new Day(2026, 11, 0));
        assertThat(day("1956")).contains(new Day(1956, 0, 0));
        assertThat(day("2026-11-20")).contains(new Day(2026, 11, 20));
        assertThat(day(" 20 / 11 / 2026 ")).contains(new Day(2026, 11, 20));
    }

    @Test
    void whatIsNoDayIsNotGuessed() {
        List.of("31/2/2026", "13/2026", "56", "1/7", "7", "2026/11/20/1", "hai", "20/11/20266", "0/0/2026/", "1/1956/2")
                .forEach(typed -> assertThat(day(typed)).as(typed).isEmpty());
    }

    @Test
    void whatIsShownIsReadAgain() {
        List.of(new Day(2026, 11, 20), new Day(2026, 11, 0), new Day(1956, 0, 0))
                .forEach(d -> assertThat(day(FieldText.shown(BORN, d))).contains(d));
    }

    @Test
    void numbersMayCarryThousandsPoints() {
        Field size = Catalogue.HOUSEHOLD.field("size");
        assertThat(read(Catalogue.HOUSEHOLD, size, "4")).contains(new Value.Whole(4));
        assertThat(read(Catalogue.HOUSEHOLD, size, "1.234")).contains(new Value.Whole(1234));
        assertThat(read(Catalogue.HOUSEHOLD, size, "4,5")).isEmpty();
        assertThat(read(Catalogue.HOUSEHOLD, size, "bốn")).isEmpty();
        assertThat(read(Catalogue.HOUSEHOLD, size, "9999999999999999999")).isEmpty();
        assertThat(read(Catalogue.HOUSEHOLD, size, "  ")).contains(Value.BLANK);
    }

    @Test
    void theTimeOfASessionIsAClock() {
        Field start = Catalogue.SESSION.field("start");
        assertThat(read(Catalogue.SESSION, start, "19:30")).contains(new Value.Whole(1170));
        assertThat(read(Catalogue.SESSION, start, "19h")).contains(new Value.Whole(1140));
        assertThat(read(Catalogue.SESSION, start, "7")).contains(new Value.Whole(420));
        assertThat(read(Catalogue.SESSION, start, "24:00")).isEmpty();
        assertThat(FieldText.shown(start, new Value.Whole(1170))).isEqualTo("19:30");
    }

    @Test
    void textComesInOneForm() {
        assertThat(read(Catalogue.PERSON, Catalogue.PERSON.field("name"), " Lo\u0300  Thị Mai ")).contains(new Value.Text("Lò Thị Mai"));
        assertThat(read(Catalogue.PERSON, Catalogue.PERSON.field("phone"), "+84 912 345 678")).contains(new Value.Text("0912345678"));
        assertThat(read(Catalogue.SESSION, Catalogue.SESSION.field("trainers"), "Nông Văn Thắng, Lò Thị Mai"))
                .contains(new Value.Items(new TreeSet<>(List.of("Nông Văn Thắng", "Lò Thị Mai"))));
    }

    private static Optional<Value> day(String typed) {
        return read(Catalogue.PERSON, BORN, typed);
    }

    private static Optional<Value> read(EntryType type, Field field, String typed) {
        return FieldText.read(type, field, typed, THIS_YEAR);
    }
}
