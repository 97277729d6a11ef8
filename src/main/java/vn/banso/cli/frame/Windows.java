package vn.banso.cli.frame;

import java.nio.file.Path;
import java.util.Optional;
import vn.banso.desktop.NoDisplayException;
import vn.banso.register.values.Lang;

/** The windows, opened by the room that wires everything. */
@FunctionalInterface
public interface Windows {
    /**
     * Opens one and comes back when it was closed.
     *
     * @param told the language that was asked for this time; empty for the one chosen in the window last
     * @param dir the node to open; empty for the one of last time, or for whoever comes for the first time
     * @return the exit code
     * @throws NoDisplayException where no window can be opened
     */
    int open(CommandContext desk, Optional<Lang> told, Optional<Path> dir) throws NoDisplayException;
}
