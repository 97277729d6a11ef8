package vn.banso.register.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;

class SampleFileTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 1);

    @ParameterizedTest
    @CsvSource({"05719, REMOTE, 19", "05818, MOUNTAIN, 20"})
    void theFilesAreWhatTheReadmeSaysMadeThem(String code, Region region, long seed) throws IOException {
        Path file = Path.of("sample-data", code + ".json");
        StringBuilder made = new StringBuilder();
        SampleFile.write(new Commune("2025-07-01", code, region, 300, BEFORE, seed), made);
        assertThat(Files.readString(file).equals(made.toString()))
                .as("%s differs: run the calls in sample-data/README.md again", file).isTrue();
    }

    @Test
    void everyLineIsAnEntryOfTheCatalogue() throws IOException {
        StringBuilder made = new StringBuilder();
        SampleFile.write(new Commune("2025-07-01", "05719", Region.REMOTE, 40, BEFORE, 4), made);
        assertThat(made.toString().lines().skip(1)).allMatch(l -> l.startsWith("{\"type\":") || l.equals("]"));
        JsonNode entries = JsonMapper.shared().readTree(made.toString());
        assertThat(entries.size()).isGreaterThan(200);
        for (JsonNode entry : entries) {
            var type = Catalogue.type(entry.get("type").asString()).orElseThrow();
            EntryId.parse(entry.get("id").asString());
            assertThat(entry.get("commune").asString()).isEqualTo("05719");
            entry.get("fields").propertyNames().forEach(key -> assertThat(type.find(key)).as(key).isPresent());
        }
    }
}
