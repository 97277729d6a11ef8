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
import vn.banso.carrier.TakeIn;
import vn.banso.desktop.kit.Workplace;
import vn.banso.store.RecordState;
import vn.banso.sync.Phase;
import vn.banso.sync.Position;
import vn.banso.sync.Progress;
import vn.banso.sync.Tally;

/** Which road is open, what is under way, what came of it, and where everything lies. Goes on while other pages are looked at. */
public final class HandOverModel {

    /**
     * Something is under way.
     *
     * @param road empty while it is still being looked for, or where something is only taken in
     * @param at how far it has come; its part never goes back
     * @param stopping whether it was asked to stop and has not yet
     */
    public record Running(Optional<Road> road, Position at, boolean stopping) {
        Running stands(Position now) {
            return new Running(road, now, stopping);
        }

        Running stops() {
            return new Running(road, at, true);
        }
    }

    private final Workplace workplace;
    private final Sticks sticks;
    private final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Running>> running = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Told>> told = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Lying>> lying = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Set<RecordState> unfolded = EnumSet.noneOf(RecordState.class);
    private Optional<Sticks.Watch> watch = Optional.empty();
    private boolean brokenOff;
    private boolean looking;
    private boolean seen;
    private boolean lookAgain;
    private Optional<HandOver> underWay = Optional.empty();

    public HandOverModel(Workplace workplace, Sticks sticks) {
        this.workplace = workplace;
        this.sticks = sticks;
        sticks.onChange(_ -> workplace.background().onScreen(this::look));
        workplace.changes().addListener(_ -> {
            if (seen) {
                reread();
                if (found.get().flatMap(Found::road).isEmpty()) {
                    // Perhaps somebody has told this machine meanwhile where the province is.
                    look();
                }
            }
        });
    }

    /** The best road, empty before the first look around is over. */
    public ReadOnlyObjectProperty<Optional<Found>> found() {
        return found.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Running>> running() {
        return running.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Told>> told() {
        return told.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Lying>> lying() {
        return lying.getReadOnlyProperty();
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
        reread();
    }

    public void leave() {
        seen = false;
        watch.ifPresent(Sticks.Watch::close);
        watch = Optional.empty();
    }

    private void reread() {
        workplace.ask(Lying::at, answer -> lying.set(Optional.of(answer)));
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
            found.set(Optional.of(seen));
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
        }
    }

    /** With the node that is open now: unlocked again, it is another. */
    private HandOver handOver() {
        String receiver = workplace.settings().get().receiver();
        return new HandOver(workplace.node(), sticks, () -> Optional.of(receiver).filter(address -> !address.isBlank()), HandOver.SHORT);
    }

    /** By the road that the button names; where there is none, somebody chooses a folder. */
    public void press() {
        if (found.get().isEmpty()) {
            start(Optional.empty());
        } else {
            found.get().get().road().ifPresentOrElse(this::press, this::chooseFolder);
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
        if (running.get().isPresent()) {
            return;
        }
        HandOver handOver = handOver();
        underWay = Optional.of(handOver);
        told.set(Optional.empty());
        running.set(Optional.of(new Running(road, Position.at(Phase.LOOKING, 0), false)));
        Progress watched = new Watched();
        workplace.background().<Outcome>aside(() -> road.map(r -> handOver.run(r, watched)).orElseGet(() -> handOver.run(watched)),
                outcome -> {
                    ended(Told.of(outcome, brokenOff));
                    brokenOff = switch (outcome) {
                        case HandOver.Interrupted _, HandOver.Stopped _ -> true;
                        case HandOver.Done _ -> false;
                        case HandOver.NoRoad _ -> brokenOff;
                    };
                }, this::failed);
    }

    /** Stops what is under way; what was given counts. */
    public void stop() {
        running.get().ifPresent(r -> {
            running.set(Optional.of(r.stops()));
            underWay.ifPresent(HandOver::stop);
        });
    }

    /** Takes in what a stick brought back. */
    public void takeIn(Path source) {
        if (running.get().isPresent()) {
            return;
        }
        told.set(Optional.empty());
        running.set(Optional.of(new Running(Optional.empty(), Position.at(Phase.RECEIVING, 0), false)));
        TakeIn takeIn = new TakeIn(workplace.node());
        workplace.background().aside(() -> takeIn.from(source), outcome -> ended(Told.of(outcome)), this::failed);
    }

    public void takeInFile() {
        workplace.dialogs().openFile("handover.in.choose_file").ifPresent(this::takeIn);
    }

    public void takeInFolder() {
        workplace.dialogs().folder("handover.in.choose_folder").ifPresent(this::takeIn);
    }

    private void ended(Told words) {
        running.set(Optional.empty());
        told.set(Optional.of(words));
        workplace.changed();
        look();
    }

    private void failed(Throwable failure) {
        running.set(Optional.empty());
        brokenOff = true;
        if (workplace.isLocked()) {
            told.set(Optional.of(Told.lockedAway()));
        } else {
            workplace.tell(failure);
            workplace.changed();
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
        return found.get().map(Found::sticks).orElse(List.of());
    }

    /** Brings to the screen how far it has come. */
    private final class Watched implements Progress {
        @Override
        public void moved(Tally soFar) {}

        @Override
        public void stands(Position now) {
            workplace.background().onScreen(() -> running.set(running.get().map(r -> r.stands(now))));
        }
    }
}
