package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.SaveResult;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.governance.Role;

/** The rules about a whole family hold for whatever is saved, with those who stand in the register already. */
class FamilySavingTest {
    @TempDir
    Path folder;

    @Test
    void aFamilyThatRefusedGetsNoMember() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 3)) {
            Node node = laptop.node();
            EntryId village = node.entries(Catalogue.VILLAGE, Neighbourhood.SANG_MOC).getFirst().id();
            Draft home = Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, node.freshId()).with("village", new Value.Ref(village))
                    .with("consent", Codes.CONSENT.code("refused").orElseThrow());
            assertThat(node.save(List.of(home)).isSaved()).isTrue();
            Draft person = Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, node.freshId()).with("household", new Value.Ref(home.id()))
                    .with("name", new Value.Text("Lò Văn An"));
            assertThat(node.save(List.of(person))).isInstanceOfSatisfying(SaveResult.Refused.class, no -> assertThat(no.refusals())
                    .singleElement().satisfies(r -> assertThat(r.finding()).map(Finding::textKey).contains("check.refused_member")));
            Entry known = node.entries(Catalogue.PERSON, Neighbourhood.SANG_MOC).getFirst();
            assertThat(node.save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, known.id()).with("name", new Value.Text("12345")))).isSaved())
                    .as("a number for a name").isFalse();
        }
    }
}
