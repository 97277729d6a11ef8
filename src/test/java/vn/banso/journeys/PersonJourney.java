package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** One person's page, without the mouse. */
@Tag("slow")
class PersonJourney {
    private static final ScopeId COMMUNE = Neighbourhood.SANG_MOC;

    @TempDir
    Path folder;

    private static EntryId person(Node node, String name) {
        EntryId village = node.freshId();
        EntryId household = node.freshId();
        EntryId person = node.freshId();
        node.save(List.of(Draft.of(Catalogue.VILLAGE, COMMUNE, village).with("name", new Value.Text("Nà Lay")),
                Draft.of(Catalogue.HOUSEHOLD, COMMUNE, household).with("village", new Value.Ref(village)).with("head", new Value.Ref(person)),
                Draft.of(Catalogue.PERSON, COMMUNE, person).with("household", new Value.Ref(household)).with("name", new Value.Text(name))));
        return person;
    }

    private static EntryId home(Node node, EntryId person) {
        return node.entry(COMMUNE, person).orElseThrow().ref(Catalogue.PERSON.field("household")).orElseThrow();
    }

    @Test
    void whatWasSeenInVneidIsWrittenDownByKeys() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            EntryId mai = person(laptop.node(), "Lò Thị Mai");
            screen.enter(laptop.node());
            screen.go(new Place.Person(COMMUNE, mai));
            screen.awaitText("Chưa ai xem lần nào.");
            screen.push(KeyCode.F7);
            screen.awaitText("Ghi lần xem này");
            // Confirmed: yes. The day: today already. How: on the phone.
            screen.push(KeyCode.DIGIT1).push(KeyCode.ENTER).push(KeyCode.ENTER);
            screen.write("dien thoai").push(KeyCode.ENTER);
            screen.push(KeyCode.CONTROL, KeyCode.S);
            screen.awaitText("Đã được xác nhận");
            screen.awaitText("Xem ngày 20/11/2026 · Xem trên điện thoại");
            assertThat(laptop.node().entries(Catalogue.VNEID_CONFIRMATION, COMMUNE)).extracting(Entry::type).hasSize(1);
        }
    }

    @Test
    void aPersonMovesToAnotherHouseholdOfTheCommune() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0); Screen screen = Screen.open(Laptop.CLOCK)) {
            EntryId mai = person(laptop.node(), "Lò Thị Mai");
            EntryId pao = person(laptop.node(), "Vàng Văn Páo");
            screen.enter(laptop.node());
            screen.go(new Place.Person(COMMUNE, mai));
            screen.awaitText("Hộ Lò Thị Mai");
            screen.push(KeyCode.F6);
            screen.awaitText("Chuyển sang hộ nào trong xã");
            screen.write("pao");
            screen.awaitText("Vàng Văn Páo");
            screen.push(KeyCode.ENTER);
            screen.awaitText("Đã chuyển sang hộ Vàng Văn Páo.");
            assertThat(home(laptop.node(), mai)).isEqualTo(home(laptop.node(), pao));
            screen.awaitText("Hộ Vàng Văn Páo");
        }
    }
}
