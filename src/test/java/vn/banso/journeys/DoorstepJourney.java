package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Neighbourhood;

/** From door to door with the keyboard alone. */
@Tag("slow")
class DoorstepJourney extends VolunteerWindow {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final Field NAME = Catalogue.PERSON.field("name");
    private static final Field FIBRE = Catalogue.HOUSEHOLD.field("fibre_available");
    private static final Field ADDRESS = Catalogue.HOUSEHOLD.field("address_hint");

    @Test
    void aMorningOfFiveHouseholds() {
        newHousehold();
        for (int i = 0; i < 5; i++) {
            String head = "Nông Văn " + "ABCDE".charAt(i);
            consents();
            type("091234567" + i);
            enterKey();
            type("nhà thứ " + (i + 1));
            enterKey();
            // Poverty: none; digital address: no; signal: good; mobile data: yes; fibre: yes, subscribed: no.
            for (KeyCode answer : List.of(KeyCode.DIGIT4, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT1, KeyCode.DIGIT1, KeyCode.DIGIT2)) {
                screen.push(answer);
                enterKey();
            }
            // No fibre, so nobody asks who provides it. Computer: no; business: yes, takes QR: yes.
            for (KeyCode answer : List.of(KeyCode.DIGIT2, KeyCode.DIGIT1, KeyCode.DIGIT1)) {
                screen.push(answer);
                enterKey();
            }
            enterKey();
            person(head, "198" + i, KeyCode.DIGIT1, KeyCode.DIGIT1);
            person("Lò Thị " + "ABCDE".charAt(i), "1/7/8" + i, KeyCode.DIGIT2, KeyCode.DIGIT2);
            screen.awaitText("nháp đã giữ");
            screen.push(KeyCode.F8);
            int total = 13 + i;
            screen.await("the next door", () -> laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total() == total);
            screen.awaitText("Chưa ghi tên ai");
            screen.awaitText("Đã lưu hộ " + head + " · trên máy này");
        }
        List<HouseholdRow> written = laptop.node().households().page(HouseholdFilter.ALL.withTyped("nong van"), 0, 10).rows();
        assertThat(written).hasSizeGreaterThanOrEqualTo(5).filteredOn(r -> r.head().matches("Nông Văn [A-E]"))
                .hasSize(5).allSatisfy(r -> {
                    assertThat(r.members()).isEqualTo(2);
                    assertThat(r.fibreAvailable()).isEqualTo(CodeList.YES);
                    assertThat(r.fibreSubscribed()).isEqualTo(CodeList.NO);
                    assertThat(r.lastVisit()).contains(new Value.Day(2026, 11, 20));
                }).extracting(HouseholdRow::number).doesNotHaveDuplicates();
        assertThat(laptop.node().drafts().list()).isEmpty();
    }

    @Test
    void aHouseholdThatIsThereAlreadyIsNoticedAndOpened() {
        Entry head = laptop.node().linking(Catalogue.PERSON, "household", SCOPE, known.id()).stream()
                .filter(p -> p.text(NAME).equals(Optional.of(known.head()))).findFirst().orElseThrow();
        newHousehold();
        inTheTable();
        type(known.head());
        enterKey();
        type(String.valueOf(head.day(Catalogue.PERSON.field("born")).orElseThrow().year()));
        screen.awaitText("Có thể đã ghi: hộ " + known.head());
    }

    @Test
    void theDraftIsBackWhenTheLightWentOut() {
        newHousehold();
        inTheTable();
        type("Triệu Thị Lan");
        enterKey();
        type("12/3/19");
        screen.awaitText("nháp đã giữ");
        laptop = laptop.reopened();
        enter();
        Draft draft = laptop.node().drafts().list().stream().filter(d -> d.type() == Catalogue.HOUSEHOLD).findFirst().orElseThrow();
        screen.go(new Place.Household(SCOPE, draft.id()));
        screen.awaitText("Triệu Thị Lan");
        assertThat(screen.texts()).contains("12/3/19");
        screen.awaitText("nháp đã giữ");
    }

