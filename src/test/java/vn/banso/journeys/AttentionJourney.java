package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.testing.TwoHands;
import vn.banso.trust.governance.Role;

/** Two people wrote about one family; somebody looks at it and says what is right. */
@Tag("slow")
class AttentionJourney {
    @TempDir
    Path folder;
    private Laptop laptop;
    private TwoHands hands;
    private Screen screen;

    @BeforeEach
    void open() {
        laptop = Laptop.of(folder, Role.VOLUNTEER, 0);
        hands = TwoHands.at(laptop);
        screen = Screen.open(Laptop.CLOCK);
    }

    @AfterEach
    void close() {
        screen.close();
        laptop.close();
    }

    private void pressed(String words) {
        screen.awaitText(words);
        screen.clickOn(words);
    }

    @Test
    void aConflictIsSeenAndSettled() {
        EntryId family = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.differ(family, 5, 6);
        screen.enter(laptop.node());
        screen.go(new Place.Attention());
        screen.awaitText("Triệu Văn Chòi");
        screen.awaitText("đang hiện trong sổ");
        screen.awaitText("vẫn được giữ");
        screen.awaitText("Hoàng Văn Thử (máy ");
        screen.awaitText(") ghi 20/11/2026");
        pressed("1 · Chọn giá trị này");
        screen.awaitText("Giá trị kia vẫn còn trong lịch sử");
        screen.awaitText("Không có việc nào cần xử lý");
        assertThat(laptop.node().attention()).isEmpty();
    }

    @Test
    void aFamilyWrittenTwiceIsMergedAndTakenApartAgain() {
        hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.family(laptop.office(), "Triệu Văn Chòi", "Triệu Thị Mến");
        hands.meet();
        screen.enter(laptop.office());
        screen.go(new Place.Attention());
        screen.awaitText("Là hai hộ, giữ cả hai");
        pressed("1 · Gộp, giữ hộ bên trái");
        screen.awaitText("Đã gộp thành một hộ");
        assertThat(laptop.office().entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC)).hasSize(1);
        pressed("Hoàn tác");
        screen.awaitText("Đã tách lại thành hai hộ");
        assertThat(laptop.office().entries(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC)).hasSize(2);
    }

    @Test
    void aWholeListIsSettledByTheKeyboardAndTheLastChoiceIsTakenBack() {
        EntryId one = hands.family(laptop.node(), "Triệu Văn Chòi", "Triệu Thị Mến");
        EntryId other = hands.family(laptop.node(), "Hoàng Văn Páo", "Hoàng Thị Lả");
        hands.differ(one, 5, 6);
        hands.differ(other, 2, 3);
        screen.enter(laptop.node());
        screen.go(new Place.Attention());
        screen.awaitText("đang hiện trong sổ");
        screen.awaitText("Hai giá trị khác nhau · Bản Chương");
        screen.type(KeyCode.DIGIT2);
        screen.await("one is left", () -> laptop.node().attention().size() == 1);
        screen.awaitText("Lấy lại: ");
        screen.type(KeyCode.DIGIT1);
        screen.awaitText("Không có việc nào cần xử lý");
        screen.type(KeyCode.Z);
        screen.awaitText("các giá trị lại đứng cạnh nhau");
        screen.await("it is asked again", () -> laptop.node().attention().size() == 1);
        screen.awaitText("đang hiện trong sổ");
        screen.type(KeyCode.ENTER);
        screen.awaitText("Số thứ tự hộ");
        assertThat(laptop.node().attention()).hasSize(1);
    }
}
