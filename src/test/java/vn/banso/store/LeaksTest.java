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
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
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

    private static final String MARK = "Quýt Hồng Nà Lạng";
    private static final long NUMBER = 7_129_384_651L;
    private static final Value.Day DAY = new Value.Day(1937, 9, 13);
    private static final int UNKNOWN_FIELD = 119;

    private static Draft marked(Node node, EntryType type) {
        SortedMap<Integer, Value> values = new TreeMap<>(Map.of(UNKNOWN_FIELD, new Value.Text(MARK)));
        type.fields().forEach(field -> values.put(field.id(), switch (field.type()) {
            case TEXT -> new Value.Text(MARK + " " + field.id());
            case WHOLE, DECIMAL -> new Value.Whole(NUMBER);
            case DAY -> DAY;
            case CODE -> new Value.Code(1);
            case REF -> new Value.Ref(node.freshId());
            case ITEMS -> new Value.Items(new TreeSet<>(List.of(MARK)));
            case BYTES -> new Value.Bytes(MARK.getBytes(StandardCharsets.UTF_8));
        }));
        return new Draft(type, Land.SANG_MOC, node.freshId(), values);
    }

    /** The types of a commune, and one that only a newer version knows. */
    private static List<EntryType> types() {
        EntryType later = new EntryType(90, "later", false, Catalogue.PERSON.fields());
        return Stream.concat(RegisterTables.counted().stream(), Stream.of(later)).toList();
    }

    @Test
    void noFieldOfAnyTypeStandsInAnyFile() throws IOException {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            List<Draft> drafts = types().stream().map(type -> marked(an, type)).toList();
            land.province.writeAs(land.province.device(), 77_000, Land.SANG_MOC, new Governance.Act(drafts, List.of()));
            Land.exchange(land.province, an);
            RegisterTables.counted().forEach(type -> an.drafts().keep(FormDraft.of(marked(an, type))));
            assertThat(an.entries(Catalogue.CLASS, Land.SANG_MOC)).as("it came").hasSize(1);
            an.search(MARK, 9);
            an.attention();
            an.upkeep().check();
            an.upkeep().backup(folder.resolve("backups"));

            List<Path> files = land.files();
            for (String secret : List.of(MARK, Names.fold(MARK), Names.searchable(MARK), Names.sortKey(MARK), String.valueOf(NUMBER),
                    String.valueOf(DAY.number()), DAY.toString())) {
                assertThat(holding(files, secret)).as(secret).isEmpty();
            }
            assertThat(inColumns(an.context().db)).as("numbers, as they are coded").doesNotContain(NUMBER, (long) DAY.number());
        }
        assertThat(holding(everything(), MARK)).isEmpty();
    }

    @Test
    void whatStandsInAFileIsFound() throws IOException {
        try (Land land = new Land(folder)) {
            Node an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
            an.context().db.exec("CREATE TABLE careless (day INTEGER, folded TEXT); INSERT INTO careless VALUES (" + DAY.number() + ", '"
                    + Names.fold(MARK) + "')");
            assertThat(inColumns(an.context().db)).contains((long) DAY.number());
            assertThat(holding(land.files(), Names.fold(MARK))).isNotEmpty();
        }
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
