package vn.banso.app.trial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import vn.banso.cli.entries.JsonEntries;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.desktop.start.Trial;
import vn.banso.receiver.Letterbox;
import vn.banso.receiver.Limits;
import vn.banso.receiver.Receiver;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.Lang;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.sync.NodePeer;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/** Makes the trial from the sample commune of Sảng Mộc. The laptop is a trainer's, who may do all that a volunteer may. */
public final class SampleTrial implements Trial {
    private static final String COMMUNE = "05719";
    private static final String PROVINCE = "19";
    private static final String HOLDER = "Lò Thị Mai";
    private static final Set<EntryType> TEAMS = Set.of(Catalogue.TEAM, Catalogue.TEAM_MEMBER);
    /** Of the machines behind the laptop, on which everything is invented. */
    private static final String PASSPHRASE = "ban-so-trai-nghiem";

    private final Path samples;
    private final NodeOptions options;

    /** @param samples the folder with the sample communes */
    public SampleTrial(Path samples, NodeOptions options) {
        this.samples = samples;
        this.options = options;
    }

    @Override
    public boolean isAvailable() {
        return Files.isRegularFile(samples.resolve(COMMUNE + ".json"));
    }

    @Override
    public boolean isTrial(Path laptop) {
        return TrialFolder.of(laptop).isPresent();
    }

    @Override
    public Path usualFolder() {
        return options.home().resolve("trial");
    }

    @Override
    public Optional<Path> laptop(Path folder) {
        return Optional.of(new TrialFolder(folder)).filter(TrialFolder::isReady).map(TrialFolder::laptop);
    }

    @Override
    public Path make(Path folder, char[] passphrase, DoubleConsumer progress) throws IOException {
        TrialFolder trial = new TrialFolder(folder);
        trial.begin();
        List<Draft> people = read();
        NodeOptions invented = options.withCost(Argon2Cost.FAST);
        try (Node province = TrialNode.create(trial.province(), PASSPHRASE.toCharArray(), invented);
                Node neighbour = TrialNode.create(trial.neighbour(), PASSPHRASE.toCharArray(), invented);
                Node laptop = TrialNode.create(trial.laptop(), passphrase, options)) {
            progress.accept(0.05);
            Unit here = Units.current().commune(COMMUNE).orElseThrow();
            found(province);
            TrialNode.admit(province, laptop, HOLDER, Role.TRAINER, here.scope());
            TrialNode.admit(province, neighbour, "Triệu Thị Hoa", Role.VOLUNTEER, here.scope());
            progress.accept(0.1);
            fill(province, laptop, people, progress);
            disagree(province, laptop, neighbour, here.scope());
            progress.accept(1);
        }
        trial.remove(trial.neighbour());
        trial.ready();
        return trial.laptop();
    }

    private void found(Node province) {
        DeviceKeys root = DeviceKeys.generate();
        Unit unit = Units.current().province(PROVINCE).orElseThrow();
        Admission.found(province, root, new Province(root.signingKey(), unit.scope(), unit.list(),
                PROVINCE, ""), unit.name(), "Sở Khoa học và Công nghệ");
    }

    private static void fill(Node province, Node laptop, List<Draft> people, DoubleConsumer progress) {
        List<Draft> teams = people.stream().filter(d -> TEAMS.contains(d.type())).toList();
        List<Draft> rest = people.stream().filter(d -> !TEAMS.contains(d.type())).toList();
        TrialNode.write(province, teams, () -> { });
        int[] written = {0};
        TrialNode.write(laptop, rest, () -> progress.accept(Math.min(0.8, 0.1 + 0.7 * (written[0] += 250) / rest.size())));
        TrialNode.exchange(laptop, province);
        progress.accept(0.9);
    }

    /** A conflict, a family written down twice, and what was done this morning and nobody else has yet. */
    private void disagree(Node province, Node laptop, Node neighbour, ScopeId commune) {
        SampleActivity doings = new SampleActivity(commune, LocalDate.ofInstant(options.clock().instant(), ZoneId.systemDefault()));
        TrialNode.exchange(neighbour, province);
        List<Entry> households = laptop.entries(Catalogue.HOUSEHOLD, commune, Optional.empty(), 10);
        Entry village = laptop.entries(Catalogue.VILLAGE, commune).getFirst();
        TrialNode.write(laptop, doings.size(households.get(1), 1), () -> { });
        TrialNode.write(neighbour, doings.size(households.get(1), 2), () -> { });
        TrialNode.write(laptop, doings.family(laptop, village.id()), () -> { });
        TrialNode.write(neighbour, doings.family(neighbour, village.id()), () -> { });
        TrialNode.exchange(neighbour, province);
        TrialNode.exchange(laptop, province);
        TrialNode.write(laptop, doings.lately(laptop, households.subList(3, 9), village), () -> { });
    }

    private List<Draft> read() throws IOException {
        try {
            return new JsonEntries(new FreshIds(new SecureRandom()), code -> Units.current().commune(code).map(Unit::scope),
                    Texts.of(Lang.VI)).read(Files.readString(samples.resolve(COMMUNE + ".json")));
        } catch (CommandRefusal e) {
            throw new IllegalStateException("the sample commune is not as it was delivered", e);
        }
    }

    @Override
    public Optional<Desk> desk(Node laptop) throws IOException {
        Optional<TrialFolder> trial = TrialFolder.of(laptop.dir());
        return trial.isEmpty() ? Optional.empty() : Optional.of(open(trial.get(), laptop));
    }

    private Desk open(TrialFolder trial, Node laptop) throws IOException {
        Node province = Node.open(trial.province(), PASSPHRASE.toCharArray(), options);
        boolean open = false;
        try {
            Limits limits = Limits.usual();
            Receiver receiver = Receiver.open(NodePeer.live(province, limits.maxParcelBytes()),
                    new Letterbox(trial.province().resolve("codes"), options.clock()), limits,
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Province known = laptop.province().orElseThrow();
            laptop.join(new Province(known.rootKey(), known.governance(), known.listVersion(), known.code(), receiver.address().toString()),
                    List.of());
            open = true;
            return () -> {
                receiver.close();
                province.close();
            };
        } finally {
            if (!open) {
                province.close();
            }
        }
    }
}
