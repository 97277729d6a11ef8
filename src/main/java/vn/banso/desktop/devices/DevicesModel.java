package vn.banso.desktop.devices;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.carrier.ChosenFile;
import vn.banso.carrier.DeskAddress;
import vn.banso.carrier.FolderPeer;
import vn.banso.carrier.HttpPeer;
import vn.banso.carrier.LineTrust;
import vn.banso.carrier.Timeouts;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.ScopeId;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.files.DurableFile;
import vn.banso.store.node.Province;
import vn.banso.store.register.CommuneSize;
import vn.banso.store.register.DeviceWork;
import vn.banso.sync.Admission;
import vn.banso.sync.ByCode;
import vn.banso.sync.Revoking;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.HelpRights;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.OneTimeCode;
import vn.banso.trust.vault.Recovery;

/** People and devices of the communes that who works here answers for. */
public final class DevicesModel {
    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<DeviceScene> scene = new ReadOnlyObjectWrapper<>(DeviceScene.EMPTY);

    public DevicesModel(OpenRegister workplace) {
        this.workplace = workplace;
    }

    ReadOnlyObjectProperty<DeviceScene> scene() {
        return scene.getReadOnlyProperty();
    }

    private DeviceScene now() {
        return scene.get();
    }

    OpenRegister workplace() {
        return workplace;
    }

    void reread() {
        workplace.ask(DevicesModel::lines, lines -> scene.set(now().with(lines)));
    }

    /** Those that are live first, who may do most first, then by name. */
    private static List<DeviceLine> lines(Node node) {
        Grants grants = node.grants();
        Map<DeviceId, DeviceWork> work = DeviceWork.of(node);
        return grants.devices().stream().map(device -> new DeviceLine(device, work.getOrDefault(device.id(), DeviceWork.NOTHING), device.id().equals(node.id()),
                        !device.revoked() && !device.id().equals(node.id()) && grants.mayRevoke(node.id(), device.id()), HelpRights.in(grants, node.id(), device.id()).isPresent()))
                .sorted(Comparator.comparing((DeviceLine l) -> l.device().revoked()).thenComparing(l -> -l.device().role().rank())
                        .thenComparing(l -> l.device().holder()).thenComparing(l -> l.device().id())).toList();
    }

    void select(DeviceId device) {
        if (now().selected().filter(device::equals).isEmpty() || now().asking().isPresent()) {
            scene.set(now().select(device));
        }
    }

    // Letting in.

    void askByFile() {
        workplace.dialogs().openFile("devices.choose_request").ifPresent(file -> aside(
                () -> Admission.readRequest(ChosenFile.read(file, FolderPeer.LONGEST_PARCEL)), request -> asks(new Asking.ByFile(request, file))));
    }

    /** @param typed the eight letters, with or without the dash */
    void askByCode(String typed) {
        Optional<OneTimeCode> code = OneTimeCode.of(typed);
        if (code.isEmpty()) {
            workplace.tell(Notice.wait("devices.code.form"));
            return;
        }
        aside(() -> {
            try (HttpPeer peer = peer()) {
                return new ByCode(peer, code.get()).request();
            }
        }, request -> asks(new Asking.OverLine(request, code.get())));
    }

    private void asks(Asking who) {
        List<ScopeId> mine = workplace.communes().writable();
        scene.set(now().asks(Optional.of(who), who.request().role() == Role.PROVINCE || mine.size() > 1 ? Set.of() : Set.copyOf(mine)));
    }

    /** Grants this commune too, or not. */
    void grant(ScopeId commune, boolean granted) {
        Set<ScopeId> communes = new TreeSet<>(now().communes());
        if (granted ? communes.add(commune) : communes.remove(commune)) {
            scene.set(now().grants(Set.copyOf(communes)));
        }
    }

    boolean isReady() {
        return !now().busy() && now().asking().filter(a -> a.request().role() == Role.PROVINCE || !now().communes().isEmpty()).isPresent();
    }

    void letIn() {
        Set<ScopeId> communes = now().communes();
        now().asking().filter(_ -> isReady()).ifPresent(asking -> {
            switch (asking) {
                case Asking.ByFile(Enrolment.Request request, Path file) -> workplace.dialogs().saveFile("devices.save_welcome", welcomeName(request))
                        .ifPresent(to -> aside(() -> DurableFile.write(to, Admission.approve(workplace.node(), request, communes)), _ -> letIn(request,
                                Notice.done("devices.welcomed", request.holder(), String.valueOf(to.getFileName())))));
                case Asking.OverLine(Enrolment.Request request, OneTimeCode code) -> aside(() -> {
                    try (HttpPeer peer = peer()) {
                        new ByCode(peer, code).answer(Admission.approve(workplace.node(), request, communes, ByCode.longestWelcome()));
                        return request;
                    }
                }, _ -> letIn(request, Notice.done("devices.welcomed_over_line", request.holder())));
            }
        });
    }

