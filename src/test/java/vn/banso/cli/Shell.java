package vn.banso.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.banso.app.Banso;
import vn.banso.cli.frame.Terminal;
import vn.banso.store.NodeOptions;
import vn.banso.trust.Argon2Cost;

/** Runs a command through the program's real entry, inside this process. */
public record Shell(Map<String, String> env, String typed) {
    /** What came of one command. */
    public record Answer(int exit, String out, String err) {}

    public static Shell plain() {
        return new Shell(Map.of(), "");
    }

    public static Shell withPassphrase(String passphrase) {
        return new Shell(Map.of("BANSO_PASSPHRASE", passphrase), "");
    }

    public Answer run(Object... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = Terminal.of(out, err, new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)), env);
        int exit = Banso.run(List.of(words).stream().map(Object::toString).toList(), terminal, NodeOptions.standard().withCost(Argon2Cost.FAST));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
