package vn.banso.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import vn.banso.cli.commands.AttentionCommand;
import vn.banso.cli.commands.BansoCommand;
import vn.banso.cli.commands.BenchCommand;
import vn.banso.cli.commands.DemoCommand;
import vn.banso.cli.commands.DeskCommands;
import vn.banso.cli.commands.DigestCommand;
import vn.banso.cli.commands.EntryCommands;
import vn.banso.cli.commands.GenerateCommand;
import vn.banso.cli.commands.HandoverCommand;
import vn.banso.cli.commands.ImportCommand;
import vn.banso.cli.commands.IndicatorsCommand;
import vn.banso.cli.commands.OpenCommand;
import vn.banso.cli.commands.RecordCommand;
import vn.banso.cli.commands.ShowCommand;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.GivenWords;
import vn.banso.cli.frame.HelpWords;
import vn.banso.cli.frame.Story;
import vn.banso.cli.frame.Terminal;
import vn.banso.cli.frame.UsageWords;
import vn.banso.cli.frame.Windows;
import vn.banso.cli.nodes.NodeCommands;
import vn.banso.cli.nodes.PassphraseCommands;
import vn.banso.cli.nodes.ProvinceCommand;
import vn.banso.cli.nodes.ReceiveCommand;
import vn.banso.cli.nodes.StatusCommand;
import vn.banso.cli.nodes.UpkeepCommands;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.say.FailureCode;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;

/**
 * The program as the shell sees it: words in, an exit code out. This is the outermost edge, the one place where a failure that
 * nobody foresaw ends, as a short code on the screen and a trace without personal data in the log.
 */
public final class Cli {
    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);

    private Cli() {}

    /** @return 0 done, 1 refused or needs attention, 2 wrong use */
    public static int run(List<String> args, Terminal terminal, NodeOptions options, Story story, Windows windows) {
        Texts texts = Texts.of(lang(args));
        try {
            return commands(new CommandContext(terminal, texts, options), story, windows).execute(args.toArray(String[]::new));
        } catch (Throwable unforeseen) {
            return unforeseen(unforeseen, terminal, texts);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    /** Before anything can be run: why not. @return the exit code */
    public static int refuse(List<String> args, Terminal terminal, StoreException why) {
        return failed(why, terminal, Texts.of(lang(args)));
    }

    /** All commands, wired by hand, in the order the help lists them. */
    static CommandLine commands(CommandContext desk, Story story, Windows windows) {
        CommandLine banso = new CommandLine(new BansoCommand(desk, windows))
                .addSubcommand(new OpenCommand(desk, windows))
                .addSubcommand(new DemoCommand(desk, story))
                .addSubcommand(ProvinceCommand.group(desk))
                .addSubcommand(NodeCommands.group(desk))
                .addSubcommand(new GenerateCommand(desk))
                .addSubcommand(new RecordCommand(desk))
                .addSubcommand(EntryCommands.group(desk))
                .addSubcommand(new HandoverCommand(desk))
                .addSubcommand(new ImportCommand(desk))
                .addSubcommand(DeskCommands.group(desk))
                .addSubcommand(new ReceiveCommand(desk))
                .addSubcommand(new StatusCommand(desk))
                .addSubcommand(new AttentionCommand(desk))
                .addSubcommand(new IndicatorsCommand(desk))
                .addSubcommand(new DigestCommand(desk))
                .addSubcommand(new ShowCommand(desk))
                .addSubcommand(new UpkeepCommands.Check(desk))
                .addSubcommand(new UpkeepCommands.Backup(desk))
                .addSubcommand(new UpkeepCommands.Recover(desk))
                .addSubcommand(new UpkeepCommands.Restore(desk))
                .addSubcommand(PassphraseCommands.group(desk))
                .addSubcommand(new BenchCommand(desk));
        GivenWords.in(banso);
        banso.setResourceBundle(new HelpWords(desk.texts()));
        banso.setOut(desk.terminal().out()).setErr(desk.terminal().err());
        banso.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        banso.setCaseInsensitiveEnumValuesAllowed(true).setExpandAtFiles(false);
        banso.setParameterExceptionHandler((wrong, _) -> UsageWords.answer(wrong, desk.terminal(), desk.texts()));
        banso.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof CommandLine.ParameterException wrong) {
                return UsageWords.answer(wrong, desk.terminal(), desk.texts());
            }
            return failed(failure, desk.terminal(), desk.texts());
        });
        speak(banso.getCommandSpec(), desk.texts());
        return banso;
    }

    /** The language must be known before anything is said, help and mistakes included. */
    private static Lang lang(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            String value = args.get(i).startsWith("--lang=") ? args.get(i).substring("--lang=".length())
                    : args.get(i).equals("--lang") && i + 1 < args.size() ? args.get(i + 1) : "";
            Optional<Lang> known = Arrays.stream(Lang.values()).filter(l -> l.code().equalsIgnoreCase(value)).findFirst();
            if (known.isPresent()) {
                return known.get();
            }
        }
        return Lang.VI;
    }

    private static void speak(CommandSpec spec, Texts texts) {
        spec.usageMessage()
                .description(HelpWords.plain(texts.get(HelpWords.PREFIX + spec.qualifiedName("."))))
                .synopsisHeading(texts.get("cli.usage.synopsis") + " ")
                .synopsisSubcommandLabel(texts.get("cli.usage.command"))
                .descriptionHeading("%n")
                .parameterListHeading("%n" + texts.get("cli.usage.parameters") + "%n")
                .optionListHeading("%n" + texts.get("cli.usage.options") + "%n")
                .commandListHeading("%n" + texts.get("cli.usage.commands") + "%n")
                .sortOptions(false)
                .width(100);
        spec.subcommands().values().forEach(sub -> speak(sub.getCommandSpec(), texts));
    }

    private static int failed(Exception failure, Terminal terminal, Texts texts) {
        Optional<List<Sentence>> foreseen = failure instanceof CommandRefusal refusal ? Optional.of(refusal.sentences()) : Sentences.of(failure);
        if (foreseen.isEmpty()) {
            return unforeseen(failure, terminal, texts);
        }
        foreseen.get().forEach(s -> terminal.err().println(s.in(texts)));
        return failure instanceof CommandRefusal refusal ? refusal.exit() : Exit.REFUSED;
    }

    private static int unforeseen(Throwable failure, Terminal terminal, Texts texts) {
        String code = FailureCode.of(failure);
        LOG.error("unforeseen {}", code, failure);
        terminal.err().println(texts.get("cli.unforeseen", code));
        return Exit.REFUSED;
    }
}
