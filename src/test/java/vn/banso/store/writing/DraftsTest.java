package vn.banso.store.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Node;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.StoreException;
import vn.banso.trust.governance.Role;

/** Half-filled forms: each of its commune, never lost on the way, and none hidden by what cannot be read. */
class DraftsTest {
    private static final ScopeId A = Land.SANG_MOC;
    private static final ScopeId B = Land.LA_BANG;

    @TempDir
    Path folder;

    private Land land;
    private Node an;
    private EntryId id;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, A);
        id = an.freshId();
    }

    @AfterEach
    void close() {
        land.close();
    }

    private FormDraft family(ScopeId commune, String name) {
        return FormDraft.of(List.of(Draft.of(Catalogue.HOUSEHOLD, commune, id).with("size", new Value.Whole(4)),
                Draft.of(Catalogue.PERSON, commune, new EntryId(id.hi(), id.lo() + 1)).with("name", new Value.Text(name))));
    }

    @Test
    void formsOfOneEntryInTwoCommunesAreTwo() {
        an.drafts().keep(family(A, "Lò Thị Mai"));
        an.drafts().keep(family(B, "Lò Văn Bình"));
        assertThat(an.drafts().forms()).containsExactly(family(B, "Lò Văn Bình"), family(A, "Lò Thị Mai"));
        assertThat(an.ledger().states()).containsEntry(RecordState.DRAFT, 2L);
        assertThat(an.drafts().on(A, id, Catalogue.HOUSEHOLD)).containsExactly(family(A, "Lò Thị Mai"));
        an.drafts().discard(A, id);
        assertThat(an.drafts().forms()).containsExactly(family(B, "Lò Văn Bình"));
    }

    @Test
    void whatMovesToAnotherCommuneIsInOneOfTheTwoWhateverHappens() {
        an.drafts().keep(family(A, "Lò Thị Mai"));
        an.context().db.exec("CREATE TRIGGER pulled_plug BEFORE INSERT ON draft WHEN NEW.scope = " + B.value()
                + " BEGIN SELECT RAISE(ABORT, 'the plug is pulled'); END");
        assertThatThrownBy(() -> an.drafts().move(A, family(B, "Lò Thị Mai"))).isInstanceOf(StoreException.class);
        assertThat(an.drafts().forms()).containsExactly(family(A, "Lò Thị Mai"));
        an.context().db.exec("DROP TRIGGER pulled_plug");
        an.drafts().move(A, family(B, "Lò Thị Mai"));
        assertThat(an.drafts().forms()).containsExactly(family(B, "Lò Thị Mai"));
    }

    @Test
    void aDraftOfWhatTheRegisterCannotReadIsStillThere() {
        an.save(List.of(Draft.of(Catalogue.HOUSEHOLD, A, id).with("size", new Value.Whole(3))));
        an.drafts().keep(family(A, "Lò Thị Mai"));
        an.context().db.exec("UPDATE entry SET state = zeroblob(80) WHERE id = x'" + id + "'");
        assertThat(an.drafts().forms()).containsExactly(family(A, "Lò Thị Mai"));
        an.drafts().keep(FormDraft.of(Land.village(an, A, "Bó Mười")));
        assertThat(an.drafts().forms()).as("nor swept away with another").hasSize(2);
    }

    @Test
    void aRowThatCannotBeReadHidesNoOther() {
        FormDraft village = FormDraft.of(Land.village(an, A, "Bó Mười"));
        an.drafts().keep(village);
        an.drafts().keep(family(A, "Lò Thị Mai"));
        an.context().db.exec("UPDATE draft SET sealed = zeroblob(80) WHERE id = x'" + id + "'");
        assertThat(an.drafts().forms()).contains(village).hasSize(2);
        an.context().db.exec("UPDATE draft SET sealed = zeroblob(80) WHERE form = x'" + id + "'");
        an.drafts().keep(village);
        assertThat(an.drafts().forms()).containsExactly(village);
        assertThat(an.ledger().states()).as("it lies there still").containsEntry(RecordState.DRAFT, 2L);
    }
}
