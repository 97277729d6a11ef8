package vn.banso.testing;

import java.security.Provider;
import java.security.SecureRandomSpi;
import java.security.Security;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A source of chance that is no chance: with it, ids and keys of a game come out the same for the same seed, so that a seed which failed
 * fails again. It reaches what draws from a source made after it was put in place: a test class that is run alone, with
 * {@code -Djava.util.concurrent.ForkJoinPool.common.parallelism=0}, plays to the letter what it played.
 */
public final class SeededChance implements AutoCloseable {
    /** Each thread draws for itself, so that it does not matter which comes first. */
    private static final Map<String, Random> DRAWN = new ConcurrentHashMap<>();
    private static volatile long seed;
    private final Provider provider = new Provider("Seeded", "1", "The same for the same seed, for tests") {};

    public SeededChance(long seed) {
        DRAWN.clear();
        SeededChance.seed = seed;
        provider.put("SecureRandom.Seeded", Drawing.class.getName());
        Security.insertProviderAt(provider, 1);
    }

    @Override
    public void close() {
        Security.removeProvider(provider.getName());
    }

    /** Made by the JDK by its name. */
    public static final class Drawing extends SecureRandomSpi {
        private static final long serialVersionUID = 1;

        @Override
        protected void engineSetSeed(byte[] seed) {
            // The seed of the game is the only one.
        }

        @Override
        protected void engineNextBytes(byte[] bytes) {
            String thread = Thread.currentThread().getName();
            DRAWN.computeIfAbsent(thread, name -> new Random(seed ^ name.hashCode())).nextBytes(bytes);
        }

        @Override
        protected byte[] engineGenerateSeed(int length) {
            byte[] seed = new byte[length];
            engineNextBytes(seed);
            return seed;
        }
    }
}
