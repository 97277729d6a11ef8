package vn.banso.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.trust.governance.Role;

/** Where every batch lies: what this machine did, and what others have signed. */
class WhereaboutsTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Node commune;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        commune = land.enrolled("commune", Role.COMMUNE, Land.SANG_MOC);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, commune);
    }

    @AfterEach
    void close() {
        land.close();
    }

    @Test
    void everyStepIsToldWithWhatProvesIt() {
        an.save(List.of(Land.village(an, Land.SANG_MOC, "Khuổi Chạo"), Land.village(an, Land.SANG_MOC, "Bản Chương")));
        Whereabouts waiting = an.ledger().whereabouts().getFirst();
        assertThat(waiting.number()).isZero();
        assertThat(waiting.batch()).isEmpty();
        assertThat(waiting.records()).isEqualTo(2);
        assertThat(waiting.state()).isEqualTo(RecordState.HERE);

        List<Batch> batches = an.ledger().seal();
        Whereabouts sealed = an.ledger().whereabouts().getFirst();
        assertThat(an.ledger().whereabouts()).hasSize(1);
        assertThat(sealed.number()).isEqualTo(1);
        assertThat(sealed.records()).isEqualTo(2);
        assertThat(sealed.sealedAt()).contains(land.clock.instant());
        assertThat(sealed.carried()).isEmpty();
        assertThat(sealed.state()).isEqualTo(RecordState.HERE);

        an.ledger().markHandedOver(batches, "USB CỦA TỔ 2");
        assertThat(an.ledger().whereabouts().getFirst().carried()).contains(new Whereabouts.Carried("USB CỦA TỔ 2", land.clock.instant()));
        assertThat(an.ledger().whereabouts().getFirst().state()).isEqualTo(RecordState.HANDED_OVER);
        assertThat(an.ledger().whereabouts().getFirst().commune()).isEmpty();

        commune.ledger().take(batches);
        an.ledger().accept(commune.ledger().receipt(Land.SANG_MOC).orElseThrow());
        assertThat(an.ledger().whereabouts().getFirst().commune().orElseThrow().node()).isEqualTo(commune.id());
        assertThat(an.ledger().whereabouts().getFirst().province()).isEmpty();
        assertThat(an.ledger().whereabouts().getFirst().state()).isEqualTo(RecordState.COMMUNE);

        land.province.ledger().take(batches);
        an.ledger().accept(land.province.ledger().receipt(Land.SANG_MOC).orElseThrow());
        assertThat(an.ledger().whereabouts().getFirst().province().orElseThrow().node()).isEqualTo(land.province.id());
        assertThat(an.ledger().whereabouts().getFirst().state()).isEqualTo(RecordState.PROVINCE);

        an.save(List.of(Land.village(an, Land.SANG_MOC, "Nà Ca")));
        assertThat(an.ledger().whereabouts()).extracting(Whereabouts::state).containsExactly(RecordState.HERE, RecordState.PROVINCE);
    }

    @Test
    void whatPeopleCallTheirSticksIsNotReadInTheFile() throws IOException {
        an.save(List.of(Land.village(an, Land.SANG_MOC, "Khuổi Chạo")));
        an.ledger().markHandedOver(an.ledger().seal(), "USB CUA MAI");
        an.close();
        for (Path file : land.files()) {
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("USB CUA MAI");
        }
    }
}
