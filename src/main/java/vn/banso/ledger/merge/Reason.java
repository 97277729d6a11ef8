package vn.banso.ledger.merge;

import java.util.Arrays;
import java.util.Optional;

/** Why a batch or a change was not made part of the register. Numbers are on the wire; texts are {@code reason.<name>}. */
public enum Reason {
    /** The signature does not fit the bytes. */
    FORGED(1),
    /** The bytes cannot be read. */
    DAMAGED(2),
    /** The scope belongs to another province. */
    OTHER_PROVINCE(3),
    /** The author's grant does not cover this commune. */
    OUT_OF_SCOPE(4),
    /** The author's role may not write this kind of entry or do this kind of act. */
    NOT_PERMITTED(5),
    /** Handed over after the author's device was revoked: it may have been written before, which nobody can tell. */
    REVOKED(6),
    /** A value is not of the kind that the catalogue says. */
    INVALID_VALUE(7),
    /** An event, such as an assessment, cannot be edited, only superseded. */
    EVENT_EDITED(8),
    /** Of a feed that its author had closed: it was written before the author began anew, and was not at the province when the feed was closed. */
    CLOSED(9);

    private final int number;

    Reason(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<Reason> of(int number) {
        return Arrays.stream(values()).filter(r -> r.number == number).findFirst();
    }
}
