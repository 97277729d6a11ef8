package vn.banso.sync.wire;

import java.nio.ByteBuffer;
import java.util.Optional;
import vn.banso.ledger.batch.MalformedException;

/**
 * One call about a one-time code, version 1: version u8, verb u8, address 32 bytes, and the rest is what is brought. What comes
 * back is what was asked for, or nothing.
 *
 * @param address of the box, see {@link vn.banso.trust.vault.OneTimeCode.Box}
 * @param brought sealed; empty where the verb only asks
 */
public record CodeForm(Verb verb, byte[] address, byte[] brought) {
    /** A request is a few hundred bytes. */
    public static final int LONGEST_REQUEST = 8 << 10;
    /** A welcome with the grants of a province; what is longer comes with the first exchange. */
    public static final int LONGEST_WELCOME = 2 << 20;
    public static final int ADDRESS = 32;

    private static final int VERSION = 1;
    private static final int HEAD = 2 + ADDRESS;

    /** In the order of their numbers on the wire, from 1. */
    public enum Verb {
        /** The device leaves its request. */
        ASK,
        /** The officer reads it. */
        READ,
        /** The officer leaves the welcome. */
        ANSWER,
        /** The device takes the welcome; nothing yet where the officer has not answered. */
        FETCH,
        /** The device is in: the code is spent. */
        DONE
    }

    public byte[] write() {
        return ByteBuffer.allocate(HEAD + brought.length).put((byte) VERSION).put((byte) (verb.ordinal() + 1)).put(address).put(brought)
                .array();
    }

    /** @throws MalformedException where it is not such a call, or brings more than its verb may */
    public static CodeForm read(byte[] bytes) throws MalformedException {
        if (bytes.length < HEAD) {
            throw new MalformedException(MalformedException.Reason.DAMAGED, "a call of " + bytes.length + " bytes");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.get() != VERSION) {
            throw new MalformedException(MalformedException.Reason.NEWER_FORMAT, "another version of a call by code");
        }
        Verb verb = verb(in.get()).orElseThrow(() -> new MalformedException(MalformedException.Reason.NEWER_FORMAT, "an unknown verb"));
        byte[] address = new byte[ADDRESS];
        in.get(address);
        byte[] brought = new byte[in.remaining()];
        in.get(brought);
        int most = switch (verb) {
            case ASK -> LONGEST_REQUEST;
            case ANSWER -> LONGEST_WELCOME;
            case READ, FETCH, DONE -> 0;
        };
        if (brought.length > most) {
            throw new MalformedException(MalformedException.Reason.TOO_LARGE, "a call that brings " + brought.length + " bytes");
        }
        return new CodeForm(verb, address, brought);
    }

    private static Optional<Verb> verb(int number) {
        return number < 1 || number > Verb.values().length ? Optional.empty() : Optional.of(Verb.values()[number - 1]);
    }
}
