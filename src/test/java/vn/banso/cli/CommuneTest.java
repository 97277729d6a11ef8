package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Shell.Answer;

/** A command that writes says in which commune, or asks where the node works for several. */
class CommuneTest {
    @TempDir
    private Path dir;

    @Test
    void whereANodeWorksForSeveralNothingIsWrittenBeforeSomebodySaysWhich() throws IOException {
        Province province = Province.found(dir, "19");
        province.admit("province", "two", "commune", "05719,05818");
        Path two = province.node("two");
        Path file = Files.writeString(dir.resolve("v.json"), "[{\"type\":\"village\",\"fields\":{\"name\":\"Nà Lay\"}}]");

        province.refused("Mục 1: cần nói rõ xã nào", "record", "--dir", two, file);
        Answer asked = province.run("generate", "--dir", two, "--households", "2", "--region", "remote", "--seed", "1");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("Sảng Mộc (05719)", "La Bằng (05818)", "--commune");
        assertThat(province.states("two").get("here").intValue()).isZero();

        String first = commune(province, "05719");
        province.done("record", "--dir", two, file, "--commune", "05818");
        assertThat(commune(province, "05719")).as("the other commune is left as it was").isEqualTo(first);
        assertThat(province.states("two").get("here").intValue()).isEqualTo(1);
    }

    @Test
    void whereThereIsOnlyOneItIsMeant() throws IOException {
        Province province = Province.found(dir, "19");
        province.admit("province", "one", "commune");
        String before = province.digest("one");
        Path file = Files.writeString(dir.resolve("v.json"), "[{\"type\":\"village\",\"fields\":{\"name\":\"Nà Lay\"}}]");
        province.done("record", "--dir", province.node("one"), file);
        assertThat(province.digest("one")).isNotEqualTo(before);
    }

    private static String commune(Province province, String code) {
        return province.done("digest", "--dir", province.node("two"), "--commune", code).out().strip();
    }
}
