package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import vn.banso.carrier.DeskAddress;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.Destination;
import vn.banso.cli.frame.Terminal;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Lang;
import vn.banso.testing.Awaited;
import vn.banso.testing.SmallDisk;

/** Each cause, as it really comes, has its own sentence: what is safe, what happened, what to do. */
class CauseTest {
    private static final Set<Class<?>> NAMES = Set.of(Path.class, DeskAddress.class, Destination.class);
    private static final String VILLAGE = """
            [{"type":"village","commune":"05719","fields":{"name":"%s","kind":"ban","region":"remote","unit_list":"2025-07-01","commune":"05719"}}]""";

    @TempDir
    private Path dir;
    private Province province;

    @BeforeEach
    void aProvince() {
        province = Province.found(dir, "19");
    }

    /** Of every command and every name in it: an empty one is wrong use, and leaves nothing in the folder one stands in. */
    @Test
    void anEmptyNameIsWrongUse() throws IOException {
        List<String> before = here();
        Terminal terminal = Terminal.of(new ByteArrayOutputStream(), new ByteArrayOutputStream(), InputStream.nullInputStream(), Map.of());
        CommandLine all = Cli.commands(new CommandContext(terminal, Texts.of(Lang.VI), province.shell().options()), (_, _, _) -> 0, (_, _, _) -> 0);
        List<List<String>> tried = new ArrayList<>();
        leaves(all.getCommandSpec()).forEach(command -> command.args().stream().filter(a -> NAMES.contains(a.type())).forEach(empty -> {
            for (String blank : List.of("", " ")) {
                List<String> words = words(command, empty, blank);
                tried.add(words);
                Answer answer = province.run(words.toArray());
                assertThat(answer.exit()).as("%s: %s%s", words, answer.out(), answer.err()).isEqualTo(2);
                assertThat(answer.err()).as(words.toString()).contains("đang để trống");
            }
        }));
        assertThat(tried).as("names of commands").hasSizeGreaterThan(60);
        assertThat(here()).isEqualTo(before);
    }

    private static Stream<CommandSpec> leaves(CommandSpec command) {
        return command.subcommands().isEmpty() ? Stream.of(command)
                : command.subcommands().values().stream().flatMap(sub -> leaves(sub.getCommandSpec()));
    }

    /** The command with all that it needs, and this one left empty. */
    private List<String> words(CommandSpec command, ArgSpec empty, String blank) {
        List<String> words = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
        words.removeFirst();
        command.args().stream().filter(a -> a == empty || a.required()).forEach(arg -> {
            if (arg instanceof OptionSpec option) {
                words.add(option.longestName());
            }
            words.add(arg == empty ? blank : arg.type().isEnum() ? "volunteer" : arg.type() == int.class ? "0"
                    : arg.type() == DeskAddress.class || arg.type() == Destination.class ? "127.0.0.1:9" : dir.resolve("nowhere").toString());
        });
        return words;
    }

    private static List<String> here() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void whatIsNoAddressIsWrongUse() {
        for (String typed : List.of("http://so:70000", "so.example.vn:70000", "https://", "http://so nha")) {
            Answer answer = province.run("handover", "--dir", province.node("province"), "--to", typed);
            assertThat(answer.exit()).as(typed).isEqualTo(2);
            assertThat(answer.err()).contains("chưa phải địa chỉ").contains(typed);
        }
        assertThat(province.run("receive", "--dir", province.node("province"), "--port", "70000").exit()).isEqualTo(2);
    }

    @Test
    void aFileWhereAFolderIsWanted() throws IOException {
        Path file = Files.writeString(dir.resolve("thư.txt"), "Kính gửi");
        province.refused("không phải thư mục", "status", "--dir", file);
        province.refused("không phải thư mục", "status", "--dir", file.resolve("node"));
        province.refused("không phải thư mục", "node", "request", "--dir", file, "--holder", "Ai", "--role", "volunteer", "--out", dir.resolve("r"));
        province.refused("không phải là thư mục", "handover", "--dir", province.node("province"), "--to", file);
        province.refused("không phải thư mục", "backup", "--dir", province.node("province"), "--to", file);
    }

