package vn.banso.store.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Hash;

/**
 * A note kept outside the store: this device, on this machine, in this folder, sealed that batch last. A store whose note is
 * missing or says something else was copied, moved or restored: it cannot prove that it wrote the end of its feeds, and goes
 * on in a new incarnation. A needless new incarnation costs one more feed; a missing one would cost data.
 */
public final class Canary {
    private static final List<Path> MACHINE_IDS = List.of(Path.of("/etc/machine-id"), Path.of("/var/lib/dbus/machine-id"));

    private final Path file;
    private final String machine;

    private Canary(Path file, String machine) {
        this.file = file;
        this.machine = machine;
    }

    /** @param home the folder of the user's settings, outside every store */
    public static Canary of(Path home, Path dir) {
        Path place = real(dir);
        String name = Hash.sha256(place.toString().getBytes(StandardCharsets.UTF_8)).toString().substring(0, 32);
        return new Canary(home.resolve("nodes").resolve(name), machine(place));
    }

    /** What it must say for this store to go on as it is. */
    public boolean says(String device, long incarnation, String lastSealed) {
        if (!Files.exists(file)) {
            return false;
        }
        return Arrays.equals(NodeFiles.read(file), note(device, incarnation, lastSealed));
    }

    public void write(String device, long incarnation, String lastSealed) {
        NodeFiles.write(file, note(device, incarnation, lastSealed));
    }

    private byte[] note(String device, long incarnation, String lastSealed) {
        return String.format(Locale.ROOT, "banso canary 1\ndevice %s\nmachine %s\nincarnation %016x\nsealed %s\n",
                device, machine, incarnation, lastSealed).getBytes(StandardCharsets.UTF_8);
    }

    private static Path real(Path dir) {
        try {
            return dir.toRealPath();
        } catch (IOException e) {
            throw NodeFiles.failed(e);
        }
    }

    /** A hash over what tells this machine from its copy, as far as the system says it. */
    private static String machine(Path place) {
        String known = Stream.concat(MACHINE_IDS.stream().map(Canary::line).flatMap(Optional::stream).limit(1),
                        Stream.of(System.getProperty("os.name"), System.getProperty("user.name"), System.getenv("COMPUTERNAME"),
                                volume(place)))
                .filter(Objects::nonNull).collect(Collectors.joining("\n"));
        return Hash.sha256(known.getBytes(StandardCharsets.UTF_8)).toString().substring(0, 32);
    }

    private static Optional<String> line(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file).stream().findFirst() : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** The serial number of the volume, which Windows tells; null elsewhere. */
    private static String volume(Path place) {
        try {
            FileStore store = Files.getFileStore(place);
            return String.valueOf(store.getAttribute("volume:vsn"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return null;
        }
    }
}