    @Test
    void twoValuesStandSideBySideUntilSomebodyChooses() {
        laptop.office().save(List.of(Draft.of(Catalogue.HOUSEHOLD, SCOPE, known.id()).with("address_hint", new Value.Text("cạnh trạm y tế"))));
        laptop.node().save(List.of(Draft.of(Catalogue.HOUSEHOLD, SCOPE, known.id()).with("address_hint", new Value.Text("sau chợ phiên"))));
        laptop.node().ledger().take(laptop.office().ledger().seal());
        screen.go(new Place.Household(SCOPE, known.id()));
        screen.awaitText(known.head());
        screen.push(KeyCode.F9);
        screen.awaitText("Hai người ghi khác nhau");
        assertThat(screen.texts()).contains("cạnh trạm y tế", "sau chợ phiên");
        String other = address().equals("sau chợ phiên") ? "cạnh trạm y tế" : "sau chợ phiên";
        screen.clickOn(screen.lookup("Chọn giá trị này").match(n -> n instanceof Button && n.getParent().getChildrenUnmodifiable().stream()
                .anyMatch(beside -> beside instanceof Label label && label.getText().equals(other))).<Button>query());
        screen.awaitNoText("Hai người ghi khác nhau");
        assertThat(address()).as("the one that was chosen, not the one that was shown").isEqualTo(other);
    }

    @Test
    void whatTheLastVisitFoundIsKeptByOneKey() {
        screen.go(new Place.Household(SCOPE, known.id()));
        screen.awaitText(known.head());
        screen.push(KeyCode.SHIFT, KeyCode.F4);
        screen.push(KeyCode.F8);
        screen.await("the visit is noted", () -> laptop.node().entry(SCOPE, known.id()).orElseThrow()
                .day(Catalogue.HOUSEHOLD.field("last_visit")).equals(Optional.of(new Value.Day(2026, 11, 20))));
        assertThat(laptop.node().entry(SCOPE, known.id()).orElseThrow().code(FIBRE)).isEqualTo(known.fibreAvailable());
    }

    @Test
    void aVillageThatIsInNoListIsNeitherThrownAwayNorTakenForSaved() {
        newHousehold();
        consents();
        screen.push(KeyCode.SHIFT, KeyCode.TAB);
        screen.push(KeyCode.SHIFT, KeyCode.TAB);
        screen.onFx(() -> {
            ((TextInputControl) screen.window().scene().getFocusOwner()).setText("zz");
            return null;
        });
        screen.push(KeyCode.F8);
        screen.awaitText("Chọn một dòng trong danh sách");
        screen.awaitText("nháp đã giữ");
        assertThat(screen.texts()).contains("zz");
        screen.go(new Place.Today());
        screen.awaitText("Nháp đã giữ trên máy này, chưa lưu vào sổ");
        screen.awaitText("1 nháp");
    }

    private String address() {
        return laptop.node().entry(SCOPE, known.id()).orElseThrow().text(ADDRESS).orElseThrow();
    }

