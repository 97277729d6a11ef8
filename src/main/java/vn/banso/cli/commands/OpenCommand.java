package vn.banso.cli.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Windows;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.NoDisplayException;
import vn.banso.register.values.Lang;
import vn.banso.say.Sentence;

/** Opens the window on a node. */
@Command(name = "open")
public final class OpenCommand implements Callable<Integer> {
    private final CommandContext desk;
    private final Windows windows;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dir", paramLabel = "DIR")
    private Path dir;

    public OpenCommand(CommandContext desk, Windows windows) {
        this.desk = desk;
        this.windows = windows;
    }

    @Override
    public Integer call() throws CommandRefusal {
        return open(Optional.ofNullable(spec.root().findOption("--lang").getValue()));
    }

    /** @param told the language that was asked for; empty for the one chosen in the window last */
    int open(Optional<Lang> told) throws CommandRefusal {
        if (!Desktop.hasDisplay(desk.terminal().env())) {
            throw CommandRefusal.because("cli.open.no_display");
        }
        try {
            return windows.open(desk, told, Optional.ofNullable(dir));
        } catch (NoDisplayException e) {
            throw CommandRefusal.because(List.of(Sentence.of("cli.open.no_display")), e);
        }
    }
}
