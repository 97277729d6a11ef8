package vn.banso.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.cli.Shell.Answer;

/** A second officer of the province, appointed by the root key: whoever approves works beside the node that receives. */
class AppointTest {
    @TempDir
    private Path dir;
    private Province province;

    @BeforeEach
    void foundAProvince() {
        province = Province.found(dir, "19");
    }

    private Path asked(String name, String role) {
        Path request = dir.resolve(name + ".request");
        province.done("node", "request", "--dir", province.node(name), "--holder", "Nông Thị Hạnh", "--role", role, "--out", request);
        return request;
    }

    private Answer appoint(Path request, Path rootKey, Path welcome) {
        return province.run("province", "appoint", "--dir", province.node("province"), "--root-key", rootKey, request, "--out", welcome);
    }

    @Test
    void theSecondOfficerLetsPeopleIn() {
        Path welcome = dir.resolve("second.welcome");
        assertThat(appoint(asked("second", "province"), province.node("province").resolve("root.key"), welcome).exit()).isZero();
        province.done("node", "join", "--dir", province.node("second"), welcome);
        province.admit("second", "office", "commune");
        province.admit("office", "mai", "volunteer");
        assertThat(province.done("desk", "devices", "--dir", province.node("office")).out()).contains("Cán bộ tỉnh").contains("Cán bộ xã");
        // The first hears of it as of everything, and appoints again: the feed of the root key goes on.
        assertThat(appoint(asked("third", "province"), province.node("province").resolve("root.key"), dir.resolve("third.welcome")).exit()).isZero();
    }

    @Test
    void anotherKeyOrAnotherRoleIsRefusedWithASentence() {
        Path welcome = dir.resolve("welcome");
        Path other = dir.resolve("elsewhere");
        Province.found(other, "24");
        assertThat(appoint(asked("second", "province"), other.resolve("province/root.key"), welcome).err()).contains("không phải khóa gốc của tỉnh này");
        assertThat(appoint(dir.resolve("second.request"), dir.resolve("second.request"), welcome).err()).contains("không phải khóa gốc của tỉnh này");
        assertThat(appoint(asked("office", "commune"), province.node("province").resolve("root.key"), welcome).err()).contains("node approve");
        assertThat(welcome).doesNotExist();
    }
}
