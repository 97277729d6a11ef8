package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** The end of the month: the officer gives a village back with a reason, the volunteer reads it and does more, and it comes back to be approved. */
@Tag("slow")
class ReturnJourney {
    @TempDir
    Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private EntryId village;
    private Screen screen;

    @BeforeEach
    void aMonth() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        village = office.freshId();
        office.save(List.of(Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, village).with("name", new Value.Text("Bó Mười")),
                Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, office.freshId()).with("name", new Value.Text("Khuổi Hin"))));
        mai.ledger().take(office.ledger().seal());
        visited(3);
        screen = Screen.open(Laptop.CLOCK);
    }

    @AfterEach
    void close() {
        screen.close();
        people.close();
    }

    private void visited(int households) {
        assertThat(mai.save(IntStream.range(0, households).mapToObj(i -> Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, mai.freshId())
                .with("village", new Value.Ref(village)).with("last_visit", Value.Day.parse("2026-11-18"))).toList()).isSaved()).isTrue();
        office.ledger().take(mai.ledger().seal());
    }

    @Test
    void aReturnReachesTheVolunteerAndComesBackToBeApproved() {
        screen.enter(office);
        screen.go(new Place.Reporting());
        screen.awaitText("1/2 thôn đã gửi. Chưa gửi: Khuổi Hin.");
        screen.push(KeyCode.DOWN);
        screen.awaitText("3 hộ được thăm, 0 buổi học");
        screen.answers().words("Còn thiếu xóm trên");
        screen.push(KeyCode.F9);
        screen.awaitText("Xã trả lại ngày 20/11/2026: “Còn thiếu xóm trên”");

        mai.ledger().take(office.ledger().seal());
        screen.enter(mai);
        screen.awaitText("Xã trả lại, cần làm thêm");
        screen.awaitText("“Còn thiếu xóm trên”");
        visited(2);

        screen.enter(office);
        screen.go(new Place.Reporting());
        screen.awaitText("Từ khi trả lại: +2 hộ được thăm, +0 buổi học. Lý do lần trước: “Còn thiếu xóm trên”");
        screen.push(KeyCode.DOWN);
        screen.push(KeyCode.F8);
        screen.awaitText("5 hộ được thăm, 0 buổi học. Xã duyệt ngày 20/11/2026");
        Path calls = folder.resolve("goi.pdf");
        screen.answers().path(calls);
        screen.clickOn("In danh sách gọi");
        screen.await("the call list", () -> Files.exists(calls));
    }
}
