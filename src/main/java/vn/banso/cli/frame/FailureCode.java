package vn.banso.cli.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.StringJoiner;

/**
 * A short name for an unexpected failure: the same failure has the same code on every machine, and the code tells nothing
 * about anybody. It is computed from exception classes and from our own methods on the stack, never from messages.
 */
public record FailureCode(String code, String trace) {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 8;
    private static final int MOST_FRAMES = 40;

    public static FailureCode of(Throwable failure) {
        StringJoiner identity = new StringJoiner("\n");
        StringJoiner trace = new StringJoiner("\n  ");
        for (Throwable at = failure; at != null && at != at.getCause(); at = at.getCause()) {
            identity.add(at.getClass().getName());
            trace.add(at.getClass().getName());
            int frames = 0;
            for (StackTraceElement frame : at.getStackTrace()) {
                if (ours(frame)) {
                    identity.add(steady(frame.getClassName()) + "#" + steady(frame.getMethodName()));
                }
                if (frames++ < MOST_FRAMES) {
                    trace.add("at " + frame);
                }
            }
        }
        return new FailureCode(shorten(identity.toString()), trace.toString());
    }

    /** The frame's own command classes included; what the test runner or the launcher put below them is not part of it. */
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
