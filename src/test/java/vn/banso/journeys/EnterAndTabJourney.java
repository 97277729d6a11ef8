package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/**
 * Every form walked by Enter alone and by Tab alone: each press goes on to another control, no answer changes on the way, and what is
 * typed in a field on the way stands there still.
 */
@Tag("slow")
class EnterAndTabJourney {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final Set<String> IN_A_ROW = Set.of("classes-name");
    private static final int LONGEST_FORM = 90;

    @TempDir
    Path folder;
    private Screen screen;

    @Test
    void theFormAtTheDoor() {
        atTheDoor((known, _) -> {
            walk(new Place.NewHousehold(known.scope(), known.village()));
            walk(new Place.Household(SCOPE, known.id()));
        });
    }

    @Test
    void whatElseThereIsToSayOfAFamily() {
        atTheDoor((known, person) -> {
            walk(new Place.Household(SCOPE, known.id()), KeyCode.F6);
            walk(new Place.Household(SCOPE, known.id()), KeyCode.F7);
            walk(new Place.Person(SCOPE, person));
        });
    }

    @Test
    void aVillageAndTheSettings() {
        atTheDoor((known, _) -> {
            walk(new Place.Village(SCOPE, known.village()));
            walk(new Place.Preferences());
        });
    }

    private void atTheDoor(BiConsumer<HouseholdRow, EntryId> story) {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 4); Screen window = Screen.open(Laptop.CLOCK)) {
            screen = window;
            screen.enter(laptop.node());
            screen.awaitText("xã đã nhận");
            HouseholdRow known = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
            story.accept(known, laptop.node().linking(Catalogue.PERSON, "household", SCOPE, known.id()).getFirst().id());
        }
    }

    @Test
    void aTrainersForms() {
        try (Laptop laptop = Laptop.of(folder, Role.TRAINER, 0); Screen window = Screen.open(Laptop.CLOCK)) {
            screen = window;
            EntryId course = laptop.node().freshId();
            EntryId session = laptop.node().freshId();
            EntryId village = laptop.node().freshId();
            EntryId home = laptop.node().freshId();
            EntryId person = laptop.node().freshId();
            assertThat(laptop.node().save(List.of(Draft.of(Catalogue.VILLAGE, SCOPE, village).with("name", new Value.Text("Khuổi Mèo")),
                    Draft.of(Catalogue.HOUSEHOLD, SCOPE, home).with("village", new Value.Ref(village)),
                    Draft.of(Catalogue.PERSON, SCOPE, person).with("household", new Value.Ref(home)).with("name", new Value.Text("Lò Thị Mai")),
                    Draft.of(Catalogue.CLASS, SCOPE, course).with("name", new Value.Text("Lớp tối")).with("village", new Value.Ref(village)),
                    Draft.of(Catalogue.SESSION, SCOPE, session).with("kind", Codes.SESSION_KIND.code("class").orElseThrow())
                            .with("class", new Value.Ref(course)).with("date", new Value.Day(2026, 11, 19)).with("village", new Value.Ref(village)),
                    Draft.of(Catalogue.ATTENDANCE, SCOPE, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                            .with("person", new Value.Ref(person)).with("presence", Codes.PRESENCE.code("present").orElseThrow()))).isSaved()).isTrue();
            screen.enter(laptop.node());
            screen.await("the laptop knows whose it is", () -> !screen.texts().isEmpty());
            walk(new Place.Classes(), KeyCode.F2);
            for (int part = 0; part < 3; part++) {
                walk(new Place.ClassRoom(SCOPE, course), parts(part));
            }
            walk(new Place.Session(SCOPE, session), KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.PAGE_DOWN, KeyCode.F8);
            for (int part = 0; part < 5; part++) {
                walk(new Place.Session(SCOPE, session), parts(part));
            }
        }
    }

    private static KeyCode[] parts(int steps) {
        return Collections.nCopies(steps, KeyCode.PAGE_DOWN).toArray(KeyCode[]::new);
    }

    private void walk(Place place, KeyCode... then) {
        for (KeyCode key : List.of(KeyCode.ENTER, KeyCode.TAB)) {
            screen.go(new Place.Today());
            screen.go(place);
            for (KeyCode open : then) {
                if (open == KeyCode.PAGE_DOWN) {
                    screen.push(KeyCode.CONTROL, open);
                } else {
                    screen.push(open);
                }
            }
            walk(place + " " + List.of(then) + " by " + key, key);
        }
    }

    private void walk(String form, KeyCode key) {
        Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<TextInputControl> typed = new ArrayList<>();
        List<String> before = answers();
        for (int i = 0; i < LONGEST_FORM; i++) {
            Node at = owner();
            if (at == null || !seen.add(at)) {
                break;
            }
            boolean types = at instanceof TextInputControl field && field.isEditable() && field.getText().isEmpty() && !acts(at);
            if (types && at instanceof TextInputControl input) {
                screen.onFx(() -> {
                    input.replaceSelection("1");
                    return null;
                });
                typed.add(input);
            }
            KeyCode press = acts(at) ? KeyCode.TAB : key;
            screen.push(press);
            assertThat(owner()).as(form + ": " + press + " goes on from " + called(at)).isNotSameAs(at);
            // What is typed may be an answer by itself: whoever is written down first is the head.
            List<String> after = answers();
            assertThat(types ? before : after).as(form + ": " + press + " changes no answer at " + called(at)).isEqualTo(before);
            before = after;
        }
        assertThat(seen).as(form).hasSizeGreaterThan(1);
        assertThat(typed).as(form + ": what was typed stands there").allSatisfy(t -> assertThat(t.getText()).as(called(t)).isNotEmpty());
    }

    private Node owner() {
        return screen.onFx(() -> screen.window().scene().getFocusOwner());
    }

    /** Enter does there what stands there: it is passed by. So it does with names of who came, and codes, that are typed one after the other. */
    private static boolean acts(Node at) {
        return IN_A_ROW.contains(String.valueOf(at.getId())) || at.getStyleClass().contains("bs-page") || at instanceof ButtonBase && !(at instanceof CheckBox) && !(at instanceof RadioButton) || at instanceof ListView || at instanceof TableView;
    }

    private static String called(Node at) {
        return at.getClass().getSimpleName() + " " + Optional.ofNullable(at.getAccessibleText())
                .or(() -> Optional.of(at).filter(Labeled.class::isInstance).map(n -> ((Labeled) n).getText())).orElse(String.valueOf(at.getId()));
    }

    /** What is ticked and chosen on the page. */
    private List<String> answers() {
        return screen.onFx(() -> screen.window().scene().getRoot().lookupAll("*").stream().filter(Screen::isShown).<String>mapMulti((node, to) -> {
            if (node instanceof CheckBox box) {
                to.accept(box.getText() + "=" + box.isSelected());
            } else if (node instanceof RadioButton box) {
                to.accept(box.getText() + "=" + box.isSelected());
            } else if (node instanceof Labeled label && label.getStyleClass().contains("bs-code-cell")) {
                to.accept(label.getText());
            } else if (node instanceof Labeled label && label.getPseudoClassStates().contains(CHOSEN)) {
                to.accept(label.getText());
            }
        }).toList());
    }
}
