package vn.banso.app.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.HttpPeer;
import vn.banso.desktop.start.Trial;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.lists.Attention;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.trust.crypto.Argon2Cost;

/** The trial is a full register on a laptop of one's own, and a province that really answers. */
@Tag("slow")
class SampleTrialTest {
    private static final char[] MINE = "mưa rơi trên mái lá".toCharArray();
    private static final ScopeId SANG_MOC = Units.current().commune("05719").orElseThrow().scope();

    @TempDir
    private Path dir;

    @Test
    void itOpensOnAFullRegisterAndTheProvinceReallyAnswers() throws Exception {
        NodeOptions options = NodeOptions.standard().withHome(dir.resolve("home"));
        Trial trial = new SampleTrial(Path.of("sample-data"), options);
        assertThat(trial.isAvailable()).isTrue();
        Path folder = trial.usualFolder();
        assertThat(trial.laptop(folder)).isEmpty();
        List<Double> progress = new ArrayList<>();

        Path made = trial.make(folder, MINE, progress::add);

        assertThat(progress).isSorted().endsWith(1.0).hasSizeGreaterThan(8);
        assertThat(trial.laptop(folder)).contains(made);
        try (Node laptop = Node.open(made, MINE, options)) {
            assertThat(laptop.entries(Catalogue.HOUSEHOLD, SANG_MOC)).hasSizeGreaterThan(300);
            assertThat(laptop.attention()).extracting(Attention::kind).contains(Attention.Kind.CONFLICT, Attention.Kind.DUPLICATE);
            assertThat(laptop.ledger().states().get(RecordState.PROVINCE)).isGreaterThan(2_000);
            assertThat(laptop.ledger().states().get(RecordState.HERE)).isBetween(5L, 20L);
            try (Trial.Desk desk = trial.desk(laptop).orElseThrow();
                    HttpPeer peer = new HttpPeer(URI.create(laptop.province().orElseThrow().receiver()))) {
                assertThat(desk).isNotNull();
                new Exchange(laptop, peer, ProgressListener.SILENT).run();
            }
            assertThat(laptop.ledger().states().get(RecordState.HERE)).as("receipts came").isZero();
            try (Trial.Desk again = trial.desk(laptop).orElseThrow();
                    HttpPeer peer = new HttpPeer(URI.create(laptop.province().orElseThrow().receiver()))) {
                assertThat(again).isNotNull();
                new Exchange(laptop, peer, ProgressListener.SILENT).run();
            }
        }
        assertThatThrownBy(() -> trial.make(folder, MINE, _ -> { })).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void oneThatWasGivenUpIsMadeAnew() throws Exception {
        Trial trial = new SampleTrial(Path.of("sample-data"), NodeOptions.standard().withHome(dir.resolve("home")).withCost(Argon2Cost.FAST));
        Path folder = dir.resolve("trial");
        assertThatThrownBy(() -> trial.make(folder, MINE, share -> {
            if (share > 0.3) {
                Thread.currentThread().interrupt();
            }
        })).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(trial.laptop(folder)).isEmpty();
        assertThat(trial.laptop(folder.resolveSibling("other"))).isEmpty();
        trial.make(folder, MINE, _ -> { });
        assertThat(trial.laptop(folder)).isPresent();
    }

    @Test
    void whatIsNotATrialIsNeverRemoved() throws Exception {
        Trial trial = new SampleTrial(Path.of("sample-data"), NodeOptions.standard().withHome(dir.resolve("home")));
        Path mine = Files.createDirectories(dir.resolve("mine"));
        Files.writeString(Files.createDirectories(mine.resolve("laptop")).resolve("letter.txt"), "Kính gửi");
        assertThatThrownBy(() -> trial.make(mine, MINE, _ -> { })).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(mine.resolve("laptop/letter.txt")).exists();
        assertThat(new SampleTrial(dir.resolve("nowhere"), NodeOptions.standard()).isAvailable()).isFalse();
    }
}
