package vn.banso.sync;

/** Told while an exchange goes on, and asked whether to go on. Stopping is safe at any moment. */
@FunctionalInterface
public interface Progress {

    /** After each round. */
    void moved(Tally soFar);

    default boolean goOn() {
        return true;
    }

    /** Nobody watches. */
    Progress SILENT = _ -> { };
}
