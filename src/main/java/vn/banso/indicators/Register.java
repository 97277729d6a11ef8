package vn.banso.indicators;

import java.util.stream.Stream;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;

/** The entries of one commune to be counted. */
@FunctionalInterface
public interface Register {
    /** The live entries, each real thing once: merged ones under their canonical id, with links to canonical ids. */
    Stream<Entry> live(EntryType type);

    /** The same with those that were deleted or have moved, as they were last here. */
    default Stream<Entry> ever(EntryType type) {
        return live(type);
    }
}
