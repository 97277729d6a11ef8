package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.lists.HouseholdFilter;
import vn.banso.store.lists.HouseholdRow;
import vn.banso.store.writing.FormDraft;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** The truth of every page: whatever comes in while a page is on the screen, the page says it. */
@Tag("slow")
class PagesFollowJourney {
    private static final ScopeId SCOPE = Neighbourhood.SANG_MOC;

    @TempDir
    Path folder;

    private Laptop laptop;
    private Screen screen;
    private OpenRegister workplace;

    private EntryId saved(Draft draft) {
        assertThat(laptop.node().save(List.of(draft)).isSaved()).isTrue();
        return draft.id();
    }

    private Draft fresh(EntryType type) {
        return Draft.of(type, SCOPE, laptop.node().freshId());
    }

    private static Value.Text text(String said) {
        return new Value.Text(said);
    }

    /** Goes there, lets this come in, and waits until the page says so. */
    private void follows(Place place, Function<Node, Object> act, String said) {
        screen.go(place);
        assertThat(screen.texts()).noneMatch(t -> t.contains(said));
        screen.onFx(() -> workplace.act(act, _ -> { }));
        screen.awaitText(said);
    }

    private void changes(Place place, EntryType type, EntryId id, String field, String said) {
        follows(place, node -> node.save(List.of(Draft.of(type, SCOPE, id).with(field, text(said)))), said);
    }

    @Test
    void whatComesInIsSaidOnThePageThatIsLookedAt() {
        try (Laptop opened = Laptop.of(folder, Role.TRAINER, 12); Screen window = Screen.open(Laptop.CLOCK)) {
            laptop = opened;
            screen = window;
            HouseholdRow row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
            EntryId head = laptop.node().entry(SCOPE, row.id()).orElseThrow().ref(Catalogue.HOUSEHOLD.field("head")).orElseThrow();
            EntryId village = row.village();
            EntryId course = saved(fresh(Catalogue.CLASS).with("name", text("Lớp tối")));
            EntryId session = saved(fresh(Catalogue.SESSION).with("kind", Codes.SESSION_KIND.code("class").orElseThrow()).with("class", new Value.Ref(course))
                    .with("date", Value.Day.parse("2026-11-19")));
            workplace = screen.enter(laptop.node());
            screen.settle();

            follows(new Place.Today(), node -> {
                node.drafts().keep(FormDraft.of(fresh(Catalogue.VILLAGE).with("name", text("Khuổi Một"))));
                return node;
            }, "Khuổi Một");
            changes(new Place.Households(), Catalogue.PERSON, head, "name", "Vàng Thị Hai");
            changes(new Place.Classes(), Catalogue.CLASS, course, "name", "Lớp Ba");
            changes(new Place.Villages(), Catalogue.VILLAGE, village, "name", "Khuổi Bốn");
            changes(new Place.Household(SCOPE, row.id()), Catalogue.PERSON, head, "name", "Vàng Thị Năm");
            changes(new Place.Person(SCOPE, head), Catalogue.PERSON, head, "name", "Vàng Thị Sáu");
            changes(new Place.Village(SCOPE, village), Catalogue.VILLAGE, village, "name", "Khuổi Bảy");
            changes(new Place.ClassRoom(SCOPE, course), Catalogue.CLASS, course, "name", "Lớp Tám");
            changes(new Place.Session(SCOPE, session), Catalogue.SESSION, session, "place", "Nhà văn hóa Chín");
            follows(new Place.Attention(), node -> {
                Draft draft = Draft.of(Catalogue.PERSON, SCOPE, head);
                laptop.office().save(List.of(draft.with("name", text("Vàng Thị Mười"))));
                node.save(List.of(draft.with("name", text("Vàng Thị Chục"))));
                return node.ledger().take(laptop.office().ledger().seal());
            }, "Vàng Thị Mười");
        }
    }

