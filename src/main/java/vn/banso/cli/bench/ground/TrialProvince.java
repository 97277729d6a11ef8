package vn.banso.cli.bench.ground;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Have;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.Province;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** A province made for measuring, in a folder of its own: a root key, the province's node, and whoever is let in. */
public final class TrialProvince implements AutoCloseable {
    static final String CODE = "19";
    public static final ScopeId GOVERNANCE = Units.current().province(CODE).orElseThrow().scope();
    private static final char[] PASSPHRASE = "đo thử trên máy này".toCharArray();
    private static final String NODE = "province";

    private final Path folder;
    private final DeviceKeys root = DeviceKeys.generate();
    private final Governance governance = new Governance(GOVERNANCE);
    private final List<Node> nodes = new ArrayList<>();
    private Node node;

    public TrialProvince(Path folder) {
        this.folder = folder;
        node = create(NODE, Clock.systemUTC());
        Governance.Act founding = governance.found(CODE, "Thái Nguyên", Units.current().version(), "", request(node.device(), Role.PROVINCE));
        node.join(itself(), founding.keys());
        node.writeAs(root, 1, GOVERNANCE, founding);
    }

    /** The province's own node. */
    public Node node() {
        return node;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    public static char[] passphrase() {
        return PASSPHRASE.clone();
    }

    /** Where nodes of this province keep their notes, and a key derivation that takes next to no time: it is not what is measured. */
    NodeOptions options(Clock clock) {
        return options(folder).withClock(clock);
    }

    static NodeOptions options(Path folder) {
        return NodeOptions.standard().withHome(folder.resolve("home")).withCost(Argon2Cost.FAST);
    }

    private Node create(String name, Clock clock) {
        Node created = Node.create(folder(name), passphrase(), options(clock));
        nodes.add(created);
        return created;
    }

    private Province itself() {
        return new Province(root.signingKey(), GOVERNANCE, Units.current().version(), CODE, "");
    }

    private static Enrolment.Request request(DeviceKeys device, Role role) {
        return new Enrolment.Request(device.signingKey(), device.sealingKey(), "Đặng Thị Đo", role);
    }

    /** A new node that belongs to nobody yet. */
    public Node stranger(String name) {
        return create(name, Clock.systemUTC());
    }

    /** A new node with this role in these communes, which has heard of it. */
    public Node enrolled(String name, Clock clock, Role role, ScopeId... communes) {
        Node created = create(name, clock);
        save(approval(created.device(), role, communes));
        created.join(itself(), governanceKeys());
        created.ledger().take(grants(GOVERNANCE));
        for (ScopeId commune : communes) {
            created.ledger().take(grants(commune));
        }
        return created;
    }

    /** So many devices of each commune's people, without nodes: only their keys. All are let in by two acts. */
    public List<List<Author>> authors(int each, List<ScopeId> communes) {
        List<List<DeviceKeys>> devices = communes.stream()
                .map(_ -> Stream.generate(DeviceKeys::generate).limit(each).toList()).toList();
        save(acts(communes, devices, 0, 1));
        save(acts(communes, devices, 1, each));
        List<List<Author>> authors = new ArrayList<>();
        for (int i = 0; i < communes.size(); i++) {
            ScopeId commune = communes.get(i);
            authors.add(devices.get(i).stream().map(device -> new Author(device, node.keyring(), commune)).toList());
        }
        return authors;
    }

    /** Only the first of a commune may come alone: with it the commune gets its key. */
    private Governance.Act acts(List<ScopeId> communes, List<List<DeviceKeys>> devices, int from, int to) {
        List<Draft> drafts = new ArrayList<>();
        List<ScopeKey> keys = new ArrayList<>();
        for (int i = 0; i < communes.size(); i++) {
            for (DeviceKeys device : devices.get(i).subList(from, to)) {
                Governance.Act act = approval(device, Role.COMMUNE, communes.get(i));
                drafts.addAll(act.drafts());
                keys.addAll(act.keys());
            }
        }
        return new Governance.Act(drafts, keys);
    }

    /** One device of a commune. */
    public Author author(ScopeId commune) {
        return authors(1, List.of(commune)).getFirst().getFirst();
    }

    private Governance.Act approval(DeviceKeys device, Role role, ScopeId... communes) {
        return governance.approve(node.grants(), node.keyring(), request(device, role), role, Set.of(communes), Optional.empty());
    }

    private void save(Governance.Act act) {
        if (!node.save(act).isSaved()) {
            throw new IllegalStateException("a province may write its own grants");
        }
        node.ledger().seal();
    }

    private List<ScopeKey> governanceKeys() {
        return node.keyring().all().stream().filter(k -> k.scope().equals(GOVERNANCE)).toList();
    }

    /** What is said there about devices. */
    public List<Batch> grants(ScopeId scope) {
        return node.ledger().batchesLacking(new Have(scope, List.of(), List.of())).stream().filter(b -> b.feed().governs()).toList();
    }

    /** Lets go of the province's node, so that another process may open it. */
    public Path handOver() {
        node.close();
        nodes.remove(node);
        return folder(NODE);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
