package vn.banso.trust.crypto;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.banso.register.values.ScopeId;

/**
 * The scope keys a device holds. All of them open what was written under them; what is written now is sealed only under those that the
 * grants let count. Safe for several threads.
 */
public final class Keyring {
    private final SortedSet<ScopeKey> keys =
            new TreeSet<>(Comparator.comparing(ScopeKey::scope).thenComparing(ScopeKey.OLDEST_FIRST));
    private Predicate<ScopeKey> good = _ -> true;
    private Optional<ScopeId> governance = Optional.empty();

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

    /** @param good which keys may be sealed under, as {@link vn.banso.trust.governance.Grants#mayBeCurrent} says; until this is called, all may */
    public synchronized void sealOnlyUnder(Predicate<ScopeKey> good) {
        this.good = good;
    }

    /** @param governance the province's own scope, whose key seals whatever is said about devices, in every scope */
    public synchronized void governedBy(ScopeId governance) {
        this.governance = Optional.of(governance);
    }

    /** The key that every device of the province has. */
    synchronized Optional<ScopeKey> ofProvince() {
        return governance.flatMap(this::current);
    }

    /** Whether any key of the scope is held. */
    public synchronized boolean holds(ScopeId scope) {
        return of(scope).findAny().isPresent();
    }

    /** The key to seal under now: of those that may be, the highest epoch, and of several the highest id. */
    public synchronized Optional<ScopeKey> current(ScopeId scope) {
        return of(scope).filter(good).reduce((_, later) -> later);
    }

    /** A key by which a batch of the scope may be sealed: one of the scope itself, or of the province. */
    synchronized Optional<ScopeKey> opening(ScopeId scope, long keyId) {
        return byId(scope, keyId).or(() -> governance.flatMap(g -> byId(g, keyId)));
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
