package vn.banso.carrier;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Judges certificates by the laptop's clock, or without it, which may say 1980 or 2099: as of a moment that is known to have passed, or as
 * of the certificate's own beginning where that is later. Issuer, name and everything else are judged as always. What it
 * gives away, that a certificate which ran out since that moment passes, costs little: nothing in a parcel rests on TLS.
 */
final class TrustedTime extends X509ExtendedTrustManager {
    /** Empty: by the clock. */
    private final Optional<Instant> passed;
    private final Set<TrustAnchor> anchors;

    private TrustedTime(Optional<Instant> passed, Set<TrustAnchor> anchors) {
        this.passed = passed;
        this.anchors = anchors;
    }

    /** @param passed a moment that surely lies in the past, e.g. when this program was built */
    static SSLContext judgingAsOf(Instant passed, X509Certificate[] anchors) {
        return judging(Optional.of(passed), anchors);
    }

    /** As usual, but with these to trust. */
    static SSLContext judgingByTheClock(X509Certificate[] anchors) {
        return judging(Optional.empty(), anchors);
    }

    private static SSLContext judging(Optional<Instant> passed, X509Certificate[] anchors) {
        TrustedTime judge = new TrustedTime(passed,
                Arrays.stream(anchors).map(issuer -> new TrustAnchor(issuer, null)).collect(Collectors.toSet()));
        return context(new TrustManager[] {judge});
    }

    /** As this Java does it, by the laptop's clock. */
    static SSLContext usual() {
        return context(null);
    }

    static SSLContext context(TrustManager[] managers) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has TLS", e);
        }
    }

    /** The issuers that this Java trusts anyway. */
    static X509Certificate[] usualAnchors() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return Arrays.stream(factory.getTrustManagers()).filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .toArray(X509Certificate[]::new);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK trusts somebody", e);
        }
    }

    private X509ExtendedTrustManager judge(X509Certificate[] chain) throws CertificateException {
        Optional<Date> when = passed.map(moment ->
                Arrays.stream(chain).map(X509Certificate::getNotBefore).reduce(Date.from(moment), (a, b) -> a.after(b) ? a : b));
        try {
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, new X509CertSelector());
            parameters.setRevocationEnabled(false);
            when.ifPresent(parameters::setDate);
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(new CertPathTrustManagerParameters(parameters));
            return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
        } catch (InvalidAlgorithmParameterException e) {
            throw new CertificateException("nobody to trust", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PKIX", e);
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        judge(chain).checkServerTrusted(chain, authType, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        judge(chain).checkServerTrusted(chain, authType, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("the name of the server is part of the question");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        checkClientTrusted(chain, authType);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("nobody is served here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return anchors.stream().map(TrustAnchor::getTrustedCert).toArray(X509Certificate[]::new);
    }
}
