package vn.banso.desktop.handover;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.carrier.HandOver;
import vn.banso.carrier.HandOver.Found;
import vn.banso.carrier.HandOver.Outcome;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.Sticks;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.progress.ExchangePhase;
import vn.banso.sync.progress.Position;
import vn.banso.sync.progress.ProgressListener;
import vn.banso.trust.governance.GrantedDevice;

/** Which road is open, what is under way, what came of it, and where everything lies. Goes on while other pages are looked at. */
public final class HandOverModel {

    private static final int AGAIN_MILLIS = 10_000;

    private final OpenRegister workplace;
    private final Sticks sticks;
    private final ReadOnlyObjectWrapper<Situation> situation = new ReadOnlyObjectWrapper<>(Situation.UNKNOWN);
    private final Set<RecordState> unfolded = EnumSet.noneOf(RecordState.class);
    private Optional<Sticks.Watch> watch = Optional.empty();
    private boolean brokenOff;
    private boolean looking;
    private boolean seen;
    private boolean lookAgain;
    private Optional<Runnable> stop = Optional.empty();

    public HandOverModel(OpenRegister workplace, Sticks sticks) {
        this.workplace = workplace;
        this.sticks = sticks;
        sticks.onChange(_ -> workplace.background().onScreen(this::look));
        workplace.changes().addListener(_ -> {
            if (seen) {
                reread();
                if (now().found().flatMap(Found::road).isEmpty()) {
                    // Perhaps somebody has told this machine meanwhile where the province is.
                    look();
                }
            }
        });
    }

    /** Everything that the page says follows from this. */
    ReadOnlyObjectProperty<Situation> situation() {
        return situation.getReadOnlyProperty();
    }

    private Situation now() {
        return situation.get();
    }

    /** Somebody looks at the page: sticks are watched for from now on. */
    public void enter() {
        watch.ifPresent(Sticks.Watch::close);
        watch = Optional.of(sticks.watch());
        open();
    }

    /** Looks around and at where everything lies. */
    void open() {
        seen = true;
        look();
        workplace.ask(WorkLocation::at, answer -> situation.set(now().seenAgain(answer, workplace.me().get().map(GrantedDevice::role))));
    }

    public void leave() {
        seen = false;
        watch.ifPresent(Sticks.Watch::close);
        watch = Optional.empty();
    }

    private void reread() {
        workplace.ask(WorkLocation::at, answer -> situation.set(now().withLying(answer, workplace.me().get().map(GrantedDevice::role))));
    }

    /** Looks for the best road again. */
    public void look() {
        if (looking) {
            lookAgain = true;
            return;
        }
        if (workplace.isLocked()) {
            return;
        }
        looking = true;
        workplace.background().aside(handOver()::look, seen -> {
            situation.set(now().withFound(Optional.of(seen)));
            looked();
        }, failure -> {
            if (!workplace.isLocked()) {
                workplace.tell(failure);
            }
            looked();
        });
    }

    private void looked() {
        looking = false;
        if (lookAgain) {
            lookAgain = false;
            look();
        } else if (seen && now().press() instanceof Situation.Press.Best) {
            // The receiver may be back any moment, and whoever looks at the page should see it.
            workplace.background().later(this, AGAIN_MILLIS, () -> {
                if (seen && now().running().isEmpty()) {
                    look();
                }
            });
        }
    }

    /** With the node that is open now: unlocked again, it is another. */
    private HandOver handOver() {
        String receiver = workplace.settings().get().receiver();
        return new HandOver(workplace.node(), sticks, () -> Optional.of(receiver).filter(address -> !address.isBlank()),
                () -> workplace.settings().get().openHost(), HandOver.SHORT);
    }

    /** What the button says. */
    public void press() {
        switch (now().press()) {
            case Situation.Press.By(Road road) -> press(road);
            case Situation.Press.Best _ -> start(Optional.empty());
            case Situation.Press.Choose _ -> chooseFolder();
            case Situation.Press.Nobody _ -> { }
        }
    }

