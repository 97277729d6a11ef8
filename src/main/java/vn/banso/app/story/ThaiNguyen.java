package vn.banso.app.story;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.desk.FolderDesk;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.Story;
import vn.banso.desktop.Desktop;
import vn.banso.desktop.NoDisplayException;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.start.Trial;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Draft;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;

/**
 * The story of two communes of Thái Nguyên: written down offline, handed over by Internet and by stick, counted by the province,
 * confirmed back to the doorstep. Every number it tells is read from what the machines hold at that moment.
 */
public final class ThaiNguyen implements Story {
    /** Of machines on which everything is invented. */
    private static final String PASSPHRASE = "ban-so-trai-nghiem";

    private final Path samples;

    /** @param samples the folder with the sample communes */
    public ThaiNguyen(Path samples) {
        this.samples = samples;
    }

    @Override
    public int tell(CommandContext desk, Optional<Path> dir, boolean open) throws Exception {
        Path folder = dir.isPresent() ? Files.createDirectories(dir.get()) : Files.createTempDirectory("banso-demo");
        Files.createDirectories(folder.resolve("usb"));
        try {
            return tell(desk, folder, dir.isPresent(), open);
        } finally {
            if (dir.isEmpty()) {
                Folders.remove(folder);
            }
        }
    }

    private int tell(CommandContext desk, Path folder, boolean keep, boolean open) throws Exception {
        desk.say("story.opening");
        try (Cast cast = Cast.gather(folder, desk.options().clock(), PASSPHRASE.toCharArray());
             Receiver receiver = Receiver.open(NodePeer.live(cast.province().node(), Limits.usual().maxParcelBytes()), Limits.usual(),
                     new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            new Telling(desk, cast, receiver, folder.resolve("usb")).tell(new Samples(samples, desk.texts()).sharedOut(cast));
            if (open) {
                window(desk, cast, receiver);
            }
        }
        if (keep) {
            desk.line("");
            desk.say("story.kept", folder, PASSPHRASE);
        }
        return Exit.DONE;
    }

    /** Ends at Mai's laptop, with the province still answering. */
    private static void window(CommandContext desk, Cast cast, Receiver receiver) {
        desk.line("");
        if (!Desktop.hasDisplay(desk.terminal().env())) {
            desk.say("story.no_display");
            return;
        }
        desk.say("story.window", cast.mai().holder());
        Path dir = cast.mai().node().dir();
        cast.mai().node().close();
        Settings settings = Settings.USUAL.withLang(desk.texts().lang()).withReceiver(receiver.address().toString());
        try {
            Desktop.run(Actor.options(dir.getParent(), desk.options().clock()), settings, Trial.none(), Optional.of(dir),
                    PASSPHRASE.toCharArray());
        } catch (NoDisplayException _) {
            desk.say("story.no_display");
        }
    }

    /** The story itself, top to bottom. */
    private record Telling(CommandContext desk, Cast cast, Receiver receiver, Path stick) {

        void tell(Map<Actor, List<Draft>> samples) throws PeerException, IOException {
            scene(1, cast.all().size(), receiver.port());
            samples.forEach(Samples::record);
            scene(2, samples.values().stream().mapToInt(List::size).sum());
            for (Actor actor : List.of(cast.office(), cast.mai(), cast.hoa(), cast.trainer(), cast.office(), cast.mai(), cast.hoa(),
                    cast.trainer())) {
                byInternet(actor);
            }
            apart();
            byInternetTold(cast.mai());
            byStick();
            byInternetTold(cast.office());
            byInternetTold(cast.trainer());
            scene(5);
            answerByStick();
            byInternetTold(cast.mai());
            byInternetTold(cast.trainer());
            scene(6);
            new Account(desk, cast).print();
        }

        private void apart() {
            scene(3);
            Meanwhile meanwhile = new Meanwhile(cast, desk.options().clock().instant().atZone(desk.options().clock().getZone()).toLocalDate());
            List<Entry> households = cast.mai().node().entries(Catalogue.HOUSEHOLD, Cast.SANG_MOC);
            meanwhile.parallelUpdate(households.get(0));
            meanwhile.conflict(households.get(1));
            meanwhile.sameFamilyTwice(households.get(2).ref(Catalogue.HOUSEHOLD.field("village")).orElseThrow());
            desk.say("story.meanwhile", meanwhile.eveningClass());
            scene(4);
        }

        private ExchangeCounts byInternet(Actor actor) throws PeerException {
            try (HttpPeer peer = new HttpPeer(receiver.address())) {
                return new Exchange(actor.node(), peer, ProgressListener.SILENT).run();
            }
        }

        private void byInternetTold(Actor actor) throws PeerException {
            told("story.internet", actor, byInternet(actor));
        }

        /** Hoa has no signal all week: the stick goes to the commune office, which carries on what it brings. */
        private void byStick() throws PeerException {
            told("story.stick", cast.hoa(), toStick());
            NodePeer office = NodePeer.forFiles(cast.office().node(), FolderPeer.LONGEST_PARCEL);
            new FolderDesk(office).take(stick);
            desk.say("story.office", office.tally().batchesNew());
        }

        /** The same stick once more: now the office has the province's receipts to give. */
        private void answerByStick() throws PeerException, IOException {
            byInternet(cast.office());
            toStick();
            new FolderDesk(NodePeer.forFiles(cast.office().node(), FolderPeer.LONGEST_PARCEL)).take(stick);
            told("story.answer", cast.hoa(), toStick());
        }

        private ExchangeCounts toStick() throws PeerException {
            return new Exchange(cast.hoa().node(), new FolderPeer(stick, cast.hoa().node().id()), ProgressListener.SILENT).run();
        }

        private void told(String key, Actor actor, ExchangeCounts tally) {
            desk.say(key, desk.texts().get("story.actor." + actor.key()), tally.sentRecords(), tally.batchesNew(), tally.receipts(),
                    tally.bytesUp(), tally.bytesDown());
        }

        private void scene(int number, Object... numbers) {
            desk.line("");
            desk.say("story.scene." + number, numbers);
        }
    }
}
