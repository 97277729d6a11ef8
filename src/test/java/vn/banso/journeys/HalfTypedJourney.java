package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.QuestionBand;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.FormDraft;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Whatever a pulled plug has left of a household in the middle of a word, it opens again. */
@Tag("slow")
class HalfTypedJourney {
    private static final List<String> WORDS = List.of("", " ", "1", "0", "-", "31/2", "1/1/19", "20/11/1", "19", "2026", "c", "co", "chủ", "Nguyễn Thị Phươ",
            "zz", "9999999999999999999", "\u0300", "đ\u0323", "a\tb", "Lò Văn Bình");
    private static final int ROUNDS = Integer.getInteger("halfTyped", 25);

    @TempDir
    Path folder;
    private Random random;

    @Test
    void whateverWasHalfTypedOpensAgain() {
        long seed = Long.getLong("seed", 20_261_120L);
        random = new Random(seed);
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 5); Screen screen = Screen.open(Laptop.CLOCK)) {
            screen.enter(laptop.node());
            for (int i = 0; i < ROUNDS; i++) {
                EntryId id = laptop.node().freshId();
                FormDraft draft = draft(laptop, id);
                laptop.node().drafts().keep(draft);
                if (laptop.node().drafts().form(Neighbourhood.SANG_MOC, id).isEmpty()) {
                    continue;
                }
                screen.go(new Place.Household(Neighbourhood.SANG_MOC, id));
                screen.awaitText("Họ và tên");
                assertThat(screen.texts()).as("seed %s, round %s: %s", seed, i, draft).noneMatch(t -> t.contains("Đang mở hộ"));
                screen.go(new Place.Households());
                screen.awaitNoText("Họ và tên");
            }
            eachIsFoundByTheKeyboard(laptop, screen);
        }
    }

    /** From the door the one left last, from Today all of them, however many. */
    private static void eachIsFoundByTheKeyboard(Laptop laptop, Screen screen) {
        int kept = laptop.node().drafts().forms().size();
        assertThat(kept).isGreaterThan(6);
        screen.go(new Place.NewHousehold());
        screen.awaitText("Còn một hộ mới ghi dở");
        // The cursor is in the question that is open; F5 leads from there to the line above it, and back.
        screen.await("the question", () -> screen.window().scene().getFocusOwner() instanceof QuestionBand);
        screen.push(KeyCode.F5);
        screen.push(KeyCode.F5);
        screen.await("and back", () -> screen.window().scene().getFocusOwner() instanceof QuestionBand);
        screen.push(KeyCode.F5);
        screen.push(KeyCode.ENTER);
        screen.awaitNoText("Còn một hộ mới ghi dở");
        screen.awaitText("Họ và tên");
        screen.go(new Place.Today());
        String more = "Xem " + (kept - 4) + " mục còn lại";
        screen.awaitText(more);
        screen.onFx(() -> {
            screen.window().scene().getRoot().lookupAll(".hyperlink").stream()
                    .filter(n -> ((Labeled) n).getText().equals(more)).findFirst().orElseThrow().requestFocus();
            return null;
        });
        screen.push(KeyCode.ENTER);
        screen.awaitNoText(more);
        screen.await("all of them are lines, and the keyboard is on the fifth", () -> {
            List<Node> lines = screen.window().scene().getFocusOwner().getParent().getChildrenUnmodifiable().stream()
                    .filter(n -> n.getStyleClass().contains("today-door")).toList();
            return lines.size() == kept && lines.indexOf(screen.window().scene().getFocusOwner()) == 4;
        });
        screen.push(KeyCode.ENTER);
        screen.awaitText("Họ và tên");
    }

    private FormDraft draft(Laptop laptop, EntryId id) {
        List<Draft> entries = new ArrayList<>(List.of(halfTyped(Catalogue.HOUSEHOLD, id)));
        for (int people = random.nextInt(4); people > 0; people--) {
            entries.add(halfTyped(Catalogue.PERSON, laptop.node().freshId()).with("household", new Value.Ref(id)));
        }
        return FormDraft.of(entries);
    }

    /** A few fields each: the text in the middle, a choice, or a link to somebody who is not there. */
    private Draft halfTyped(EntryType type, EntryId id) {
        Draft draft = Draft.of(type, Neighbourhood.SANG_MOC, id);
        for (Field field : type.fields()) {
            if (random.nextInt(3) == 0) {
                draft = draft.with(field.key(), switch (field.type()) {
                    case CODE -> random.nextBoolean() ? new Value.Code(random.nextInt(5)) : word();
                    case REF -> random.nextBoolean() ? new Value.Ref(new EntryId(1, random.nextInt())) : word();
                    default -> word();
                });
            }
        }
        return draft;
    }

    private Value word() {
        return new Value.Text(WORDS.get(random.nextInt(WORDS.size())));
    }
}
