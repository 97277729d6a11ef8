package vn.banso.desktop.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import vn.banso.desktop.MainWindow;
import vn.banso.desktop.kit.Background;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Settings;
import vn.banso.desktop.kit.Workers;
import vn.banso.desktop.shell.Look;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.files.NodeOptions;
import vn.banso.testing.Answers;

/**
 * A window in a process of its own that goes to every page of a register at several widths and hands over to a folder at the widest.
 * Says for each width how long the window stood still at most, and what memory it took; ends with "done".
 */
public final class WindowWalk {
    private static final int ROUNDS = 2;
    private static final int PATIENCE_MINUTES = 10;

    private final Background background = new Workers();
    private final Stopwatch watch = new Stopwatch(background);
    private final Answers answers = new Answers();
    private final Pulse pulse = new Pulse();
    private final Stage stage = new Stage();
    private final MainWindow window;

    private WindowWalk() {
        Look.loadFonts();
        ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
        window = new MainWindow(background, answers, Clock.systemUTC(), settings);
        window.on(stage);
        stage.show();
        pulse.start();
    }

    /** Arguments: folder of the node, folder of its notes, its passphrase, folder to hand over to, then the sizes such as 2560x1440. */
    public static void main(String[] args) throws IOException {
        java.util.logging.Logger.getLogger("javafx").setLevel(java.util.logging.Level.SEVERE);
        Platform.startup(() -> { });
        WindowWalk walk = Stopwatch.onScreen(WindowWalk::new);
        try (Node node = Node.open(Path.of(args[0]), args[2].toCharArray(), NodeOptions.standard().withHome(Path.of(args[1])))) {
            Stopwatch.onScreen(() -> walk.window.open(node, () -> { }));
            Map<String, Place> places = places(node);
            List<String> sizes = List.of(args).subList(4, args.length);
            for (String size : sizes) {
                walk.through(places, size);
            }
            walk.handOver(Path.of(args[3]));
            System.out.println("done");
            Stopwatch.onScreen(() -> {
                walk.window.leave();
                walk.background.close();
                return true;
            });
        }
        System.exit(0);
    }

    private void through(Map<String, Place> places, String size) {
        String[] sides = size.split("x");
        Stopwatch.onScreen(() -> {
            stage.setWidth(Double.parseDouble(sides[0]));
            stage.setHeight(Double.parseDouble(sides[1]));
            return true;
        });
        pulse.forget();
        for (int round = 0; round < ROUNDS; round++) {
            places.forEach((name, place) -> {
                pulse.at(name);
                watch.untilDrawn(() -> window.navigator().go(place));
            });
        }
        say(size);
    }

    private void handOver(Path to) throws IOException {
        pulse.forget();
        pulse.at("hand over");
        answers.path(to);
        watch.untilDrawn(() -> window.navigator().go(new Place.HandOver()));
        Button press = Stopwatch.onScreen(() -> (Button) window.scene().getRoot().lookup(".bs-head .bs-primary"));
        long start = System.nanoTime();
        CompletableFuture<Boolean> there = new CompletableFuture<>();
        Stopwatch.onScreen(() -> {
            press.fire();
            new Arrival(to, there).start();
            return true;
        });
        there.orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
        say("hand over");
        try (Stream<Path> written = Files.walk(to)) {
            System.out.printf(Locale.ROOT, "written %d bytes in %d ms%n", written.filter(Files::isRegularFile).mapToLong(WindowWalk::size).sum(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Place> places(Node node) {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("today", new Place.Today());
        places.put("households", Place.Households.all());
        for (ScopeId commune : node.keyring().all().stream().map(vn.banso.trust.crypto.ScopeKey::scope).distinct().toList()) {
            first(node, Catalogue.HOUSEHOLD, commune).ifPresent(e -> places.put("household", new Place.Household(commune, e.id())));
            first(node, Catalogue.PERSON, commune).ifPresent(e -> places.put("person", new Place.Person(commune, e.id())));
            first(node, Catalogue.VILLAGE, commune).ifPresent(e -> places.put("village", new Place.Village(commune, e.id())));
            first(node, Catalogue.CLASS, commune).ifPresent(e -> places.put("class", new Place.ClassRoom(commune, e.id())));
            first(node, Catalogue.SESSION, commune).ifPresent(e -> places.put("session", new Place.Session(commune, e.id())));
        }
        places.put("new household", new Place.NewHousehold(Optional.empty()));
        places.put("villages", new Place.Villages());
        places.put("classes", new Place.Classes());
        places.put("hand over", new Place.HandOver());
        places.put("attention", new Place.Attention());
        places.put("settings", new Place.Preferences());
        return places;
    }

    private static Optional<Entry> first(Node node, EntryType type, ScopeId scope) {
        return node.entries(type, scope, Optional.empty(), 1).stream().findFirst();
    }

    private void say(String what) {
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP)
                .mapToLong(p -> p.getPeakUsage().getUsed()).sum();
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long collecting = ManagementFactory.getGarbageCollectorMXBeans().stream().mapToLong(GarbageCollectorMXBean::getCollectionTime).sum();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.printf(Locale.ROOT, "%s: stood still %d ms at most (%s); heap %d MB at most, %d of %d MB now; collecting %d ms so far; resident %s%n",
                what, pulse.longest(), pulse.where(), peak >> 20, heap.getUsed() >> 20, heap.getCommitted() >> 20, collecting, resident());
        System.out.flush();
    }

    private static String resident() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM:") || l.startsWith("VmRSS:"))
                    .map(l -> Long.parseLong(l.replaceAll("\\D", "")) / 1024 + " MB").reduce((a, b) -> b + " (" + a + " at most)").orElse("?");
        } catch (IOException _) {
            return "?";
        }
    }

    /** Looks with every frame whether the parcel has arrived; a window that stands still never sees it. */
    private static final class Arrival extends AnimationTimer {
        private final Path to;
        private final CompletableFuture<Boolean> there;

        Arrival(Path to, CompletableFuture<Boolean> there) {
            this.to = to;
            this.there = there;
        }

        @Override
        public void handle(long now) {
            try (Stream<Path> files = Files.walk(to)) {
                if (files.anyMatch(file -> file.toString().endsWith(".BSO"))) {
                    stop();
                    there.complete(true);
                }
            } catch (IOException e) {
                stop();
                there.completeExceptionally(e);
            }
        }
    }

    /** How long no frame came, at most. */
    private static final class Pulse extends AnimationTimer {
        private final AtomicReference<String> place = new AtomicReference<>("");
        private volatile long last;
        private volatile long longest;
        private volatile String where = "";

        @Override
        public void handle(long now) {
            long at = System.nanoTime();
            if (last != 0 && at - last > longest) {
                longest = at - last;
                where = place.get();
            }
            last = at;
        }

        void at(String name) {
            place.set(name);
        }

        void forget() {
            longest = 0;
        }

        long longest() {
            return longest / 1_000_000;
        }

        String where() {
            return where;
        }
    }
}
