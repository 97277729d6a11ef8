package vn.banso.store.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.ChangeForm;
import vn.banso.ledger.merge.EntryState;
import vn.banso.ledger.merge.StateForm;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.files.StoreException;
import vn.banso.trust.crypto.BrokenSealException;
import vn.banso.trust.crypto.RowSeal;

/**
 * How personal values rest in the file: each blob is sealed and bound to its entry and its purpose, so that none can be read
 * without the vault, nor be moved to another entry.
 */
public final class RowSealing {
    private static final byte STATE = 1;
    private static final byte LABEL = 2;
    private static final byte CHANGE = 3;
    private static final byte KEY = 4;
    private static final byte IDENTITY = 5;

    private final RowSeal seal;

    public RowSealing(RowSeal seal) {
        this.seal = seal;
    }

    public byte[] state(ScopeId scope, EntryState state) {
        return seal.seal(StateForm.write(state), binding(STATE, scope, state.id()));
    }

    public EntryState state(ScopeId scope, EntryId id, byte[] sealed) {
        try {
            return StateForm.read(stateBytes(scope, id, sealed));
        } catch (MalformedException e) {
            throw damaged(e);
        }
    }

    /** The canonical bytes, as the digest takes them. */
    public byte[] stateBytes(ScopeId scope, EntryId id, byte[] sealed) {
        return open(sealed, binding(STATE, scope, id));
    }

    /** Whether these sealed bytes say exactly this; no where they say nothing any more. */
    public boolean isState(ScopeId scope, EntryState state, byte[] sealed) {
        try {
            return Arrays.equals(seal.open(sealed, binding(STATE, scope, state.id())), StateForm.write(state));
        } catch (BrokenSealException _) {
            return false;
        }
    }

    public byte[] label(ScopeId scope, EntryId id, String label) {
        return seal.seal(label.getBytes(StandardCharsets.UTF_8), binding(LABEL, scope, id));
    }

    public String label(ScopeId scope, EntryId id, byte[] sealed) {
        return new String(seal.open(sealed, binding(LABEL, scope, id)), StandardCharsets.UTF_8);
    }

    public byte[] change(ScopeId scope, Change change) {
        return seal.seal(ChangeForm.write(change), binding(CHANGE, scope, change.entry()));
    }

    public Change change(ScopeId scope, EntryId id, byte[] sealed) {
        try {
            return ChangeForm.read(open(sealed, binding(CHANGE, scope, id)));
        } catch (MalformedException e) {
            throw damaged(e);
        }
    }

    public byte[] key(ScopeId scope, long keyId, byte[] key) {
        return seal.seal(key, binding(KEY, scope, new EntryId(0, keyId)));
    }

    public byte[] openKey(ScopeId scope, long keyId, byte[] sealed) {
        return seal.open(sealed, binding(KEY, scope, new EntryId(0, keyId)));
    }

    public byte[] identity(byte[] identity) {
        return seal.seal(identity, new byte[] {IDENTITY});
    }

    public byte[] openIdentity(byte[] sealed) {
        return seal.open(sealed, new byte[] {IDENTITY});
    }

    private static byte[] binding(byte purpose, ScopeId scope, EntryId id) {
        return ByteBuffer.allocate(25).put(purpose).putLong(scope.value()).putLong(id.hi()).putLong(id.lo()).array();
    }

    private byte[] open(byte[] sealed, byte[] binding) {
        try {
            return seal.open(sealed, binding);
        } catch (BrokenSealException e) {
            throw damaged(e);
        }
    }

    private static StoreException damaged(Exception e) {
        return new StoreException(StoreException.Reason.UNREADABLE, "a row that cannot be read", e);
    }
}
