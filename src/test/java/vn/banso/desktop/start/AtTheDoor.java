package vn.banso.desktop.start;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Settings;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.crypto.Argon2Cost;

/** A way in without a window, and a province with a laptop behind it. */
abstract class AtTheDoor {
    static final String MINE = "mưa rơi trên mái lá";

    @TempDir
    Path dir;

    final AtOnce background = new AtOnce();
    final Answers answers = new Answers();
    final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    final List<Node> opened = new ArrayList<>();
    NodeOptions options;
    Neighbourhood around;
    StartModel start;

    @BeforeEach
    void home() {
        options = NodeOptions.standard().withHome(dir.resolve("home")).withCost(Argon2Cost.FAST);
        around = new Neighbourhood(dir.resolve("around"));
        start = model();
    }

    @AfterEach
    void close() {
        start.leave();
        opened.forEach(Node::close);
        around.close();
    }

    StartModel model() {
        return new StartModel(background, answers, options, settings, Trial.none(), opened::add);
    }

    /** A volunteer's laptop, shut. */
    Path laptop() throws Exception {
        around.setUp("mai", o -> options);
        around.laptop("mai");
        around.shut("mai");
        return around.dir("mai");
    }

    String told() {
        return start.said().get().orElseThrow().sentences().getFirst().key();
    }
}
