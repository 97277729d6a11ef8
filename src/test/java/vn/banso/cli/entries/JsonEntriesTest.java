package vn.banso.cli.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

class JsonEntriesTest {
    private static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    private static final String ID = "00112233445566778899aabbccddeeff";

    private final JsonEntries entries = new JsonEntries(new FreshIds(new SplittableRandom(1)),
            code -> Optional.of(SANG_MOC).filter(_ -> code.equals("05719")), Texts.of(Lang.VI));

    @Test
    void aFamilyWithLocalNames() throws CommandRefusal {
        List<Draft> drafts = entries.read("""
                [{"type":"household","as":"h1","commune":"05719","fields":{"head":"@p1","fibre_subscribed":"yes","note":null}},
                 {"type":"person","as":"p1","commune":"05719","fields":{"household":"@h1","name":"Nông Thị Hạnh","born":"1980"}}]""");
        assertThat(drafts).hasSize(2);
        Draft household = drafts.getFirst();
        Draft person = drafts.get(1);
        assertThat(household.type()).isSameAs(Catalogue.HOUSEHOLD);
        assertThat(household.scope()).isEqualTo(SANG_MOC);
        assertThat(household.fields()).containsEntry(id("household", "head"), new Value.Ref(person.id()))
                .containsEntry(id("household", "fibre_subscribed"), new Value.Code(CodeList.YES))
                .containsEntry(id("household", "note"), Value.BLANK);
        assertThat(person.fields()).containsEntry(id("person", "household"), new Value.Ref(household.id()))
                .containsEntry(id("person", "born"), new Value.Day(1980, 0, 0));
        assertThat(entries.named("h1")).contains(household.id());
    }

    @Test
    void localNamesLastOverFilesAndAnAttendanceIsNamedByWhatItSays() throws CommandRefusal {
        Draft session = entries.read("""
                [{"type":"session","as":"s","commune":"05719","fields":{"topics":["0.1","1.2"]}}]""".replace("topics", items())).getFirst();
        Draft attendance = entries.read(String.format(Locale.ROOT, """
                [{"type":"attendance","commune":"05719","fields":{"session":"@s","person":"%s"}}]""", ID)).getFirst();
        assertThat(attendance.id()).isEqualTo(NaturalId.attendance(session.id(), EntryId.parse(ID)));
    }

    @Test
    void anEntryThatExistsKeepsItsId() throws CommandRefusal {
        assertThat(entries.read(one("\"id\":\"" + ID + "\"", "\"fibre_subscribed\":\"no\"")).getFirst().id())
                .isEqualTo(EntryId.parse(ID));
    }

    @Test
    void aPercentageIsWrittenAsPeopleSayIt() throws CommandRefusal {
        String target = "[{\"type\":\"target\",\"commune\":\"05719\",\"fields\":{\"indicator\":\"I01\",\"measure\":\"percent\",\"threshold\":%s}}]";
        assertThat(entries.read(String.format(java.util.Locale.ROOT, target, "98.8")).getFirst().value(Catalogue.TARGET.field("threshold"))).contains(new Value.Whole(98_800));
        assertThat(entries.read(String.format(java.util.Locale.ROOT, target, "80")).getFirst().value(Catalogue.TARGET.field("threshold"))).contains(new Value.Whole(80_000));
        refused(String.format(java.util.Locale.ROOT, target, "98.88888"), "Mức phải đạt", "98.88888", "98.8");
        refused(String.format(java.util.Locale.ROOT, target, "\"98,8\""), "“98,8”");
    }

