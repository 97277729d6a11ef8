package vn.banso.store.node;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.RowSealing;
import vn.banso.trust.crypto.BrokenSealException;
import vn.banso.trust.crypto.ScopeKey;

/**
 * A second copy of what all the rest hangs on, in a table and so on a page of its own: the province and the scope keys. Where the first is
 * damaged, nothing else could be opened or believed.
 */
public final class IdentityCopy {
    private final Db db;
    private final RowSealing atRest;

    IdentityCopy(Db db, RowSealing atRest) {
        this.db = db;
        this.atRest = atRest;
    }

    /** @param province empty before the node has joined one */
    public record Identity(Optional<Province> province, List<ScopeKey> keys) {}

    void write(Optional<Province> province, Collection<ScopeKey> keys) {
        db.sql("REPLACE INTO identity_copy VALUES (1, ?)").put(atRest.identity(bytes(province, keys))).run();
    }

    private static byte[] bytes(Optional<Province> province, Collection<ScopeKey> keys) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(province.isPresent());
            if (province.isPresent()) {
                Province p = province.get();
                array(out, p.rootKey());
                out.writeLong(p.governance().value());
                out.writeUTF(p.listVersion());
                out.writeUTF(p.code());
                out.writeUTF(p.receiver());
            }
            out.writeInt(keys.size());
            for (ScopeKey key : keys) {
                out.writeLong(key.scope().value());
                out.writeInt(key.epoch());
                array(out, key.key());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void array(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Empty where it is not what was sealed. */
    public static Optional<Identity> read(RowSealing atRest, byte[] sealed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(atRest.openIdentity(sealed)))) {
            Optional<Province> province = in.readBoolean() ? Optional.of(new Province(in.readNBytes(in.readInt()), new ScopeId(in.readLong()),
                    in.readUTF(), in.readUTF(), in.readUTF())) : Optional.empty();
            List<ScopeKey> keys = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                keys.add(ScopeKey.of(new ScopeId(in.readLong()), in.readInt(), in.readNBytes(in.readInt())));
            }
            return Optional.of(new Identity(province, keys));
        } catch (BrokenSealException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
