package vn.banso.app.trial;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.writing.SaveResult;
import vn.banso.sync.Admission;
import vn.banso.sync.Exchange;
import vn.banso.sync.NodePeer;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Role;

/** What the machines of a trial do with each other. All of it goes through the doors that people use. */
final class TrialNode {
    private static final int LONGEST_PARCEL = 8 << 20;
    /** What somebody writes down in one go, as an import of a list does. */
    private static final int AT_ONCE = 250;

    private TrialNode() {}

    static Node create(Path dir, char[] passphrase, NodeOptions options) {
        return Node.create(dir, passphrase, options);
    }

    static void admit(Node officer, Node newcomer, String holder, Role role, ScopeId commune) {
        try {
            byte[] request = Admission.request(newcomer, holder, role);
            Admission.join(newcomer, Admission.approve(officer, Admission.readRequest(request), Set.of(commune)));
        } catch (MalformedException | Admission.NotEntitledException e) {
            throw new IllegalStateException("a province lets in whom it likes", e);
        }
    }

    static void write(Node node, List<Draft> drafts, Runnable afterEach) {
        for (int from = 0; from < drafts.size(); from += AT_ONCE) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            if (node.save(drafts.subList(from, Math.min(drafts.size(), from + AT_ONCE))) instanceof SaveResult.Refused refused) {
                throw new IllegalStateException("the trial must not be refused: " + refused.refusals().getFirst().reason());
            }
            afterEach.run();
        }
    }

    static void exchange(Node caller, Node province) {
        try {
            new Exchange(caller, NodePeer.live(province, LONGEST_PARCEL), ProgressListener.SILENT).run();
        } catch (PeerException e) {
            throw new IllegalStateException("two machines in one room", e);
        }
    }
}
