package vn.banso.desktop.attention;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Ui;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Lang;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.testing.Answers;
import vn.banso.testing.AtOnce;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.TwoCommunes;
import vn.banso.trust.governance.Role;

/** What is told and asks nobody to choose: it is named, said what it means and what to do, and leads to where that is done. */
class AttentionKindsTest {
    @TempDir
    private Path folder;
    private final List<Place> gone = new ArrayList<>();
    private OpenRegister workplace;

    private AttentionModel look(Node node) {
        workplace = new OpenRegister(node, new AtOnce(), Laptop.CLOCK, new Answers(), new SimpleObjectProperty<>(Settings.USUAL));
        workplace.refreshMe();
        AttentionModel model = new AttentionModel(workplace, new Navigator() {
            @Override
            public void go(Place place) {
                gone.add(place);
            }

            @Override
            public void back() {}
        });
        model.reread();
        return model;
    }

    /** There is this alone, nothing is to be chosen, and these words say what to do. */
    private Item onlyTold(AttentionModel model, Kind kind, String title, String meaning) {
        assertThat(model.items()).extracting(i -> i.about().kind()).containsExactly(kind);
        Item item = model.items().getFirst();
        model.select(Optional.of(item));
        assertThat(model.detail().get()).contains(new Detail.Plain());
        assertThat(model.mayDecide()).isFalse();
        model.choose(1);
        assertThat(model.items()).as("a key that chooses does nothing").hasSize(1);
        AttentionWords words = new AttentionWords(new Ui(Texts.of(Lang.VI)), workplace);
        assertThat(words.title(item)).isEqualTo(title);
        assertThat(words.meaning(item, model.detail().get().orElseThrow())).contains(meaning);
        return item;
    }

    @Test
    void whatIsWrittenForACommuneWithoutItsKeyStaysHereAndIsTold() {
        try (Laptop laptop = Laptop.of(folder, Role.VOLUNTEER, 0)) {
            laptop.around().record(laptop.node(), Neighbourhood.LA_BANG, 1);
            laptop.node().ledger().seal();
            onlyTold(look(laptop.node()), Kind.UNSEALED, "Xã La Bằng", "liên hệ cán bộ xã");
            // Which batches wait for a grant or are set aside is a matter of the exchange; how it is told is one of the page.
            assertThat(told(laptop.node(), Kind.WAITING, Optional.empty())).startsWith("Xã Sảng Mộc: 3 gói dữ liệu").contains("chờ quyền của người ghi");
            assertThat(told(laptop.node(), Kind.SET_ASIDE, Optional.of(Reason.CLOSED))).startsWith("Xã Sảng Mộc: 3 mục").contains("không cần nhập lại");
        }
    }

    private String told(Node node, Kind kind, Optional<Reason> why) {
        Item item = new Item(new Attention(kind, Optional.of(Neighbourhood.SANG_MOC), Optional.empty(), 0, Optional.empty(), why, 3, Optional.empty()),
                Optional.empty(), List.of(), Optional.empty(), List.of());
        Detail detail = Detail.at(node, item.about());
        assertThat(detail).isEqualTo(new Detail.Plain());
        assertThat(item.page()).as("it is about no entry").isEmpty();
        AttentionWords words = new AttentionWords(new Ui(Texts.of(Lang.VI)), workplace);
        return words.title(item) + ": " + words.meaning(item, detail);
    }

    @Test
    void theClockOfThisMachineIsToldAndACopyThatWroteOn() throws Exception {
        try (Neighbourhood people = new Neighbourhood(folder, "19", Laptop.CLOCK)) {
            people.laptop("an");
            Node an = people.backUp("an", "disk", true);
            people.record(an, 1);
            people.province().ledger().take(an.ledger().seal());
            people.setUp("son", o -> o.withClock(Clock.offset(Laptop.CLOCK, Duration.ofDays(-2))));
            Node son = people.laptop("son");
            people.province().ledger().receipt(Neighbourhood.SANG_MOC).ifPresent(son.ledger()::accept);
            onlyTold(look(son), Kind.CLOCK, "Máy này", "xin chỉnh lại");

            an = people.restore("an", "disk");
            people.record(an, 2);
            people.province().ledger().take(an.ledger().seal());
            onlyTold(look(people.province()), Kind.FORK, "Xã Sảng Mộc", "chỉ nên dùng một máy");
        }
    }

    @Test
    void aHouseholdThatMovedAsksForItsVillageOnItsPage() {
        try (TwoCommunes two = TwoCommunes.in(folder)) {
            EntryId person = two.person(TwoCommunes.A, two.villageOfA(), "Triệu Văn Chòi");
            EntryId household = two.node().entry(TwoCommunes.A, person).orElseThrow().ref(Catalogue.PERSON.field("household")).orElseThrow();
            two.node().acts().move(TwoCommunes.A, household, TwoCommunes.B);
            AttentionModel model = look(two.node());
            assertThat(model.items()).extracting(i -> i.about().kind()).containsExactly(Kind.UNPLACED);
            Item item = model.items().getFirst();
            EntryId there = item.about().entry().orElseThrow();
            assertThat(model.detail().get()).contains(new Detail.Plain());
            assertThat(model.mayDecide()).isFalse();
            assertThat(new AttentionWords(new Ui(Texts.of(Lang.VI)), workplace).meaning(item, new Detail.Plain())).contains("chọn thôn");
            assertThat(model.page()).as("there it is written").contains(new Place.Household(TwoCommunes.B, there));
            model.go(model.page().orElseThrow());
            assertThat(gone).containsExactly(new Place.Household(TwoCommunes.B, there));
        }
    }
}
