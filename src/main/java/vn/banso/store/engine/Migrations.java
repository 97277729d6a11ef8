package vn.banso.store.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import vn.banso.store.files.StoreException;

/**
 * The schema as a line of numbered SQL files. {@code PRAGMA user_version} says how far a store has come; an older one is brought
 * up to date in one transaction, a newer one is left alone.
 */
public final class Migrations {
    static final int APPLICATION_ID = 0x42534F31;

    private static final List<String> FILES = List.of("0001_ledger.sql", "0002_whereabouts.sql");

    private Migrations() {}

    public static int newest() {
        return FILES.size();
    }

    /** @throws StoreException NEWER, or NOT_A_NODE where the file is a database of something else */
    public static void bringUpToDate(Db db) {
        int version = Integer.parseInt(db.pragma("user_version"));
        int application = Integer.parseInt(db.pragma("application_id"));
        if (version > 0 && application != APPLICATION_ID) {
            throw new StoreException(StoreException.Reason.NOT_A_NODE, "a database of another program");
        }
        if (version > newest()) {
            throw new StoreException(StoreException.Reason.NEWER, "schema " + version + ", known " + newest());
        }
        if (version == newest()) {
            return;
        }
        db.commit(() -> {
            FILES.subList(version, newest()).forEach(file -> db.exec(read(file)));
            db.exec("PRAGMA user_version=" + newest());
            db.exec("PRAGMA application_id=" + APPLICATION_ID);
        });
    }

    static String read(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream("migrations/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