    @Test
    void anAssessmentThatWasLeftHalfWrittenIsGoneOnWith() {
        try (Laptop opened = Laptop.of(folder, Role.TRAINER, 12); Screen window = Screen.open(Laptop.CLOCK)) {
            laptop = opened;
            screen = window;
            HouseholdRow row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
            List<EntryId> people = laptop.node().linking(Catalogue.PERSON, "household", SCOPE, row.id()).stream().map(Entry::id).toList();
            EntryId course = saved(fresh(Catalogue.CLASS).with("name", text("Lớp tối")));
            EntryId session = saved(fresh(Catalogue.SESSION).with("kind", Codes.SESSION_KIND.code("class").orElseThrow()).with("class", new Value.Ref(course))
                    .with("date", Value.Day.parse("2026-11-19")).with("status", Codes.SESSION_STATUS.code("held").orElseThrow()));
            for (EntryId person : people) {
                saved(Draft.of(Catalogue.ATTENDANCE, SCOPE, NaturalId.attendance(session, person)).with("session", new Value.Ref(session))
                        .with("person", new Value.Ref(person)).with("presence", Codes.PRESENCE.code("present").orElseThrow()));
            }
            screen.enter(laptop.node());
            for (EntryId person : people) {
                Draft sheet = fresh(Catalogue.ASSESSMENT).with("person", new Value.Ref(person)).with("commended", new Value.Code(CodeList.YES));
                laptop.node().drafts().keep(new FormDraft(SCOPE, sheet.id(), course, List.of(sheet), new TreeMap<>()));
                screen.go(new Place.ClassRoom(SCOPE, course));
                screen.awaitText("Đánh giá mới");
                screen.settle();
                assertThat(screen.texts()).as("it stays open").anyMatch(t -> t.contains("Đánh giá mới"));
                laptop.node().drafts().discard(SCOPE, sheet.id());
                screen.go(new Place.Today());
                laptop.node().drafts().discard(SCOPE, sheet.id());
            }
        }
    }

    @Test
    void aPageThatCannotBeReadSaysSoAndCanBeAskedAgain() {
        try (Laptop opened = Laptop.of(folder, Role.TRAINER, 12); Screen window = Screen.open(Laptop.CLOCK)) {
            laptop = opened;
            screen = window;
            HouseholdRow row = laptop.node().households().page(HouseholdFilter.ALL, 0, 1).rows().getFirst();
            EntryId head = laptop.node().entry(SCOPE, row.id()).orElseThrow().ref(Catalogue.HOUSEHOLD.field("head")).orElseThrow();
            EntryId course = saved(fresh(Catalogue.CLASS).with("name", text("Lớp tối")));
            EntryId session = saved(fresh(Catalogue.SESSION).with("kind", Codes.SESSION_KIND.code("class").orElseThrow()).with("class", new Value.Ref(course))
                    .with("date", Value.Day.parse("2026-11-19")));
            workplace = screen.enter(laptop.node());
            screen.settle();
            laptop.node().close();
            for (Place place : List.of(new Place.Household(SCOPE, row.id()), new Place.NewHousehold(SCOPE, row.village()), new Place.Person(SCOPE, head),
                    new Place.Village(SCOPE, row.village()), new Place.ClassRoom(SCOPE, course), new Place.Session(SCOPE, session),
                    new Place.Households(), new Place.Classes(), new Place.Villages(), new Place.Attention(), new Place.HandOver())) {
                screen.go(place);
                // At once, and not only when nobody waits any more.
                screen.await("a way on from " + place, () -> screen.window().scene().getRoot().lookupAll(".button").stream()
                        .anyMatch(b -> Screen.isShown(b) && List.of("Thử lại", "Đọc lại").contains(((Labeled) b).getText())));
                assertThat(screen.texts()).as("why").anyMatch(t -> t.startsWith("Những gì đã lưu vẫn an toàn.")).noneMatch(t -> t.contains("lâu hơn thường lệ"));
            }
        }
    }
}
