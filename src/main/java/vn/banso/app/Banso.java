package vn.banso.app;

import java.time.Clock;
import java.util.List;
import vn.banso.cli.Cli;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Terminal;

/** The door of the program. */
public final class Banso {
    private Banso() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), Terminal.system()));
    }

    /** The same inside this process, for tests. @return the exit code */
    public static int run(List<String> args, Terminal terminal) {
        return Cli.run(args, terminal, Clock.systemUTC(), (_, _) -> Exit.DONE);
    }
}
