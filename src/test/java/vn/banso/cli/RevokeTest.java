package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Shell.Answer;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.Node;
import vn.banso.sync.NodePeer;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.Peer;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Desk;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.GrantedDevice;

/** What an officer is told, and asked, before a laptop is shut out. */
@Tag("slow")
class RevokeTest {
    private static final String FAMILY = """
            [{"type":"village","as":"v","commune":"05719","fields":{"name":"Khuổi Mèo"}},
             {"type":"household","as":"h","commune":"05719","fields":{"village":"@v","fibre_available":"yes"}}]""";

    @TempDir
    private Path dir;
    private final Later later = new Later();
    private Province province;
    private String mai;

    /** A receiver's address is known before its province is founded. */
    private static final class Later implements Peer {
        private volatile Peer behind;

        @Override
        public Greeting greet() throws PeerException {
            return behind.greet();
        }

        @Override
        public byte[] exchange(byte[] parcel) throws PeerException {
            return behind.exchange(parcel);
        }

        @Override
        public String name() {
            return "later";
        }
    }

    @BeforeEach
    void writeTheFamilyDown() throws IOException {
        Files.writeString(dir.resolve("family.json"), FAMILY);
    }

    private void found(String receiver) {
        province = new Province(dir, Shell.at(dir.resolve("home"), Province.PASSPHRASE));
        province.done("province", "create", "--dir", province.node("province"), "--province", "19", "--holder", "Sở KH&CN", "--receiver", receiver);
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
        try (Node node = Node.open(province.node("mai"), Province.PASSPHRASE.toCharArray(), province.shell().options())) {
            mai = node.id().toString().substring(0, 12);
        }
    }

    private void records() {
        province.done("record", "--dir", province.node("mai"), dir.resolve("family.json"));
    }

    private Node open(String name) {
        return Node.open(province.node(name), Province.PASSPHRASE.toCharArray(), province.shell().options());
    }

    private Answer revoke(Shell shell, Object... more) {
        Object[] words = new Object[4 + more.length];
        System.arraycopy(new Object[] {"node", "revoke", "--dir", province.node("office")}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return shell.run(words);
    }

    private Shell at(Duration later) {
        Clock clock = Clock.offset(Clock.systemUTC(), later);
        return new Shell(province.shell().env(), "", province.shell().options().withClock(clock));
    }

    @Test
    void theProvinceIsAskedFirstAndSoNothingItHasIsTakenOut() {
        try (Receiver desk = Desk.serving(later)) {
            found(desk.address().toString());
            try (Node at = open("province")) {
                later.behind = NodePeer.live(at, 1 << 20);
                records();
                province.done("handover", "--dir", province.node("mai"), "--to", desk.address());
                Answer asked = revoke(province.shell(), mai, "--held-only");
                assertThat(asked.exit()).isEqualTo(1);
                assertThat(asked.err()).as("records, and in how many batches").contains("2 mục trong 1 gói").contains("Chưa có gì thay đổi");
                assertThat(revoke(at(Duration.ofDays(9)), mai).exit()).as("heard of just now, whatever the date of the last receipt").isZero();
            }
            try (Node office = open("office")) {
                assertThat(office.entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC)).hasSize(1);
                assertThat(office.grants().devices()).filteredOn(d -> d.id().toString().startsWith(mai)).allMatch(GrantedDevice::revoked).hasSize(1);
            }
        }
    }

    @Test
    void whereTheProvinceCannotBeHeardItIsSaidHowOldItsNewsIs() throws IOException {
        found("http://127.0.0.1:9/");
        records();
        Path stick = Files.createDirectory(dir.resolve("USB"));
        province.done("handover", "--dir", province.node("mai"), "--to", stick);
        province.done("import", "--dir", province.node("office"), stick);
        Answer old = revoke(at(Duration.ofDays(9)), mai);
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.err()).contains("Tin mới nhất từ tỉnh là của ngày").contains("2 mục").contains("--yes").contains("127.0.0.1");
        assertThat(revoke(at(Duration.ofHours(9)), mai).exit()).as("news of today is enough").isZero();
    }

    @Test
    void whoSaysYesIsNotAsked() {
        found("http://127.0.0.1:9/");
        records();
        assertThat(revoke(at(Duration.ofDays(9)), mai, "--yes").exit()).isZero();
    }
}
