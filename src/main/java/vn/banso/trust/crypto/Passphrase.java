package vn.banso.trust.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** How a typed passphrase becomes bytes: UTF-8 of its NFC, the same whether the keyboard composes Vietnamese letters or not. */
final class Passphrase {
    private Passphrase() {}

    /** The caller wipes the bytes. No String lingers in memory, but for a passphrase that was typed decomposed. */
    static byte[] bytes(char[] typed) {
        CharBuffer chars = CharBuffer.wrap(typed);
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(Normalizer.isNormalized(chars, Normalizer.Form.NFC)
                ? chars : CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC)));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }
}
