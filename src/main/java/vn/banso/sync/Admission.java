package vn.banso.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.node.Province;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Keyring;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.governance.Governance;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Grants;
import vn.banso.trust.governance.HelpRights;
import vn.banso.trust.governance.Role;
import vn.banso.trust.vault.Recovery;
import vn.banso.trust.vault.VaultException;

/**
 * How a device comes to belong to a province, and how it stops: a request goes to an officer as a file, a welcome comes back as
 * one, and neither needs a network.
 */
public final class Admission {
    /** What still passes as an attachment; the rest comes with the first exchange. */
    private static final int LONGEST_WELCOME = 16 << 20;

    private static final byte[] NOTHING = {};

    private Admission() {}

    /** The node's own grant does not allow that, or it belongs to another province already. */
    public static class NotEntitledException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The welcome is whole and good, but it answers another device's request. */
    public static final class OtherDeviceException extends NotEntitledException {
        private static final long serialVersionUID = 1L;
    }

    /** The parcel that asks to be let in. It holds the holder's name in clear and is meant for the officer's hands only. */
    public static byte[] request(Node node, String holder, Role role) {
        return Parcel.write(List.of(new Frame.RequestFrame(Enrolment.request(node.device(), holder, role))));
    }

    /** @throws MalformedException where the bytes are not a request, or were altered */
    public static Enrolment.Request readRequest(byte[] parcel) throws MalformedException {
        for (Frame frame : Parcel.read(parcel).frames()) {
            if (frame instanceof Frame.RequestFrame request) {
                return Enrolment.readRequest(request.bytes());
            }
        }
        throw new MalformedException(MalformedException.Reason.OTHER_KIND, "a parcel without a request");
    }

    /**
     * Founds a province on a fresh node, which becomes its first officer and its receiver.
     *
     * @param root the offline key that everything leads back to; it writes once, here
     * @param name of the province, as people call it
     * @param receiver address of the receiver, or empty
     */
    public static void found(Node node, DeviceKeys root, Province province, String name, String holder) {
        Governance governance = new Governance(province.governance());
        Governance.Act act = governance.found(province.code(), name, province.listVersion(), province.receiver(),
                new Enrolment.Request(node.device().signingKey(), node.device().sealingKey(), holder, Role.PROVINCE));
        node.join(province, act.keys());
        node.writeAs(root, 1, province.governance(), act);
    }

    /**
     * Grants the device what it asks for in these communes, and gives back the welcome: whom to trust, the keys, and all that
     * the officer holds of the province's grants and of these communes, as far as one file may hold it.
     *
     * @param communes empty for {@link Role#PROVINCE}
     * @throws NotEntitledException where the officer may not grant that
     */
    public static byte[] approve(Node officer, Enrolment.Request request, Set<ScopeId> communes) throws NotEntitledException {
        return approve(officer, request, communes, LONGEST_WELCOME);
    }

    /** The same with a welcome of at most so many bytes. */
    public static byte[] approve(Node officer, Enrolment.Request request, Set<ScopeId> communes, int longest)
            throws NotEntitledException {
        Province province = officer.province().orElseThrow(NotEntitledException::new);
        carryOut(officer, new Governance(province.governance())
                .approve(officer.grants(), officer.keyring(), request, request.role(), communes, Optional.empty()));
        return welcome(officer, province, request, communes, longest);
    }

    /**
     * Appoints another officer of the province, which only the root key may: the one time it is needed again. The welcome is as for anybody.
     *
     * @param officer the node of one who is an officer of the province already
     * @throws NotEntitledException where it is another province's root key, or a request for another role
     */
    public static byte[] appoint(Node officer, DeviceKeys root, Enrolment.Request request) throws NotEntitledException {
        Province province = officer.province().filter(p -> Arrays.equals(p.rootKey(), root.signingKey()) && request.role() == Role.PROVINCE)
                .orElseThrow(NotEntitledException::new);
        // The grant alone: the keys of the communes are handed by who has them.
        officer.writeAs(root, 1, province.governance(), new Governance(province.governance())
                .approve(officer.grants(), new Keyring(), request, Role.PROVINCE, Set.of(), Optional.empty()));
        passOnKeys(officer, _ -> true);
        officer.ledger().seal();
        return welcome(officer, province, request, Set.of(), LONGEST_WELCOME);
    }

    private static byte[] welcome(Node officer, Province province, Enrolment.Request request, Set<ScopeId> communes, int longest) {
        byte[] welcome = Enrolment.welcome(officer.device(), request, province.rootKey(), province.code(), province.listVersion(),
                province.governance(), officer.keyring().all().stream().filter(k -> k.scope().equals(province.governance())).toList(),
                province.receiver());
        Outgoing out = new Outgoing(officer, longest, longest, communes::contains);
        List<ScopeId> scopes = new ArrayList<>(List.of(province.governance()));
        scopes.addAll(communes);
        for (ScopeId scope : scopes) {
            officer.ledger().receipt(scope);
            officer.ledger().confirmations().since(scope, List.of()).forEach(out::receipt);
            if (out.room() > 0) {
                out.batches(officer.ledger().batchesLacking(new Have(scope, List.of(), List.of()), out.room()));
            }
        }
        List<Frame> frames = out.frames();
        frames.addFirst(new Frame.WelcomeFrame(welcome));
        return Parcel.write(frames);
    }

