package vn.banso.store.files;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import vn.banso.store.files.StoreException.Reason;

/**
 * Where this person's data lie on this machine: the settings, the notes that tell a copied store, the log, and the registers of whoever
 * chooses no other folder. The one place that says so.
 */
public final class DataFolder {
    /** Property and environment variable that name another folder. */
    public static final String PROPERTY = "banso.home";
    private static final String VARIABLE = "BANSO_HOME";
    private static final String NAME = ".banso";

    private DataFolder() {}

    /** @throws StoreException NO_HOME where the system names no folder of the person */
    public static Path find() {
        return find(System.getProperties(), System.getenv());
    }

    static Path find(Properties system, Map<String, String> env) {
        return Stream.of(system.getProperty(PROPERTY), env.get(PROPERTY), env.get(VARIABLE)).filter(DataFolder::isGiven).map(Path::of).findFirst()
                .or(() -> personal(system, env).map(home -> home.resolve(NAME)))
                .orElseThrow(() -> new StoreException(Reason.NO_HOME, "no folder of the person"));
    }

    /** The person's own folder, as far as the system says it. */
    public static Optional<Path> personal() {
        return personal(System.getProperties(), System.getenv());
    }

    /**
     * What {@code HOME} says goes first where there is such a thing: it is where the person's session keeps its files, also where the
     * list of users names another folder, or where it does not know the user and Java answers with a question mark.
     */
    static Optional<Path> personal(Properties system, Map<String, String> env) {
        boolean windows = system.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        return Stream.of(windows ? null : env.get("HOME"), system.getProperty("user.home"))
                .filter(DataFolder::isGiven).map(Path::of).filter(Path::isAbsolute).findFirst();
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
