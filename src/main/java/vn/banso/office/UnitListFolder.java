package vn.banso.office;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.banso.register.units.UnitListFile;
import vn.banso.register.units.UnitListFile.Result;
import vn.banso.register.units.Units;
import vn.banso.store.files.DurableFile;

/** The lists of units that came by file, kept beside the settings: read when the program starts, in the order of their days. */
public final class UnitListFolder {
    private static final String ENDING = ".csv";
    /** A list of the whole country has 3,400 lines. */
    private static final long MOST_BYTES = 4_000_000;

    private final Path folder;

    /** @param home of the settings */
    public UnitListFolder(Path home) {
        this.folder = home.resolve("units");
    }

    /**
     * From now on only the lists that ship, and those in this folder, are known.
     *
     * @return the files that could not be used; those after them are not used either
     */
    public List<Path> load() throws IOException {
        Units.onlyShipped();
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = new ArrayList<>(all.filter(f -> f.getFileName().toString().endsWith(ENDING)).sorted().toList());
        }
        while (!files.isEmpty() && UnitListFile.read(text(files.getFirst())) instanceof Result.Good(var list)) {
            Units.add(list);
            files.removeFirst();
        }
        return files;
    }

    /**
     * Reads a list, and keeps it where it can be used.
     *
     * @param look only reads it
     */
    public Result take(Path file, boolean look) throws IOException {
        String text = text(file);
        Result result = UnitListFile.read(text);
        if (result instanceof Result.Good(var list) && !look) {
            Files.createDirectories(folder);
            DurableFile.write(folder.resolve(list.version() + ENDING), text.getBytes(StandardCharsets.UTF_8));
            Units.add(list);
        }
        return result;
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new FileSystemException(file.toString(), null, "too large");
        }
        return Files.readString(file);
    }
}
