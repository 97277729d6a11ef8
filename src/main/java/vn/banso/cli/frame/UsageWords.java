package vn.banso.cli.frame;

import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.banso.carrier.DeskAddress;
import vn.banso.register.catalogue.Texts;

/** What a person reads who typed something that cannot be meant: one sentence, and where the help is. */
public final class UsageWords {
    private static final Set<Class<?>> ADDRESSES = Set.of(DeskAddress.class, Destination.class);

    private UsageWords() {}

    /** Says it and gives exit code 2. */
    public static int answer(CommandLine.ParameterException wrong, Terminal terminal, Texts texts) {
        terminal.err().println(sentence(wrong, texts));
        terminal.err().println(texts.get("cli.wrong.see_help", wrong.getCommandLine().getCommandSpec().qualifiedName()));
        return Exit.WRONG_USE;
    }

    private static String sentence(CommandLine.ParameterException wrong, Texts texts) {
        return switch (wrong) {
            case CommandLine.MissingParameterException m when !m.getMissing().isEmpty() -> texts.get("cli.wrong.missing",
                    m.getMissing().stream().map(UsageWords::name).distinct().collect(Collectors.joining(", ")));
            case CommandLine.UnmatchedArgumentException u ->
                    texts.get(isCommandMissing(u) ? "cli.wrong.no_command" : "cli.wrong.unknown", u.getUnmatched().getFirst());
            case CommandLine.OverwrittenOptionException o -> texts.get("cli.wrong.twice", name(o.getOverwritten()));
            case CommandLine.MaxValuesExceededException _ -> texts.get("cli.wrong.too_many");
            default -> wrong.getArgSpec() != null && !isGiven(wrong.getValue())
                    ? texts.get("cli.wrong.empty", name(wrong.getArgSpec()))
                    : wrong.getArgSpec() != null && ADDRESSES.contains(wrong.getArgSpec().type())
                    ? texts.get("cli.wrong.address", name(wrong.getArgSpec()), wrong.getValue())
                    : wrong.getArgSpec() == null ? texts.get("cli.wrong.use")
                    : texts.get("cli.wrong.value", name(wrong.getArgSpec()), wrong.getValue() == null ? "" : wrong.getValue());
        };
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }

    /** A first word that is no option, where a command was expected. */
    private static boolean isCommandMissing(CommandLine.UnmatchedArgumentException wrong) {
        return !wrong.getUnmatched().getFirst().startsWith("-")
                && !wrong.getCommandLine().getSubcommands().isEmpty();
    }

    private static String name(ArgSpec arg) {
        return switch (arg) {
            case OptionSpec option -> option.longestName();
            case PositionalParamSpec param -> param.paramLabel();
            default -> arg.paramLabel();
        };
    }
}
