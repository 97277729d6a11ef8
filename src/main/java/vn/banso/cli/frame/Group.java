package vn.banso.cli.frame;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A word that only gathers commands: alone it shows them. */
@Command
public final class Group implements Callable<Integer> {
    private final CommandContext desk;

    @Spec
    private CommandSpec spec;

    private Group(CommandContext desk) {
        this.desk = desk;
    }

    public static CommandLine of(String name, CommandContext desk, Object... commands) {
        CommandLine group = new CommandLine(new Group(desk));
        group.getCommandSpec().name(name);
        for (Object command : commands) {
            group.addSubcommand(command);
        }
        return group;
    }

    @Override
    public Integer call() {
        desk.terminal().err().println(spec.commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF));
        return Exit.WRONG_USE;
    }
}
