package vn.banso.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.Argon2Cost;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/** A province's node, and whoever it or its officers let in, all real, each in a folder of its own with its settings beside it. */
public final class Neighbourhood implements AutoCloseable {
    public static final ScopeId GOVERNANCE = ScopeId.governance("2025-07-01", "19");
    public static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    public static final ScopeId LA_BANG = ScopeId.commune("2025-07-01", "05818");
    public static final char[] PASSPHRASE = "mật khẩu thử".toCharArray();

    private final Path folder;
    private final Clock clock;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Map<String, NodeOptions> options = new HashMap<>();
    private final Map<String, char[]> passphrases = new HashMap<>();
    private final Map<Node, Draft> villages = new HashMap<>();

    public Neighbourhood(Path folder) {
        this(folder, "19");
    }

    /** @param code of the province */
    public Neighbourhood(Path folder, String code) {
        this(folder, code, Clock.systemUTC());
    }

    /** @param clock of the province and of every node that is not set up otherwise */
    public Neighbourhood(Path folder, String code, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        DeviceKeys root = DeviceKeys.generate();
        Province province = new Province(root.signingKey(), ScopeId.governance("2025-07-01", code), "2025-07-01", code, "");
        Admission.found(open("province"), root, province, "Thái Nguyên", "Lý Thị Mẫu");
        province().ledger().seal();
    }

    public Node province() {
        return nodes.get("province");
    }

    /** A node that belongs to nobody yet, or one that was shut. */
    public Node open(String name) {
        NodeOptions how = options.getOrDefault(name, plain(name));
        char[] passphrase = passphrases.getOrDefault(name, PASSPHRASE);
        Node node = Files.exists(dir(name).resolve("vault")) ? Node.open(dir(name), passphrase, how)
                : Node.create(dir(name), passphrase, how);
        nodes.put(name, node);
        return node;
    }

    private NodeOptions plain(String name) {
        return NodeOptions.standard().withHome(folder.resolve("home-" + name)).withCost(Argon2Cost.FAST).withClock(clock);
    }

    /** How it is set up. */
    public NodeOptions options(String name) {
        return options.getOrDefault(name, plain(name));
    }

    /** Opened with that passphrase from now on. */
    public void passphrase(String name, char[] passphrase) {
        passphrases.put(name, passphrase);
    }

    /** Set up like that whenever it is opened from now on. */
    public void setUp(String name, UnaryOperator<NodeOptions> how) {
        options.put(name, how.apply(plain(name)));
    }

    /** A volunteer's laptop in Sảng Mộc, let in by the province. */
    public Node laptop(String name) throws MalformedException, Admission.NotEntitledException {
        return laptop(name, province(), Role.VOLUNTEER, SANG_MOC);
    }

    public Node laptop(String name, Node officer, Role role, ScopeId... communes)
            throws MalformedException, Admission.NotEntitledException {
        Node node = open(name);
        Admission.join(node, welcome(node, officer, role, communes));
        return node;
    }

    public static byte[] welcome(Node node, Node officer, Role role, ScopeId... communes)
            throws MalformedException, Admission.NotEntitledException {
        byte[] request = Admission.request(node, "Hoàng Văn Thử", role);
        return Admission.approve(officer, Admission.readRequest(request), Set.of(communes));
    }

    public Path dir(String name) {
        return folder.resolve(name);
    }

    public void shut(String name) {
        nodes.remove(name).close();
    }

    /** Puts a copy of a machine, or of its store alone, away; it is shut meanwhile. */
    public Node backUp(String name, String to, boolean settingsToo) {
        shut(name);
        copy(dir(name), dir(to));
        if (settingsToo) {
            copy(folder.resolve("home-" + name), folder.resolve("home-" + to));
        }
        return open(name);
    }

    /** Puts a machine back to what was put away. */
    public Node restore(String name, String from) {
        shut(name);
        delete(dir(name));
        copy(dir(from), dir(name));
        if (Files.exists(folder.resolve("home-" + from))) {
            delete(folder.resolve("home-" + name));
            copy(folder.resolve("home-" + from), folder.resolve("home-" + name));
        }
        return open(name);
    }

    /** Writes down so many households in Sảng Mộc, durably. */
    public List<EntryId> record(Node node, int households) {
        return record(node, SANG_MOC, households);
    }

    public List<EntryId> record(Node node, ScopeId scope, int households) {
        List<Draft> drafts = new ArrayList<>();
        Draft village = villages.computeIfAbsent(node, n -> {
            Draft first = Draft.of(Catalogue.VILLAGE, scope, n.freshId()).with("name", new Value.Text("Bản Chương"));
            drafts.add(first);
            return first;
        });
        List<EntryId> ids = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            ids.add(node.freshId());
            drafts.add(Draft.of(Catalogue.HOUSEHOLD, scope, ids.getLast()).with("village", new Value.Ref(village.id()))
                    .with("fibre_subscribed", new Value.Code(2)).with("size", new Value.Whole(4)));
        }
        if (!node.save(drafts).isSaved()) {
            throw new AssertionError("the sample households are not valid");
        }
        return ids;
    }

    /** How many households of Sảng Mộc count there. */
    public int households(Node node) {
        return households(node, SANG_MOC);
    }

    public int households(Node node, ScopeId scope) {
        return node.entries(Catalogue.HOUSEHOLD, scope, Optional.empty(), Integer.MAX_VALUE).size();
    }

    @Override
    public void close() {
        nodes.values().forEach(Node::close);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
