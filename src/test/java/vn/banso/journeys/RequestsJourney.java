package vn.banso.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import vn.banso.desktop.kit.Place;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.testing.Laptop;
import vn.banso.testing.Neighbourhood;
import vn.banso.testing.Screen;
import vn.banso.trust.governance.Role;

/** Somebody comes to the commune's office about their data: takes a copy home, takes the consent back, and in the end wants it erased. */
@Tag("slow")
class RequestsJourney {
    @TempDir
    Path folder;
    private Neighbourhood people;
    private Node office;
    private Node mai;
    private Node hoa;
    private EntryId sao;
    private Screen screen;

    @BeforeEach
    void aFamily() throws Exception {
        people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
        office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
        mai = people.laptop("mai", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        hoa = people.laptop("hoa", office, Role.VOLUNTEER, Neighbourhood.SANG_MOC);
        EntryId household = people.record(mai, 1).getFirst();
        sao = mai.freshId();
        assertThat(mai.save(List.of(Draft.of(Catalogue.PERSON, Neighbourhood.SANG_MOC, sao).with("household", new Value.Ref(household))
                .with("name", new Value.Text("Lường Thị Sao")).with("phone", new Value.Text("0912345678")))).isSaved()).isTrue();
        meet(mai);
        meet(hoa);
        screen = Screen.open(Laptop.CLOCK);
        screen.enter(office);
        screen.go(new Place.Requests());
        screen.awaitText("Chưa có đề nghị nào");
    }

    @AfterEach
    void close() {
        screen.close();
        people.close();
    }

    private void meet(Node laptop) throws Exception {
        new Exchange(laptop, NodePeer.live(office, 1 << 20), ProgressListener.SILENT).run();
    }

    private void asks(String what) {
        screen.clickOn(".requests .text-field");
        screen.write("luong thi sao");
        screen.push(KeyCode.ENTER);
        screen.awaitText("Đề nghị điều gì?");
        screen.clickOn(what);
        screen.awaitText("đề nghị ngày");
    }

    @Test
    void aCopyAWithdrawalAndAnErasureThatEveryMachineConfirms() throws Exception {
        asks("Xem dữ liệu");
        Path paper = folder.resolve("du-lieu.pdf");
        screen.answers().path(paper);
        screen.clickOn("In bản dữ liệu");
        screen.await("the paper", () -> Files.exists(paper));
        try (PdfReader pdf = new PdfReader(Files.readAllBytes(paper))) {
            assertThat(new PdfTextExtractor(pdf).getTextFromPage(1)).contains("Lường Thị Sao").contains("0912345678").contains("Hoàng Văn Thử");
        }
        screen.clickOn("Đã giao");
        screen.awaitText("Đã giải quyết");
        screen.awaitText("Bản dữ liệu giao cho người dân");

        asks("Rút lại đồng ý");
        screen.clickOn("Rút lại");
        screen.awaitText("Đã rút lại.");
        meet(mai);
        assertThat(mai.entry(Neighbourhood.SANG_MOC, sao).orElseThrow().text(Catalogue.PERSON.field("phone"))).isEmpty();

        asks("Xóa dữ liệu");
        screen.answers().yes(true);
        screen.clickOn("Xóa hẳn");
        screen.awaitText("1/4 máy đã xác nhận xóa");
        meet(mai);
        meet(mai);
        meet(people.province());
        meet(people.province());
        screen.go(new Place.Today());
        screen.go(new Place.Requests());
        screen.awaitText("3/4 máy đã xác nhận xóa");
        screen.awaitText("chưa xác nhận, chờ từ");
        meet(hoa);
        meet(hoa);
        screen.go(new Place.Today());
        screen.go(new Place.Requests());
        screen.awaitText("4/4 máy đã xác nhận xóa");
        assertThat(hoa.entry(Neighbourhood.SANG_MOC, sao)).isEmpty();
        assertThat(screen.texts()).noneMatch(t -> t.contains("Lường"));
    }
}
