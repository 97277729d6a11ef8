package vn.banso.desktop.attention;

import java.util.List;
import java.util.Optional;
import vn.banso.desktop.attention.Detail.AfterRevocation;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.Node;
import vn.banso.store.writing.SaveResult;
import vn.banso.sync.Admission;
import vn.banso.sync.Revoking;

/** What came of a device after it was revoked is counted after all, and that is taken back. */
record LettingCount(AfterRevocation after) {
    private interface Act {
        void by(Node officer) throws Admission.NotEntitledException;
    }

    SaveResult count(Node officer) {
        return done(officer, n -> Revoking.letCount(n, after.revocation().device(), after.reason()));
    }

    SaveResult countNoMore(Node officer) {
        return done(officer, n -> Revoking.letCountNoMore(n, after.revocation()));
    }

    private static SaveResult done(Node officer, Act act) {
        try {
            act.by(officer);
            return new SaveResult.Saved(List.of());
        } catch (Admission.NotEntitledException _) {
            return new SaveResult.Refused(List.of(new SaveResult.Refusal(Catalogue.REVOCATION.id(), officer.freshId(), Reason.NOT_PERMITTED, Optional.empty())));
        }
    }
}
