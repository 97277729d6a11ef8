package vn.banso.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.ledger.Batch;
import vn.banso.ledger.DeviceId;
import vn.banso.ledger.Intake;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.FreshIds;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;

/** A small province: a root key, a province officer, two commune officers, and everything they have written so far. */
final class Province {
    static final ScopeId GOVERNANCE = ScopeId.governance("2025-07-01", "19");
    static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    static final ScopeId LA_BANG = ScopeId.commune("2025-07-01", "05818");
    static final ScopeId ELSEWHERE = ScopeId.commune("2025-07-01", "00001");
    static final List<ScopeId> SCOPES = List.of(GOVERNANCE, SANG_MOC, LA_BANG, ELSEWHERE);
    static final Predicate<ScopeId> OTHERS = ELSEWHERE::equals;
    private static final FreshIds IDS = new FreshIds(SecureRandomSource.source());

    final Laptop root = new Laptop("");
    final Laptop province = new Laptop("Nông Thị Hạnh");
    final Laptop sangMoc = new Laptop("Triệu Văn Sình");
    final Laptop laBang = new Laptop("Dương Thị Lụa");
    final Governance acts = new Governance(GOVERNANCE);
    final List<Batch> written = new ArrayList<>();
    Grants grants = Grants.none(root.keys.signingKey(), GOVERNANCE, OTHERS, _ -> false);

    Province() {
        Governance.Act founding = acts.found("19", "Thái Nguyên", "2025-07-01", "", province.asks(Role.PROVINCE));
        root.ring.addAll(founding.keys());
        province.ring.addAll(founding.keys());
        sees(root.writes(founding.drafts()));
        approve(province, sangMoc, Role.COMMUNE, Set.of(SANG_MOC));
        approve(province, laBang, Role.COMMUNE, Set.of(LA_BANG));
    }

    /** The officer approves, the device learns its keys. */
    Batch approve(Laptop officer, Laptop device, Role role, Set<ScopeId> communes) {
        Governance.Act act = acts.approve(grants, officer.ring, device.asks(role), role, communes, Optional.empty());
        device.ring.addAll(officer.ring.all().stream().filter(k -> k.scope().equals(GOVERNANCE)).toList());
        List<Batch> batches = officer.carriesOut(act.drafts());
        batches.forEach(this::sees);
        officer.ring.addAll(act.keys());
        device.ring.addAll(grants.scopeKeys(device.keys));
        return batches.getFirst();
    }

    Batch revoke(Laptop officer, Laptop device, Batch... lastGood) {
        Governance.Act act = acts.revoke(grants, officer.ring, officer.keys, device.keys.id(),
                List.of(lastGood).stream().map(Laptop::tip).toList(), "mất máy");
        officer.ring.addAll(act.keys());
        List<Batch> batches = officer.carriesOut(act.drafts());
        batches.forEach(this::sees);
        return batches.getFirst();
    }

    void sees(Batch batch) {
        written.add(batch);
        grants = node().takesAll(written).grants;
    }

    /** A node that holds all keys and has seen nothing yet. */
    Node node() {
        Node node = new Node(root.keys.signingKey());
        for (Laptop officer : List.of(root, province, sangMoc, laBang)) {
            node.ring.addAll(officer.ring.all());
        }
        return node;
    }

    static Draft household() {
        return Draft.of(Catalogue.HOUSEHOLD, SANG_MOC, IDS.next()).with("size", new Value.Whole(4));
    }

    /** Takes batches in as a real node does. */
    static final class Node {
        final Keyring ring = new Keyring();
        final MemoryShelf shelf = new MemoryShelf();
        final Intake intake = new Intake(shelf, new BatchSealer(ring));
        Grants grants;
        private final byte[] rootKey;

        Node(byte[] rootKey) {
            this.rootKey = rootKey;
            ring.governedBy(GOVERNANCE);
            this.grants = read();
        }

        Node takesAll(Collection<Batch> batches) {
            batches.forEach(this::takes);
            return this;
        }

        Intake.Outcome takes(Batch batch) {
            Intake.Outcome outcome = intake.take(batch, grants);
            grants = Settlement.settle(intake, grants, SCOPES, this::read);
            return outcome;
        }

        private Grants read() {
            Grants read = Grants.none(rootKey, GOVERNANCE, OTHERS, _ -> false);
            for (ScopeId scope : SCOPES) {
                read = read.with(scope, shelf.states(scope));
            }
            return read;
        }
    }
}
