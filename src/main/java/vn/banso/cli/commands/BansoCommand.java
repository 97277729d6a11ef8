package vn.banso.cli.commands;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Windows;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.settings.Product;
import vn.banso.register.values.Lang;

/** The first word: what every command inherits. Alone it opens the window, or lists the commands where there is no display. */
@Command(name = "banso", versionProvider = BansoCommand.Version.class)
public final class BansoCommand implements Callable<Integer> {
    private final CommandContext desk;
    private final Windows windows;

    @Spec
    private CommandSpec spec;

    /** Read by {@link vn.banso.cli.Cli} before anything else; declared here so that it stands in the help and is checked. */
    @Option(names = "--lang", paramLabel = "vi|en", scope = ScopeType.INHERIT)
    private Lang lang;

    @Option(names = {"-h", "--help"}, usageHelp = true, descriptionKey = "usage", scope = ScopeType.INHERIT)
    private boolean help;

    @Option(names = "--version", versionHelp = true)
    private boolean version;

    public BansoCommand(CommandContext desk, Windows windows) {
        this.desk = desk;
        this.windows = windows;
    }

    @Override
    public Integer call() throws CommandRefusal {
        if (Desktop.hasDisplay(desk.terminal().env())) {
            return new OpenCommand(desk, windows).open(Optional.ofNullable(lang));
        }
        desk.terminal().err().println(spec.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
        return Exit.WRONG_USE;
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Bản Số " + Product.VERSION};
        }
    }
}
