package vn.banso.desktop.start;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import vn.banso.store.Node;

/** Trying it out on invented people: a laptop with a full register, and a province that really answers. */
public interface Trial {
    /** Whether the invented people came with this installation. */
    boolean isAvailable();

    /** Whether the register in this folder is the laptop of a trial: everybody in it is invented. */
    boolean isTrial(Path laptop);

    /** Where a trial is made unless somebody chooses another folder. */
    Path usualFolder();

    /** The laptop of the trial in this folder, if one was finished there. */
    Optional<Path> laptop(Path folder);

    /**
     * Makes a trial. What an interrupted one left in the folder goes first; anything else in the way stays, and nothing is made.
     *
     * @param passphrase of the laptop, wiped by the caller
     * @param progress told from 0 to 1
     * @return folder of the laptop's node, to be opened with that passphrase
     * @throws IOException FileAlreadyExistsException where the folder holds something that is no trial, or a finished one
     */
    Path make(Path folder, char[] passphrase, DoubleConsumer progress) throws IOException;

    /**
     * Opens the desk of the trial's province in this process, and tells the laptop where it is.
     *
     * @return empty where this laptop belongs to no trial
     */
    Optional<Desk> desk(Node laptop) throws IOException;

    /** Where there is nothing to try. */
    static Trial none() {
        return new Trial() {
            @Override
            public boolean isAvailable() {
                return false;
            }

            @Override
            public boolean isTrial(Path laptop) {
                return false;
            }

            @Override
            public Path usualFolder() {
                return Path.of("trial");
            }

            @Override
            public Optional<Path> laptop(Path folder) {
                return Optional.empty();
            }

            @Override
            public Path make(Path folder, char[] passphrase, DoubleConsumer progress) throws IOException {
                throw new FileNotFoundException("no sample data");
            }

            @Override
            public Optional<Desk> desk(Node laptop) {
                return Optional.empty();
            }
        };
    }

    /** An open desk. */
    interface Desk extends AutoCloseable {
        @Override
        void close();
    }
}
