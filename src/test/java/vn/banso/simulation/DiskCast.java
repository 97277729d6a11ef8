package vn.banso.simulation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.governance.Role;

/** A province, the officer of its first commune and three laptops, enrolled once and copied for every history. */
final class DiskCast {
    static final int MACHINES = 5;

    private DiskCast() {}

    static void enrol(Path template) throws MalformedException, Admission.NotEntitledException {
        List<DiskMachine> machines = new ArrayList<>();
        for (int i = 0; i < MACHINES; i++) {
            machines.add(new DiskMachine(i, template.resolve("machine-" + i)));
        }
        DeviceKeys root = DeviceKeys.generate();
        Node province = machines.getFirst().node();
        Admission.found(province, root, new Province(root.signingKey(), Cast.GOVERNANCE, "2025-07-01", "19", ""), "Thái Nguyên",
                "Lý Thị Mẫu");
        Set<ScopeId> both = Set.copyOf(Cast.COMMUNES);
        Set<ScopeId> first = Set.of(Cast.COMMUNES.getFirst());
        join(province, machines.get(1).node(), Role.COMMUNE, both);
        join(machines.get(1).node(), machines.get(2).node(), Role.VOLUNTEER, first);
        join(machines.get(1).node(), machines.get(3).node(), Role.TRAINER, both);
        join(province, machines.get(4).node(), Role.VOLUNTEER, first);
        machines.forEach(DiskMachine::close);
    }

    private static void join(Node officer, Node node, Role role, Set<ScopeId> communes)
            throws MalformedException, Admission.NotEntitledException {
        byte[] request = Admission.request(node, "Hoàng Văn Thử", role);
        Admission.join(node, Admission.approve(officer, Admission.readRequest(request), communes));
    }
}
