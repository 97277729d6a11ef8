package vn.banso.carrier;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a desk as people type it: a host and a port are enough, a host alone too. Where nobody says {@code http://} or
 * {@code https://}, the line is closed to others ({@code https}) wherever a certificate can be had; for this machine itself and for
 * numbers and names of a local network, which no public certificate can vouch for, it is {@code http}, and {@link LineTrust} says
 * whether that may be used.
 *
 * @param uri {@code http} or {@code https}, with host, ends in a slash
 */
public record DeskAddress(URI uri) {
    private static final int LAST_PORT = 65_535;
    private static final int LONGEST = 300;
    private static final Pattern FORM = Pattern.compile("(?i)(?:(https?)://)?((?:[\\p{Alnum}](?:[\\p{Alnum}_-]*[\\p{Alnum}])?\\.)*"
            + "[\\p{Alnum}](?:[\\p{Alnum}_-]*[\\p{Alnum}])?|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?(/[\\p{Alnum}._~%/-]*)?");
    private static final Pattern LOCAL = Pattern.compile("localhost|127\\..*|10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*"
            + "|.*\\.local|\\[::1]|\\[f[cde].*|[^.\\[]+");

    /** Empty where it cannot be an address of a desk. */
    public static Optional<DeskAddress> of(String typed) {
        String text = typed.strip();
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches() || isPortOutside(form.group(3))) {
            return Optional.empty();
        }
        String host = form.group(2).toLowerCase(Locale.ROOT);
        String scheme = form.group(1) != null ? form.group(1).toLowerCase(Locale.ROOT) : LOCAL.matcher(host).matches() ? "http" : "https";
        String path = form.group(4) == null ? "/" : form.group(4).endsWith("/") ? form.group(4) : form.group(4) + "/";
        try {
            URI uri = URI.create(scheme + "://" + host + (form.group(3) == null ? "" : ":" + form.group(3)) + path);
            return Optional.of(uri).filter(u -> u.getHost() != null).map(DeskAddress::new);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static boolean isPortOutside(String port) {
        return port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > LAST_PORT);
    }

    /**
     * Whether these words mean an address where a folder could be meant as well: they say {@code http}, or a host with a port. A single
     * letter before the colon is a drive.
     */
    public static boolean isMeant(String words) {
        String lower = words.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://")
                || lower.matches("[\\p{Alnum}][\\p{Alnum}._-]+:\\d+(/.*)?|\\[[0-9a-f:.]+]:\\d+(/.*)?");
    }

    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    /** Whether others can read and alter what goes there: plain {@code http} to another machine. */
    public boolean isOpen() {
        return isOpen(uri);
    }

    static boolean isOpen(URI desk) {
        return "http".equalsIgnoreCase(desk.getScheme()) && !THIS_MACHINE.matcher(desk.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
