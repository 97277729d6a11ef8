package vn.banso.desktop.household;

import java.time.Instant;

/** Where what is in the form lies, never ahead of the truth. */
public sealed interface Keeping {
    /** Nothing was written since it was opened. */
    record Untouched() implements Keeping {}

    /** On its way to the disk. */
    record Writing() implements Keeping {}

    /** In the drawer of half-filled forms, on this laptop. */
    record DraftKept(Instant at) implements Keeping {}

    /** In the register, on this laptop. */
    record Saved(Instant at) implements Keeping {}
}
