package vn.banso.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Workplace;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.Field;
import vn.banso.register.Validation;
import vn.banso.register.Value;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.trust.Role;

/** What is saved while it is written is never lost with the page. */
class AsYouGoTest {
    private static final Field DECISION = Catalogue.TEAM.field("decision_number");

    @TempDir
    private Path folder;

    @Test
    @Timeout(60)
    void whatTheRegisterDoesNotTakeIsKept() {
        AtOnce background = new AtOnce();
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0)) {
            Workplace workplace = new Workplace(laptop.node(), background, Laptop.CLOCK, new Answers(),
                    new SimpleObjectProperty<>(Settings.USUAL));
            EntryId id = laptop.node().freshId();
            EntryModel team = new EntryModel(Catalogue.TEAM, Neighbourhood.SANG_MOC, id, Optional.empty(),
                    () -> Validation.Context.on(workplace.today()));
            AsYouGo saving = new AsYouGo(workplace, team);
            team.commitText(DECISION, "12/QĐ-UBND");
            saving.now();
            assertThat(saving.standing().get()).as("teams are written by officers").isInstanceOf(AsYouGo.Standing.Refused.class);
            assertThat(laptop.node().drafts().list()).singleElement()
                    .matches(d -> d.id().equals(id) && d.value(DECISION).equals(Optional.of(new Value.Text("12/QĐ-UBND"))));
        }
    }
}
