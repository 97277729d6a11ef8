package vn.banso.say;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.StringJoiner;

/**
 * A short name for an unexpected failure: the same failure has the same code on every machine, and the code tells nothing
 * about anybody. It is computed from exception classes and from our own methods on the stack, never from messages.
 */
public final class FailureCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int MOST_CAUSES = 10;

    private FailureCode() {}

    /** Such as {@code 5VC6-HSDV}. */
    public static String of(Throwable failure) {
        StringJoiner identity = new StringJoiner("\n");
        int causes = 0;
        for (Throwable at = failure; at != null && causes < MOST_CAUSES; at = at.getCause(), causes++) {
            identity.add(at.getClass().getName());
            Arrays.stream(at.getStackTrace()).filter(FailureCode::ours)
                    .forEach(frame -> identity.add(steady(frame.getClassName()) + "#" + steady(frame.getMethodName())));
        }
        return shorten(identity.toString());
    }

    /** What the test runner or the launcher put below is not part of it. */
    private static boolean ours(StackTraceElement frame) {
        return frame.getClassName().startsWith("vn.banso.");
    }

    /** Names of lambdas and their classes are numbered by the compiler and the machine. */
    private static String steady(String name) {
        return name.replaceFirst("\\$\\$Lambda.*", "").replaceAll("\\$\\d+", "");
    }

    private static String shorten(String identity) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            StringBuilder code = new StringBuilder();
            for (int i = 0; i < LENGTH; i++) {
                code.append(i == LENGTH / 2 ? "-" : "").append(DIGITS.charAt(hash[i] & 31));
            }
            return code.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
