package vn.banso.register.catalogue;

/** Field numbers below 16, the same in every entry type: what happened to the entry itself. */
public final class SystemField {
    /** Deleted, with the reason as text; {@link vn.banso.register.values.Value.Blank} after a restore. */
    public static final int DELETED = 1;
    /** The entry this one turned out to be: a {@link vn.banso.register.values.Value.Ref}; {@link vn.banso.register.values.Value.Blank} after the merge was undone. */
    public static final int ALIAS = 2;
    /** The entry that goes on for it in another commune: a {@link vn.banso.register.values.Value.Ref}. */
    public static final int MOVED = 3;
    /** The first number free for declared fields. */
    public static final int FIRST_DECLARED = 16;

    private SystemField() {}
}
