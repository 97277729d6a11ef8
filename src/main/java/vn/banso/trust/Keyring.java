package vn.banso.trust;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.banso.register.ScopeId;

/** The scope keys a device holds. Old ones stay: they open what was written under them. Safe for several threads. */
public final class Keyring {
    private final SortedSet<ScopeKey> keys =
            new TreeSet<>(Comparator.comparing(ScopeKey::scope).thenComparing(ScopeKey.OLDEST_FIRST));

    public static Keyring of(Collection<ScopeKey> keys) {
        Keyring ring = new Keyring();
        ring.addAll(keys);
        return ring;
    }

    /** False where it was there already. */
    public synchronized boolean add(ScopeKey key) {
        return keys.add(key);
    }

    /** Whether any of them was new. */
    public synchronized boolean addAll(Collection<ScopeKey> more) {
        return keys.addAll(more);
    }

    /** The key to seal under now: the highest epoch, and of several the highest id. */
    public synchronized Optional<ScopeKey> current(ScopeId scope) {
        return of(scope).reduce((_, later) -> later);
    }

    public synchronized Optional<ScopeKey> byId(ScopeId scope, long keyId) {
        return of(scope).filter(k -> k.keyId() == keyId).findFirst();
    }

    /** By scope, the oldest first. */
    public synchronized List<ScopeKey> all() {
        return List.copyOf(keys);
    }

    private Stream<ScopeKey> of(ScopeId scope) {
        return keys.stream().filter(k -> k.scope().equals(scope));
    }
}