    @Test
    void everyMistakeSaysWhereWhyAndWhatWouldBeRight() {
        refused("[{", "dòng 1");
        refused("{\"type\":\"household\"}", "danh sách");
        refused("[4]", "Mục 1");
        refused("[{\"type\":\"grant\",\"commune\":\"05719\",\"fields\":{}}]", "“grant”", "household, person");
        refused("[{\"type\":\"household\",\"commune\":\"99999\",\"fields\":{}}]", "“99999”", "05719");
        refused("[{\"type\":\"household\",\"commune\":5719,\"fields\":{}}]", "“5719”", "5 chữ số");
        refused("[{\"type\":\"household\",\"commune\":\"05719\"}]", "fields");
        refused(one("\"id\":\"12\"", ""), "“12”", "32 chữ số");
        refused(one("\"when\":\"now\"", ""), "“when”", "type, id, as, commune, fields");
        refused(one("\"as\":\"hộ 1\"", ""), "“hộ 1”");
        refused(one("\"as\":\"a\"", "\"fibre_subscribd\":\"yes\""), "“fibre_subscribd”", "có thể là fibre_subscribed");
        refused(one("\"as\":\"b\"", "\"completely_else\":\"yes\""), "“completely_else”", "fibre_subscribed");
        refused(one("\"as\":\"c\"", "\"fibre_subscribed\":\"maybe\""), "“maybe”", "yes, no, not_asked, refused");
        refused(one("\"as\":\"d\"", "\"fibre_subscribed\":true"), "“true”", "yes, no, not_asked, refused");
        refused(one("\"as\":\"e\"", "\"head\":\"@nobody\""), "“@nobody”", "as");
        refused(one("\"as\":\"f\"", "\"head\":\"12\""), "“12”", "32 chữ số");
        refused(one("\"as\":\"g\"", "\"note\":4"), "“4”", "ngoặc kép");
        refused("[{\"type\":\"attendance\",\"commune\":\"05719\",\"fields\":{}}]", "session và person");
        refused("[{\"type\":\"person\",\"commune\":\"05719\",\"fields\":{\"born\":\"30/12/1980\"}}]", "30/12/1980", "2026-11-20");
        refused("[{\"type\":\"person\",\"commune\":\"05719\",\"fields\":{\"born\":\"2026-02-30\"}}]", "2026-02-30", "2026-11-20");
        refused("[{\"type\":\"village\",\"commune\":\"05719\",\"fields\":{\"household_count\":4.5}}]", "4.5", "số nguyên");
    }

    @Test
    void allMistakesOfAFileAreToldAtOnceAndNoNameIsKept() {
        String bad = "{\"type\":\"household\",\"as\":\"x\",\"commune\":\"05719\",\"fields\":{\"fibre_subscribed\":\"?\",\"head\":4}}";
        assertThatThrownBy(() -> entries.read("[" + bad + "]")).isInstanceOfSatisfying(CommandRefusal.class,
                r -> assertThat(r.sentences()).hasSize(3));
        assertThat(entries.named("x")).isEmpty();
        String many = "[" + "{},".repeat(30) + "{}]";
        assertThatThrownBy(() -> entries.read(many)).isInstanceOfSatisfying(CommandRefusal.class,
                r -> assertThat(r.sentences()).hasSize(22));
    }

    @Test
    void hostileFilesEndQuickly() {
        refused("[".repeat(100_000), "lồng sâu quá");
        refused("[{\"type\":\"" + "x".repeat(200_000) + "\"}]", "chuỗi dài quá");
        refused("[{\"type\":\"household\",\"type\":\"person\",\"commune\":\"05719\",\"fields\":{}}]", "hai lần");
    }

    private static String one(String property, String field) {
        return "[{\"type\":\"household\",\"commune\":\"05719\"," + property + ",\"fields\":{" + field + "}}]";
    }

    private static String items() {
        return Catalogue.SESSION.fields().stream().filter(f -> f.type() == vn.banso.register.catalogue.Field.ValueType.ITEMS).findFirst()
                .orElseThrow().key();
    }

    private static int id(String type, String field) {
        return Catalogue.type(type).orElseThrow().field(field).id();
    }

    private void refused(String json, String... said) {
        assertThatThrownBy(() -> entries.read(json)).isInstanceOfSatisfying(CommandRefusal.class, r -> {
            String all = String.join("\n", r.sentences().stream()
                    .map(s -> Texts.of(Lang.VI).get(s.key(), s.args().toArray())).toList());
            assertThat(all).contains(said).doesNotContain("{0}");
        });
    }
}
