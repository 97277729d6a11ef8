package vn.banso.sync.progress;

/** What an exchange is about just now; the same on every road. */
public enum ExchangePhase {
    /** Asks who is there. */
    LOOKING,
    /** Makes batches of what was written since the last time. */
    SEALING,
    SENDING,
    /** Makes sure that the other side holds what was given: reads a stick back, compares with a receiver. */
    VERIFYING,
    RECEIVING
}
