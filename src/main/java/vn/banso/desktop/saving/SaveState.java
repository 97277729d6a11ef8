package vn.banso.desktop.saving;

import java.time.Instant;
import java.util.List;
import vn.banso.store.writing.SaveResult;

/** How far the saving of a form has come, never ahead of the truth. */
public sealed interface SaveState {
    /** Nobody has written anything since it was opened. */
    record Untouched() implements SaveState {}

    /** Something is on its way to the disk. */
    record Writing() implements SaveState {}

    /** A draft on this laptop, until somebody saves it. */
    record DraftKept(Instant at) implements SaveState {}

    /** A draft on this laptop, because something has to be put right first. */
    record Blocked(Instant at) implements SaveState {}

    /** In the register, durable on this laptop. */
    record Saved(Instant at) implements SaveState {}

    /** The disk did not take it: it stands on the screen, and what lies on the disk is of before. */
    record NotWritten() implements SaveState {}

    /** The register did not take it: nothing of it is there, and what was written is kept as a draft. */
    record Refused(List<SaveResult.Refusal> refusals) implements SaveState {}
}
