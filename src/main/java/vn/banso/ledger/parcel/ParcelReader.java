package vn.banso.ledger.parcel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Parcel.Contents;

/** Walks over the frames of a {@link Parcel}; where the head of one is altered, it looks for the next whole one. */
final class ParcelReader {
    /** A hostile parcel may look like frames everywhere: the search gives up after checking this many times its length. */
    private static final int SEARCH = 8;

    private final byte[] bytes;
    private final List<Frame> frames = new ArrayList<>();
    private int at;
    private int damaged;
    private int announced;
    private boolean complete;
    private long checked;

    ParcelReader(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** The head of a frame as it stands in the bytes, with room for the rest of the frame behind it. */
    private record Head(int at, int type, int payload, int length) {
        int end() {
            return payload + length + Parcel.CRC_LENGTH;
        }
    }

    Contents read() {
        announced();
        while (at < bytes.length && !complete) {
            Head head = head(at);
            if (head == null) {
                search();
            } else {
                take(head);
                at = head.end();
            }
        }
        return new Contents(List.copyOf(frames), complete && damaged == 0 && at == bytes.length, damaged, announced);
    }

    private void announced() {
        BytesIn in = new BytesIn(bytes, at, bytes.length);
        try {
            announced = in.upTo(Integer.MAX_VALUE);
            at = in.at();
        } catch (MalformedException e) {
            // Altered; the first frame is looked for, and the end frame will tell the number.
            damaged++;
        }
    }

    private void take(Head head) {
        byte[] payload = Arrays.copyOfRange(bytes, head.payload(), head.payload() + head.length());
        if (!isWhole(head)) {
            damaged++;
        } else if (head.type() == Parcel.END) {
            complete = isTheEnd(new BytesIn(payload));
        } else {
            try {
                frames.add(FrameForm.read(head.type(), payload));
            } catch (MalformedException e) {
                damaged++;
            }
        }
    }

    private boolean isTheEnd(BytesIn in) {
        try {
            int count = in.upTo(Integer.MAX_VALUE);
            byte[] hash = in.bytes(Parcel.END_HASH);
            in.end();
            boolean same = count == announced && count == frames.size()
                    && Arrays.equals(hash, Arrays.copyOf(Hash.sha256(Arrays.copyOf(bytes, at)).bytes(), Parcel.END_HASH));
            announced = count;
            return same;
        } catch (MalformedException e) {
            return false;
        }
    }

    /** Moves on to the next whole frame, or to the end. */
    private void search() {
        for (int next = at + 1; next < bytes.length && checked <= (long) SEARCH * bytes.length; next++) {
            Head head = head(next);
            if (head != null && isWhole(head)) {
                damaged++;
                at = next;
                return;
            }
        }
        at = bytes.length;
    }

    private Head head(int from) {
        int type = bytes[from] & 0xFF;
        int check = Parcel.CHECK ^ type;
        int length = 0;
        int next = from + 1;
        for (int shift = 0; ; shift += 7) {
            if (next >= bytes.length || shift > 21) {
                return null;
            }
            int b = bytes[next++] & 0xFF;
            check ^= b;
            length |= (b & 0x7F) << shift;
            if (b < 0x80) {
                if (b == 0 && shift > 0) {
                    return null;
                }
                break;
            }
        }
        boolean fits = next < bytes.length && (bytes[next] & 0xFF) == check
                && length <= Parcel.MAX_PAYLOAD && length <= bytes.length - next - 1 - Parcel.CRC_LENGTH;
        return fits ? new Head(from, type, next + 1, length) : null;
    }

    private boolean isWhole(Head head) {
        checked += head.length();
        CRC32C crc = new CRC32C();
        crc.update(bytes, head.at(), head.payload() - 1 - head.at());
        crc.update(bytes, head.payload(), head.length());
        int found = 0;
        for (int i = head.end() - Parcel.CRC_LENGTH; i < head.end(); i++) {
            found = found << 8 | bytes[i] & 0xFF;
        }
        return found == (int) crc.getValue();
    }
}
