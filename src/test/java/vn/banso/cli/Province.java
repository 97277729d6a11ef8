package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import vn.banso.cli.Shell.Answer;
import vn.banso.cli.frame.Json;

/**
 * A province in a folder, set up by commands alone: node {@code province}, and those that were let in.
 *
 * @param dir holds a folder for each node
 */
public record Province(Path dir, Shell shell) {
    static final String PASSPHRASE = "suoi chay qua ban";

    public static Province found(Path dir, String code) {
        Province province = new Province(dir, Shell.at(dir.resolve("home"), PASSPHRASE));
        province.done("province", "create", "--dir", dir.resolve("province"), "--province", code, "--holder", "Sở KH&CN");
        return province;
    }

    public Path node(String name) {
        return dir.resolve(name);
    }

    /** Lets a new node in, in the commune 05719. */
    public void admit(String officer, String name, String role) {
        admit(officer, name, role, "05719");
    }

    public void admit(String officer, String name, String role, String communes) {
        Path request = dir.resolve(name + ".request");
        Path welcome = dir.resolve(name + ".welcome");
        done("node", "request", "--dir", node(name), "--holder", "Nông Thị Hạnh", "--role", role, "--out", request);
        done("node", "approve", "--dir", node(officer), request, "--communes", communes, "--out", welcome);
        done("node", "join", "--dir", node(name), welcome);
    }

    public JsonNode states(String name) {
        return Json.read(done("status", "--dir", node(name), "--json").out()).get("states");
    }

    String digest(String name) {
        return done("digest", "--dir", node(name)).out().strip();
    }

    public Answer run(Object... words) {
        return shell.run(words);
    }

    /** Runs a command that must succeed. */
    public Answer done(Object... words) {
        Answer answer = shell.run(words);
        assertThat(answer.exit()).as("%s: %s%s", List.of(words), answer.out(), answer.err()).isZero();
        return answer;
    }

    /** A command that must end with exit code 1, this sentence and nothing else. */
    public void refused(String sentence, Object... words) {
        Answer answer = shell.run(words);
        assertThat(answer.exit()).as(answer.err()).isEqualTo(1);
        assertThat(answer.err()).contains(sentence);
        assertThat(answer.err().lines()).as(answer.err()).hasSizeLessThan(3);
        assertThat(answer.out()).isEmpty();
    }
}
