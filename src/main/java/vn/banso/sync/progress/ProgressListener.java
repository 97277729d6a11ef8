package vn.banso.sync.progress;

/** Told while an exchange goes on, and asked whether to go on. Stopping is safe at any moment. */
@FunctionalInterface
public interface ProgressListener {

    /** After each round. */
    void moved(ExchangeCounts soFar);

    /** Where it stands. */
    default void stands(Position now) {}

    /** Asked after every batch that is made, every parcel that is given and every few batches that are taken in. */
    default boolean goOn() {
        return true;
    }

    /** Nobody watches. */
    ProgressListener SILENT = _ -> { };
}
