package vn.banso.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.banso.app.Banso;
import vn.banso.cli.frame.Terminal;
import vn.banso.store.files.NodeOptions;
import vn.banso.trust.crypto.Argon2Cost;

/** Runs a command through the program's real entry, inside this process. */
public record Shell(Map<String, String> env, String typed, NodeOptions options) {
    /** What came of one command. */
    public record Answer(int exit, String out, String err) {}

    /** Without any passphrase. */
    public static Shell plain() {
        return new Shell(Map.of(), "", NodeOptions.standard().withCost(Argon2Cost.FAST));
    }

    /** With the notes that tell a copied node in a folder of their own, and a passphrase in the environment. */
    public static Shell at(Path home, String passphrase) {
        return new Shell(Map.of("BANSO_PASSPHRASE", passphrase), "", plain().options().withHome(home));
    }

    /** The same without a passphrase in the environment: this is typed. */
    public Shell typing(String lines) {
        return new Shell(Map.of(), lines, options);
    }

    public Answer run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(out, err, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), env);
        int exit = Banso.run(List.of(words).stream().map(Object::toString).toList(), terminal, options);
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
