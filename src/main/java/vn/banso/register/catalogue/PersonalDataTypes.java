package vn.banso.register.catalogue;

/** Personal-data duties: what people ask for, who was given lists with names, and that what was erased is gone. People stand here by their ids alone. */
final class PersonalDataTypes {
    static final EntryType DATA_REQUEST = new Declaration(30, "data_request")
            // Entry ids: the person, under every name at the time.
            .items(16, "subjects").required()
            .code(17, "kind", Codes.DATA_REQUEST_KIND).required()
            .day(18, "asked_on").required()
            .day(19, "due")
            .code(20, "status", Codes.DATA_REQUEST_STATUS)
            .day(21, "answered_on")
            .choices(22, "purposes", Codes.CONSENT_PURPOSE).when("kind", "withdrawal")
            // Why it could not be met.
            .note(23, "answer")
            // Entry ids: what was erased for it.
            .items(24, "erased")
            .type();

    /** Written once for every list with names that left the program; who and when stand in the history. */
    static final EntryType DISCLOSURE = new Declaration(31, "disclosure")
            .code(16, "list", Codes.DISCLOSED_LIST).required()
            .whole(17, "rows", 0, 10_000_000).required()
            // Entry ids of those who stood on it by name.
            .items(18, "subjects")
            .event();

    /** A device says that it holds nothing of an erased entry any more. Its author is the device; see {@link NaturalId#erasureReceipt}. */
    static final EntryType ERASURE_RECEIPT = new Declaration(32, "erasure_receipt")
            // The id of the erased entry.
            .text(16, "subject", 32).required()
            .day(17, "dropped_on").required()
            .event();

    private PersonalDataTypes() {}
}
