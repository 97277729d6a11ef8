package vn.banso.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A small certificate authority of its own, made with the JDK's keytool. */
public final class Certificates {
    private static final String PASS = "khong-bi-mat";

    private final Path folder;

    public Certificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        keytool("-genkeypair", "-alias", "ca", "-dname", "CN=Test CA", "-ext", "bc:c", "-startdate", "-20y", "-validity", "30000");
    }

    /** A server certificate for {@code localhost} that begins so many days from now, e.g. -400, and lasts so many. */
    public SSLContext server(String name, int fromDays, int days) throws IOException, InterruptedException, GeneralSecurityException {
        Path request = folder.resolve(name + ".csr");
        Path certificate = folder.resolve(name + ".crt");
        keytool("-genkeypair", "-alias", name, "-dname", "CN=localhost");
        keytool("-certreq", "-alias", name, "-file", request.toString());
        keytool("-gencert", "-alias", "ca", "-infile", request.toString(), "-outfile", certificate.toString(), "-ext",
                "san=dns:localhost", "-startdate", (fromDays < 0 ? "" : "+") + fromDays + "d", "-validity", String.valueOf(days));
        keytool("-importcert", "-alias", name, "-file", certificate.toString());
        KeyStore only = KeyStore.getInstance("PKCS12");
        only.load(null, null);
        KeyStore all = store();
        only.setKeyEntry(name, all.getKey(name, PASS.toCharArray()), PASS.toCharArray(), all.getCertificateChain(name));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(only, PASS.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** For callers who trust this authority, and judge by the clock. */
    public SSLContext callers() throws IOException, GeneralSecurityException {
        KeyStore issuers = KeyStore.getInstance("PKCS12");
        issuers.load(null, null);
        issuers.setCertificateEntry("ca", issuer());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(issuers);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    public X509Certificate issuer() throws IOException, GeneralSecurityException {
        return (X509Certificate) store().getCertificate("ca");
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("keys.p12"))) {
            store.load(in, PASS.toCharArray());
        }
        return store;
    }

    private void keytool(String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(what));
        command.addAll(List.of("-keystore", folder.resolve("keys.p12").toString(), "-storepass", PASS, "-noprompt"));
        if (what[0].equals("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(Files.readString(folder.resolve("log")));
        }
    }
}
