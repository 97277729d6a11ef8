package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.receiver.Receiver;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.NodePeer;
import vn.banso.testing.Desk;
import vn.banso.testing.GatedPeer;
import vn.banso.testing.Laptop;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Friday evening: what was written during the week goes to the commune, and its word comes back. */
@Tag("slow")
class HandOverJourney {
    @TempDir
    Path folder;
    private Laptop laptop;
    private Screen screen;
    private Path stick;

    @BeforeEach
    void aWeekOfWork() {
        stick = folder.resolve("MAI");
        System.setProperty("banso.sticks", stick.toString());
        laptop = Laptop.of(folder.resolve("around"), Role.VOLUNTEER, 0);
        laptop.around().record(laptop.node(), 12);
        screen = Screen.open(Laptop.CLOCK);
    }

    @AfterEach
    void close() {
        System.clearProperty("banso.sticks");
        screen.close();
        laptop.close();
    }

    private void theHandOverPageIsOpened() {
        screen.enter(laptop.node());
        screen.go(new Place.HandOver());
        screen.awaitText("Các mục đang ở đâu");
    }

    private void theStickIsPluggedIn() throws IOException {
        Files.createDirectory(stick);
        screen.awaitText("USB “MAI” đã cắm");
    }

    private void pressed(String words) {
        screen.awaitText(words);
        screen.clickOn(words);
    }

    private long in(RecordState state) {
        return laptop.node().ledger().states().get(state);
    }

    @Test
    void byStickAndTheReceiptComesBackOnIt() throws IOException {
        theHandOverPageIsOpened();
        screen.awaitText("Chọn thư mục…");
        theStickIsPluggedIn();
        pressed("Bàn giao vào USB “MAI”");
        screen.awaitText("Có thể rút USB “MAI” an toàn");
        assertThat(in(RecordState.HANDED_OVER)).as("a stick is no receipt").isEqualTo(13);

        screen.awaitText("Đã chép vào “MAI”, chưa có biên nhận.");
        pressed("1 gói dữ liệu");
        screen.awaitText("Gói dữ liệu 1 · 13 mục · chép vào “MAI” ngày 20/11/2026");

        new TakeIn(laptop.office()).from(stick);
        pressed("từ USB “MAI”");
        screen.awaitText("Có 1 biên nhận mới.");
        assertThat(in(RecordState.COMMUNE)).isEqualTo(13);
        pressed("1 biên nhận");
        screen.awaitText("Hoàng Văn Thử ký 20/11/2026");
        screen.awaitText("gói dữ liệu 1 của máy này");
    }

    @Test
    void byNetworkToARealReceiver() {
        try (Receiver desk = Desk.serving(NodePeer.live(laptop.around().province(), 1 << 20))) {
            screen.choose(Settings.USUAL.withReceiver(desk.address().toString()));
            theHandOverPageIsOpened();
            pressed("Bàn giao qua mạng");
            screen.awaitText("gói dữ liệu qua mạng");
            assertThat(in(RecordState.PROVINCE)).isEqualTo(13);
            assertThat(laptop.around().households(laptop.around().province())).isEqualTo(12);
            pressed("Bàn giao qua mạng");
            screen.awaitText("hai bên đã có dữ liệu như nhau");
        }
    }

    @Test
    void stoppedOnTheWayAndPressedAgain() throws Exception {
        GatedPeer gate = new GatedPeer(NodePeer.live(laptop.around().province(), 1 << 20));
        try (Receiver desk = Desk.serving(gate)) {
            screen.choose(Settings.USUAL.withReceiver(desk.address().toString()));
            theHandOverPageIsOpened();
            pressed("Bàn giao qua mạng");
            gate.awaitEntered();
            screen.awaitText("Đang gửi qua mạng");
            pressed("Dừng lại");
            screen.awaitText("Dữ liệu vẫn đầy đủ trên máy này");
            screen.awaitText("13 mục chỉ có trên máy này");
            assertThat(in(RecordState.PROVINCE)).isZero();
            gate.open();
            screen.await("the keyboard is on the button again", () -> screen.window().scene().getFocusOwner() instanceof Button press
                    && press.getText().equals("Bàn giao qua mạng"));
            screen.type(KeyCode.ENTER);
            screen.awaitText("không mục nào bị tính hai lần");
            screen.awaitText("lần này đã gửi đủ");
            assertThat(laptop.around().households(laptop.around().province())).isEqualTo(12);
        }
    }

    @Test
    void theStickIsPulledAndPluggedInAgain() throws IOException {
        theHandOverPageIsOpened();
        theStickIsPluggedIn();
        Files.delete(stick);
        screen.awaitText("Chưa cắm USB");
        theStickIsPluggedIn();
        pressed("Bàn giao vào USB “MAI”");
        screen.awaitText("Có thể rút USB “MAI” an toàn");
    }
}
