package vn.banso.desktop.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** The controls under the hands: Vietnamese typing undisturbed, answers by one key, Enter goes on. */
@ExtendWith(ApplicationExtension.class)
class ControlsTest {
    private static final EntryId NEAR = new EntryId(5, 1);
    private static final EntryId FAR = new EntryId(5, 2);

    private final UndoStack undo = new UndoStack();
    private final EntryModel model = new EntryModel(Catalogue.HOUSEHOLD, new ScopeId(1), new EntryId(1, 1), Optional.empty(),
            () -> Validation.Context.on(LocalDate.of(2026, 11, 20)), undo);
    private final Texts texts = Texts.of(Lang.VI);
    private FieldBox village;
    private FieldBox address;
    private FieldBox fibre;
    private FieldBox provider;
    private FieldBox visit;
    private Cell sex;
    private Cell level;
    private final EntryModel person = new EntryModel(Catalogue.PERSON, new ScopeId(1), new EntryId(1, 2), Optional.empty(),
            () -> Validation.Context.on(LocalDate.of(2026, 11, 20)), undo);

    @Start
    void start(Stage stage) {
        village = Fields.of(model, field("village"), texts, FXCollections.observableArrayList(
                PickItem.of(new Value.Ref(NEAR), "Bản Nà Lò"), PickItem.of(new Value.Ref(FAR), "Thôn Khuổi Chang")));
        address = Fields.of(model, "address_hint", texts);
        model.commit(field("fibre_subscribed"), new Value.Code(CodeList.YES));
        fibre = Fields.of(model, "fibre_available", texts);
        provider = Fields.of(model, "fibre_provider", texts);
        visit = Fields.of(model, "last_visit", texts);
        sex = Fields.cell(person, Catalogue.PERSON.field("sex"), texts);
        level = Fields.cell(person, Catalogue.PERSON.field("vneid"), texts);
        VBox root = new VBox(village, address, fibre, provider, visit, sex, level);
        FormKeys.install(root, undo, model::keepAll, spot -> { });
        stage.setScene(new Scene(root, 500, 500));
        stage.show();
    }

    /** As Unikey sends "Lò Thị Mai" in Telex: letters, then backspaces and the letters with their marks. */
    @Test
    void unikeyIsNeverDisturbed(FxRobot robot) {
        robot.interact(address::focus);
        TextInputControl input = (TextInputControl) address.lookup(".bs-input");
        List<String> strokes = List.of("L", "o", "<ò", " ", "T", "h", "i", "<ị", " ", "đ", "<đ", "ư", "ơ", "<<ươ", "ơ", "<<ượ", "c");
        String expected = "";
        for (String stroke : strokes) {
            String typed = stroke;
            while (typed.startsWith("<")) {
                robot.type(KeyCode.BACK_SPACE);
                expected = expected.substring(0, expected.length() - 1);
                typed = typed.substring(1);
            }
            String letters = typed;
            robot.interact(() -> input.insertText(input.getCaretPosition(), letters));
            expected += letters;
            assertThat(input.getText()).isEqualTo(expected);
            assertThat(input.getCaretPosition()).isEqualTo(expected.length());
        }
        assertThat(model.valueOf(field("address_hint"))).isEqualTo(Value.BLANK);
        robot.type(KeyCode.ENTER);
        assertThat(model.valueOf(field("address_hint"))).isEqualTo(new Value.Text(expected));
        assertThat(fibre.isHere()).isTrue();
    }

    @Test
    void anAnswerIsOneKey(FxRobot robot) {
        robot.interact(fibre::focus);
        robot.type(KeyCode.DIGIT2);
        assertThat(model.valueOf(field("fibre_available"))).isEqualTo(new Value.Code(CodeList.NO));
        robot.type(KeyCode.LEFT);
        assertThat(model.valueOf(field("fibre_available"))).isEqualTo(new Value.Code(CodeList.YES));
        robot.type(KeyCode.DIGIT4);
        assertThat(model.valueOf(field("fibre_available"))).isEqualTo(new Value.Code(CodeList.REFUSED));
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        assertThat(model.valueOf(field("fibre_available"))).isEqualTo(new Value.Code(CodeList.YES));
        robot.press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertThat(model.valueOf(field("fibre_available"))).isEqualTo(new Value.Code(CodeList.REFUSED));
        robot.type(KeyCode.ENTER);
        assertThat(provider.isHere()).isTrue();
    }

    @Test
    void aFewLettersPickFromAList(FxRobot robot) {
        robot.interact(village::focus);
        TextInputControl input = (TextInputControl) village.lookup(".bs-input");
        robot.interact(() -> input.insertText(0, "khuoi"));
        assertThat(input.getText()).isEqualTo("khuoi");
        robot.type(KeyCode.ENTER);
        assertThat(model.valueOf(field("village"))).isEqualTo(new Value.Ref(FAR));
        assertThat(input.getText()).isEqualTo("Thôn Khuổi Chang");
        assertThat(address.isHere()).isTrue();
    }

