package vn.banso.app.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.store.files.DurableFile;

/** The folder of a trial: a note that says what it is, and a folder for each machine. */
record TrialFolder(Path folder) {
    private static final String NOTE = "trial";
    private static final String BEGUN = "begun";
    private static final String READY = "ready";

    Path laptop() {
        return folder.resolve("laptop");
    }

    Path province() {
        return folder.resolve("province");
    }

    Path neighbour() {
        return folder.resolve("neighbour");
    }

    static Optional<TrialFolder> of(Path laptop) {
        return Optional.ofNullable(laptop.getParent()).map(TrialFolder::new)
                .filter(f -> f.isReady() && f.laptop().getFileName().equals(laptop.getFileName()));
    }

    boolean isReady() {
        return says(READY);
    }

    /** Takes the folder; only what an interrupted trial of ours left is removed. */
    void begin() throws IOException {
        boolean ours = says(BEGUN);
        if (!ours && Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new FileAlreadyExistsException(folder.toString());
                }
            }
        }
        Files.createDirectories(folder);
        DurableFile.write(folder.resolve(NOTE), BEGUN.getBytes(StandardCharsets.UTF_8));
        for (Path machine : List.of(laptop(), province(), neighbour())) {
            remove(machine);
        }
    }

    void ready() throws IOException {
        DurableFile.write(folder.resolve(NOTE), READY.getBytes(StandardCharsets.UTF_8));
    }

    private boolean says(String word) {
        try {
            return Files.isRegularFile(folder.resolve(NOTE)) && Files.readString(folder.resolve(NOTE)).startsWith(word);
        } catch (IOException _) {
            return false;
        }
    }

    void remove(Path machine) throws IOException {
        if (Files.isDirectory(machine)) {
            List<Path> all;
            try (Stream<Path> walk = Files.walk(machine)) {
                all = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
    }
}
