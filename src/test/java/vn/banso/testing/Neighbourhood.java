package vn.banso.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.ledger.MalformedException;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.Node;
import vn.banso.store.NodeOptions;
import vn.banso.store.Province;
import vn.banso.sync.Admission;
import vn.banso.trust.Argon2Cost;
import vn.banso.trust.DeviceKeys;
import vn.banso.trust.Role;

/** A province's node and laptops of one commune, all real, in a temporary folder. */
public final class Neighbourhood implements AutoCloseable {
    public static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    private static final char[] PASSPHRASE = "mật khẩu thử".toCharArray();

    private final Path folder;
    private final Node province;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Node, Draft> villages = new HashMap<>();

    public Neighbourhood(Path folder) {
        this.folder = folder;
        province = open("province");
        DeviceKeys root = DeviceKeys.generate();
        ScopeId governance = ScopeId.governance("2025-07-01", "19");
        Admission.found(province, root, new Province(root.signingKey(), governance, "2025-07-01", "19", ""), "Thái Nguyên", "Lý Thị Mẫu");
        province.seal();
    }

    private Node open(String name) {
        Node node = Node.create(folder.resolve(name), PASSPHRASE,
                NodeOptions.standard().withHome(folder.resolve("home-" + name)).withCost(Argon2Cost.FAST));
        nodes.add(node);
        return node;
    }

    public Node province() {
        return province;
    }

    /** A volunteer's laptop, let in by the province. */
    public Node laptop(String name) throws MalformedException, Admission.NotEntitledException {
        Node node = open(name);
        byte[] request = Admission.request(node, "Hoàng Văn Thử", Role.VOLUNTEER);
        Admission.join(node, Admission.approve(province, Admission.readRequest(request), Set.of(SANG_MOC)));
        return node;
    }

    /** Writes down so many households, durably. */
    public void record(Node node, int households) {
        List<Draft> drafts = new ArrayList<>();
        Draft village = villages.computeIfAbsent(node, n -> {
            Draft first = Draft.of(Catalogue.VILLAGE, SANG_MOC, n.freshId()).with("name", new Value.Text("Bản Chương"));
            drafts.add(first);
            return first;
        });
        for (int i = 0; i < households; i++) {
            drafts.add(Draft.of(Catalogue.HOUSEHOLD, SANG_MOC, node.freshId()).with("village", new Value.Ref(village.id()))
                    .with("fibre_subscribed", new Value.Code(2)).with("size", new Value.Whole(4)));
        }
        if (!node.save(drafts).isSaved()) {
            throw new AssertionError("the sample households are not valid");
        }
    }

    public int households(Node node) {
        return node.entries(Catalogue.HOUSEHOLD, SANG_MOC, Optional.empty(), Integer.MAX_VALUE).size();
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
    }
}
