package vn.banso.cli.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.banso.carrier.ChosenFile;
import vn.banso.trust.vault.Strength;

/**
 * Where the passphrase comes from: a file, the environment, or the person at the keyboard. Never an argument, which every
 * other user of the machine could read in the list of processes.
 */
public final class PassphraseOption {
    public static final String VARIABLE = "BANSO_PASSPHRASE";
    private static final long LONGEST = 64 << 10;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    private Path file;

    /** The passphrase of a node that exists. */
    public char[] ask(CommandContext desk) throws CommandRefusal, IOException {
        Optional<char[]> given = given(desk);
        return given.isPresent() ? given.get() : prompt(desk, "cli.passphrase.ask");
    }

    /** A passphrase for a node that is being made: not one that is guessed, and typed twice where a person types it. */
    public char[] choose(CommandContext desk) throws CommandRefusal, IOException {
        Optional<char[]> given = given(desk);
        char[] chosen = given.isPresent() ? given.get() : prompt(desk, "cli.passphrase.choose");
        switch (Strength.of(new String(chosen))) {
            case NOTHING, SHORT -> throw CommandRefusal.because("cli.passphrase.short", Strength.SHORTEST);
            case GUESSED -> throw CommandRefusal.because("cli.passphrase.guessed");
            case FAIR, GOOD -> { }
        }
        if (given.isEmpty() && !Arrays.equals(chosen, prompt(desk, "cli.passphrase.again"))) {
            throw CommandRefusal.because("cli.passphrase.differ");
        }
        return chosen;
    }

    private Optional<char[]> given(CommandContext desk) throws CommandRefusal, IOException {
        if (file != null) {
            String first = ChosenFile.text(file, LONGEST).lines().findFirst().orElse("");
            if (first.isEmpty()) {
                throw CommandRefusal.because("cli.passphrase.empty_file", file);
            }
            return Optional.of(first.toCharArray());
        }
        return Optional.ofNullable(desk.terminal().env().get(VARIABLE)).filter(p -> !p.isEmpty()).map(String::toCharArray);
    }

    private static char[] prompt(CommandContext desk, String key) throws CommandRefusal, IOException {
        Terminal terminal = desk.terminal();
        if (terminal.console().isPresent()) {
            char[] typed = terminal.console().get().readPassword("%s ", desk.texts().get(key));
            return found(Optional.ofNullable(typed));
        }
        terminal.err().print(desk.texts().get(key) + " ");
        terminal.err().flush();
        return found(Optional.ofNullable(terminal.in().readLine()).map(String::toCharArray));
    }

    private static char[] found(Optional<char[]> typed) throws CommandRefusal {
        return typed.filter(t -> t.length > 0).orElseThrow(() -> CommandRefusal.wrongUse("cli.passphrase.none"));
    }
}
