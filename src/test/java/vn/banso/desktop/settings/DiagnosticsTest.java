package vn.banso.desktop.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Settings;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Neighbourhood;

/** The file for whoever helps says how things are, and nothing about anybody. */
class DiagnosticsTest {
    private static final List<String> MARKS = List.of("Quàng", "Sương", "Bản Chương", "Hoàng Văn Thử", "Sảng Mộc", "0987650123", "gốc đa",
            "khong-noi-dau", "05719");

    @TempDir
    private Path dir;

    @Test
    void itSaysHowThingsAreAndNothingAboutAnybody() throws Exception {
        try (Neighbourhood all = new Neighbourhood(dir.resolve("khong-noi-dau"))) {
            Node mai = all.laptop("mai");
            Draft household = Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, all.record(mai, 3).getFirst())
                    .with("address_hint", new Value.Text("sau gốc đa"));
            Draft person = Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, mai.freshId()).with("name", new Value.Text("Quàng Thị Sương"))
                    .with("phone", new Value.Text("0987650123")).with("household", new Value.Ref(household.id()));
            assertThat(mai.save(List.of(household, person)).isSaved()).isTrue();
            Path log = Files.writeString(dir.resolve("banso.log"),
                    "2026-11-20 08:00:00 WARN x " + System.getProperty("user.home") + "/banso is slow\n");
            Path file = dir.resolve("banso-chan-doan.txt");

            new Diagnostics("0.1.0", log).write(file, mai, Settings.USUAL.withNode(mai.dir().toString()), Instant.EPOCH);

            String text = Files.readString(file);
            assertThat(text).contains("Bản Số 0.1.0", "SQLite: 3.", "entries household: 3", "entries person: 1", "records HERE: 5",
                    "role: VOLUNTEER", "language: vi", "~/banso is slow", "java.runtime.version: 25");
            MARKS.forEach(mark -> assertThat(text).doesNotContain(mark));
            assertThat(text).doesNotContain(System.getProperty("user.home"));
        }
    }
}
