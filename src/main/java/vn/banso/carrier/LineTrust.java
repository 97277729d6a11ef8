package vn.banso.carrier;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/**
 * What a caller trusts of the line to a desk. A line that is not encrypted is taken to this machine itself, and to the one host that
 * somebody named; a certificate is trusted where the system trusts it, or the province's own authority.
 *
 * @param openHost to which {@code http://} may be used; empty for none
 * @param authorities of the province's own, or the certificates of its desk themselves
 * @param passed a moment that has surely passed: certificates are judged as of it where they do not fit the laptop's clock
 */
public record LineTrust(String openHost, List<X509Certificate> authorities, Instant passed) {
    /** In the data folder: certificates that a province without a public one gives its laptops, in PEM. */
    public static final String AUTHORITY = "receiver-ca.pem";

    /** Had passed when this was written. */
    private static final Instant AT_LEAST = Instant.parse("2026-12-01T00:00:00Z");
    private static final long LONGEST = 1 << 20;

    public static final LineTrust USUAL = new LineTrust("", List.of(), AT_LEAST);

    /**
     * As the data folder of this person says.
     *
     * @throws PeerException NOT_UNDERSTOOD where there is a file of certificates that cannot be read
     */
    public static LineTrust in(Path home) throws PeerException {
        Path file = home.resolve(AUTHORITY);
        if (!Files.exists(file)) {
            return USUAL;
        }
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > LONGEST) {
                throw new PeerException(Reason.NOT_UNDERSTOOD, null);
            }
            return USUAL.withAuthorities(CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast).toList());
        } catch (IOException | CertificateException e) {
            throw new PeerException(Reason.NOT_UNDERSTOOD, e);
        }
    }

    public LineTrust withOpen(String host) {
        return new LineTrust(host, authorities, passed);
    }

    public LineTrust withAuthorities(List<X509Certificate> own) {
        return new LineTrust(openHost, own, passed);
    }

    /** @param moments that have passed, such as when an officer signed a receipt */
    public LineTrust with(Optional<Instant> moments) {
        return new LineTrust(openHost, authorities, moments.filter(passed::isBefore).orElse(passed));
    }

    /** Whether nobody between can read along, or somebody said that this is no matter. */
    boolean allows(URI desk) {
        return !DeskAddress.isOpen(desk) || desk.getHost().equalsIgnoreCase(openHost);
    }

    SSLContext byTheClock() {
        return authorities.isEmpty() ? TrustedTime.usual() : TrustedTime.judgingByTheClock(anchors());
    }

    SSLContext withoutTheClock() {
        return TrustedTime.judgingAsOf(passed, anchors());
    }

    private X509Certificate[] anchors() {
        X509Certificate[] usual = TrustedTime.usualAnchors();
        X509Certificate[] all = Arrays.copyOf(usual, usual.length + authorities.size());
        for (int i = 0; i < authorities.size(); i++) {
            all[usual.length + i] = authorities.get(i);
        }
        return all;
    }
}
