package vn.banso.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import vn.banso.ledger.MalformedException.Reason;

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

    private static final byte[] MAGIC = {'B', 'A', 'N', 'S', 'O'};
    private static final int END = 0;
    private static final int CHECK = 0xB5;
    private static final int END_HASH = 16;

    /**
     * What came out of a parcel.
     *
     * @param frames every whole frame, in order
     * @param complete whether the parcel is exactly as it was written
     * @param damaged places at which something was altered beyond reading
     * @param announced how many frames it says it holds; in an incomplete parcel the number itself may be altered
     */
    public record Contents(List<Frame> frames, boolean complete, int damaged, int announced) {
        /** How many announced frames did not come out. */
        public int missing() {
            return Math.max(0, announced - frames.size());
        }
    }

    private Parcel() {}

    public static byte[] write(List<Frame> frames) {
        BytesOut out = new BytesOut(1024).bytes(MAGIC).u8(VERSION).varint(frames.size());
        for (Frame frame : frames) {
            frame(out, FrameForm.type(frame), FrameForm.payload(frame));
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

    /** What a node signs when it speaks: SHA-256 over type, length (4 bytes) and payload of all frames but the {@link Frame.AuthFrame}. */
    public static Hash digest(List<Frame> frames) {
        BytesOut out = new BytesOut(1024);
        for (Frame frame : frames) {
            if (!(frame instanceof Frame.AuthFrame)) {
                byte[] payload = FrameForm.payload(frame);
                out.u8(FrameForm.type(frame)).u32(payload.length).bytes(payload);
            }
        }
        return Hash.sha256(out.toBytes());
    }

    /** Whether the bytes start like a parcel of any version. */
    public static boolean looksLike(byte[] bytes) {
        return bytes.length > MAGIC.length && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /**
     * @throws MalformedException {@link Reason#NOT_A_PARCEL} or {@link Reason#NEWER_FORMAT}; anything else is told in the
     *     contents
     */
    public static Contents read(byte[] bytes) throws MalformedException {
        if (!looksLike(bytes)) {
            throw new MalformedException(Reason.NOT_A_PARCEL, "no parcel starts like this");
        }
        if (bytes[MAGIC.length] != VERSION) {
            throw new MalformedException(Reason.NEWER_FORMAT, "a parcel of version " + (bytes[MAGIC.length] & 0xFF));
        }
        return new ParcelReader(bytes, MAGIC.length + 1).read();
    }

    /** One frame as it stands in the bytes. */
    record Raw(int type, int payloadFrom, int payloadEnd, int end, boolean whole) {
        /** Empty-handed ({@code null} within this room) where no head of a frame stands here. */
        static Raw at(byte[] bytes, int at) {
            try {
                BytesIn in = new BytesIn(bytes, at, bytes.length);
                int type = in.u8();
                int length = in.upTo(MAX_PAYLOAD);
                int headEnd = in.at();
                int check = in.u8();
                for (int i = at; i < headEnd; i++) {
                    check ^= bytes[i] & 0xFF;
                }
                if (check != CHECK || length + 4 > in.left()) {
                    return null;
                }
                CRC32C crc = new CRC32C();
                crc.update(bytes, at, headEnd - at);
                crc.update(bytes, headEnd + 1, length);
                in.skip(length);
                boolean whole = in.u32() == (int) crc.getValue();
                return new Raw(type, headEnd + 1, headEnd + 1 + length, in.at(), whole);
            } catch (MalformedException e) {
                return null;
            }
        }
    }

    /** Walks over the frames; where one is altered, it looks for the next whole one. */
    private static final class ParcelReader {
        /** A hostile parcel may look like frames everywhere: the search gives up after this many times its length. */
        private static final int SEARCH = 8;

        private final byte[] bytes;
        private final List<Frame> frames = new ArrayList<>();
        private int at;
        private int damaged;
        private int announced;
        private boolean complete;
        private long searched;

        ParcelReader(byte[] bytes, int at) {
            this.bytes = bytes;
            this.at = at;
        }

        Contents read() {
            BytesIn in = new BytesIn(bytes, at, bytes.length);
            try {
                announced = in.upTo(Integer.MAX_VALUE);
                at = in.at();
            } catch (MalformedException e) {
                damaged++;
            }
            int first = at;
            while (at < bytes.length && !complete) {
                Raw raw = Raw.at(bytes, at);
                if (raw == null) {
                    damaged++;
                    search();
                } else {
                    take(raw);
                    at = raw.end();
                }
            }
            boolean exact = complete && at == bytes.length && damaged == 0 && first > 0;
            return new Contents(List.copyOf(frames), exact, damaged, announced);
        }

        private void take(Raw raw) {
            byte[] payload = Arrays.copyOfRange(bytes, raw.payloadFrom(), raw.payloadEnd());
            if (!raw.whole()) {
                damaged++;
            } else if (raw.type() == END) {
                complete = end(new BytesIn(payload));
            } else {
                try {
                    frames.add(FrameForm.read(raw.type(), payload));
                } catch (MalformedException e) {
                    damaged++;
                }
            }
        }

        private boolean end(BytesIn in) {
            try {
                int count = in.upTo(Integer.MAX_VALUE);
                byte[] hash = in.bytes(END_HASH);
                in.end();
                boolean same = count == announced && count == frames.size() + damaged && Arrays.equals(hash,
                        Arrays.copyOf(Hash.sha256(Arrays.copyOf(bytes, at)).bytes(), END_HASH));
                announced = count;
                return same;
            } catch (MalformedException e) {
                damaged++;
                return false;
            }
        }

        private void search() {
            for (int next = at + 1; next < bytes.length; next++) {
                Raw raw = searched > (long) SEARCH * bytes.length ? null : Raw.at(bytes, next);
                if (raw != null) {
                    searched += raw.end() - next;
                    if (raw.whole()) {
                        at = next;
                        return;
                    }
                }
            }
            at = bytes.length;
        }
    }
}
