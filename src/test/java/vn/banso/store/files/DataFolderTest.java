package vn.banso.store.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import vn.banso.store.files.StoreException.Reason;

/** Where the data of this person lie, whatever the system knows of them. */
@DisabledOnOs(OS.WINDOWS)
class DataFolderTest {
    @Test
    void whatSomebodyChoseGoesFirst() {
        Properties system = system("/home/mai");
        assertThat(DataFolder.find(system, Map.of("HOME", "/tmp/mai", "BANSO_HOME", "/data/banso"))).isEqualTo(Path.of("/data/banso"));
        system.setProperty("banso.home", "/data/other");
        assertThat(DataFolder.find(system, Map.of("BANSO_HOME", "/data/banso"))).isEqualTo(Path.of("/data/other"));
        system.setProperty("banso.home", " ");
        assertThat(DataFolder.find(system, Map.of("BANSO_HOME", ""))).isEqualTo(Path.of("/home/mai/.banso"));
    }

    @Test
    void theHomeOfTheSessionGoesBeforeTheOneOfTheListOfUsers() {
        assertThat(DataFolder.find(system("/root"), Map.of("HOME", "/home/mai"))).isEqualTo(Path.of("/home/mai/.banso"));
        assertThat(DataFolder.find(system("/home/mai"), Map.of())).isEqualTo(Path.of("/home/mai/.banso"));
        assertThat(DataFolder.find(system("/home/mai"), Map.of("HOME", "mai"))).as("no folder of anybody").isEqualTo(Path.of("/home/mai/.banso"));
    }

    @Test
    void aUserWhomNobodyKnowsGetsNoFolderCalledQuestionMark() {
        assertThat(DataFolder.find(system("?"), Map.of("HOME", "/home/mai"))).isEqualTo(Path.of("/home/mai/.banso"));
        assertThatThrownBy(() -> DataFolder.find(system("?"), Map.of())).isInstanceOfSatisfying(StoreException.class,
                e -> assertThat(e.reason()).isEqualTo(Reason.NO_HOME));
    }

    private static Properties system(String home) {
        Properties system = new Properties();
        system.setProperty("os.name", "Linux");
        system.setProperty("user.home", home);
        return system;
    }
}
