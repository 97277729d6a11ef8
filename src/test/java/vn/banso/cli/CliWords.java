package vn.banso.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.Terminal;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.store.files.NodeOptions;

/** The help texts that the commands need, told by the commands themselves. */
public final class CliWords {
    private CliWords() {}

    /** Without {@code cli.help.}; where a command has its own text for an option, that one is meant. */
    public static Set<String> helpKeys() {
        Set<String> keys = new TreeSet<>();
        collect(commands(Lang.VI).getCommandSpec(), keys);
        return keys;
    }

    static CommandLine commands(Lang lang) {
        Terminal nowhere = Terminal.of(OutputStream.nullOutputStream(), OutputStream.nullOutputStream(),
                InputStream.nullInputStream(), Map.of());
        return Cli.commands(new CommandContext(nowhere, Texts.of(lang), NodeOptions.standard()), (_, _, _) -> 0, (_, _, _) -> 0);
    }

    private static void collect(CommandSpec spec, Set<String> keys) {
        String name = spec.qualifiedName(".");
        keys.add(name);
        spec.args().forEach(arg -> keys.add(key(name, arg)));
        spec.subcommands().values().forEach(sub -> collect(sub.getCommandSpec(), keys));
    }

    private static String key(String command, ArgSpec arg) {
        String key = arg instanceof OptionSpec option && (option.descriptionKey() == null || option.descriptionKey().isEmpty())
                ? option.longestName().replaceFirst("^-+", "") : arg.descriptionKey();
        boolean own = Texts.of(Lang.VI).find("cli.help." + command + "." + key).isPresent();
        return own ? command + "." + key : key;
    }
}