    @Test
    void aFolderWhereAFileIsWantedIsNamed() throws IOException {
        Path folder = Files.createDirectory(dir.resolve("A"));
        province.refused(folder + " là thư mục", "show", folder);
        province.refused(folder + " là thư mục", "record", "--dir", province.node("province"), folder);
        province.refused(folder + " là thư mục", "node", "join", "--dir", province.node("province"), folder);
        Path nowhere = dir.resolve("không có");
        province.refused("Không tìm thấy " + nowhere, "show", nowhere);
        province.refused("Không tìm thấy " + nowhere, "record", "--dir", province.node("province"), nowhere);
    }

    @Test
    void aPathThatIsTooLong() throws IOException {
        Path deep = dir;
        while (deep.toString().length() < 520) {
            deep = deep.resolve("thu-muc-co-ten-rat-dai-de-duong-dan-vuot-muc");
        }
        Files.createDirectories(deep);
        province.refused("quá dài", "status", "--dir", deep);
        province.refused("quá dài", "node", "request", "--dir", deep, "--holder", "Ai", "--role", "volunteer", "--out", dir.resolve("r"));
        province.refused("quá dài", "show", dir.resolve("x".repeat(300)));
    }

    @Test
    void aFullDiskIsCalledFullAlsoAtOpening() throws Exception {
        Path at = Files.createDirectory(dir.resolve("small"));
        try (SmallDisk disk = SmallDisk.plug(at, 4 << 20)) {
            assertThat(disk).isNotNull();
            Path mai = at.resolve("mai");
            province.done("node", "request", "--dir", mai, "--holder", "Mai", "--role", "volunteer", "--out", dir.resolve("mai.request"));
            for (int left : new int[] {0, 4 << 10, 20 << 10, 40 << 10}) {
                fill(at, left);
                Answer answer = province.run("status", "--dir", mai);
                assertThat(answer.exit() == 0 || answer.err().contains("đã đầy")).as("%s left: %s", left, answer.err()).isTrue();
                assertThat(left > 0 || answer.exit() == 1).as("%s left", left).isTrue();
                Files.delete(at.resolve("filler"));
            }
            province.done("status", "--dir", mai);
            fill(at, 0);
            province.refused("đã đầy", "node", "request", "--dir", at.resolve("hoa"), "--holder", "Hoa", "--role", "volunteer", "--out", dir.resolve("r"));
        }
        province.refused("Không thấy thư mục", "handover", "--dir", province.node("province"), "--to", at.resolve("gone"));
        province.refused("chưa có dữ liệu", "status", "--dir", at.resolve("mai"));
    }

    private static void fill(Path at, long left) throws IOException {
        long free = Files.getFileStore(at).getUsableSpace() - left;
        Files.write(at.resolve("filler"), new byte[(int) Math.max(0, free)]);
    }

