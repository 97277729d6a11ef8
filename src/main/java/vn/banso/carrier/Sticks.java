package vn.banso.carrier;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The sticks that are plugged in now. Nobody tells when one comes or goes, so it looks: when asked, and every second or two while
 * it watches. Folders in the property {@code banso.sticks} take the place of what the system shows.
 */
public final class Sticks {
    private static final long EVERY_MILLIS = 1_500;

    private final Supplier<List<Path>> places;
    private final List<Consumer<List<Plugged>>> told = new CopyOnWriteArrayList<>();
    /** In the order in which they were first seen. */
    private final SequencedSet<Path> seen = new LinkedHashSet<>();

    /**
     * @param folder its root
     * @param name how people call it: its label or drive letter
     * @param freeBytes 0 where the system does not tell
     */
    public record Plugged(Path folder, String name, long freeBytes) {}

    /** @param places where sticks are shown now, later plugged ones last */
    public Sticks(Supplier<List<Path>> places) {
        this.places = places;
    }

    public static Sticks ofThisMachine() {
        return new Sticks(StickPlaces::ofThisMachine);
    }

    /** Looks. @return those that are here, the newest first */
    public List<Plugged> now() {
        look();
        return newestFirst();
    }

    /** Whether this folder lies on a stick that is plugged in now: any other is not pulled out. */
    public boolean hold(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        return now().stream().anyMatch(stick -> at.startsWith(stick.folder().toAbsolutePath().normalize()));
    }

    /** Looks once, and tells where one has come or gone. */
    public void look() {
        List<Path> here = places.get();
        boolean changed;
        synchronized (seen) {
            changed = seen.retainAll(here) | seen.addAll(here);
        }
        if (changed) {
            List<Plugged> all = newestFirst();
            told.forEach(listener -> listener.accept(all));
        }
    }

    private List<Plugged> newestFirst() {
        synchronized (seen) {
            return seen.reversed().stream().map(place -> new Plugged(place, StickPlaces.name(place), StickPlaces.free(place))).toList();
        }
    }

    /** @param listener told on whichever thread looked, the newest stick first */
    public void onChange(Consumer<List<Plugged>> listener) {
        told.add(listener);
    }

    /** Looking, until it is closed. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Looks now, and again and again, on a thread of its own. */
    public Watch watch() {
        CountDownLatch closed = new CountDownLatch(1);
        Thread.ofVirtual().name("sticks").start(() -> {
            try {
                do {
                    look();
                } while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return closed::countDown;
    }
}