    /**
     * Makes the node a member of the province that welcomes it, and takes in what came along. The officer who let it in can help from
     * then on where its passphrase is forgotten. Safe to repeat.
     *
     * @throws MalformedException where it is not a welcome, or was altered
     * @throws NotEntitledException where it is for another device, or the node belongs to another province; nothing is changed then
     */
    public static ExchangeCounts join(Node node, byte[] parcel) throws MalformedException, NotEntitledException {
        Parcel.Contents contents = Parcel.read(parcel);
        for (Frame frame : contents.frames()) {
            if (frame instanceof Frame.WelcomeFrame f) {
                if (!Enrolment.welcomed(f.bytes()).equals(node.id())) {
                    throw new OtherDeviceException();
                }
                Enrolment.Welcome w = Enrolment.readWelcome(node.device(), f.bytes());
                if (node.province().filter(p -> !Arrays.equals(p.rootKey(), w.rootKey())).isPresent()) {
                    throw new NotEntitledException();
                }
                node.join(new Province(w.rootKey(), w.governance(), w.listVersion(), w.province(), w.receiver()), w.keys());
                ExchangeCounts tally = Incoming.take(node, contents, Optional.of(DeviceId.ofKey(w.officerKey())), true, () -> true);
                if (isOfficer(node, w)) {
                    node.upkeep().withRecovery(w.recoveryKey());
                }
                return tally;
            }
        }
        throw new MalformedException(MalformedException.Reason.OTHER_KIND, "a parcel without a welcome");
    }

    /** Whether the province's grants, which came along, say that the one who welcomes is an officer, and that this is the officer's key. */
    private static boolean isOfficer(Node node, Enrolment.Welcome welcome) {
        return node.grants().device(DeviceId.ofKey(welcome.officerKey())).filter(d -> d.role().isOfficer() && !d.revoked())
                .filter(d -> Arrays.equals(d.sealingKey().bytes(), welcome.recoveryKey())).isPresent();
    }

    /**
     * An officer's answer to a device whose passphrase is forgotten. That the vault names this officer is not enough: whoever was revoked
     * since opens nothing, nobody opens a device of communes that are not theirs or of a higher rank, and a device that was revoked stays shut.
     * That the officer helped is an entry, which goes along with the answer and, with the next exchange, to everybody there.
     *
     * @throws NotEntitledException where that is so
     * @throws VaultException NOT_FOR_THIS_VAULT where the vault names another officer
     */
    public static byte[] help(Node officer, Recovery.Request request) throws NotEntitledException, VaultException {
        ScopeId governance = officer.province().map(Province::governance).orElseThrow(NotEntitledException::new);
        ScopeId in = HelpRights.in(officer.grants(), officer.id(), DeviceId.ofKey(request.deviceKey())).orElseThrow(NotEntitledException::new);
        Recovery.answer(officer.device(), request, NOTHING);
        carryOut(officer, new Governance(governance).help(in, request));
        Outgoing out = new Outgoing(officer, LONGEST_WELCOME, LONGEST_WELCOME);
        for (ScopeId scope : new TreeSet<>(List.of(governance, in))) {
            List<Tip> all = officer.ledger().have(scope).tips();
            out.batches(officer.ledger().batchesLacking(new Have(scope, all.stream().filter(tip -> !scope.equals(governance) && !tip.feed().governs()).toList(), List.of()), out.room()));
        }
        return Recovery.answer(officer.device(), request, Parcel.write(out.frames()));
    }

    /**
     * The officers who may help a device whose passphrase is forgotten, whoever is nearest to it first: of the lowest rank, and by their ids.
     */
    public static List<GrantedDevice> helpers(Node node) {
        Grants grants = node.grants();
        return grants.devices().stream().filter(d -> HelpRights.in(grants, d.id(), node.id()).isPresent())
                .sorted(Comparator.comparingInt((GrantedDevice d) -> d.role().rank()).thenComparing(GrantedDevice::id)).toList();
    }

    /** Who of them can: the officer whose key the vault names, entitled or not. */
    public static Optional<GrantedDevice> helper(Node node) {
        return node.upkeep().recoveryKey().flatMap(key -> node.grants().devices().stream()
                .filter(d -> Arrays.equals(d.sealingKey().bytes(), key)).findFirst());
    }

    /**
     * From now on this officer can help, and no earlier one.
     *
     * @throws NotEntitledException where that officer may not
     */
    public static void helpedBy(Node node, DeviceId officer) throws NotEntitledException {
        GrantedDevice next = helpers(node).stream().filter(d -> d.id().equals(officer)).findFirst().orElseThrow(NotEntitledException::new);
        node.upkeep().withRecovery(next.sealingKey().bytes());
    }

    /** Where the officer who could help may not any more, the nearest of the others can from now on. */
    static void passOnHelp(Node node) {
        helper(node).filter(named -> HelpRights.in(node.grants(), named.id(), node.id()).isEmpty())
                .flatMap(_ -> helpers(node).stream().findFirst()).ifPresent(next -> node.upkeep().withRecovery(next.sealingKey().bytes()));
    }

    /**
     * Hands keys to everybody who may read but was left out, such as a device granted while another officer began a new key.
     * Nearly always nothing.
     */
    static void passOnKeys(Node node, Predicate<ScopeId> concerned) {
        node.province().map(province -> new Governance(province.governance())
                .handOut(node.grants(), node.keyring(), node.device(), concerned))
                .filter(act -> !act.drafts().isEmpty()).ifPresent(node::save);
    }

    static void carryOut(Node officer, Governance.Act act) throws NotEntitledException {
        if (!officer.save(act).isSaved()) {
            throw new NotEntitledException();
        }
        officer.ledger().seal();
    }
}