    /** By this road. */
    public void press(Road road) {
        start(Optional.of(road));
    }

    /** Into a folder that somebody chooses and carries away in their own way. */
    public void chooseFolder() {
        workplace.dialogs().folder("handover.choose_folder").ifPresent(folder -> press(new Road.Folder(folder)));
    }

    private void start(Optional<Road> road) {
        if (now().running().isPresent()) {
            return;
        }
        HandOver handOver = handOver();
        Watched watched = new Watched();
        stop = Optional.of(() -> {
            watched.stopped = true;
            handOver.stop();
        });
        situation.set(now().runs(new Running(road, Position.at(ExchangePhase.LOOKING, 0), false)));
        workplace.background().<Outcome>aside(() -> road.map(r -> handOver.run(r, watched)).orElseGet(() -> handOver.run(watched)),
                outcome -> {
                    Result result = new Result.Given(outcome, brokenOff);
                    brokenOff = switch (outcome) {
                        case HandOver.Interrupted _, HandOver.Stopped _ -> true;
                        case HandOver.Done _ -> false;
                        case HandOver.NoRoad _ -> brokenOff;
                    };
                    ended(result);
                }, this::failed);
    }

    /** Stops what is under way; what was given counts. */
    public void stop() {
        now().running().ifPresent(r -> {
            situation.set(now().runs(r.stops()));
            stop.ifPresent(Runnable::run);
        });
    }

    /** Takes in what a stick brought back. */
    public void takeIn(Path source) {
        if (now().running().isPresent()) {
            return;
        }
        Watched watched = new Watched();
        stop = Optional.of(() -> watched.stopped = true);
        situation.set(now().runs(new Running(Optional.empty(), Position.at(ExchangePhase.RECEIVING, 0), false)));
        TakeIn takeIn = new TakeIn(workplace.node());
        workplace.background().aside(() -> takeIn.from(source, watched),
                outcome -> ended(new Result.TakenIn(outcome, watched.stopped)), this::failed);
    }

    public void takeInFile() {
        workplace.dialogs().openFile("handover.in.choose_file").ifPresent(this::takeIn);
    }

    public void takeInFolder() {
        workplace.dialogs().folder("handover.in.choose_folder").ifPresent(this::takeIn);
    }

    private void ended(Result result) {
        stop = Optional.empty();
        situation.set(now().ended(Optional.of(result)));
        nothingIsKnown();
    }

    /** Whatever was said of the roads and of where everything lies is old. */
    private void nothingIsKnown() {
        workplace.changed();
        if (!seen) {
            reread();
            look();
        }
    }

    private void failed(Throwable failure) {
        brokenOff = true;
        if (workplace.isLocked()) {
            situation.set(now().ended(Optional.of(new Result.LockedAway())));
        } else {
            situation.set(now().ended(Optional.empty()));
            workplace.tell(failure);
            nothingIsKnown();
        }
    }

    /** Whether the receipts behind this step are shown. */
    boolean isOpen(RecordState state) {
        return unfolded.contains(state);
    }

    void openOrFold(RecordState state) {
        if (!unfolded.remove(state)) {
            unfolded.add(state);
        }
    }

    /** The sticks that are plugged in, the newest first. */
    public List<Sticks.Plugged> plugged() {
        return now().found().map(Found::sticks).orElse(List.of());
    }

    /** Brings to the screen how far it has come. */
    private final class Watched implements ProgressListener {
        private volatile boolean stopped;

        @Override
        public void moved(ExchangeCounts soFar) {}

        @Override
        public void stands(Position at) {
            workplace.background().onScreen(() -> now().running().ifPresent(r -> situation.set(now().runs(r.stands(at)))));
        }

        @Override
        public boolean goOn() {
            return !stopped;
        }
    }
}
