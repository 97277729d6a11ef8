package vn.banso.sync;

/** Told while an exchange goes on, and asked whether to go on. Stopping is safe at any moment. */
@FunctionalInterface
public interface Progress {

    /** After each round. */
    void moved(Tally soFar);

    /**
     * Where it stands.
     *
     * @param part of all that both sides owe each other, 0 to 1. What they owe shows only on the way, so it may stand still; it
     *     never goes back and never passes 1
     */
    default void stands(Phase phase, double part) {}

    default boolean goOn() {
        return true;
    }

    /** Nobody watches. */
    Progress SILENT = _ -> { };
}
