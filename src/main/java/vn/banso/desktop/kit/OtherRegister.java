package vn.banso.desktop.kit;

import java.nio.file.Path;
import java.util.Optional;
import vn.banso.store.upkeep.Restored;

/**
 * A register to be opened instead of the one that is open.
 *
 * @param restored where it was just restored from a backup: of which day, and what there was before
 */
public record OtherRegister(Path folder, Optional<Restored> restored) {}
