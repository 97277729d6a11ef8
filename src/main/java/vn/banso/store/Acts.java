package vn.banso.store;

/** Deleting, merging, moving, erasing and deciding. */
public final class Acts {
    private final Inside in;
    private final Saving saving;

    Acts(Inside in, Saving saving) {
        this.in = in;
        this.saving = saving;
    }
}
