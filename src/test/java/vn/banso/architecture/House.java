package vn.banso.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Texts;

/** What the architecture tests look at: the map in the root {@code package-info.java}, the classes, the source files. */
final class House {
    static final String ROOT = "vn.banso";
    /** A tiny house with one fault of each kind. */
    static final String PLANTED = "vn.banso.architecture.planted";
    static final Path MAIN = Path.of("src/main/java");
    static final Path TEST = Path.of("src/test/java");
    static final Path RESOURCES = Path.of("src/main/resources");

    private static JavaClasses classes;
    private static JavaClasses tests;
    private static JavaClasses planted;

    private House() {}

    /**
     * Which rooms each room may use, read from the line of arrows in the root package-info, so that the map and the rule cannot
     * part: a room may use all rooms further right, but not those beside it.
     */
    static Map<String, Set<String>> arrows() {
        return arrows("vn/banso");
    }

    /** The same of the line in a package's package-info. */
    static Map<String, Set<String>> arrows(String folder) {
        String line = read(MAIN.resolve(folder).resolve("package-info.java")).lines().filter(l -> l.contains("→")).findFirst()
                .orElseThrow(() -> new AssertionError("the package-info has lost its map: " + folder));
        List<List<String>> steps = Stream.of(line.replaceFirst("^[\\s*]+", "").split("→"))
                .map(step -> Arrays.stream(step.split("\\|")).map(String::strip).toList()).toList();
        Map<String, Set<String>> mayUse = new LinkedHashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            Set<String> right = new TreeSet<>();
            steps.subList(at + 1, steps.size()).forEach(right::addAll);
            right.remove("JDK");
            steps.get(at).stream().filter(room -> !room.equals("JDK")).forEach(room -> mayUse.put(room, right));
        }
        return mayUse;
    }

    static synchronized JavaClasses classes() {
        if (classes == null) {
            classes = new ClassFileImporter().importPath(compiled(Texts.class));
        }
        return classes;
    }

    static synchronized JavaClasses tests() {
        if (tests == null) {
            tests = new ClassFileImporter().withImportOption(location -> !location.contains("/planted/")).importPath(compiled(House.class));
        }
        return tests;
    }

    static synchronized JavaClasses planted() {
        if (planted == null) {
            planted = new ClassFileImporter().importPath(compiled(House.class).resolve(PLANTED.replace('.', '/')));
        }
        return planted;
    }

    /** The folder that holds this class; read from there alone, and not from every library on the way. */
    private static Path compiled(Class<?> one) {
        try {
            return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** What the rule says against these classes; empty where they keep it. */
    static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
    }

    /** All Java files below a folder, by their path inside it. */
    static Map<Path, String> sources(Path folder) {
        return texts(folder, ".java");
    }

    /** All files below a folder whose names end like this, by their path inside it. */
    static Map<Path, String> texts(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<Path, String> sources = new LinkedHashMap<>();
            List<Path> sorted = new ArrayList<>(files.filter(f -> f.toString().endsWith(ending)).sorted().toList());
            sorted.forEach(f -> sources.put(folder.relativize(f), read(f)));
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
