package vn.banso.desktop.importing;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.carrier.desk.ImportDesk;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.ledger.batch.Hash;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.governance.Grants;

/** The import desk: what lies on it is looked at as it comes, and taken in with one press. One bad file stops nobody. */
public final class ImportModel {
    private final OpenRegister workplace;
    private final Sticks sticks;
    private final ReadOnlyObjectWrapper<ImportSituation> situation = new ReadOnlyObjectWrapper<>(ImportSituation.EMPTY);
    /** Looked at one after the other: a stick is no faster for being read twice at once. */
    private final Deque<ImportSource> toLookAt = new ArrayDeque<>();
    private Optional<Sticks.Watch> watch = Optional.empty();
    private Optional<Watched> running = Optional.empty();
    private boolean onScreen;
    private boolean looking;

    public ImportModel(OpenRegister workplace, Sticks sticks) {
        this.workplace = workplace;
        this.sticks = sticks;
        sticks.onChange(all -> workplace.background().onScreen(() -> plugged(all)));
    }

    ReadOnlyObjectProperty<ImportSituation> situation() {
        return situation.getReadOnlyProperty();
    }

    private ImportSituation now() {
        return situation.get();
    }

    /** The page is on the screen: sticks that are plugged in lie on the desk by themselves. */
    void shown() {
        onScreen = true;
        workplace.background().aside(sticks::now, all -> {
            plugged(all);
            if (onScreen && watch.isEmpty()) {
                watch = Optional.of(sticks.watch());
            }
        }, workplace::tell);
    }

    void leaving() {
        onScreen = false;
        watch.ifPresent(Sticks.Watch::close);
        watch = Optional.empty();
    }

    private void plugged(List<Sticks.Plugged> all) {
        if (workplace.isLocked() || !onScreen) {
            return;
        }
        // One that was pulled out and is not taken in lies here no longer; of the others the page goes on to say what came of them.
        now().sources().stream().filter(s -> s.stick().isPresent() && all.stream().noneMatch(p -> p.folder().equals(s.path())))
                .filter(s -> s.state() != ImportSource.State.TAKEN && s.state() != ImportSource.State.TAKING).map(ImportSource::path)
                .forEach(this::remove);
        // One that had nothing for us may have got something since.
        all.reversed().stream().filter(p -> now().source(p.folder()).filter(s -> s.state() != ImportSource.State.LOOKED || s.waits()).isEmpty()).forEach(p -> add(p.folder(), Optional.of(p.name())));
    }

    /** Puts files and folders on the desk; what lies there already is looked at anew. */
    void add(List<Path> paths) {
        paths.stream().map(path -> path.toAbsolutePath().normalize()).distinct()
                .forEach(path -> add(path, now().source(path).flatMap(ImportSource::stick)));
    }

    private void add(Path path, Optional<String> stick) {
        if (now().source(path).filter(s -> s.state() == ImportSource.State.TAKING || s.state() == ImportSource.State.LOOKING).isPresent()) {
            return;
        }
        ImportSource source = ImportSource.looking(path, stick);
        situation.set(now().with(source).runs(now().run(), false));
        toLookAt.add(source);
        lookOn();
    }

    void chooseFiles() {
        add(workplace.dialogs().openFiles("importing.choose_files"));
    }

    void chooseFolder() {
        workplace.dialogs().folder("importing.choose_folder").map(List::of).ifPresent(this::add);
    }

    /** Takes it off the desk; nothing of it is deleted. */
    void remove(Path path) {
        if (now().source(path).filter(s -> s.state() == ImportSource.State.TAKING).isEmpty()) {
            toLookAt.removeIf(s -> s.path().equals(path));
            situation.set(now().without(path));
        }
    }

    private record Seen(List<DeskFile> files, Optional<PeerException> trouble, Grants grants) {}

