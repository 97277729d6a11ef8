package vn.banso.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.Attention;
import vn.banso.store.upkeep.Upkeep;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.testing.Neighbourhood;

/** A province whose clock once stood far ahead, and which was restored from a backup since, as a laptop hears of it that only ever sends a stick. */
class StickIncarnationsTest {
    @TempDir
    private Path folder;
    private Path stick;
    private Neighbourhood people;
    private Node an;

    @BeforeEach
    void theProvinceWasAheadAndIsRestored() throws Exception {
        stick = Files.createDirectory(folder.resolve("USB"));
        people = new Neighbourhood(folder);
        an = people.laptop("an");
        Path backup = people.province().upkeep().backup(folder.resolve("backups"));
        people.shut("province");
        people.setUp("province", o -> o.withClock(Clock.fixed(Instant.parse("2099-01-01T00:00:00Z"), ZoneOffset.UTC)));
        people.open("province");
        people.record(an, 2);
        visit();
        assertThat(an.ledger().states()).containsEntry(RecordState.PROVINCE, 3L);
        people.setUp("province", o -> o);
        people.shut("province");
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(people.dir("province").resolve("node.db" + part));
        }
        Upkeep.restore(backup, people.dir("province"));
        people.open("province");
        assertThat(people.households(people.province())).isZero();
    }

    @AfterEach
    void close() {
        people.close();
    }

    private void leave() throws PeerException {
        new Exchange(an, new FolderPeer(stick, an.id()), ProgressListener.SILENT).run();
    }

    /** The stick goes there and comes back. */
    private void visit() throws PeerException {
        leave();
        new FolderDesk(NodePeer.forFiles(people.province(), 1 << 20)).take(stick);
        leave();
    }

    private Map<Path, byte[]> answers() throws IOException {
        Map<Path, byte[]> bytes = new HashMap<>();
        try (Stream<Path> files = Files.list(stick.resolve("BANSO").resolve("OUT"))) {
            for (Path file : files.toList()) {
                bytes.put(file, Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    @Test
    void theOneThatAnswersTheStickIsTheCurrentOneAndIsGivenWhatItLacks() throws Exception {
        people.record(an, 1);
        visit();
        assertThat(an.ledger().states().getOrDefault(RecordState.PROVINCE, 0L)).as("never ahead of the truth").isLessThan(4L);
        assertThat(an.attention()).noneMatch(a -> a.kind() == Attention.Kind.CLOCK);
        visit();
        assertThat(people.households(people.province())).isEqualTo(3);
        assertThat(an.ledger().states()).containsEntry(RecordState.PROVINCE, 4L);
    }

    @Test
    void anOldAnswerDoesNotTurnItBack() throws Exception {
        Map<Path, byte[]> old = answers();
        people.record(an, 1);
        visit();
        visit();
        assertThat(an.ledger().states()).containsEntry(RecordState.PROVINCE, 4L);
        people.record(an, 1);
        for (Map.Entry<Path, byte[]> answer : old.entrySet()) {
            Files.write(answer.getKey(), answer.getValue());
        }
        leave();
        visit();
        assertThat(people.households(people.province())).isEqualTo(4);
        assertThat(an.ledger().states()).containsEntry(RecordState.PROVINCE, 5L);
    }
}
