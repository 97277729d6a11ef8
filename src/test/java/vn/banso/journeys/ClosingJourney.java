package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.testing.Entering;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** The window is closed in the middle of a word. */
@Tag("slow")
class ClosingJourney {
    @TempDir
    Path folder;

    @Test
    void whoWasBeingWrittenDownIsThereAgain() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 5)) {
            Place fresh = new Place.NewHousehold(Optional.of(laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst()).map(r -> new Place.Village(r.scope(), r.village())));
            laptop.around().shut(Laptop.NAME);
            try (Screen screen = Screen.open(Laptop.CLOCK)) {
                try (Entering door = Entering.at(screen, laptop)) {
                    screen.awaitText("Mở sổ");
                    door.type(new String(Neighbourhood.PASSPHRASE));
                    screen.push(KeyCode.ENTER);
                    screen.awaitText("xã đã nhận");
                    screen.onFx(() -> {
                        screen.window().navigator().go(fresh);
                        return null;
                    });
                    screen.awaitText("Chưa ghi tên ai");
                    screen.push(KeyCode.DIGIT1);
                    screen.push(KeyCode.SHIFT, KeyCode.TAB);
                    door.type("501");
                    screen.push(KeyCode.F3);
                    door.type("Lường Thị Đóng");
                    screen.push(KeyCode.ENTER);
                    door.type("19");
                    assertThat(screen.texts()).anyMatch(t -> t.contains("đang giữ") || t.contains("nháp đã giữ"));
                }
                screen.onFx(() -> {
                    screen.background().close();
                    return null;
                });
            }
            Node again = laptop.around().open(Laptop.NAME);
            Draft household = again.drafts().list().stream().filter(d -> d.type() == Catalogue.HOUSEHOLD).findFirst().orElseThrow();
            assertThat(household.value(Catalogue.HOUSEHOLD.field("local_number"))).contains(new Value.Whole(501));
            assertThat(again.drafts().list().stream().filter(d -> d.type() == Catalogue.PERSON).findFirst().orElseThrow())
                    .matches(p -> p.value(Catalogue.PERSON.field("name")).equals(Optional.of(new Value.Text("Lường Thị Đóng"))))
                    .matches(p -> p.value(Catalogue.PERSON.field("born")).equals(Optional.of(new Value.Text("19"))));
            assertThat(again.entry(household.scope(), household.id())).isEmpty();
            laptop.around().shut(Laptop.NAME);
        }
    }
}
