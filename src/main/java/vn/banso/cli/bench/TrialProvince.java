package vn.banso.cli.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.Batch;
import vn.banso.ledger.Have;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.register.Units;
import vn.banso.store.Node;
import vn.banso.store.NodeOptions;
import vn.banso.store.Province;
import vn.banso.trust.Argon2Cost;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Enrolment;
import vn.banso.trust.Governance;
import vn.banso.trust.Role;
import vn.banso.trust.ScopeKey;

/** A province made for measuring, in a folder of its own: a root key, the province's node, and whoever is let in. */
final class TrialProvince implements AutoCloseable {
    static final String CODE = "19";
    static final ScopeId GOVERNANCE = ScopeId.governance(Units.CURRENT, CODE);
    private static final char[] PASSPHRASE = "đo thử trên máy này".toCharArray();
    private static final String NODE = "province";

    private final Path folder;
    private final DeviceKeys root = DeviceKeys.generate();
    private final Governance governance = new Governance(GOVERNANCE);
    private final List<Node> nodes = new ArrayList<>();
    private Node node;

    TrialProvince(Path folder) {
        this.folder = folder;
        node = create(NODE, Clock.systemUTC());
        Governance.Act founding = governance.found(CODE, "Thái Nguyên", Units.CURRENT, "", request(node.device(), Role.PROVINCE));
        node.join(itself(), founding.keys());
        node.writeAs(root, 1, GOVERNANCE, founding);
    }

    /** The province's own node. */
    Node node() {
        return node;
    }

    Path folder(String name) {
        return folder.resolve(name);
    }

    static char[] passphrase() {
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
        return new Province(root.signingKey(), GOVERNANCE, Units.CURRENT, CODE, "");
    }

    private static Enrolment.Request request(DeviceKeys device, Role role) {
        return new Enrolment.Request(device.signingKey(), device.sealingKey(), "Đặng Thị Đo", role);
    }

    /** A new node with this role in these communes, which has heard of it. */
    Node enrolled(String name, Clock clock, Role role, ScopeId... communes) {
        Node created = create(name, clock);
        admit(created.device(), role, communes);
        created.join(itself(), governanceKeys());
        created.take(governanceBatches());
        return created;
    }

    private void admit(DeviceKeys device, Role role, ScopeId... communes) {
        save(governance.approve(node.grants(), node.keyring(), request(device, role), role, Set.of(communes), Optional.empty()));
    }

    /** So many devices of a commune's people, without a node: only their keys. */
    List<Author> authors(int count, ScopeId commune) {
        List<DeviceKeys> devices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            devices.add(DeviceKeys.generate());
        }
        admit(devices.getFirst(), Role.COMMUNE, commune);
        List<Draft> rest = devices.stream().skip(1).flatMap(device -> governance.approve(node.grants(), node.keyring(),
                request(device, Role.COMMUNE), Role.COMMUNE, Set.of(commune), Optional.empty()).drafts().stream()).toList();
        save(new Governance.Act(rest, List.of()));
        return devices.stream().map(device -> new Author(device, node.keyring(), commune)).toList();
    }

    private void save(Governance.Act act) {
        if (!node.save(act).isSaved()) {
            throw new IllegalStateException("a province may write its own grants");
        }
        node.seal();
    }

    private List<ScopeKey> governanceKeys() {
        return node.keyring().all().stream().filter(k -> k.scope().equals(GOVERNANCE)).toList();
    }

    private List<Batch> governanceBatches() {
        return node.batchesLacking(new Have(GOVERNANCE, List.of(), List.of()));
    }

    /** Lets go of the province's node, so that another process may open it. */
    Path handOver() {
        node.close();
        nodes.remove(node);
        return folder(NODE);
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