    private void lookOn() {
        ImportSource next = looking || workplace.isLocked() ? null : toLookAt.poll();
        if (next == null) {
            return;
        }
        looking = true;
        Set<Hash> beside = now().beside(next.path());
        workplace.background().aside(() -> look(next.path(), beside), seen -> {
            // Taken off the desk meanwhile, it stays away.
            if (now().source(next.path()).isPresent()) {
                situation.set(now().known(seen.grants()).with(seen.trouble().map(next::unreadable).orElseGet(() -> next.looked(seen.files()))));
            }
            looking = false;
            lookOn();
        }, failure -> {
            remove(next.path());
            if (!workplace.isLocked()) {
                workplace.tell(failure);
            }
            looking = false;
            lookOn();
        });
    }

    private Seen look(Path path, Set<Hash> beside) {
        Grants grants = workplace.node().grants();
        try {
            return new Seen(new ImportDesk(workplace.node()).look(path, beside), Optional.empty(), grants);
        } catch (PeerException e) {
            return new Seen(List.of(), Optional.of(e), grants);
        }
    }

    /** Takes in all that waits, source by source. */
    void takeAll() {
        List<ImportSource> waiting = now().waiting();
        if (now().run().isPresent() || waiting.isEmpty()) {
            return;
        }
        Watched watched = new Watched();
        running = Optional.of(watched);
        situation.set(now().runs(Optional.of(new ImportRun(waiting.getFirst().path(), 0, waiting.stream().mapToInt(s -> s.files().size()).sum(), false)), false));
        takeNext(waiting, 0, watched);
    }

    private void takeNext(List<ImportSource> waiting, int before, Watched watched) {
        if (waiting.isEmpty() || watched.stopped || workplace.isLocked()) {
            ended(watched.stopped);
            return;
        }
        ImportSource source = waiting.getFirst();
        watched.begins(source.path(), before);
        situation.set(now().with(source.taking()).runs(now().run().map(run -> run.at(source.path(), before)), false));
        workplace.background().aside(() -> new ImportDesk(workplace.node()).take(source.path(), source.files(), watched), outcomes -> {
            boolean nothing = watched.stopped && outcomes.stream().noneMatch(FileOutcome::taken);
            situation.set(now().with(nothing ? source.notTaken() : source.taken(outcomes)));
            takeNext(waiting.subList(1, waiting.size()), before + source.files().size(), watched);
        }, failure -> {
            situation.set(now().with(source.notTaken()));
            ended(true);
            if (!workplace.isLocked()) {
                workplace.tell(failure);
            }
        });
    }

    private void ended(boolean brokenOff) {
        running = Optional.empty();
        situation.set(now().runs(Optional.empty(), brokenOff));
        workplace.background().aside(() -> workplace.node().grants(), grants -> situation.set(now().known(grants)), _ -> { });
        workplace.changed();
    }

    /** The file under way is finished; what was taken counts, and the rest lies there as it did. */
    void stop() {
        running.ifPresent(watched -> watched.stopped = true);
        situation.set(now().runs(now().run().map(ImportRun::stops), false));
    }

    /** Clears away what is done. */
    void clear() {
        now().sources().stream().filter(s -> s.state() == ImportSource.State.TAKEN || s.state() == ImportSource.State.UNREADABLE
                || s.state() == ImportSource.State.LOOKED && !s.waits()).map(ImportSource::path).forEach(this::remove);
    }

    private final class Watched implements ProgressListener {
        private volatile boolean stopped;
        private volatile Path source;
        private volatile int before;

        void begins(Path path, int files) {
            source = path;
            before = files;
        }

        @Override
        public void moved(ExchangeCounts soFar) {}

        @Override
        public void stands(Position at) {
            Path path = source;
            int done = before + (int) at.done();
            workplace.background().onScreen(() -> situation.set(now().runs(now().run().map(run -> run.at(path, done)), false)));
        }

        @Override
        public boolean goOn() {
            return !stopped;
        }
    }
}
