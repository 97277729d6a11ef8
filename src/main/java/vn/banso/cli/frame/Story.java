package vn.banso.cli.frame;

import java.nio.file.Path;
import java.util.Optional;

/** The demonstration: a whole province on sample data. Told by the room that wires everything. */
@FunctionalInterface
public interface Story {
    /**
     * @param dir where the nodes stay afterwards; empty for a folder that is cleaned up
     * @param open ends at the window of one of its laptops, where there is a display; says so where there is none
     * @return the exit code
     */
    int tell(CommandContext desk, Optional<Path> dir, boolean open) throws Exception;
}
