package vn.banso.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.banso.app.story.ThaiNguyen;
import vn.banso.cli.Cli;
import vn.banso.cli.frame.Terminal;
import vn.banso.office.UnitListFolder;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.store.files.DataFolder;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;

/** The door of the program. */
public final class Banso {
    private static final Logger LOG = LoggerFactory.getLogger(Banso.class);

    private Banso() {}

    public static void main(String[] args) {
        System.exit(begin(List.of(args), Terminal.system()));
    }

    /** The log looks for its folder by the same property, once, when it is first written to. */
    private static int begin(List<String> args, Terminal terminal) {
        try {
            NodeOptions options = NodeOptions.standard();
            System.setProperty(DataFolder.PROPERTY, options.home().toString());
            return run(args, terminal, options);
        } catch (StoreException e) {
            return Cli.refuse(args, terminal, e);
        }
    }

    /** The same inside this process, for tests. @return the exit code */
    public static int run(List<String> args, Terminal terminal, NodeOptions options) {
        try {
            new UnitListFolder(options.home()).load().forEach(file -> terminal.err().println(Texts.of(Lang.VI).get("unitlist.unused", file)));
        } catch (IOException e) {
            LOG.warn("the lists of units that came by file cannot be read", e);
            terminal.err().println(Texts.of(Lang.VI).get("unitlist.unread", options.home()));
        }
        return Cli.run(args, terminal, options, new ThaiNguyen(samples()), new OpenWindow(samples()));
    }

    /** The sample communes: where the build says, else beside the program, else in the working folder. */
    private static Path samples() {
        String told = System.getProperty("banso.sample");
        return told != null ? Path.of(told) : Path.of("sample-data");
    }
}
