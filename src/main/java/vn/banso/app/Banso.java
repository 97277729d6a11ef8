package vn.banso.app;

import java.util.List;
import vn.banso.cli.Cli;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Terminal;
import vn.banso.store.NodeOptions;

/** The door of the program. */
public final class Banso {
    private Banso() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), Terminal.system(), NodeOptions.standard()));
    }

    /** The same inside this process, for tests. @return the exit code */
    public static int run(List<String> args, Terminal terminal, NodeOptions options) {
        return Cli.run(args, terminal, options, (_, _) -> Exit.DONE);
    }
}
