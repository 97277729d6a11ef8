package vn.banso.carrier.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import vn.banso.carrier.FolderPeer;
import vn.banso.ledger.parcel.Parcel;

/**
 * The parcels inside a ZIP, or attached to a mail, one layer deep. Nothing is written and no name is used. A ZIP that people make has few
 * files, which unpack to little more than they are; another one is left alone.
 *
 * @param odd whether it is made like none that people make: then nothing of it is taken
 */
record Unpacked(List<byte[]> parcels, boolean odd) {
    private static final int SIGN = 16;
    private static final int MOST_FILES = 1_000;
    private static final long MOST_BYTES = 2L * FolderPeer.LONGEST_PARCEL;
    /** What may come of a byte, where it is more than some: parcels are squeezed already, and papers beside them squeeze well. */
    private static final int MOST_TIMES = 30;
    private static final long SOME = 1 << 20;
    private static final String BASE64 = "content-transfer-encoding: base64";
    static final Unpacked NOTHING = new Unpacked(List.of(), false);
    private static final Unpacked ODD = new Unpacked(List.of(), true);

    static Unpacked zip(Path file) throws IOException {
        long most = Math.min(MOST_BYTES, Math.max(SOME, Files.size(file) * MOST_TIMES));
        List<byte[]> parcels = new ArrayList<>();
        // Names in old code pages are no mistake of the user's, and nobody looks at them.
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(file), StandardCharsets.ISO_8859_1)) {
            long left = most;
            int files = 0;
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] start = in.readNBytes(SIGN);
                left -= start.length;
                if (Parcel.looksLike(start)) {
                    byte[] rest = in.readNBytes((int) Math.min(left + 1, FolderPeer.LONGEST_PARCEL));
                    byte[] parcel = Arrays.copyOf(start, start.length + rest.length);
                    System.arraycopy(rest, 0, parcel, start.length, rest.length);
                    parcels.add(parcel);
                    left -= rest.length;
                } else {
                    left -= length(in, left);
                }
                if (++files > MOST_FILES || left < 0 || leadsOut(entry.getName())) {
                    return ODD;
                }
            }
            return new Unpacked(List.copyOf(parcels), false);
        } catch (ZipException | IllegalArgumentException _) {
            // Locked by a password, cut, or squeezed in another way.
            return NOTHING;
        }
    }

    /** How long the rest is, counted no further than past the most. */
    private static long length(InputStream in, long most) throws IOException {
        byte[] bytes = new byte[1 << 13];
        long length = 0;
        for (int some = in.read(bytes); some > 0 && length <= most; some = in.read(bytes)) {
            length += some;
        }
        return length;
    }

    /** Whether the name leads out of the folder that it is unpacked into. */
    private static boolean leadsOut(String name) {
        String plain = name.replace('\\', '/');
        return plain.startsWith("/") || plain.matches("[A-Za-z]:.*") || Arrays.asList(plain.split("/")).contains("..");
    }

    /** Of the attachments in base64, which is how all mail programs attach files. */
    static Unpacked mail(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            return NOTHING;
        }
        List<byte[]> parcels = new ArrayList<>();
        String text;
        try (InputStream in = Files.newInputStream(file)) {
            text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
        }
        for (int at = find(text, BASE64, 0); at >= 0; at = find(text, BASE64, at + 1)) {
            int body = text.indexOf("\n\n", at);
            int end = body < 0 ? -1 : text.indexOf("\n--", body);
            if (body >= 0) {
                try {
                    Optional.of(Base64.getMimeDecoder().decode(text.substring(body, end < 0 ? text.length() : end))).filter(Parcel::looksLike).ifPresent(parcels::add);
                } catch (IllegalArgumentException _) {
                    // Cut in the middle: what is not there cannot be taken.
                    continue;
                }
            }
        }
        return new Unpacked(List.copyOf(parcels), false);
    }

    private static int find(String text, String word, int from) {
        for (int at = text.indexOf('\n', from); at >= 0; at = text.indexOf('\n', at + 1)) {
            if (text.regionMatches(true, at + 1, word, 0, word.length())) {
                return at + 1;
            }
        }
        return -1;
    }
}
