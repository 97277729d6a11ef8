package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A trainer's weeks, by the keyboard alone. */
@Tag("slow")
class ClassJourney {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final List<String> NAMES = List.of("Lò Thị Ẫm", "Hoàng Thị Lan", "Vàng A Dơ", "H'Blưng Niê Kđăm");

    @TempDir
    Path folder;
    private Screen screen;
    private Laptop laptop;

    private interface Story {
        void tell() throws Exception;
    }

    private void inTheHall(Story story) throws Exception {
        try (Laptop trainers = Laptop.of(folder, Role.TRAINER, 0); Screen window = Screen.open(Laptop.CLOCK)) {
            laptop = trainers;
            screen = window;
            village();
            screen.enter(laptop.node());
            screen.await("the laptop knows whose it is", () -> !screen.texts().isEmpty());
            story.tell();
        }
    }

    private void village() {
        EntryId village = laptop.node().freshId();
        EntryId household = laptop.node().freshId();
        List<Draft> all = Stream.concat(Stream.of(
                Draft.of(Catalogue.VILLAGE, SCOPE, village).with("name", new Value.Text("Khuổi Mèo"))
                        .with("kind", Codes.VILLAGE_KIND.code("ban").orElseThrow()),
                Draft.of(Catalogue.HOUSEHOLD, SCOPE, household).with("village", new Value.Ref(village))),
                NAMES.stream().map(name -> Draft.of(Catalogue.PERSON, SCOPE, laptop.node().freshId())
                        .with("household", new Value.Ref(household)).with("name", new Value.Text(name))
                        .with("born", new Value.Day(1970, 0, 0)))).toList();
        assertThat(laptop.node().save(all).isSaved()).isTrue();
    }

    // Keys.

    private void ctrl(KeyCode key) {
        screen.press(KeyCode.CONTROL).press(key).release(key).release(KeyCode.CONTROL);
        screen.settle();
    }

    private void push(KeyCode... keys) {
        for (KeyCode key : keys) {
            screen.press(key).release(key);
            screen.settle();
        }
    }

    private void toClasses() {
        ctrl(KeyCode.DIGIT3);
        screen.awaitText("Chưa có lớp nào");
    }

    /** Into the field the cursor is in, in whatever script. */
    private void type(String text) {
        screen.onFx(() -> {
            Node focused = screen.window().scene().getFocusOwner();
            assertThat(focused).isInstanceOf(TextInputControl.class);
            ((TextInputControl) focused).replaceSelection(text);
            return null;
        });
        screen.settle();
    }

    private void awaitEntries(EntryType type, int count) {
        screen.await(count + " of " + type.key(), () -> laptop.node().entries(type, SCOPE).size() == count);
    }

    private List<Entry> entries(EntryType type) {
        return laptop.node().entries(type, SCOPE);
    }

    private void awaitCursorInAField() {
        screen.await("the cursor is in a field", () -> screen.window().scene().getFocusOwner() instanceof TextInputControl);
    }

    @Test
    void aClassFromPlanToResults() throws Exception {
        inTheHall(() -> {
            toClasses();
            planAClassOfTwoSessions();
            tickWhoCame();
            assessByPoints();
            assessAgainWhoFailed();
            printTheResults();
        });
    }

    private void planAClassOfTwoSessions() {
        push(KeyCode.F2);
        screen.awaitText("Mở lớp này");
        awaitCursorInAField();
        type("Lớp tối Khuổi Mèo");
        push(KeyCode.ENTER);
        type("khuoi");
        push(KeyCode.ENTER);
        walkTo(Catalogue.CLASS.field("planned_sessions"));
        screen.onFx(() -> {
            ((TextInputControl) screen.window().scene().getFocusOwner()).selectAll();
            return null;
        });
        type("2");
        push(KeyCode.F8);
        awaitEntries(Catalogue.SESSION, 2);
        screen.awaitText("Các buổi 2");
        assertThat(entries(Catalogue.CLASS)).singleElement()
                .matches(c -> c.text(Catalogue.CLASS.field("name")).orElseThrow().equals("Lớp tối Khuổi Mèo"))
                .matches(c -> c.ref(Catalogue.CLASS.field("village")).isPresent());
    }

