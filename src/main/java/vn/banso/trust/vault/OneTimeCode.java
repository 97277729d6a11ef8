package vn.banso.trust.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.banso.ledger.batch.Hash;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.SecureRandomSource;

/**
 * Eight letters and digits that two people say over the phone, so that a request and its welcome can meet at a desk that reads
 * neither: {@code 7K2M-X0PA}, 40 bits of chance in the letters of a {@link Fingerprint}.
 *
 * <p>The code itself never travels. Argon2id makes of it the address under which both parcels lie at the desk, and the key they
 * are sealed with. Whoever only holds what the desk holds would have to spend that cost on half of 2^40 codes within the few days
 * that a code lives; whoever only calls the desk meets its limits first.
 */
public final class OneTimeCode {
    /** Part of the format: both ends must spend the same. */
    private static final Argon2Cost COST = new Argon2Cost(64 * 1024, 3, 1);
    private static final byte[] SALT = Hash.sha256("banso code 1".getBytes(StandardCharsets.US_ASCII)).bytes();
    private static final int LENGTH = 8;

    private final String letters;

    private OneTimeCode(String letters) {
        this.letters = letters;
    }

    public static OneTimeCode draw() {
        SecureRandom chance = SecureRandomSource.source();
        StringBuilder drawn = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            drawn.append(Fingerprint.LETTERS.charAt(chance.nextInt(Fingerprint.LETTERS.length())));
        }
        return new OneTimeCode(drawn.toString());
    }

    /** As people type it: small letters, spaces and hyphens do not matter, nor whether a digit was heard as the letter O, I or L. */
    public static Optional<OneTimeCode> of(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s.–-]", "").replace('O', '0').replace('I', '1').replace('L', '1');
        boolean good = plain.length() == LENGTH && plain.chars().allMatch(c -> Fingerprint.LETTERS.indexOf(c) >= 0);
        return good ? Optional.of(new OneTimeCode(plain)) : Optional.empty();
    }

    /** As it is read aloud and shown. */
    public String spoken() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }

    /** Takes about as long as one guess of a passphrase. */
    public Box box() {
        char[] code = letters.toCharArray();
        byte[] derived = COST.derive(code, SALT);
        Box box = new Box(Hash.sha256(PartsFormat.write("banso code address 1", derived)).bytes(),
                Hash.sha256(PartsFormat.write("banso code key 1", derived)).bytes());
        Arrays.fill(derived, (byte) 0);
        Arrays.fill(code, ' ');
        return box;
    }

    /** Without the code, which must not get into logs. */
    @Override
    public String toString() {
        return "a one-time code";
    }

    /** Where the parcels of one code lie, and how they are sealed. */
    public static final class Box {
        private static final String REQUEST = "banso code request 1";
        private static final String WELCOME = "banso code welcome 1";

        private final byte[] address;
        private final byte[] key;

        private Box(byte[] address, byte[] key) {
            this.address = address;
            this.key = key;
        }

        /** 32 bytes that tell nothing about the code. */
        public byte[] address() {
            return address.clone();
        }

        public byte[] sealRequest(byte[] parcel) {
            return Vault.sealed(key, PartsFormat.write(REQUEST, address), parcel);
        }

        /** Empty where it was not sealed under this code, or altered. */
        public Optional<byte[]> openRequest(byte[] sealed) {
            return Vault.opened(key, PartsFormat.write(REQUEST, address), sealed);
        }

        public byte[] sealWelcome(byte[] parcel) {
            return Vault.sealed(key, PartsFormat.write(WELCOME, address), parcel);
        }

        /** Empty where it was not sealed under this code, or altered. */
        public Optional<byte[]> openWelcome(byte[] sealed) {
            return Vault.opened(key, PartsFormat.write(WELCOME, address), sealed);
        }
    }
}
