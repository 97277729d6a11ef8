package vn.banso.store.projection;

import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;

/** Is told, inside the transaction, of every entry that is written: it may be taken back, so what it says is read again. */
public interface WriteWatcher {
    WriteWatcher NOBODY = new WriteWatcher() {
        @Override
        public void written(ScopeId scope, int type, EntryId entry) {
            // Nobody keeps anything.
        }

        @Override
        public void cleared(ScopeId scope) {
            // Nobody keeps anything.
        }
    };

    void written(ScopeId scope, int type, EntryId entry);

    /** All entries of a scope were forgotten. */
    void cleared(ScopeId scope);
}