    /** Tab by Tab until the cursor is in the field of this name. */
    private void walkTo(Field field) {
        String name = Texts.of(Lang.VI).field(Catalogue.CLASS, field);
        for (int i = 0; i < 20; i++) {
            if (screen.onFx(() -> name.equals(screen.window().scene().getFocusOwner().getAccessibleText()))) {
                return;
            }
            push(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not come to " + name);
    }

    private void tickWhoCame() {
        screen.await("the list of sessions has the keyboard",
                () -> screen.window().scene().getFocusOwner().getStyleClass().contains("bs-grid"));
        push(KeyCode.ENTER);
        screen.awaitText("Buổi 1/2");
        awaitCursorInAField();
        screen.awaitText("Cả thôn 4");
        type("la");
        screen.awaitText("Hoàng Thị Lan");
        push(KeyCode.ENTER);
        screen.awaitText("Có mặt: Hoàng Thị Lan");
        push(KeyCode.F9);
        type("am");
        push(KeyCode.ENTER);
        type("3");
        push(KeyCode.ENTER);
        push(KeyCode.F6);
        screen.awaitNoText("Có mặt: ");
        awaitEntries(Catalogue.ATTENDANCE, 3);
        awaitEntries(Catalogue.PRACTICE, 1);
        screen.await("it was held", () -> entries(Catalogue.SESSION).stream()
                .filter(s -> s.code(Catalogue.SESSION.field("status")) == 1).count() == 1);
        screen.awaitText("Điểm danh 3");
    }

    private void assessByPoints() {
        ctrl(KeyCode.PAGE_DOWN);
        ctrl(KeyCode.PAGE_DOWN);
        ctrl(KeyCode.PAGE_DOWN);
        screen.awaitText("Tất cả 3");
        push(KeyCode.F8);
        screen.awaitText("Đánh giá mới");
        screen.onFx(() -> {
            screen.window().scene().getRoot().lookupAll(".bs-choice").stream()
                    .filter(n -> n instanceof javafx.scene.control.Label l && l.getText().equals("Chấm điểm")).findFirst().orElseThrow()
                    .getParent().requestFocus();
            return null;
        });
        screen.settle();
        push(KeyCode.RIGHT, KeyCode.TAB);
        for (String points : List.of("75", "30", "90")) {
            awaitCursorInAField();
            int before = entries(Catalogue.ASSESSMENT).size();
            screen.onFx(() -> {
                side().setVvalue(1);
                return null;
            });
            type(points);
            push(KeyCode.ENTER);
            awaitEntries(Catalogue.ASSESSMENT, before + 1);
            screen.await("the next one begins at the name", () -> side().getVvalue() == 0);
            screen.settle();
        }
        screen.await("after the last the keyboard is in the list", () -> screen.window().scene().getFocusOwner().getStyleClass().contains("bs-grid"));
        screen.awaitText("Đạt 2");
        screen.awaitText("Chờ xác nhận trên VNeID 2");
    }

    private ScrollPane side() {
        return (ScrollPane) screen.window().scene().getRoot().lookup(".bs-side");
    }

    private void assessAgainWhoFailed() {
        Entry failed = entries(Catalogue.ASSESSMENT).stream().filter(a -> a.code(Catalogue.ASSESSMENT.field("result")) == 2).findFirst()
                .orElseThrow();
        screen.onFx(() -> {
            var grid = (javafx.scene.control.TableView<?>) screen.window().scene().getRoot().lookup(".bs-grid");
            grid.getSelectionModel().select(1);
            return null;
        });
        push(KeyCode.F8);
        screen.awaitText("Đánh giá lại");
        awaitCursorInAField();
        type("60");
        push(KeyCode.TAB);
        javafx.scene.Node here = screen.onFx(() -> screen.window().scene().getFocusOwner());
        screen.await("a draft of it is kept", () -> !laptop.node().drafts().forms().isEmpty());
        screen.settle();
        assertThat(screen.onFx(() -> screen.window().scene().getFocusOwner())).as("and the keyboard is where it was").isSameAs(here);
        push(KeyCode.F8);
        awaitEntries(Catalogue.ASSESSMENT, 4);
        screen.awaitText("Đạt 3");
        assertThat(entries(Catalogue.ASSESSMENT)).anyMatch(a -> a.ref(Catalogue.ASSESSMENT.field("retake_of"))
                .filter(failed.id()::equals).isPresent());
    }

    private void printTheResults() {
        Path paper = folder.resolve("ket-qua.pdf");
        screen.answers().path(paper);
        screen.press(KeyCode.ALT).press(KeyCode.LEFT).release(KeyCode.LEFT).release(KeyCode.ALT);
        screen.awaitText("Các buổi 2");
        ctrl(KeyCode.PAGE_DOWN);
        screen.awaitText("Học viên 3");
        ctrl(KeyCode.P);
        screen.awaitText("Đã ghi tệp ket-qua.pdf");
        assertThat(Files.isRegularFile(paper)).isTrue();
    }

    @Test
    void aClassThatCannotBeOpenedYetSaysWhy() throws Exception {
        inTheHall(() -> {
            toClasses();
            push(KeyCode.F2);
            awaitCursorInAField();
            push(KeyCode.TAB, KeyCode.TAB, KeyCode.F8);
            screen.awaitText("Chưa lưu: còn 1 ô cần sửa");
            String name = Texts.of(Lang.VI).field(Catalogue.CLASS, Catalogue.CLASS.field("name"));
            screen.await("the cursor is where it has to be mended",
                    () -> name.equals(screen.window().scene().getFocusOwner().getAccessibleText()));
            assertThat(entries(Catalogue.CLASS)).isEmpty();
        });
    }

    @Test
    void aCampaignDayWithoutNames() throws Exception {
        inTheHall(() -> {
            toClasses();
            push(KeyCode.F3);
            screen.awaitText("Lưu buổi này");
            push(KeyCode.F8);
            awaitEntries(Catalogue.SESSION, 1);
            screen.awaitText("Điểm danh 0");
            ctrl(KeyCode.PAGE_DOWN);
            screen.awaitText("chỉ đếm, không ghi tên ai");
            awaitCursorInAField();
            for (String count : List.of("120", "70", "15")) {
                type(count);
                push(KeyCode.ENTER);
            }
            screen.await("the heads are counted", () -> entries(Catalogue.SESSION).getFirst()
                    .whole(Catalogue.SESSION.field("tally_60_up")).isPresent());
            Entry day = entries(Catalogue.SESSION).getFirst();
            assertThat(day.whole(Catalogue.SESSION.field("tally_total"))).contains(120L);
            assertThat(day.whole(Catalogue.SESSION.field("tally_women"))).contains(70L);
            assertThat(day.code(Catalogue.SESSION.field("status"))).isEqualTo(CodeList.YES);
            assertThat(entries(Catalogue.ATTENDANCE)).isEmpty();
        });
    }
}
