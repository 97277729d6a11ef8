package vn.banso.cli.frame;

import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Where the program reads and writes, always in UTF-8 whatever the machine's settings say.
 *
 * @param console there only when a person sits at the keyboard; passphrases are then not shown while they are typed
 * @param env the environment of the process
 */
public record Terminal(PrintWriter out, PrintWriter err, BufferedReader in, Optional<Console> console, Map<String, String> env) {

    /** The terminal of this process. */
    public static Terminal system() {
        Terminal streams = of(System.out, System.err, System.in, System.getenv());
        return new Terminal(streams.out, streams.err, streams.in,
                Optional.ofNullable(System.console()).filter(Console::isTerminal), streams.env);
    }

    /** A terminal without a person, as in scripts and tests. */
    public static Terminal of(OutputStream out, OutputStream err, InputStream in, Map<String, String> env) {
        return new Terminal(writer(out), writer(err), new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)),
                Optional.empty(), Map.copyOf(env));
    }

    private static PrintWriter writer(OutputStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8), true);
    }
}
