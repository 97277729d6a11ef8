package vn.banso.carrier.desk;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What a file looks like by its first bytes, whatever its name says: messengers and mail programs pack and rename. */
final class FileKind {
    /** ZIP, gzip, RAR, 7z, bzip2, xz. */
    private static final List<String> PACKED = List.of("504b0304", "504b0506", "1f8b", "52617221", "377abcaf271c", "425a68", "fd377a585a00");
    /** A message of Outlook, which is a file of files. */
    private static final String OUTLOOK = "d0cf11e0a1b11ae1";
    private static final Pattern HEADER = Pattern.compile("(?im)^(received|return-path|mime-version|message-id|from|to|subject|date|delivered-to"
            + "|content-type|x-[a-z-]+|dkim-signature):[ \\t]");

    private FileKind() {}

    static boolean packed(byte[] start) {
        String hex = HexFormat.of().formatHex(start, 0, Math.min(8, start.length));
        return PACKED.stream().anyMatch(hex::startsWith);
    }

    /** Two lines of a header at its very beginning: a letter may well begin with one word and a colon. */
    static boolean mail(byte[] start) {
        if (HexFormat.of().formatHex(start, 0, Math.min(8, start.length)).equals(OUTLOOK)) {
            return true;
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        return HEADER.matcher(text).lookingAt() && HEADER.matcher(text).results().count() >= 2;
    }
}
