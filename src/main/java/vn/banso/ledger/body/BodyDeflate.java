package vn.banso.ledger.body;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;

/** Raw deflate (RFC 1951) with the preset dictionary of body version 1, the resource {@code body-1.dict}. */
public final class BodyDeflate {
    /** Deflate cannot make more than this out of one byte. */
    private static final int BEST_RATIO = 1032;

    /** More effort makes columns no shorter, only slower. */
    private static final int LEVEL = 6;

    private static final byte[] DICTIONARY = load();

    private BodyDeflate() {}

    public static byte[] deflate(byte[] plain) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setDictionary(DICTIONARY);
            deflater.setInput(plain);
            deflater.finish();
            byte[] packed = new byte[plain.length + plain.length / 1000 + 64];
            int length = deflater.deflate(packed);
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /** Exactly that many bytes, or it is damaged; nothing is made beyond them. */
    public static byte[] inflate(byte[] packed, int from, int plainLength) throws MalformedException {
        if (plainLength > HeaderForm.MAX_BODY) {
            throw new MalformedException(MalformedException.Reason.TOO_LARGE, "a body that is too large");
        }
        if (plainLength > (long) (packed.length - from) * BEST_RATIO) {
            throw BytesIn.damaged("a body that cannot become so long");
        }
        byte[] plain = new byte[plainLength];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(DICTIONARY);
            inflater.setInput(packed, from, packed.length - from);
            int length = 0;
            while (length < plainLength && !inflater.finished()) {
                int more = inflater.inflate(plain, length, plainLength - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
                length += more;
            }
            boolean over = inflater.inflate(new byte[1]) > 0;
            if (length != plainLength || over || !inflater.finished() || inflater.getRemaining() > 0) {
                throw BytesIn.damaged("a body of another length");
            }
            return plain;
        } catch (DataFormatException e) {
            throw BytesIn.damaged("not deflated");
        } finally {
            inflater.end();
        }
    }

    private static byte[] load() {
        try (InputStream in = BodyDeflate.class.getResourceAsStream("body-1.dict")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
