package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.trust.governance.Role;

/** The program is killed in the middle of its work, again and again: all it acknowledged is there afterwards. */
@Tag("slow")
class KillTest {
    private static final int KILLS = Integer.getInteger("kills", 3);
    private static final int PARCELS = 40;

    @TempDir
    Path folder;

    @Test
    void everythingAcknowledgedIsThereAfterwards() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", 20_261_120L);
        Random random = new Random(seed);
        try (Land land = new Land(folder)) {
            land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC).close();
            Node other = land.enrolled("other", Role.VOLUNTEER, Land.SANG_MOC);
            Node an = land.open("an");
            Land.exchange(land.province, an);
            an.close();
            List<String> acknowledged = new ArrayList<>();
            for (int kill = 0; kill < KILLS; kill++) {
                Path parcels = Files.createDirectory(folder.resolve("parcels" + kill));
                write(parcels, other);
                acknowledged.addAll(runAndKill(parcels, 1 + random.nextInt(60)));
                an = land.open("an");
                for (String line : acknowledged) {
                    assertThat(isThere(an, line)).as("seed %d, kill %d: %s", seed, kill, line).isTrue();
                }
                assertThat(an.upkeep().check().isSound()).as("seed %d, kill %d", seed, kill).isTrue();
                Land.exchange(an, land.province);
                assertThat(land.province.digest(Optional.of(Land.SANG_MOC)))
                        .as("seed %d, kill %d: what came through", seed, kill)
                        .isEqualTo(an.digest(Optional.of(Land.SANG_MOC)));
                an.close();
            }
            an = land.open("an");
            assertThat(isThere(an, "saved " + an.freshId())).as("the rig sees what is missing").isFalse();
            assertThat(acknowledged).anyMatch(l -> l.startsWith("saved")).anyMatch(l -> l.startsWith("took"));
        }
    }

    /** Batches of somebody else, one edit after the other. */
    private static void write(Path parcels, Node other) throws IOException {
        Draft village = Land.village(other, Land.SANG_MOC, "Bản Mò");
        for (int i = 0; i < PARCELS; i++) {
            other.save(List.of(village.with("household_count", new Value.Whole(i))));
            List<Frame> frames = new ArrayList<>();
            for (Batch batch : other.ledger().seal()) {
                frames.add(new Frame.BatchFrame(batch));
            }
            Files.write(parcels.resolve(String.format(Locale.ROOT, "%03d", i)), Parcel.write(frames));
        }
    }

    private List<String> runAndKill(Path parcels, int lines) throws IOException, InterruptedException {
        Process victim = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Victim.class.getName(),
                folder.resolve("an").toString(), folder.resolve("home").toString(), parcels.toString())
                .redirectError(folder.resolve("victim.err").toFile()).start();
        List<String> said = new ArrayList<>();
        try (BufferedReader out = victim.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
                if (said.size() == lines) {
                    // Through its handle: the process itself would close the pipe, and what was said last would be lost.
                    victim.toHandle().destroyForcibly();
                }
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
        assertThat(said.size()).as(() -> "the victim ended by itself: " + read(folder.resolve("victim.err"))).isGreaterThanOrEqualTo(lines);
        // The last line may have been cut off by the kill.
        return said.stream().filter(l -> l.matches("saved [0-9a-f]{32}|took [0-9a-f]{64}")).toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(Node node, String line) {
        String name = line.substring(line.indexOf(' ') + 1);
        return line.startsWith("saved")
                ? node.entry(Land.SANG_MOC, EntryId.parse(name)).filter(e -> e.type() == Catalogue.HOUSEHOLD.id()).isPresent()
                : node.ledger().batch(new Hash(HexFormat.of().parseHex(name))).isPresent();
    }
}
