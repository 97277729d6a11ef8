package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.change.ChangeId;
import vn.banso.ledger.merge.BatchStatus;
import vn.banso.ledger.merge.Opener.Opened;
import vn.banso.ledger.parcel.Frame.RedactionFrame;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.store.upkeep.Checkup;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.Redactions;
import vn.banso.trust.crypto.Redactions.Contents;
import vn.banso.trust.governance.Role;

/** An officer who signs redactions that no erasure explains: nothing is taken from anybody. */
class RedactionTest {
    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private Node rogue;
    private Draft household;
    private EntryId person;
    private Batch batch;

    @BeforeEach
    void recordAFamily() {
        land = new Land(folder);
        rogue = land.enrolled("rogue", Role.COMMUNE, Land.SANG_MOC);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
        Land.exchange(land.province, rogue);
        Draft village = Land.village(an, Land.SANG_MOC, "Bản Chương");
        household = Land.household(an, Land.SANG_MOC, village.id());
        Draft member = Land.person(an, Land.SANG_MOC, household.id(), "Nông Văn Sính", 1956);
        person = member.id();
        an.save(List.of(village, household, member));
        batch = an.ledger().seal().getFirst();
        Land.exchange(an, land.province);
        Land.exchange(land.province, rogue);
    }

    @AfterEach
    void close() {
        land.close();
    }

    private RedactionFrame redaction(Contents contents) {
        return Redactions.redact(rogue.device(), rogue.keyring(), batch, contents).orElseThrow();
    }

    private Contents whole() {
        return Contents.whole(((Opened.Changes) new BatchSealer(rogue.keyring()).open(batch)).changes());
    }

    private void nothingIsGone(Node node) {
        assertThat(node.entries(Catalogue.PERSON, Land.SANG_MOC)).hasSize(1);
        assertThat(node.upkeep().check()).satisfies(c -> assertThat(c.isSound()).isTrue());
        assertThat(node.entries(Catalogue.PERSON, Land.SANG_MOC)).as("after looking through").hasSize(1);
        assertThat(node.ledger().batch(batch.hash()).orElseThrow().body()).isEqualTo(batch.body());
    }

    @Test
    void whatNobodyErasedIsNotRemoved() {
        RedactionFrame people = redaction(whole().without(c -> c.type() == Catalogue.PERSON.id()));
        RedactionFrame all = redaction(whole().without(_ -> true));
        for (Node node : List.of(land.province, an)) {
            assertThat(node.ledger().take(people)).isFalse();
            assertThat(node.ledger().take(all)).isFalse();
            nothingIsGone(node);
        }
    }

    @Test
    void anInventedRemainderIsNobodysWord() {
        Contents whole = whole();
        RedactionFrame without = redaction(new Contents(whole.left().subList(0, 1), List.of()));
        RedactionFrame twice = redaction(new Contents(whole.left(), List.of(new Redactions.Removed(1, person, whole.left().getFirst().id()))));
        RedactionFrame renamed = redaction(new Contents(whole.left().subList(1, whole.left().size()),
                List.of(new Redactions.Removed(whole.left().getFirst().type(), person, new ChangeId(7)))));
        Node late = late();
        assertThat(rogue.acts().erase(Land.SANG_MOC, person).isSaved()).isTrue();
        Land.exchange(rogue, land.province);
        var neighbour = whole.left().stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id()).findFirst().orElseThrow();
        RedactionFrame underTheErasedName = redaction(new Contents(whole.left().stream().filter(c -> !c.equals(neighbour)).toList(),
                List.of(new Redactions.Removed(Catalogue.PERSON.id(), person, neighbour.id()))));
        for (RedactionFrame frame : List.of(without, twice, renamed, underTheErasedName)) {
            assertThat(land.province.ledger().take(frame)).isFalse();
            assertThat(late.ledger().take(frame)).as("where the batch is not held either").isFalse();
            assertThat(late.ledger().isPlaced(batch.hash())).isFalse();
            assertThat(land.province.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
        }
    }

