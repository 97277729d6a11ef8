package vn.banso.trust;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Intake;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.BatchSealer;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.crypto.SecureRandomSource;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.Role;
import vn.banso.trust.governance.Settlement;

/** A small province: a root key, a province officer, two commune officers, and everything they have written so far. */
public final class Province {
    public static final ScopeId GOVERNANCE = ScopeId.governance("2025-07-01", "19");
    public static final ScopeId SANG_MOC = ScopeId.commune("2025-07-01", "05719");
    public static final ScopeId LA_BANG = ScopeId.commune("2025-07-01", "05818");
    public static final ScopeId ELSEWHERE = ScopeId.commune("2025-07-01", "00001");
    static final List<ScopeId> SCOPES = List.of(GOVERNANCE, SANG_MOC, LA_BANG, ELSEWHERE);
    static final Predicate<ScopeId> OTHERS = ELSEWHERE::equals;
    private static final FreshIds IDS = new FreshIds(SecureRandomSource.source());

    final Laptop root = new Laptop("");
    public final Laptop province = new Laptop("Nông Thị Hạnh");
    public final Laptop sangMoc = new Laptop("Triệu Văn Sình");
    public final Laptop laBang = new Laptop("Dương Thị Lụa");
    public final Governance acts = new Governance(GOVERNANCE);
    public final List<Batch> written = new ArrayList<>();
    public Grants grants = Grants.none(root.keys.signingKey(), GOVERNANCE, OTHERS, _ -> false);

    public Province() {
        Governance.Act founding = acts.found("19", "Thái Nguyên", "2025-07-01", "", province.asks(Role.PROVINCE));
        root.ring.addAll(founding.keys());
        province.ring.addAll(founding.keys());
        sees(root.writes(founding.drafts()));
        approve(province, sangMoc, Role.COMMUNE, Set.of(SANG_MOC));
        approve(province, laBang, Role.COMMUNE, Set.of(LA_BANG));
    }

    /** The officer approves, the device learns its keys. */
    public Batch approve(Laptop officer, Laptop device, Role role, Set<ScopeId> communes) {
        Governance.Act act = acts.approve(grants, officer.ring, device.asks(role), role, communes, Optional.empty());
        device.ring.addAll(officer.ring.all().stream().filter(k -> k.scope().equals(GOVERNANCE)).toList());
        List<Batch> batches = officer.carriesOut(act.drafts());
        batches.forEach(this::sees);
        officer.ring.addAll(act.keys());
        device.ring.addAll(grants.scopeKeys(device.keys));
        return batches.getFirst();
    }

    public Batch revoke(Laptop officer, Laptop device, Batch... lastGood) {
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
    public Node node() {
        Node node = new Node(root.keys.signingKey());
        for (Laptop officer : List.of(root, province, sangMoc, laBang)) {
            node.ring.addAll(officer.ring.all());
        }
        return node;
    }

    public static Draft household() {
        return Draft.of(Catalogue.HOUSEHOLD, SANG_MOC, IDS.next()).with("size", new Value.Whole(4));
    }

    /** Takes batches in as a real node does. */
    public static final class Node {
        final Keyring ring = new Keyring();
        public final MemoryShelf shelf = new MemoryShelf();
        final Intake intake = new Intake(shelf, new BatchSealer(ring));
        public Grants grants;
        private final byte[] rootKey;

        Node(byte[] rootKey) {
            this.rootKey = rootKey;
            ring.governedBy(GOVERNANCE);
            this.grants = read();
        }

        public Node takesAll(Collection<Batch> batches) {
            batches.forEach(this::takes);
            return this;
        }

        public Intake.Outcome takes(Batch batch) {
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