    @Test
    void theListStandsBeneathItsField(FxRobot robot) {
        robot.interact(village::focus);
        TextInputControl input = (TextInputControl) village.lookup(".bs-input");
        robot.interact(() -> {
            input.getScene().getStylesheets().add(getClass().getResource("/vn/banso/desktop/form/form.css").toExternalForm());
            input.getScene().getStylesheets().addFirst(getClass().getResource("/vn/banso/desktop/banso.css").toExternalForm());
        });
        robot.interact(() -> input.insertText(0, "khuoi"));
        Node list = Window.getWindows().stream().filter(Popup.class::isInstance).map(w -> w.getScene().lookup(".bs-pick-list")).findFirst().orElseThrow();
        assertThat(list.localToScreen(list.getLayoutBounds()).getMinX()).isCloseTo(input.localToScreen(input.getLayoutBounds()).getMinX(), within(0.5));
        assertThat(list.localToScreen(list.getLayoutBounds()).getMinY()).isCloseTo(input.localToScreen(input.getLayoutBounds()).getMaxY() + 2, within(0.5));
    }

    @Test
    void aDigitPicksFromALongListToo(FxRobot robot) {
        robot.interact(provider::focus);
        robot.type(KeyCode.DIGIT3, KeyCode.ENTER);
        assertThat(texts.value(field("fibre_provider"), model.valueOf(field("fibre_provider")))).isEqualTo("FPT");
    }

    /** What a machine with more choices wrote is shown, kept, and said how its name comes. */
    @Test
    void aChoiceThatNobodyNamedHereIsShownAndKept(FxRobot robot) {
        robot.interact(() -> model.commit(field("fibre_provider"), new Value.Code(99)));
        robot.interact(provider::focus);
        TextInputControl input = (TextInputControl) provider.lookup(".bs-input");
        assertThat(input.getText()).isEqualTo("mã 99 (chưa có tên trên máy này)");
        robot.type(KeyCode.ENTER);
        assertThat(model.valueOf(field("fibre_provider"))).isEqualTo(new Value.Code(99));
        assertThat(provider.lookupAll(".bs-field-message")).extracting(n -> ((Labeled) n).getText()).allMatch(t -> t.contains("99") || t.contains("bàn giao"));
    }

    @Test
    void aLineThatIsNotInTheListStaysAndSaysSo(FxRobot robot) {
        robot.interact(provider::focus);
        TextInputControl input = (TextInputControl) provider.lookup(".bs-input");
        robot.interact(() -> input.insertText(0, "xyz"));
        robot.type(KeyCode.ENTER);
        assertThat(input.getText()).isEqualTo("xyz");
        assertThat(model.findings(field("fibre_provider")).get()).hasSize(1);
        assertThat(provider.getPseudoClassStates()).contains(FieldBox.BLOCK);
    }

    /** "n" marks Nam, again Nữ; "nữ" as Unikey sends it, with letters taken back and sent again; going on takes it; digits as ever. */
    @Test
    void firstLettersChooseInATable(FxRobot robot) {
        Field of = Catalogue.PERSON.field("sex");
        robot.interact(sex::focus);
        robot.type(KeyCode.N);
        assertThat(person.valueOf(of)).as("shown before it is taken").isEqualTo(Value.BLANK);
        robot.type(KeyCode.ENTER);
        assertThat(chosen()).isEqualTo("Nam");
        robot.interact(sex::focus);
        robot.type(KeyCode.N, KeyCode.N, KeyCode.TAB);
        assertThat(chosen()).isEqualTo("Nữ");
        robot.interact(sex::focus);
        robot.type(KeyCode.DELETE);
        assertThat(person.valueOf(of)).isEqualTo(Value.BLANK);
        robot.type(KeyCode.N, KeyCode.A, KeyCode.M, KeyCode.ENTER);
        assertThat(chosen()).isEqualTo("Nam");
        robot.interact(sex::focus);
        robot.type(KeyCode.DIGIT2);
        assertThat(chosen()).isEqualTo("Nữ");
        robot.type(KeyCode.DELETE);
        robot.type(KeyCode.N, KeyCode.U);
        robot.type(KeyCode.BACK_SPACE);
        robot.interact(() -> Event.fireEvent(sex.getScene().getFocusOwner(),
                new KeyEvent(KeyEvent.KEY_TYPED, "ữ", "", KeyCode.UNDEFINED, false, false, false, false)));
        robot.interact(sex::finish);
        assertThat(chosen()).isEqualTo("Nữ");
        robot.type(KeyCode.Z);
        assertThat(said()).contains("“z”", "1 Nam", "2 Nữ");
        robot.type(KeyCode.DIGIT7);
        assertThat(said()).contains("Phím 7", "1 Nam", "2 Nữ");
        assertThat(chosen()).as("begins no word").isEqualTo("Nữ");
        robot.type(KeyCode.N, KeyCode.ESCAPE, KeyCode.TAB);
        assertThat(chosen()).as("not meant").isEqualTo("Nữ");
        robot.interact(sex::focus);
        robot.type(KeyCode.BACK_SPACE);
        assertThat(person.valueOf(of)).isEqualTo(Value.BLANK);
    }