    /** A second head: asked at once; 2 is the second one, found again with F5 by whoever went on, and the keyboard goes on where it was. */
    @Test
    void aSecondHeadIsAskedAboutAtOnce() {
        newHousehold();
        consents();
        inTheTable();
        type("Lò Văn An");
        enterKey();
        screen.push(KeyCode.F3);
        screen.push(KeyCode.F3);
        type("Lò Thị Mai");
        enterKey();
        type("1958");
        enterKey();
        screen.push(KeyCode.DIGIT2);
        enterKey();
        screen.push(KeyCode.DIGIT1);
        screen.awaitText("Ai là chủ hộ?");
        screen.settle();
        screen.push(KeyCode.TAB);
        type("Lò Văn Anh");
        screen.push(KeyCode.F5);
        screen.settle();
        screen.push(KeyCode.DIGIT2);
        screen.awaitNoText("Ai là chủ hộ?");
        screen.push(KeyCode.DIGIT1);
        screen.push(KeyCode.F8);
        screen.awaitText("Đã lưu hộ Lò Thị Mai");
        HouseholdRow written = laptop.node().households().page(HouseholdFilter.ALL.withTyped("lo thi mai"), 0, 10).rows().stream()
                .filter(r -> r.head().equals("Lò Thị Mai")).findFirst().orElseThrow();
        assertThat(laptop.node().linking(Catalogue.PERSON, "household", SCOPE, written.id())).filteredOn(p -> p.text(NAME).equals(Optional.of("Lò Thị Mai")))
                .singleElement().satisfies(p -> assertThat(p.code(Catalogue.PERSON.field("smartphone"))).as("the key after the answer is the next cell's").isEqualTo(1));
    }

    /** F8 asks where nobody did; a refusal keeps where the house is and nothing else. */
    @Test
    void whoDoesNotAgreeIsNotWrittenDown() {
        newHousehold();
        inTheTable();
        type("Lò Thị Mai");
        screen.push(KeyCode.F8);
        screen.awaitText("cần câu trả lời của gia đình");
        screen.push(KeyCode.DIGIT2);
        screen.awaitText("Chỉ giữ thôn và số thứ tự");
        screen.push(KeyCode.F8);
        screen.await("the next door", () -> laptop.node().households().page(HouseholdFilter.ALL, 0, 1).total() == 13);
        assertThat(laptop.node().entries(Catalogue.PERSON, SCOPE)).noneMatch(p -> p.text(NAME).equals(Optional.of("Lò Thị Mai")));
    }

    /** A line is taken out, somebody's page is opened and a reminder is answered without the mouse. */
    @Test
    void whatStandsInALineIsReachedByKeys() {
        newHousehold();
        consents();
        inTheTable();
        type("Lò Văn An");
        enterKey();
        screen.push(KeyCode.F3);
        screen.push(KeyCode.F3);
        type("Lò Thị Nhầm");
        screen.push(KeyCode.CONTROL, KeyCode.DELETE);
        screen.awaitNoText("Lò Thị Nhầm");
        screen.go(new Place.Household(SCOPE, known.id()));
        screen.awaitText(known.head());
        screen.push(KeyCode.F3);
        screen.push(KeyCode.UP);
        screen.push(KeyCode.CONTROL, KeyCode.ENTER);
        screen.await("the person's page", () -> screen.window().scene().getRoot().lookup(".bs-household") == null);
    }

    private void newHousehold() {
        screen.go(new Place.NewHousehold(known.scope(), known.village()));
        screen.awaitText("Chưa ghi tên ai");
    }

    /** Asked before anything else, by one key. */
    private void consents() {
        screen.awaitText("gia đình có đồng ý cho ghi không?");
        screen.push(KeyCode.DIGIT1);
        screen.awaitText("Đã đồng ý");
    }

    private void person(String name, String born, KeyCode sex, KeyCode relation) {
        type(name);
        enterKey();
        type(born);
        enterKey();
        screen.push(sex);
        enterKey();
        screen.push(relation);
        enterKey();
        for (KeyCode answer : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT1, KeyCode.DIGIT2)) {
            screen.push(answer);
            enterKey();
        }
    }

    /** From anywhere in the form to the next name. */
    private void inTheTable() {
        screen.push(KeyCode.F3);
    }

    private void enterKey() {
        screen.push(KeyCode.ENTER);
    }

    /** As a keyboard driver writes Vietnamese: whole letters into where the cursor is. */
    private void type(String text) {
        screen.onFx(() -> {
            ((TextInputControl) screen.window().scene().getFocusOwner()).replaceSelection(text);
            return null;
        });
    }
}
