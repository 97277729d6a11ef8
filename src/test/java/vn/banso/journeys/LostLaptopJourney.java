package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.carrier.FolderPeer;
import vn.banso.desktop.kit.Place;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** A volunteer calls: the laptop is gone. The officer shuts it out, prints the sheet, and a stick sent before turns up the day after. */
@Tag("slow")
class LostLaptopJourney {
    @TempDir
    Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private Screen screen;

    @BeforeEach
    void aWeekOfWork() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        people.record(mai, 6);
        office.ledger().take(mai.ledger().seal());
        screen = Screen.open(Laptop.CLOCK);
    }

    @AfterEach
    void close() {
        System.clearProperty("banso.sticks");
        screen.close();
        people.close();
    }

    @Test
    void theLaptopIsShutOutAndTheStickThatComesLaterIsToldAndNotCounted() throws Exception {
        screen.enter(office);
        screen.go(new Place.Devices());
        screen.awaitText("Mã đối chiếu của máy");
        screen.push(KeyCode.DOWN);
        screen.push(KeyCode.DOWN);
        screen.settle();
        screen.awaitText("Báo mất máy");
        screen.clickOn("Báo mất máy");
        screen.awaitText("Thông tin của 6 hộ");
        screen.awaitText("7 mục đã về máy này và được tính");
        Path sheet = folder.resolve("su-co.pdf");
        screen.answers().path(sheet);
        screen.clickOn("Thu hồi quyền của máy này");
        screen.awaitText("Đã thu hồi lúc");
        screen.clickOn("In biên bản sự cố");
        screen.await("the sheet", () -> Files.exists(sheet));
        assertThat(people.households(office)).as("what has come counts").isEqualTo(6);

        people.record(mai, 2);
        Path stick = Files.createDirectories(folder.resolve("GUI-TRUOC"));
        new Exchange(mai, new FolderPeer(stick, mai.id()), ProgressListener.SILENT).run();
        System.setProperty("banso.sticks", stick.toString());
        screen.go(new Place.Importing());
        screen.awaitText("USB “GUI-TRUOC”");
        screen.settle();
        screen.push(KeyCode.F8);
        screen.awaitText("Đã xem xong 1 tệp: 1 cần xử lý");
        assertThat(people.households(office)).isEqualTo(6);
        screen.go(new Place.Attention());
        screen.awaitText("Hoàng Văn Thử");
    }
}
