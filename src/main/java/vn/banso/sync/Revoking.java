package vn.banso.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.parcel.Tip;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.Admission.NotEntitledException;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.Revocation;
import vn.banso.trust.governance.Role;

/**
 * A device is shut out, for example a lost laptop. What the officer's node holds of it stays good, and so does what the province has confirmed,
 * whether it has come to the officer or not; what comes later is kept aside until somebody lets it count.
 */
public final class Revoking {
    private Revoking() {}

    /**
     * What a revocation would mean, as far as this node knows.
     *
     * @param news when the province last said what has arrived there; empty where it never did
     * @param held the ends of the device's feeds here
     * @param elsewhere ends that the province has confirmed and that have not come here
     */
    public record Outlook(DeviceId device, Optional<Instant> news, List<Tip> held, List<Tip> elsewhere) {

        /** How many batches the province has confirmed that this node has never seen. */
        public long unseen() {
            return elsewhere.stream().mapToLong(t -> t.number() - held.stream().filter(h -> h.feed().equals(t.feed())).mapToInt(Tip::number).max().orElse(0))
                    .filter(n -> n > 0).sum();
        }
    }

    /** @throws NotEntitledException where nobody knows the device, or the officer may not revoke it */
    public static Outlook outlook(Node officer, DeviceId device) throws NotEntitledException {
        if (!officer.grants().mayRevoke(officer.id(), device)) {
            throw new NotEntitledException();
        }
        return new Outlook(device, officer.ledger().confirmations().lastOfProvince(), held(officer, device),
                officer.ledger().confirmations().byProvince(device).stream().filter(t -> !officer.ledger().isPlaced(t.hash())).toList());
    }

    private static List<Tip> held(Node officer, DeviceId device) {
        return officer.ledger().scopes().stream().flatMap(s -> officer.ledger().have(s).tips().stream()).filter(t -> t.feed().device().equals(device)).toList();
    }

    /**
     * Revokes the device; new keys go to everybody but it.
     *
     * @throws NotEntitledException where the officer may not
     */
    public static void revoke(Node officer, Outlook outlook, String reason) throws NotEntitledException {
        List<Tip> good = Stream.concat(outlook.held().stream(), outlook.elsewhere().stream()).toList();
        Admission.carryOut(officer, governance(officer).revoke(officer.grants(), officer.keyring(), officer.device(), outlook.device(), good, reason));
    }

    /**
     * The same, and nothing counts but what the node held when the outlook was taken, whoever confirmed it and whatever has come since.
     *
     * @throws NotEntitledException where the officer may not
     */
    public static void revokeAllElse(Node officer, Outlook outlook, String reason) throws NotEntitledException {
        Admission.carryOut(officer, Governance.withNothingElse(governance(officer)
                .revoke(officer.grants(), officer.keyring(), officer.device(), outlook.device(), outlook.held(), reason)));
    }

    /**
     * Lets count what came of a revoked device after its revocation, up to what this node holds now: a stick that was on its way.
     *
     * @throws NotEntitledException where it was never revoked, or the officer may not
     */
    public static void letCount(Node officer, DeviceId device, String reason) throws NotEntitledException {
        Revocation before = lastRevocation(officer, device);
        correct(officer, before, held(officer, device), reason);
    }

    /**
     * Takes that back: what came after these ends does not count, whoever confirms it meanwhile.
     *
     * @param before as it stood before it was let count
     * @throws NotEntitledException where the officer may not
     */
    public static void letCountNoMore(Node officer, Revocation before) throws NotEntitledException {
        lastRevocation(officer, before.device());
        Admission.carryOut(officer, Governance.withNothingElse(governance(officer)
                .correct(officer.grants(), officer.device(), before.device(), before.ends(), before.reason())));
    }

    private static Revocation lastRevocation(Node officer, DeviceId device) throws NotEntitledException {
        return officer.grants().lastRevocation(device).filter(_ -> officer.grants().mayRevoke(officer.id(), device))
                .orElseThrow(NotEntitledException::new);
    }

    private static void correct(Node officer, Revocation before, List<Tip> more, String reason) throws NotEntitledException {
        List<Tip> good = Stream.concat(before.ends().stream(), more.stream()).toList();
        Admission.carryOut(officer, governance(officer).correct(officer.grants(), officer.device(), before.device(), good, reason));
    }

    /**
     * The province stands by what it has confirmed: where the revocation of an officer below took some of it out, without saying that it
     * should, it counts again.
     */
    static void standByReceipts(Node node) {
        Grants grants = node.grants();
        if (grants.of(node.id()).stream().noneMatch(g -> g.role() == Role.PROVINCE) || grants.device(node.id()).orElseThrow().revoked()) {
            return;
        }
        grants.devices().stream().flatMap(d -> grants.lastRevocation(d.id()).stream())
                .filter(r -> !r.only() && grants.of(r.author()).stream().anyMatch(g -> g.role().isOfficer())
                        && grants.of(r.author()).stream().noneMatch(g -> g.role() == Role.PROVINCE))
                .forEach(r -> {
                    List<Tip> uncounted = node.ledger().confirmations().uncounted(r.device());
                    if (!uncounted.isEmpty()) {
                        List<Tip> good = Stream.concat(r.ends().stream(), uncounted.stream()).toList();
                        node.save(governance(node).correct(grants, node.device(), r.device(), good, r.reason()));
                    }
                });
    }

    private static Governance governance(Node node) {
        return new Governance(node.province().map(Province::governance).orElseThrow());
    }
}