    private void letIn(Enrolment.Request request, Notice said) {
        scene.set(now().select(request.device()));
        workplace.tell(said);
        workplace.changed();
    }

    /** Without the holder's name: names of files say nothing of people. */
    private static String welcomeName(Enrolment.Request request) {
        return "cap-quyen-" + request.fingerprint().substring(0, request.fingerprint().indexOf('-')).toLowerCase(Locale.ROOT) + ".banso";
    }

    void putOff() {
        scene.set(now().asks(Optional.empty(), Set.of()).loses(Optional.empty()));
    }

    // A forgotten passphrase.

    private record Forgotten(Recovery.Request request, String holder) {}

    /** A file anybody may have sent: the code is read over the telephone before it is answered, for what was opened stays open. */
    void help() {
        workplace.dialogs().openFile("devices.choose_forgotten").ifPresent(file -> aside(() -> {
            Recovery.Request request = Recovery.read(ChosenFile.read(file, FolderPeer.LONGEST_PARCEL));
            return new Forgotten(request, workplace.node().grants().device(DeviceId.ofKey(request.deviceKey())).map(GrantedDevice::holder).orElse("?"));
        }, this::answer));
    }

    private void answer(Forgotten asked) {
        if (!workplace.dialogs().confirm(Sentence.of("devices.help.compare", asked.holder(), asked.request().fingerprint()), "devices.help.answer")) {
            return;
        }
        workplace.dialogs().saveFile("devices.save_answer", "mo-so-" + asked.request().fingerprint().substring(0, 4).toLowerCase(Locale.ROOT) + ".banso")
                .ifPresent(to -> aside(() -> DurableFile.write(to, Admission.help(workplace.node(), asked.request())), _ -> {
                    workplace.tell(Notice.done("devices.helped", String.valueOf(to.getFileName())));
                    workplace.changed();
                }));
    }

    // A lost laptop.

    void beginLost() {
        now().line().filter(DeviceLine::mayRevoke).ifPresent(line -> aside(() -> {
            Node node = workplace.node();
            GrantedDevice device = line.device();
            List<ScopeId> communes = device.communes().isEmpty() ? node.ledger().communes() : List.copyOf(device.communes());
            return new LostDevice(line, CommuneSize.of(node, communes), Revoking.outlook(node, device.id()),
                    node.ledger().confirmations().after(device.id(), List.of()), workplace.clock().instant(), Optional.empty());
        }, lost -> scene.set(now().loses(Optional.of(lost)))));
    }

    void shutOut(String reason) {
        now().lost().filter(lost -> lost.revoked().isEmpty()).ifPresent(lost -> aside(() -> {
            Revoking.revoke(workplace.node(), Revoking.outlook(workplace.node(), lost.line().device().id()), reason.strip());
            return workplace.clock().instant();
        }, when -> {
            scene.set(now().loses(Optional.of(lost.revokedAt(when))));
            workplace.changed();
        }));
    }

    void printIncident() {
        Texts texts = Texts.of(workplace.settings().get().lang());
        now().lost().ifPresent(lost -> PaperFile.save(workplace, "devices.save_incident",
                "su-co-mat-may-" + lost.line().device().fingerprint().substring(0, 4).toLowerCase(Locale.ROOT) + ".pdf",
                (papers, file) -> papers.write(new IncidentWords(texts, workplace.communes().ofNew(), workplace.clock().getZone()).sheet(lost), file)));
    }

    private HttpPeer peer() throws PeerException {
        String typed = workplace.settings().get().receiver();
        DeskAddress at = DeskAddress.of(typed).or(() -> workplace.node().province().map(Province::receiver).flatMap(DeskAddress::of))
                .orElseThrow(() -> new PeerException(PeerException.Reason.GONE, null));
        return new HttpPeer(at.uri(), Timeouts.usual(), LineTrust.in(workplace.node().home()).withOpen(workplace.settings().get().openHost()));
    }

    private <T> void aside(Callable<T> work, Consumer<T> done) {
        if (now().busy() || workplace.isLocked()) {
            return;
        }
        scene.set(now().busy(true));
        workplace.background().aside(work, answer -> {
            scene.set(now().busy(false));
            done.accept(answer);
        }, failure -> {
            scene.set(now().busy(false));
            if (!workplace.isLocked()) {
                refused(failure).ifPresentOrElse(said -> workplace.tell(Notice.look(said)), () -> workplace.tell(failure));
            }
        });
    }

    /** What is worded for an officer here; all else is told as everywhere. */
    private static Optional<List<Sentence>> refused(Throwable failure) {
        return switch (failure) {
            case Admission.NotEntitledException _ -> Optional.of(List.of(Sentence.of("devices.not_entitled")));
            case PeerException e when e.reason() == PeerException.Reason.GONE -> Optional.of(List.of(Sentence.of("devices.code.gone")));
            case PeerException e when e.reason() == PeerException.Reason.REFUSED -> Optional.of(List.of(Sentence.of("devices.code.used")));
            default -> Optional.empty();
        };
    }
}
