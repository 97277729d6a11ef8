package vn.banso.ledger.body;

import vn.banso.ledger.batch.BytesIn;
import vn.banso.ledger.batch.MalformedException;

/** Texts that are nothing but digits, such as phone numbers: leading zeros count. */
final class Digits {
    static final int LEAST = 4;
    /** What is left after the first three digits fits a long. */
    static final int MOST = 21;

    private Digits() {}

    static boolean areAll(String text) {
        if (text.length() < LEAST || text.length() > MOST) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static int length(int length) throws MalformedException {
        if (length < LEAST) {
            throw BytesIn.damaged("too few digits");
        }
        return length;
    }

    /** The bytes that all digits but the first three need. */
    static int packed(int length) {
        int bits = (int) Math.ceil((length - 3) * Math.log(10) / Math.log(2));
        return (bits + 7) / 8;
    }

    static String text(int first, long rest, int length) throws MalformedException {
        String digits = Long.toUnsignedString(rest);
        int zeros = length - 3 - digits.length();
        if (zeros < 0) {
            throw BytesIn.damaged("more digits than there are");
        }
        return (char) ('0' + first / 100) + "" + (char) ('0' + first / 10 % 10) + (char) ('0' + first % 10)
                + "0".repeat(zeros) + digits;
    }
}
