package vn.banso.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import vn.banso.carrier.FolderPeer;
import vn.banso.indicators.CountPeriod;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.reporting.VillageReports;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/**
 * A commune officer's desk on a morning, to be drawn: sticks of several people, a folder as a messenger left it, with a damaged file, a ZIP and a
 * letter.
 *
 * @param sources what is put on the desk
 */
public record DeskSamples(Neighbourhood people, Node office, List<Path> sources) implements AutoCloseable {
    private static final List<String> HOLDERS = List.of("Lò Thị Mai", "Nguyễn Thị Phương Thảo Nguyên", "Vàng A Tủa", "Triệu Văn Chòi");

    public static DeskSamples in(Path folder) {
        try {
            Neighbourhood people = new Neighbourhood(folder.resolve("people"), "19", Laptop.CLOCK);
            Node office = people.laptop("office", people.province(), Role.COMMUNE, Neighbourhood.SANG_MOC);
            Path messenger = Files.createDirectories(folder.resolve("Zalo nhận được"));
            Path first = null;
            for (String holder : HOLDERS) {
                Node laptop = people.open("laptop-" + HOLDERS.indexOf(holder));
                byte[] request = Admission.request(laptop, holder, Role.VOLUNTEER);
                Admission.join(laptop, Admission.approve(office, Admission.readRequest(request), Set.of(Neighbourhood.SANG_MOC)));
                people.record(laptop, 12 + 7 * HOLDERS.indexOf(holder));
                Path stick = Files.createDirectories(folder.resolve(holder.equals(HOLDERS.get(1)) ? "KINGSTON" : "USB-" + HOLDERS.indexOf(holder)));
                new Exchange(laptop, new FolderPeer(stick, laptop.id()), ProgressListener.SILENT).run();
                first = first == null ? stick : first;
            }
            byte[] last = Files.readAllBytes(parcel(folder.resolve("USB-3")));
            Files.write(messenger.resolve("tu-zalo (1).bso"), Arrays.copyOf(last, last.length - 40));
            try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(messenger.resolve("tu-zalo (3).zip")))) {
                zip.putNextEntry(new ZipEntry("goi.bso"));
                zip.write(Files.readAllBytes(parcel(folder.resolve("USB-2"))));
                zip.closeEntry();
            }
            Files.writeString(Files.createDirectories(messenger.resolve("BANSO/IN")).resolve("bao-cao.docx"), "Kính gửi");
            for (String name : List.of("tu-zalo (1).bso", "tu-zalo (3).zip")) {
                Files.move(messenger.resolve(name), messenger.resolve("BANSO/IN").resolve(name));
            }
            aMonth(office);
            return new DeskSamples(people, office, List.of(first, folder.resolve("KINGSTON"), messenger));
        } catch (IOException | MalformedException | PeerException | Admission.NotEntitledException e) {
            throw new AssertionError(e);
        }
    }

    /** Three villages in November: nothing yet, sent, given back. */
    private static void aMonth(Node office) {
        List<Draft> drafts = new ArrayList<>();
        for (String name : List.of("Khuổi Hin", "Bó Mười", "Nà Lay")) {
            Draft village = Draft.of(Catalogue.VILLAGE, Neighbourhood.SANG_MOC, office.freshId()).with("name", new Value.Text(name));
            Draft team = Draft.of(Catalogue.TEAM, Neighbourhood.SANG_MOC, office.freshId()).with("village", new Value.Ref(village.id()));
            drafts.addAll(List.of(village, team, Draft.of(Catalogue.TEAM_MEMBER, Neighbourhood.SANG_MOC, office.freshId()).with("team", new Value.Ref(team.id()))
                    .with("name", new Value.Text(HOLDERS.get(drafts.size() % HOLDERS.size()))).with("phone", new Value.Text("0912345678"))));
            for (int i = 0; i < 14 && !name.equals("Khuổi Hin"); i++) {
                drafts.add(Draft.of(Catalogue.HOUSEHOLD, Neighbourhood.SANG_MOC, office.freshId()).with("village", new Value.Ref(village.id()))
                        .with("last_visit", Value.Day.parse("2026-11-1" + i % 10)));
            }
        }
        CountPeriod november = new CountPeriod(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
        VillageReports reports = new VillageReports(office, Neighbourhood.SANG_MOC, november);
        if (!office.save(drafts).isSaved() || !reports.giveBack(reports.all().stream().filter(r -> r.village().name().equals("Nà Lay")).toList(),
                "Còn thiếu xóm trên, bốn hộ chưa có số điện thoại").isSaved()) {
            throw new AssertionError("the sample month is not valid");
        }
    }

    private static Path parcel(Path stick) throws IOException {
        try (Stream<Path> files = Files.list(stick.resolve("BANSO/IN"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Override
    public void close() {
        people.close();
    }
}
