package vn.banso.cli.frame;

import java.nio.file.Path;
import java.util.Optional;
import vn.banso.carrier.DeskAddress;

/** Where a hand-over goes: a folder or a desk; exactly one of them is there. */
public record Destination(Optional<Path> folder, Optional<DeskAddress> desk) {

    /** What is on this disk is a folder, whatever it looks like. Empty where the words mean an address and are none. */
    static Optional<Destination> of(String words) {
        if (!DeskAddress.isMeant(words) || Path.of(words).toFile().exists()) {
            return Optional.of(new Destination(Optional.of(Path.of(words)), Optional.empty()));
        }
        return DeskAddress.of(words).map(desk -> new Destination(Optional.empty(), Optional.of(desk)));
    }
}
