package vn.banso.cli.frame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.store.Node;

/** Which node a command works with, and how it is unlocked. */
public final class NodeOption {
    @Option(names = "--dir", paramLabel = "DIR", required = true)
    private Path dir;

    @Mixin
    private PassphraseOption passphrase;

    public Path dir() {
        return dir;
    }

    /** The node in this folder; whoever opens it closes it. */
    public Node open(CommandContext desk) throws CommandRefusal, IOException {
        char[] typed = passphrase.ask(desk);
        try {
            return Recovering.open(dir, typed, desk);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    /** A new node in this folder, under a passphrase chosen now. */
    public Node create(CommandContext desk) throws CommandRefusal, IOException {
        char[] typed = choose(desk);
        try {
            return create(desk, typed);
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    /** The passphrase as it is given or typed, to be wiped by the caller. */
    public char[] ask(CommandContext desk) throws CommandRefusal, IOException {
        return passphrase.ask(desk);
    }

    /** A passphrase for a new node, to be wiped by the caller. */
    public char[] choose(CommandContext desk) throws CommandRefusal, IOException {
        return passphrase.choose(desk);
    }

    public Node create(CommandContext desk, char[] typed) {
        return Node.create(dir, typed, desk.options());
    }
}
