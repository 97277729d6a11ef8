package vn.banso.desktop.start;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import vn.banso.store.Node;

/** An installation without the invented people. */
record NoTrial(Path usualFolder) implements Trial {
    @Override
    public boolean isAvailable() {
        return false;
    }

    @Override
    public Optional<Path> laptop(Path folder) {
        return Optional.empty();
    }

    @Override
    public Path make(Path folder, char[] passphrase, DoubleConsumer progress) {
        throw new AssertionError("there is nothing to try");
    }

    @Override
    public Optional<Desk> desk(Node laptop) {
        return Optional.empty();
    }
}