    @Test
    void beforeItsErasureItWaitsAndConfirmsNothing() {
        RedactionFrame people = redaction(whole().without(c -> c.type() == Catalogue.PERSON.id()));
        Node late = late();
        assertThat(late.ledger().take(people)).isTrue();
        assertThat(late.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).as("carried, not counted").isEmpty();
        assertThat(late.ledger().have(Land.SANG_MOC).tips()).as("whoever has the whole one sends it").noneMatch(t -> t.feed().equals(batch.feed()));
        assertThat(late.ledger().take(List.of(batch)).fresh()).isEqualTo(1);
        assertThat(late.entries(Catalogue.PERSON, Land.SANG_MOC)).hasSize(1);
        nothingIsGone(late);
        Land.give(land.province, an);
        assertThat(late.digest(Optional.of(Land.SANG_MOC))).isEqualTo(an.digest(Optional.of(Land.SANG_MOC)));
    }

    @Test
    void onceItsErasureIsKnownItCounts() {
        Node late = late();
        assertThat(rogue.acts().erase(Land.SANG_MOC, person).isSaved()).isTrue();
        List<Batch> erasure = rogue.ledger().seal();
        RedactionFrame good = rogue.ledger().redaction(batch.hash()).orElseThrow();
        assertThat(land.province.ledger().take(good)).as("before").isFalse();
        assertThat(late.ledger().take(good)).isTrue();
        assertThat(late.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).isEmpty();
        late.ledger().take(erasure);
        land.province.ledger().take(erasure);
        assertThat(late.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
        assertThat(late.ledger().have(Land.SANG_MOC).tips()).anyMatch(t -> t.feed().equals(batch.feed()));
        Land.exchange(an, land.province);
        for (Node node : List.of(an, land.province, late)) {
            node.ledger().take(good);
            assertThat(node.entries(Catalogue.PERSON, Land.SANG_MOC)).isEmpty();
            assertThat(node.ledger().batch(batch.hash()).orElseThrow().body()).isEmpty();
            assertThat(node.upkeep().check().isSound()).isTrue();
        }
        assertThat(late.digest(Optional.of(Land.SANG_MOC))).isEqualTo(an.digest(Optional.of(Land.SANG_MOC)));
    }

    /** One erased person does not take the neighbours along. */
    @Test
    void anErasureExplainsOnlyWhatItNames() {
        rogue.acts().erase(Land.SANG_MOC, person);
        Land.exchange(rogue, land.province);
        RedactionFrame more = redaction(whole().without(c -> c.type() != Catalogue.VILLAGE.id()));
        assertThat(land.province.ledger().take(more)).isFalse();
        assertThat(land.province.entries(Catalogue.HOUSEHOLD, Land.SANG_MOC)).hasSize(1);
    }

    @Test
    void aVolunteersErasureIsNone() {
        Node late = late();
        RedactionFrame theirs = Redactions.redact(an.device(), an.keyring(), batch, whole().without(_ -> true)).orElseThrow();
        assertThat(land.province.ledger().take(theirs)).isFalse();
        assertThat(late.ledger().take(theirs)).isFalse();
        nothingIsGone(land.province);
    }

    /** What was taken out of the ledger of a node itself, by whatever way, is told and never mended away. */
    @Test
    void lookingThroughNeverFollowsWhatNoErasureExplains() {
        RedactionFrame people = redaction(whole().without(c -> c.type() == Catalogue.PERSON.id()));
        land.province.context().db.commit(() -> land.province.context().stored.keep(batch.hash(), people));
        Checkup found = land.province.upkeep().check();
        assertThat(found.isSound()).isFalse();
        assertThat(found.mended()).isZero();
        assertThat(land.province.entries(Catalogue.PERSON, Land.SANG_MOC)).hasSize(1);
        assertThat(land.province.context().shelf.standing(batch.hash())).contains(BatchStatus.APPLIED);
    }

    private Node late() {
        Node late = land.open("late");
        land.enrol(late, Role.VOLUNTEER, Land.SANG_MOC);
        late.ledger().take(land.province.ledger().batchesLacking(Land.nothing(Land.GOVERNANCE)));
        late.ledger().take(land.province.ledger().batchesLacking(Land.nothing(Land.SANG_MOC)).stream().filter(b -> b.feed().governs()).toList());
        return late;
    }
}