    /** Root reads everything, so the program is started without that right. */
    @Test
    void aNodeOfSomebodyElseIsNotSaidToBeEmpty() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "no setpriv here");
        Path theirs = dir.resolve("theirs");
        province.done("node", "request", "--dir", theirs, "--holder", "Mai", "--role", "volunteer", "--out", dir.resolve("mai.request"));
        run("chown", "-R", "65534:65534", theirs.toString());
        assertThat(asOther("status", "--dir", theirs.toString())).contains("người dùng khác");
        run("chmod", "755", theirs.toString());
        assertThat(asOther("status", "--dir", theirs.toString())).as("a folder that opens, and files that do not").contains("người dùng khác");
    }

    private String asOther(String... words) throws IOException, InterruptedException {
        Path told = dir.resolve("told");
        List<String> command = new ArrayList<>(List.of("/usr/bin/setpriv", "--bounding-set=-all", "--inh-caps=-all",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED", "-Dstderr.encoding=UTF-8",
                "-Dbanso.home=" + dir.resolve("home-of-other"), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), "vn.banso.app.Banso"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(told.toFile());
        builder.environment().put("BANSO_PASSPHRASE", Province.PASSPHRASE);
        Process process = builder.start();
        assertThat(process.waitFor(Awaited.SECONDS, TimeUnit.SECONDS)).isTrue();
        return Files.readString(told);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(new ProcessBuilder(command).start().waitFor() == 0, "needs root");
    }

    @Test
    void whatIsTakenInIsToldByWhatItIs() throws IOException {
        Path request = dir.resolve("mai.request");
        Path welcome = dir.resolve("mai.welcome");
        province.done("node", "request", "--dir", province.node("mai"), "--holder", "Mai", "--role", "volunteer", "--out", request);
        province.done("node", "approve", "--dir", province.node("province"), request, "--communes", "05719", "--out", welcome);
        imported("tệp đề nghị tham gia", request);
        imported("tệp cấp quyền", welcome);
        Path zip = dir.resolve("tu-zalo(3).banso");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a.banso"));
            out.write(Files.readAllBytes(request));
        }
        imported("tệp đề nghị tham gia", zip);
        Path gz = dir.resolve("a.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(gz))) {
            out.write(Files.readAllBytes(request));
        }
        imported("giải nén trước", gz);
        imported("lưu tệp đính kèm", Files.writeString(dir.resolve("thư.eml"),
                "Received: from a by b\r\nFrom: Mai <mai@example.vn>\r\nSubject: So lieu\r\n\r\nKính gửi\r\n"));
        imported("không phải là gói", Files.writeString(dir.resolve("thư.txt"), "To: làm ơn xem giúp\nKính gửi"));
    }

    private void imported(String sentence, Path file) {
        Answer answer = province.run("import", "--dir", province.node("province"), file);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(1);
        assertThat(answer.err()).contains(sentence).contains(file.getFileName().toString());
    }

    @Test
    void jsonThatIsTooMuchIsNotCalledNoJson() throws IOException {
        Path file = dir.resolve("a.json");
        for (String much : List.of("[".repeat(40) + "]".repeat(40), "[\"" + "a".repeat(200_000) + "\"]", "[" + "9".repeat(60) + "]")) {
            province.refused("vượt mức", "record", "--dir", province.node("province"), Files.writeString(file, much));
        }
        province.refused("ghi hai lần", "record", "--dir", province.node("province"), Files.writeString(file, "[{\"type\":\"village\",\"type\":\"village\"}]"));
        province.refused("chưa phải JSON", "record", "--dir", province.node("province"), Files.writeString(file, "[{]"));
    }

    @Test
    void spacesAreNoPartOfHowLongANameIs() throws IOException {
        province.admit("province", "office", "commune");
        province.admit("office", "mai", "volunteer");
        Path file = Files.writeString(dir.resolve("a.json"), String.format(java.util.Locale.ROOT, VILLAGE, "Khuổi" + " ".repeat(400) + "Mèo"));
        province.done("record", "--dir", province.node("mai"), file);
    }

    @Test
    void aBackupBesideTheNodeIsNoted() throws Exception {
        assertThat(province.done("backup", "--dir", province.node("province"), "--to", province.node("province").resolve("b")).err())
                .contains("ngay trong thư mục của máy");
        assertThat(province.done("backup", "--dir", province.node("province"), "--to", dir.resolve("b")).err()).contains("cùng ổ đĩa");
        Path usb = Files.createDirectory(dir.resolve("usb"));
        try (SmallDisk disk = SmallDisk.plug(usb, 8 << 20)) {
            assertThat(disk).isNotNull();
            assertThat(province.done("backup", "--dir", province.node("province"), "--to", usb).err()).isEmpty();
        }
    }

    @Test
    void aBackupIsNotRestoredOverTheVaultOfAnother() throws IOException {
        province.done("node", "request", "--dir", province.node("mai"), "--holder", "Mai", "--role", "volunteer", "--out", dir.resolve("r"));
        province.done("backup", "--dir", province.node("province"), "--to", dir.resolve("b"));
        Path backup;
        try (Stream<Path> files = Files.list(dir.resolve("b"))) {
            backup = files.findFirst().orElseThrow();
        }
        Files.delete(province.node("mai").resolve("node.db"));
        province.refused("đã có dữ liệu", "restore", "--from", backup, "--dir", province.node("mai"));
        assertThat(province.done("restore", "--from", backup, "--dir", dir.resolve("again")).out()).contains("bản sao lưu ngày");
        province.done("status", "--dir", dir.resolve("again"));
    }
}
