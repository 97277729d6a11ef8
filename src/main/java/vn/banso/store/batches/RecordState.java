package vn.banso.store.batches;

/** How far a record has come, never ahead of the truth: the least of all that was written to it. Texts: {@code state.<name>}. */
public enum RecordState {
    /** Kept aside by its writer; no part of the register yet. */
    DRAFT,
    /** On this laptop. */
    HERE,
    /** Given to somebody by this machine, or carried by an office: no proof of more. */
    HANDED_OVER,
    /** The commune's signed receipt says so. */
    COMMUNE,
    /** The province's signed receipt says so. */
    PROVINCE
}