    /** "c" is a child rather than a second head; a further word may be meant too; the level of VNeID is the digit that it is called by. */
    @Test
    void theLikelyChoiceIsTakenAndADigitPicksTheChoiceThatIsCalledSo(FxRobot robot) {
        Field relation = Catalogue.PERSON.field("relation");
        Field vneid = Catalogue.PERSON.field("vneid");
        for (String[] one : new String[][] {{"c", "child"}, {"cc", "grandchild"}, {"ccc", "head"}, {"chu", "head"}, {"cho", "spouse"}, {"con", "child"},
                {"v", "spouse"}, {"ba", "grandparent"}, {"m", "parent"}, {"em", "sibling"}}) {
            FirstLetters letters = new FirstLetters(relation.codes().orElseThrow().codes().keySet().stream()
                    .map(code -> List.of(texts.code(relation.codes().orElseThrow(), new Value.Code(code)))).toList());
            int at = -1;
            for (char letter : one[0].toCharArray()) {
                at = letters.choose(String.valueOf(letter)).orElseThrow();
            }
            assertThat(List.copyOf(relation.codes().orElseThrow().codes().values()).get(at)).as(one[0]).isEqualTo(one[1]);
        }
        robot.interact(level::focus);
        for (Object[] key : new Object[][] {{KeyCode.DIGIT1, "level_1"}, {KeyCode.DIGIT2, "level_2"}, {KeyCode.DIGIT0, "none"},
                {KeyCode.DIGIT1, "level_1"}, {KeyCode.MINUS, "none"}, {KeyCode.DIGIT3, "not_asked"}, {KeyCode.DIGIT4, "refused"}}) {
            robot.type((KeyCode) key[0]);
            Value now = person.valueOf(vneid);
            assertThat(now instanceof Value.Code c ? vneid.codes().orElseThrow().keyOf(c) : Optional.of("not_asked")).as(key[0].toString()).contains((String) key[1]);
        }
    }

    /** Whatever list of choices: a digit that stands in the words of one choice picks no other. */
    @Test
    void aDigitInTheWordsOfAChoiceIsTheKeyThatPicksIt() {
        for (Lang lang : Lang.values()) {
            Texts words = Texts.of(lang);
            Catalogue.types().stream().flatMap(t -> t.fields().stream()).filter(f -> f.type() == Field.ValueType.CODE)
                    .map(f -> f.codes().orElseThrow()).distinct().forEach(list -> {
                        ChoiceKeys keys = new ChoiceKeys(list, List.copyOf(list.codes().keySet()), words);
                        assertThat(list.codes().keySet()).as(list.key()).extracting(keys::key).filteredOn(k -> !k.isEmpty()).doesNotHaveDuplicates();
                        list.codes().keySet().forEach(code -> assertThat(CodeWords.brief(words, list, code).replaceAll("\\d+/\\d+|\\D", ""))
                                .as(list.key() + " " + code).isIn("", keys.key(code)));
                    });
        }
    }

    /** Letters on answers that stand side by side choose as well, and what means nothing there is told. */
    @Test
    void nothingTypedOnAnswersVanishes(FxRobot robot) {
        Field of = field("fibre_available");
        robot.interact(fibre::focus);
        robot.type(KeyCode.K);
        assertThat(model.valueOf(of)).isEqualTo(new Value.Code(CodeList.NO));
        robot.type(KeyCode.C);
        assertThat(model.valueOf(of)).isEqualTo(new Value.Code(CodeList.YES));
        robot.type(KeyCode.X);
        assertThat(said()).contains("“x”", "1 Có", "2 Không");
        robot.type(KeyCode.DIGIT9);
        assertThat(said()).contains("Phím 9");
        robot.type(KeyCode.SPACE);
        assertThat(said()).contains("3 Chưa hỏi");
        assertThat(model.valueOf(of)).isEqualTo(new Value.Code(CodeList.YES));
        robot.type(KeyCode.ENTER);
        assertThat(said()).isEmpty();
    }

    /** What pop-ups say now. */
    private static String said() {
        return Window.getWindows().stream().filter(w -> w instanceof Popup && w.isShowing()).flatMap(w -> w.getScene().getRoot().lookupAll(".bs-pick-said").stream())
                .map(n -> ((Label) n).getText()).collect(Collectors.joining(" "));
    }

    private String chosen() {
        Field of = Catalogue.PERSON.field("sex");
        return texts.value(of, person.valueOf(of));
    }

    @Test
    void leavingTheFieldFinishesIt(FxRobot robot) {
        robot.interact(visit::focus);
        TextInputControl input = (TextInputControl) visit.lookup(".bs-input");
        robot.interact(() -> input.insertText(0, "1/7/25"));
        assertThat(model.valueOf(field("last_visit"))).isEqualTo(Value.BLANK);
        robot.interact(village::focus);
        assertThat(model.valueOf(field("last_visit"))).isEqualTo(new Value.Day(2025, 7, 1));
        assertThat(input.getText()).isEqualTo("01/07/2025");
    }

    private static Field field(String key) {
        return Catalogue.HOUSEHOLD.field(key);
    }
}
