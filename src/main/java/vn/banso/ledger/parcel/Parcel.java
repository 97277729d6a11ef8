package vn.banso.ledger.parcel;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.batch.MalformedException.Reason;

/** A file or an HTTP body: frames, each checked by itself, so that a cut or altered parcel still yields every whole frame. */
public final class Parcel {
    /**
     * Version 1: "BANSO" in ASCII, version (1 byte), how many frames (variable, the end frame not counted). Then the frames: type (1 byte,
     * from 1), length of the payload (variable), a check byte that makes the XOR of the bytes of type and length and itself
     * 0xB5, payload, CRC32C of type, length and payload (4 bytes, big-endian). At the end a frame of type 0 with how many
     * frames (variable) and the first 16 bytes of SHA-256 over everything before it. Variable numbers are LEB128.
     */
    public static final int VERSION = 1;

    /** No reader takes a longer payload of one frame, in bytes. */
    public static final int MAX_PAYLOAD = HeaderForm.MAX_BODY + 1024;

    /** Length of {@link #digest}, in bytes. */
    public static final int DIGEST = 16;

    /** Who speaks, and the proof of it, stand within so many bytes of the beginning. */
    public static final int FRONT = 192;

    private static final byte[] MAGIC = {'B', 'A', 'N', 'S', 'O'};
    static final int END = 0;
    public static final int CHECK = 0xB5;
    static final int END_HASH = 16;
    static final int CRC_LENGTH = 4;

    /**
     * What came out of a parcel.
     *
     * @param frames every whole frame, in order
     * @param complete whether the parcel is exactly as it was written
     * @param damaged how many frames were altered beyond reading
     * @param announced how many frames it says it holds; in an incomplete parcel the number itself may be altered
     */
    public record Contents(List<Frame> frames, boolean complete, int damaged, int announced) {
        /** How many announced frames did not come out, cut off or altered. */
        public int missing() {
            return Math.max(0, announced - frames.size());
        }
    }

    private Parcel() {}

    public static byte[] write(List<Frame> frames) {
        BytesOut out = new BytesOut(1024).bytes(MAGIC).u8(VERSION).varint(frames.size());
        for (Frame frame : frames) {
            byte[] payload = FrameForm.payload(frame);
            int type = FrameForm.type(frame);
            if (type <= END || type > 0xFF || payload.length > MAX_PAYLOAD) {
                throw new IllegalArgumentException("not a frame that can be read again");
            }
            frame(out, type, payload);
        }
        byte[] hash = Hash.sha256(out.toBytes()).bytes();
        frame(out, END, new BytesOut(24).varint(frames.size()).bytes(hash, 0, END_HASH).toBytes());
        return out.toBytes();
    }

    private static void frame(BytesOut out, int type, byte[] payload) {
        byte[] head = new BytesOut(8).u8(type).varint(payload.length).toBytes();
        int check = CHECK;
        for (byte b : head) {
            check ^= b;
        }
        CRC32C crc = new CRC32C();
        crc.update(head);
        crc.update(payload);
        out.bytes(head).u8(check).bytes(payload).u32((int) crc.getValue());
    }

    /**
     * What a node signs when it speaks: the first 16 bytes of SHA-256 over type, length (4 bytes) and payload of all frames but
     * {@link Frame.AuthFrame} and {@link Frame.AnswerFrame}.
     */
    public static byte[] digest(List<Frame> frames) {
        BytesOut out = new BytesOut(1024);
        for (Frame frame : frames) {
            if (!(frame instanceof Frame.AuthFrame || frame instanceof Frame.AnswerFrame)) {
                byte[] payload = FrameForm.payload(frame);
                out.u8(FrameForm.type(frame)).u32(payload.length).bytes(payload);
            }
        }
        return Arrays.copyOf(Hash.sha256(out.toBytes()).bytes(), DIGEST);
    }

    /** Whether the bytes start like a parcel of any version. */
    public static boolean looksLike(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * Reads what can be read; never more memory than a few times the bytes, never more time than a few passes over them.
     *
     * @throws MalformedException {@link Reason#NOT_A_PARCEL} or {@link Reason#NEWER_FORMAT}; anything else is told in the
     *     contents
     */
    public static Contents read(byte[] bytes) throws MalformedException {
        if (!looksLike(bytes) || bytes[MAGIC.length] == 0) {
            throw new MalformedException(Reason.NOT_A_PARCEL, "no parcel starts like this");
        }
        if (bytes[MAGIC.length] != VERSION) {
            throw new MalformedException(Reason.NEWER_FORMAT, "a parcel of version " + (bytes[MAGIC.length] & 0xFF));
        }
        return new ParcelReader(bytes, MAGIC.length + 1).read();
    }
}
