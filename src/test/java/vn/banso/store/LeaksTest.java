package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.Draft;
import vn.banso.register.Names;
import vn.banso.register.Value;
import vn.banso.trust.Role;

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
        officer.states();
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
            assertThat(holding(files, "Bản Châu")).as("a village is no secret: the search can find what is there").isNotEmpty();
        }
        assertThat(holding(everything(), NAME)).isEmpty();
    }

    private List<Path> everything() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
