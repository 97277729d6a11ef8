package vn.banso.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.banso.cli.bench.baseline.SlowLine;
import vn.banso.receiver.Receiver;
import vn.banso.sync.wire.Greeting;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Desk;
import vn.banso.testing.HonestPeer;
import vn.banso.testing.Sender;

class HttpExchangeTest {
    private final HonestPeer province = new HonestPeer(1);

    @Test
    void aGreetingComesWhole() throws Exception {
        try (Receiver desk = Desk.serving(province); HttpPeer peer = new HttpPeer(desk.address())) {
            Greeting greeting = peer.greet();
            assertThat(greeting.nonce()).hasSize(16).isNotEqualTo(peer.greet().nonce());
            assertThat(greeting.nodeKey()).isEqualTo(province.greet().nodeKey());
            assertThat(greeting.incarnation()).isEqualTo(7);
            assertThat(greeting.maxParcelBytes()).isEqualTo(1 << 20);
        }
    }

    @Test
    void greetingAndExchangeShareOneConnectionAndEveryByteIsReckoned() throws Exception {
        Sender laptop = new Sender(1).write(100, 300, new Random(1));
        try (Receiver desk = Desk.serving(province);
                SlowLine line = SlowLine.open(desk.address(), SlowLine.Line.FAST);
                HttpPeer peer = new HttpPeer(line.address())) {
            laptop.handOver(peer);
            laptop.handOver(peer);

            assertThat(laptop.receipted()).isEqualTo(100);
            assertThat(line.count().connections()).isEqualTo(1);
            assertThat(peer.traffic().bytesUp()).isEqualTo(line.count().up());
            assertThat(peer.traffic().bytesDown()).isEqualTo(line.count().down());
            assertThat(peer.traffic().requests()).isEqualTo(4);
        }
    }

    @Test
    void headersStaySmall() throws Exception {
        try (Receiver desk = Desk.serving(province); HttpPeer peer = new HttpPeer(desk.address())) {
            peer.greet();
            TransferCounts hello = peer.traffic();
            byte[] empty = new Sender(1).parcel();
            int answer = peer.exchange(empty).length;
            System.out.printf("hello %d up, %d down; exchange headers %d up, %d down%n", hello.bytesUp(), hello.bytesDown(),
                    peer.traffic().bytesUp() - hello.bytesUp() - empty.length,
                    peer.traffic().bytesDown() - hello.bytesDown() - answer);
            assertThat(peer.traffic().bytesUp() - empty.length).isLessThan(300);
            assertThat(peer.traffic().bytesDown() - answer).isLessThan(300);
        }
    }

    @Test
    void anAddressMayHaveAPathAndNeedNotEndWithASlash() throws Exception {
        assertThat(new HttpPeer(URI.create("https://so.example.vn/banso")).name()).isEqualTo("https://so.example.vn/banso/");
        try (Receiver desk = Desk.serving(province);
                HttpPeer peer = new HttpPeer(URI.create("http://127.0.0.1:" + desk.port()))) {
            assertThat(peer.greet().nodeKey()).isNotEmpty();
        }
    }

    @Test
    void aParcelLongerThanTheDeskTakesIsNotEvenSent() throws Exception {
        try (Receiver desk = Desk.serving(province); HttpPeer peer = new HttpPeer(desk.address())) {
            peer.greet();
            long before = peer.traffic().bytesUp();
            assertThatExceptionOfType(PeerException.class).isThrownBy(() -> peer.exchange(new byte[(1 << 20) + 1]))
                    .matches(e -> e.reason() == PeerException.Reason.TOO_LARGE);
            assertThat(peer.traffic().bytesUp()).isEqualTo(before);
        }
    }
}
