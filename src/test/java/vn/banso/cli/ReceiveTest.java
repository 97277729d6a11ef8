package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.app.Banso;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;
import vn.banso.cli.frame.Terminal;
import vn.banso.testing.Awaited;

/** {@code banso receive}: a province at its desk, a commune that calls. */
@Tag("slow")
class ReceiveTest {
    private static final String VILLAGE = """
            [{"type":"village","commune":"05719","fields":{"name":"Khuổi Mèo","kind":"ban","region":"remote","unit_list":"2025-07-01","commune":"05719"}}]""";

    @TempDir
    private Path dir;

    /** A receiver in its own thread, stopped as Ctrl-C stops it. */
    private static final class Desk implements AutoCloseable {
        private final Lines out = new Lines();
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private final Thread thread;

        Desk(Shell shell, Path node, int port) {
            Terminal terminal = Terminal.of(out, OutputStream.nullOutputStream(), InputStream.nullInputStream(), shell.env());
            thread = Thread.ofPlatform().start(() -> exit.complete(Banso.run(
                    List.of("receive", "--dir", node.toString(), "--port", String.valueOf(port)), terminal, shell.options())));
        }

        String address() throws Exception {
            Matcher address = Pattern.compile("http://\\S+").matcher(Awaited.answer(out.first));
            assertThat(address.find()).isTrue();
            return address.group();
        }

        int stop() throws Exception {
            thread.interrupt();
            return Awaited.answer(exit);
        }

        @Override
        public void close() throws Exception {
            stop();
        }
    }

    /** Tells the first line as soon as it is whole. */
    private static final class Lines extends ByteArrayOutputStream {
        private final CompletableFuture<String> first = new CompletableFuture<>();

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            String all = toString(StandardCharsets.UTF_8);
            if (all.contains("\n")) {
                first.complete(all.lines().findFirst().orElseThrow());
            }
        }
    }

    @Test
    void aCommuneHandsOverByLineAndGetsItsReceipt() throws Exception {
        Province province = Province.found(dir, "19");
        Shell shell = province.shell();
        Path office = province.node("office");
        province.admit("province", "office", "commune");
        done(shell.run("record", "--dir", office, Files.writeString(dir.resolve("village.json"), VILLAGE)));
        try (Desk desk = new Desk(shell, dir.resolve("province"), 0)) {
            String address = desk.address();
            Answer tally = done(shell.run("handover", "--dir", office, "--to", address, "--json"));
            assertThat(Json.read(tally.out()).get("batches_sent").intValue()).isPositive();
            assertThat(Json.read(tally.out()).get("receipts").intValue()).isPositive();
            assertThat(shell.run("status", "--dir", dir.resolve("province")).err()).contains("cửa sổ khác");
            Answer again = done(shell.run("handover", "--dir", office, "--to", address, "--json"));
            assertThat(Json.read(again.out()).get("batches_sent").intValue()).isZero();
            assertThat(desk.stop()).isZero();
        }
        assertThat(Json.read(done(shell.run("status", "--dir", office, "--json")).out()).get("states").get("province").intValue()).isEqualTo(1);
        assertThat(done(shell.run("digest", "--dir", dir.resolve("province"))).out()).isEqualTo(done(shell.run("digest", "--dir", office)).out());
        assertThat(done(shell.run("status", "--dir", office)).out()).contains("Tỉnh đã nhận: 1");
    }

    @Test
    void aLaptopIsLetInByACode() throws Exception {
        Province province = Province.found(dir, "19");
        Shell shell = province.shell();
        province.admit("province", "office", "commune");
        try (Desk desk = new Desk(shell, dir.resolve("province"), 0)) {
            String address = desk.address();
            done(shell.run("handover", "--dir", province.node("office"), "--to", address));
            String told = done(shell.run("node", "ask", "--dir", province.node("mai"), "--holder", "Lò Thị Mai", "--role", "volunteer", "--to",
                    address)).out();
            Matcher code = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}").matcher(told);
            assertThat(code.find()).isTrue();
            assertThat(shell.run("node", "enter", "--dir", province.node("mai"), "--code", code.group(), "--to", address).err())
                    .contains("chưa trả lời");
            assertThat(done(shell.run("node", "who", "--code", code.group().toLowerCase(Locale.ROOT), "--to", address)).out()).contains("Lò Thị Mai");
            done(shell.run("node", "answer", "--dir", province.node("office"), "--code", code.group(), "--communes", "05719", "--to", address));
            done(shell.run("node", "enter", "--dir", province.node("mai"), "--code", code.group(), "--to", address));
            assertThat(shell.run("node", "who", "--code", code.group(), "--to", address).err()).contains("Không có đề nghị nào");
            assertThat(shell.run("node", "who", "--code", "123", "--to", address).exit()).isEqualTo(2);
            done(shell.run("record", "--dir", province.node("mai"), Files.writeString(dir.resolve("village.json"), VILLAGE)));
        }
    }

    @Test
    void aPortThatIsTakenGetsASentence() throws IOException {
        Shell shell = Province.found(dir, "19").shell();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            Answer answer = shell.run("receive", "--dir", dir.resolve("province"), "--port", taken.getLocalPort());
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.err()).contains("Cổng " + taken.getLocalPort()).contains("cổng khác");
        }
        assertThat(shell.run("receive", "--dir", dir.resolve("province"), "--port", "70000").exit()).isEqualTo(2);
        assertThat(shell.run("status", "--dir", dir.resolve("province")).exit()).isZero();
    }

    private static Answer done(Answer answer) {
        assertThat(answer.exit()).as("%s%s", answer.out(), answer.err()).isZero();
        return answer;
    }
}
