package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.engine.Db;
import vn.banso.store.tables.RegisterTables;
import vn.banso.store.writing.FormDraft;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** Known names and numbers stand in no file that a node leaves. */
class LeaksTest {
    private static final String NAME = "Quàng Thị Sương Mai";
    private static final String PHONE = "0987650123";
    private static final String HINT = "sau gốc đa ông Khìn";
    private static final String NOTE = "hay vắng nhà buổi sáng";
    private static final String CCCD = "038056001234";

    @TempDir
    Path folder;

    private void live(Land land) {
        Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Node officer = land.enrolled("officer", Role.COMMUNE, Land.SANG_MOC);
        Draft village = Land.village(an, Land.SANG_MOC, "Bản Châu");
        Draft household = Land.household(an, Land.SANG_MOC, village.id()).with("address_hint", new Value.Text(HINT))
                .with("note", new Value.Text(NOTE));
        Draft person = Land.person(an, Land.SANG_MOC, household.id(), NAME, 1956).with("phone", new Value.Text(PHONE))
                .with("cccd", new Value.Text(CCCD));
        assertThat(an.save(List.of(village, household, person)).isSaved()).isTrue();
        an.drafts().keep(FormDraft.of(person.with("name", new Value.Text(NAME + " B"))));
        Land.exchange(an, land.province);
        Land.exchange(officer, land.province);
        officer.save(List.of(person.with("phone", new Value.Text(PHONE.replace('3', '4')))));
        an.save(List.of(household.with("note", new Value.Text(NOTE + "!"))));
        Land.exchange(an, officer);
        assertThat(officer.search(NAME, 5)).hasSize(1);
        officer.ledger().states();
        officer.attention();
        officer.upkeep().backup(folder.resolve("backups"));
        officer.acts().erase(Land.SANG_MOC, person.id());
    }

    private static List<Path> holding(List<Path> files, String text) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                if (new String(bytes, StandardCharsets.ISO_8859_1).contains(new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                    found.add(file);
                }
            }
        }
        return found;
    }

    @Test
    void noFileHoldsANameAPhoneAnAddressOrANote() throws IOException {
        try (Land land = new Land(folder)) {
            live(land);
            List<Path> files = new ArrayList<>(land.files());
            assertThat(files).extracting(f -> f.getFileName().toString()).contains("node.db", "node.db-wal", "vault", "lock")
                    .anyMatch(n -> n.endsWith(".backup"));
            for (String secret : List.of(NAME, "Sương Mai", Names.fold(NAME), PHONE, PHONE.substring(1), HINT, Names.fold(HINT), NOTE, CCCD)) {
                assertThat(holding(files, secret)).as("a file with something personal in it").isEmpty();
            }
            assertThat(holding(files, "Bản Châu")).as("where people live").isEmpty();
        }
        assertThat(holding(everything(), NAME)).isEmpty();
    }

    private List<Path> everything() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    // Every field of every type, and what only a newer version knows.

    private static final Marked MARKED = new Marked("Quýt Hồng Nà Lạng", 7_129_384_651_203_948_517L, new Value.Day(1937, 9, 13));

    @Test
    void noFieldOfAnyTypeStandsInAnyFile() throws IOException {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            List<Draft> drafts = Marked.types().stream().map(type -> MARKED.draft(an, type)).toList();
            land.province.writeAs(land.province.device(), 77_000, Land.SANG_MOC, new Governance.Act(drafts, List.of()));
            Land.exchange(land.province, an);
            RegisterTables.counted().forEach(type -> an.drafts().keep(FormDraft.of(MARKED.draft(an, type))));
            assertThat(an.entries(Catalogue.CLASS, Land.SANG_MOC)).as("it came").hasSize(1);
            an.search(MARKED.text(), 9);
            an.attention();
            an.upkeep().check();
            an.upkeep().backup(folder.resolve("backups"));

            assertThat(MARKED.in(land.files())).as("files that say a field").isEmpty();
            assertThat(inColumns(an.context().db)).as("numbers, as they are coded").doesNotContain(MARKED.number(), (long) MARKED.day().number());
        }
        assertThat(MARKED.in(everything())).isEmpty();
    }

    @Test
    void whatStandsInAFileIsFound() throws IOException {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            an.context().db.exec("CREATE TABLE careless (day INTEGER, folded TEXT); INSERT INTO careless VALUES ("
                    + MARKED.day().number() + ", '" + Names.fold(MARKED.text()) + "')");
            assertThat(inColumns(an.context().db)).contains((long) MARKED.day().number());
            assertThat(MARKED.in(land.files())).isNotEmpty();
        }
    }

    @Test
    void everyFormIsFoundWhereverItStands() throws IOException {
        List<Path> planted = new ArrayList<>();
        for (byte[] form : MARKED.forms()) {
            Path file = Files.createFile(folder.resolve("planted" + planted.size()));
            Files.write(file, Marked.latin(form).transform(t -> "x" + t + "y").getBytes(StandardCharsets.ISO_8859_1));
            planted.add(file);
        }
        planted.add(Files.createFile(folder.resolve(MARKED.text() + ".txt")));
        assertThat(MARKED.in(planted)).isEqualTo(planted);
        assertThat(MARKED.in(List.of(Files.writeString(folder.resolve("other"), "Quýt Hồng Nà Lay")))).isEmpty();
    }

    /** All whole numbers in all columns of the file. */
    private static Set<Long> inColumns(Db db) {
        Set<Long> found = new HashSet<>();
        columns(db).forEach(column -> found.addAll(db.fresh("SELECT DISTINCT " + column.substring(column.indexOf('.') + 1) + " FROM main."
                + column.substring(0, column.indexOf('.')) + " WHERE typeof(" + column.substring(column.indexOf('.') + 1) + ") = 'integer'")
                .list(row -> row.number(1))));
        return found;
    }

    private static List<String> columns(Db db) {
        return db.fresh("SELECT t.name || '.' || c.name FROM main.sqlite_master t JOIN pragma_table_info(t.name, 'main') c WHERE t.type = 'table' "
                + "ORDER BY 1").list(row -> row.text(1));
    }

    @Test
    void theFileHasNoColumnForWhatAnEntrySays() {
        try (Land land = new Land(folder)) {
            assertThat(columns(land.province.context().db).stream().filter(c -> c.startsWith("entry.")).toList())
                    .containsExactly("entry.flags", "entry.id", "entry.scope", "entry.state", "entry.type");
            assertThat(columns(land.province.context().db)).noneMatch(c -> c.startsWith("r_"));
        }
    }
}
