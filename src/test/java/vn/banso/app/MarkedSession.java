package vn.banso.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import vn.banso.carrier.FolderPeer;
import vn.banso.office.PaperHead;
import vn.banso.office.Papers;
import vn.banso.office.SignInSheet;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.Lang;
import vn.banso.register.values.Value;
import vn.banso.store.Land;
import vn.banso.store.Marked;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.writing.FormDraft;
import vn.banso.sync.Exchange;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.crypto.Argon2Cost;

/**
 * An evening at a laptop in a program of its own: recorded, looked for, failed, handed over, kept and printed. What it writes it is told
 * through its input, so that neither its classes nor its command line know it.
 */
public final class MarkedSession {
    private MarkedSession() {}

    /** @param args the laptop's folder, the home, the stick and the file to print */
    public static void main(String[] args) throws IOException, PeerException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        Marked marked = new Marked(in.readLine(), Long.parseLong(in.readLine()), Value.Day.parse(in.readLine()));
        NodeOptions options = NodeOptions.standard().withHome(Path.of(args[1])).withCost(Argon2Cost.FAST);
        try (Node node = Node.open(Path.of(args[0]), Land.PASSPHRASE, options)) {
            record(node, marked);
            LoggerFactory.getLogger(MarkedSession.class).error("unforeseen {}", "5VC6-HSDV",
                    new IllegalStateException(marked.text(), new IOException(String.valueOf(marked.number()))));
            new Exchange(node, new FolderPeer(Path.of(args[2]), node.id()), ProgressListener.SILENT).run();
            node.upkeep().backup(Path.of(args[2]).resolve("backup"));
            print(marked, Path.of(args[3]));
        }
    }

    private static void record(Node node, Marked marked) {
        Draft village = Land.village(node, Land.SANG_MOC, marked.text());
        Draft household = Land.household(node, Land.SANG_MOC, village.id()).with("note", new Value.Text(marked.text()));
        Draft person = Land.person(node, Land.SANG_MOC, household.id(), marked.text(), 1956);
        if (!node.save(List.of(village, household, person)).isSaved() || node.search(marked.text(), 9).isEmpty()) {
            throw new AssertionError("nothing was recorded that could be left");
        }
        Marked.types().forEach(type -> node.drafts().keep(FormDraft.of(marked.draft(node, type))));
        node.attention();
    }

    private static void print(Marked marked, Path file) throws IOException {
        PaperHead head = new PaperHead("xã Sảng Mộc", marked.text(), marked.text(), List.of());
        new Papers(font("Regular"), font("Bold"), Texts.of(Lang.VI)).write(
                new SignInSheet(head, List.of(new SignInSheet.Learner(marked.text(), "1956", marked.text(), "")), 0, Optional.empty()), file);
    }

    private static byte[] font(String weight) throws IOException {
        try (var in = MarkedSession.class.getResourceAsStream("/vn/banso/desktop/fonts/IBMPlexSans-" + weight + ".ttf")) {
            return in.readAllBytes();
        }
    }
}
