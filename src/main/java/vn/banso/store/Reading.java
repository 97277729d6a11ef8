package vn.banso.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.Conflicts;
import vn.banso.ledger.Hash;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.ScopeId;

/** The register as it is shown. */
final class Reading {
    private final Inside in;

    Reading(Inside in) {
        this.in = in;
    }

    Optional<Entry> entry(ScopeId scope, EntryId id) {
        return in.entries.state(scope, id).filter(s -> !s.erased()).map(s -> Conflicts.shown(scope, s));
    }

    List<Entry> entries(EntryType type, ScopeId scope, Optional<EntryId> after, int limit) {
        byte[] from = after.map(EntryId::bytes).orElse(new byte[0]);
        boolean counted = type.id() < Catalogue.FIRST_GOVERNANCE;
        String rows = counted ? "v_" + type.key() : "(SELECT scope, id FROM entry WHERE type = " + type.id() + ")";
        return in.db.sql("SELECT e.id, e.state FROM " + rows + " v JOIN entry e ON e.scope = v.scope AND e.id = v.id "
                        + "AND e.type = " + type.id() + " WHERE v.scope = ? AND v.id > ? ORDER BY v.id LIMIT ?")
                .put(scope).put(from).put(limit)
                .list(row -> Conflicts.shown(scope, in.atRest.state(scope, row.entry(1), row.bytes(2))));
    }

    Hash digest(Optional<ScopeId> scope, ScopeId governance) {
        MessageDigest digest = Hash.digest();
        String which = scope.map(s -> "scope = " + s.value()).orElse("scope <> " + governance.value());
        Sql walk = in.db.fresh("SELECT scope, id, state FROM entry WHERE " + which + " ORDER BY scope, id, type");
        walk.each(row -> {
            byte[] state = in.atRest.stateBytes(row.scope(1), row.entry(2), row.bytes(3));
            digest.update(ByteBuffer.allocate(12).putLong(row.number(1)).putInt(state.length).array());
            digest.update(state);
        });
        walk.close();
        return new Hash(digest.digest());
    }
}
