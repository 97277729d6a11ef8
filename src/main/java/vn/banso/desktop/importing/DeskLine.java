package vn.banso.desktop.importing;

import java.util.ArrayList;
import java.util.List;
import vn.banso.carrier.desk.DeskFile;

/** A line of the import desk: a stick or folder, and beneath it its files; where there is one file, all is one line. */
sealed interface DeskLine {
    ImportSource source();

    record Head(ImportSource source) implements DeskLine {}

    /** @param alone whether no head stands above it */
    record Single(ImportSource source, DeskFile file, boolean alone) implements DeskLine {}

    static List<DeskLine> of(List<ImportSource> sources) {
        List<DeskLine> lines = new ArrayList<>();
        for (ImportSource source : sources) {
            boolean alone = source.files().size() == 1;
            if (!alone) {
                lines.add(new Head(source));
            }
            source.files().forEach(file -> lines.add(new Single(source, file, alone)));
        }
        return lines;
    }
}
