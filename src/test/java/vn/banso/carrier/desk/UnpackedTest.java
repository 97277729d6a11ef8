package vn.banso.carrier.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.DeskReport.Left;
import vn.banso.carrier.desk.DeskReport.Why;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;

/** Messengers pack, mail programs wrap: what is inside is taken all the same, and nothing else happens. */
class UnpackedTest {
    private final HonestPeer commune = new HonestPeer(1);

    @TempDir
    private Path dir;
    private byte[] parcel;

    @BeforeEach
    void aParcel() throws Exception {
        Sender laptop = new Sender(1).write(10, 100, new Random(1));
        Path stick = Files.createDirectory(dir.resolve("stick"));
        laptop.handOver(new FolderPeer(stick, DeviceId.ofKey(laptop.key())));
        try (Stream<Path> files = Files.walk(stick)) {
            parcel = Files.readAllBytes(files.filter(Files::isRegularFile).findFirst().orElseThrow());
        }
    }

    private static void write(OutputStream to, List<String> names, byte[]... bytes) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(to)) {
            for (int i = 0; i < bytes.length; i++) {
                out.putNextEntry(new ZipEntry(names.get(i)));
                out.write(bytes[i]);
            }
        }
    }

    private Path zip(String name, byte[]... bytes) throws IOException {
        Path file = dir.resolve("tep-zalo.zip");
        write(Files.newOutputStream(file), Stream.iterate(name, n -> n + "x").limit(bytes.length).toList(), bytes);
        return file;
    }

    private Why left(Path file) throws Exception {
        DeskReport report = new FolderDesk(commune).take(file);
        assertThat(report.taken()).isEmpty();
        assertThat(commune.held()).isZero();
        assertThat(report.left()).extracting(Left::file).containsExactly(file);
        return report.left().getFirst().why();
    }

    @Test
    void theParcelsInAZipAreTakenAndTheRestIsPassedOver() throws Exception {
        DeskReport report = new FolderDesk(commune).take(zip("ảnh.jpg", new byte[5_000], parcel, parcel));
        assertThat(report.taken()).hasSize(2).allMatch(DeskReport.Taken::complete);
        assertThat(report.left()).isEmpty();
        assertThat(commune.held()).isEqualTo(10);
    }

    @Test
    void anAttachmentOfAMailIsTaken() throws Exception {
        String mail = "Received: from a by b\r\nFrom: Mai <mai@example.vn>\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n"
                + "Kinh gui xa\r\n--x\r\nContent-Disposition: attachment; filename=\"=?UTF-8?B?Z8OzaQ==?=\"\r\ncontent-transfer-encoding: BASE64\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + Base64.getMimeEncoder().encodeToString(parcel) + "\r\n--x--\r\n";
        assertThat(new FolderDesk(commune).take(Files.writeString(dir.resolve("thu.eml"), mail, StandardCharsets.ISO_8859_1)).taken()).hasSize(1);
        assertThat(commune.held()).isEqualTo(10);
    }

    @Test
    void aZipThatLeadsOutOfItsFolderOrUnpacksWithoutEndIsLeftWithASentence() throws Exception {
        for (String name : List.of("../../x.bso", "a\\..\\..\\b", "/etc/x", "C:x")) {
            assertThat(left(zip(name, parcel))).as(name).isEqualTo(Why.PACKED_ODDLY);
        }
        assertThat(left(zip("a", new byte[40 << 20], parcel))).as("forty megabytes of nothing").isEqualTo(Why.PACKED_ODDLY);
        byte[][] many = new byte[1_001][0];
        assertThat(left(zip("a", many))).as("a thousand files").isEqualTo(Why.PACKED_ODDLY);
    }

    @Test
    void whatHasNoParcelInItSaysWhatToDo() throws Exception {
        assertThat(left(zip("a", "Kính gửi".getBytes(StandardCharsets.UTF_8)))).isEqualTo(Why.PACKED);
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        write(inner, List.of("a"), parcel);
        assertThat(left(zip("a", inner.toByteArray()))).as("a ZIP in a ZIP").isEqualTo(Why.PACKED);
        byte[] whole = Files.readAllBytes(zip("a", parcel));
        assertThat(left(Files.write(dir.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2)))).as("cut").isIn(Why.PACKED, Why.UNREADABLE);
    }

    @Test
    void inAFolderOfDownloadsAZipIsLookedIntoAndOthersAreNoMatter() throws Exception {
        Path downloads = Files.createDirectory(dir.resolve("tai-ve"));
        Files.move(zip("a", new byte[100]), downloads.resolve("anh.zip"));
        Files.move(zip("a", parcel), downloads.resolve("goi.zip"));
        DeskReport report = new FolderDesk(commune).take(downloads);
        assertThat(report.taken()).hasSize(1);
        assertThat(report.left()).isEmpty();
        assertThat(report.strangers()).isEqualTo(1);
    }
}
