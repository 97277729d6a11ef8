package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Exit;
import vn.banso.desktop.settings.Product;
import vn.banso.register.values.Lang;
import vn.banso.say.FailureCode;
import vn.banso.store.files.NodeOptions;

/** The frame of the command line: help, languages, mistakes in use, the unforeseen. */
class FrameTest {
    private final Shell shell = Shell.plain();

    @Test
    void everyCommandHelpsInBothLanguages() {
        List<List<String>> commands = new ArrayList<>();
        collect(CliWords.commands(Lang.VI), List.of(), commands);
        assertThat(commands).hasSizeGreaterThan(2);
        for (List<String> command : commands) {
            Answer vi = shell.run(with(command, "--help"));
            Answer en = shell.run(with(command, "--help", "--lang", "en"));
            assertThat(vi.exit()).isZero();
            assertThat(vi.out()).startsWith("Cách dùng: banso").contains("--lang");
            assertThat(en.exit()).isZero();
            assertThat(en.out()).startsWith("Usage: banso").doesNotContain("Tùy chọn");
            assertThat(vi.out().lines().count()).isGreaterThan(3);
        }
    }

    @Test
    void theLanguageIsChosenAnywhereOnTheLine() {
        assertThat(shell.run("show", "/nowhere/x").err()).contains("Không tìm thấy /nowhere/x");
        assertThat(shell.run("--lang", "en", "show", "/nowhere/x").err()).contains("/nowhere/x was not found");
        assertThat(shell.run("show", "/nowhere/x", "--lang=en").err()).contains("/nowhere/x was not found");
    }

    @Test
    void wrongUseIsToldInOurWords() {
        assertThat(shell.run()).satisfies(a -> assertThat(a.exit()).isEqualTo(2))
                .satisfies(a -> assertThat(a.err()).contains("Các lệnh:"));
        assertWrong(shell.run("shoo"), "Không có lệnh “shoo”.");
        assertWrong(shell.run("show"), "Còn thiếu: FILE.");
        assertWrong(shell.run("show", "--quick", "x"), "không hiểu “--quick”");
        assertWrong(shell.run("--lang", "fr", "show", "x"), "--lang không nhận “fr”");
        assertWrong(shell.run("show", "a", "b"), "không hiểu “b”");
        assertWrong(shell.run("show", "--json", "--json", "x"), "--json được ghi hai lần");
    }

    @Test
    void theUnforeseenBecomesAShortCodeAndNothingElse() {
        Answer first = unforeseen("Nông Thị Hạnh");
        Answer second = unforeseen("someone else");
        assertThat(first.exit()).isEqualTo(1);
        assertThat(first.err()).contains("Dữ liệu vẫn đầy đủ").doesNotContain("Hạnh").doesNotContain("IllegalState");
        assertThat(code(first)).isEqualTo(code(second)).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    }

    @Test
    void differentFailuresHaveDifferentCodes() {
        String one = FailureCode.of(new IllegalStateException("Nông Thị Hạnh"));
        assertThat(FailureCode.of(new ArithmeticException("Nông Thị Hạnh"))).isNotEqualTo(one);
        assertThat(FailureCode.of(new IllegalStateException("a", new ArithmeticException()))).isNotEqualTo(one);
    }

    @Test
    void theVersionIsThatOfTheBuild() throws Exception {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Product.VERSION + "</version>");
        assertThat(shell.run("--version").out()).isEqualTo("Bản Số " + Product.VERSION + System.lineSeparator());
    }

    @Test
    void theWindowOpensInTheLanguageThatIsAskedForElseInThatOfLastTime() {
        assertThat(toldOf("open")).isEmpty();
        assertThat(toldOf()).isEmpty();
        assertThat(toldOf("open", "--lang=en")).contains(Lang.EN);
        assertThat(toldOf("--lang", "vi", "open")).contains(Lang.VI);
        assertThat(toldOf("--lang=en")).contains(Lang.EN);
    }

    private static Optional<Lang> toldOf(String... args) {
        AtomicReference<Optional<Lang>> told = new AtomicReference<>();
        int exit = Cli.run(List.of(args), vn.banso.cli.frame.Terminal.of(java.io.OutputStream.nullOutputStream(), java.io.OutputStream.nullOutputStream(),
                java.io.InputStream.nullInputStream(), java.util.Map.of("DISPLAY", ":0")), NodeOptions.standard(), (_, _, _) -> Exit.DONE, (_, lang, _) -> {
                    told.set(lang);
                    return Exit.DONE;
                });
        assertThat(exit).isEqualTo(Exit.DONE);
        return told.get();
    }

    private static Answer unforeseen(String message) {
        java.io.ByteArrayOutputStream err = new java.io.ByteArrayOutputStream();
        int exit = Cli.run(List.of("demo"), vn.banso.cli.frame.Terminal.of(java.io.OutputStream.nullOutputStream(), err,
                java.io.InputStream.nullInputStream(), java.util.Map.of()), NodeOptions.standard(), (_, _, _) -> {
                    throw new IllegalStateException(message);
                }, (_, _, _) -> Exit.DONE);
        return new Answer(exit, "", err.toString(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String code(Answer answer) {
        return Pattern.compile("mã (\\S+)\\.").matcher(answer.err()).results().findFirst().orElseThrow().group(1);
    }

    private static void assertWrong(Answer answer, String sentence) {
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains(sentence).contains("--help");
        assertThat(answer.out()).isEmpty();
    }

    private static void collect(CommandLine command, List<String> words, List<List<String>> into) {
        into.add(words);
        command.getSubcommands().forEach((name, sub) -> {
            List<String> longer = new ArrayList<>(words);
            longer.add(name);
            collect(sub, longer, into);
        });
    }

    private static Object[] with(List<String> words, String... more) {
        List<Object> all = new ArrayList<>(words);
        all.addAll(List.of(more));
        return all.toArray();
    }
}
