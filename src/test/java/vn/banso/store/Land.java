package vn.banso.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.Province;
import vn.banso.store.writing.SaveResult;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.ScopeKey;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Role;

/** A small province in a temporary folder: a root key, the province's node, and whoever is enrolled. */
public final class Land implements AutoCloseable {
    static final ScopeId GOVERNANCE = ScopeId.governance("2025-07-01", "19");
    public static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    public static final ScopeId LA_BANG = ScopeId.commune("2025-07-01", "05818");
    public static final char[] PASSPHRASE = "mật khẩu thử".toCharArray();

    final Path folder;
    public final Clock clock = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    final DeviceKeys root = DeviceKeys.generate();
    public final Node province;
    private final Governance governance = new Governance(GOVERNANCE);
    private final List<Node> nodes = new ArrayList<>();

    public Land(Path folder) {
        this.folder = folder;
        province = open("province");
        Governance.Act founding = governance.found("19", "Thái Nguyên", "2025-07-01", "",
                request(province, "Lý Thị Mẫu", Role.PROVINCE));
        province.join(new Province(root.signingKey(), GOVERNANCE, "2025-07-01", "19", ""), founding.keys());
        province.writeAs(root, 1, GOVERNANCE, founding);
    }

    public NodeOptions options() {
        return NodeOptions.standard().withHome(folder.resolve("home")).withCost(Argon2Cost.FAST).withClock(clock);
    }

    public Path dir(String name) {
        return folder.resolve(name);
    }

    /** Makes the node, or unlocks it again. */
    public Node open(String name) {
        Node node = Files.exists(dir(name).resolve("vault")) ? Node.open(dir(name), PASSPHRASE, options())
                : Node.create(dir(name), PASSPHRASE, options());
        nodes.add(node);
        return node;
    }

    /** A node that lies somewhere else, as after a restore. */
    Node openAt(Path dir) {
        Node node = Node.open(dir, PASSPHRASE, options());
        nodes.add(node);
        return node;
    }

    static Enrolment.Request request(Node node, String holder, Role role) {
        return new Enrolment.Request(node.device().signingKey(), node.device().sealingKey(), holder, role);
    }

    /** A node that was approved by the province and has heard of it. */
    public Node enrolled(String name, Role role, ScopeId... communes) {
        Node node = open(name);
        enrol(node, role, communes);
        exchange(province, node);
        return node;
    }

    public void enrol(Node node, Role role, ScopeId... communes) {
        SaveResult saved = province.save(governance.approve(province.grants(), province.keyring(),
                request(node, "Hoàng Văn Thử", role), role, Set.of(communes), Optional.empty()));
        if (!saved.isSaved()) {
            throw new AssertionError(saved.toString());
        }
        province.ledger().seal();
        List<ScopeKey> keys = province.keyring().all().stream().filter(k -> k.scope().equals(GOVERNANCE)).toList();
        node.join(new Province(root.signingKey(), GOVERNANCE, "2025-07-01", "19", ""), keys);
    }

    public void revoke(Node node) {
        revoke(node, Stream.of(SANG_MOC, LA_BANG, GOVERNANCE).flatMap(s -> province.ledger().have(s).tips().stream())
                .filter(t -> t.feed().device().equals(node.id())).toList());
    }

    /** With nothing of what it wrote let count. */
    void revokeAll(Node node) {
        revoke(node, List.of());
    }

    private void revoke(Node node, List<Tip> lastGood) {
        SaveResult saved = province.save(governance.revoke(province.grants(), province.keyring(), province.device(), node.id(),
                lastGood, "mất máy"));
        if (!saved.isSaved()) {
            throw new AssertionError(saved.toString());
        }
        province.ledger().seal();
    }

    /** Both give each other all they have, until nothing is new. */
    public static void exchange(Node a, Node b) {
        a.ledger().seal();
        b.ledger().seal();
        int fresh = 1;
        while (fresh > 0) {
            fresh = give(a, b) + give(b, a);
        }
    }

    /** @return how many batches were new there */
    public static int give(Node from, Node to) {
        Set<ScopeId> scopes = Stream.concat(from.ledger().scopes().stream(), to.ledger().scopes().stream()).collect(Collectors.toSet());
        List<Batch> batches = scopes.stream().flatMap(s -> from.ledger().batchesLacking(to.ledger().have(s)).stream()).toList();
        return to.ledger().take(batches).fresh();
    }

    public static Have nothing(ScopeId scope) {
        return new Have(scope, List.of(), List.of());
    }

    public static Draft village(Node node, ScopeId scope, String name) {
        return Draft.of(Catalogue.VILLAGE, scope, node.freshId()).with("name", new Value.Text(name));
    }

    public static Draft household(Node node, ScopeId scope, EntryId village) {
        return Draft.of(Catalogue.HOUSEHOLD, scope, node.freshId()).with("village", new Value.Ref(village))
                .with("fibre_subscribed", new Value.Code(2)).with("size", new Value.Whole(4))
                .with("address_hint", new Value.Text("cạnh nhà văn hóa")).with("phone", new Value.Text("0912345678"));
    }

    public static Draft person(Node node, ScopeId scope, EntryId household, String name, int year) {
        return Draft.of(Catalogue.PERSON, scope, node.freshId()).with("household", new Value.Ref(household))
                .with("name", new Value.Text(name)).with("born", new Value.Day(year, 0, 0)).with("smartphone", new Value.Code(1));
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }

    /** All files below the folder. */
    public List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
