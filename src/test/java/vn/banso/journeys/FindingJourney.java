package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Visit;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Whom somebody looks for is found: by a name typed in haste, by a number at home, without the mouse. */
@Tag("slow")
class FindingJourney {
    @TempDir
    Path folder;

    private Laptop laptop;
    private Screen screen;
    private int everybody;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 120);
        HouseholdRow first = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
        EntryId household = laptop.node().freshId();
        EntryId head = laptop.node().freshId();
        laptop.node().save(List.of(
                Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, household).with("village", new Value.Ref(first.village()))
                        .with("local_number", new Value.Whole(950)).with("head", new Value.Ref(head)),
                Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, head).with("household", new Value.Ref(household))
                        .with("name", new Value.Text("Hoàng Thị Ửng"))));
        everybody = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total();
        screen = Screen.open(Laptop.CLOCK);
        screen.enter(laptop.node());
        screen.awaitText("Nên đến thăm");
    }

    @AfterEach
    void close() {
        screen.close();
        laptop.close();
    }

    private void toTheList() {
        screen.press(KeyCode.CONTROL).press(KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        screen.awaitText(everybody + " hộ");
        // The search field has the keyboard as soon as the page stands.
        screen.await("the search field listens", () -> screen.window().scene().getFocusOwner() instanceof javafx.scene.control.TextField);
    }

    @Test
    void aNameTypedWithoutMarksIsFoundAndOpened() {
        toTheList();
        screen.write("hoang thi u");
        screen.awaitText("1 hộ khớp");
        screen.awaitText("Hoàng Thị Ửng");
        screen.push(KeyCode.ENTER);
        screen.awaitNoText("1 hộ khớp");
        screen.press(KeyCode.ALT).press(KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        screen.awaitText("1 hộ khớp");
        assertThat(screen.texts()).as("as it was left").contains("hoang thi u", "Hoàng Thị Ửng");
    }

    @Test
    void aNumberAtHomeOpensTheListBehindIt() {
        int due = laptop.node().visits().total(Neighbourhood.SANG_MOC, CountPeriod.yearTo(java.time.LocalDate.now(Laptop.CLOCK)))
                .get(Visit.NO_SMARTPHONE).households();
        screen.awaitText("Chưa ai có điện thoại thông minh");
        screen.clickOn("Chưa ai có điện thoại thông minh");
        screen.awaitText(due + " hộ khớp");
        screen.clickOn("Bỏ lọc");
        screen.awaitText(everybody + " hộ");
        screen.awaitNoText("hộ khớp");
    }

    @Test
    void whoeverLooksForSomebodyLooksAmongAll() {
        for (int time = 0; time < 2; time++) {
            screen.awaitText("Chưa ai có điện thoại thông minh");
            screen.clickOn("Chưa ai có điện thoại thông minh");
            screen.awaitText("hộ khớp");
            screen.push(KeyCode.DOWN);
            screen.push(KeyCode.ENTER);
            screen.awaitNoText("hộ khớp");
            screen.press(KeyCode.CONTROL).press(KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
            screen.awaitText("Nên đến thăm");
            toTheList();
            screen.write("hoang thi u");
            screen.awaitText("Hoàng Thị Ửng");
            screen.press(KeyCode.CONTROL).press(KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        }
    }

    @Test
    void theListIsWalkedWithoutTheMouseAndKeepsItsPlace() {
        toTheList();
        screen.push(KeyCode.DOWN);
        for (int i = 0; i < 3; i++) {
            screen.push(KeyCode.DOWN);
        }
        screen.await("the fourth row is chosen", () -> list().getSelectionModel().getSelectedIndex() == 3);
        screen.push(KeyCode.ENTER);
        screen.awaitNoText(everybody + " hộ");
        screen.press(KeyCode.ALT).press(KeyCode.LEFT).release(KeyCode.LEFT, KeyCode.ALT);
        screen.awaitText(everybody + " hộ");
        screen.await("the fourth row is still chosen", () -> list().getSelectionModel().getSelectedIndex() == 3 && list().isFocused());
        screen.push(KeyCode.END);
        screen.await("the end of the list is read", () -> list().getSelectionModel().getSelectedIndex() == everybody - 1
                && list().getItems().get(everybody - 1).toString().contains("HouseholdRow"));
        for (KeyCode key : List.of(KeyCode.HOME, KeyCode.UP)) {
            screen.push(key);
        }
        screen.await("above the first row is the search field",
                () -> screen.window().scene().getFocusOwner() instanceof javafx.scene.control.TextField);
    }

    private ListView<?> list() {
        return (ListView<?>) screen.window().scene().getRoot().lookup(".households-list");
    }
}
