package vn.banso.carrier.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.FolderLayout;
import vn.banso.carrier.Stick;
import vn.banso.sync.wire.PeerException;

/**
 * The files that lie on a stick, in a folder, or alone, the oldest first.
 *
 * @param stick the folder they lie in
 * @param meant whether everything here is meant for us, so that a file which is no parcel is worth a word
 */
record Lying(Stick stick, List<Path> files, boolean meant) {

    /**
     * @param source a stick, a plain folder or a file
     * @throws PeerException GONE where there is nothing
     */
    static Lying at(Path source) throws PeerException {
        boolean single = Files.isRegularFile(source);
        Path folder = single ? source.toAbsolutePath().getParent() : FolderLayout.meant(source);
        Stick stick = Stick.at(folder);
        try {
            Optional<Path> in = single ? Optional.empty() : FolderLayout.find(folder, FolderLayout.IN);
            List<Path> files = single ? List.of(source) : FolderLayout.byAge(FolderLayout.files(in.orElse(folder)));
            return new Lying(stick, files, single || in.isPresent());
        } catch (IOException e) {
            throw stick.failure(e, 0);
        }
    }
}
