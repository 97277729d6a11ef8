package vn.banso.desktop.start;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.files.StoreException;
import vn.banso.store.upkeep.Recovered;
import vn.banso.store.upkeep.StoreRecovery;

/** Unlocks a register. A damaged one is recovered by itself, and what came of it is told before it is opened. */
public final class UnlockModel {
    private final Entrance in;
    private final StartModel start;
    private Optional<Node> node = Optional.empty();

    UnlockModel(Entrance in, StartModel start) {
        this.in = in;
        this.start = start;
    }

    private record Entered(Node node, Optional<Recovered> recovered) {}

    /** @param typed wiped afterwards */
    void enter(Path folder, char[] typed) {
        char[] again = typed.clone();
        in.run("start.work.unlocking", Entrance.wiping(typed, () -> opened(folder, typed)), entered -> {
            Arrays.fill(again, ' ');
            entered(entered);
        }, failure -> {
            if (failure instanceof StoreException store && store.reason() == StoreException.Reason.DAMAGED) {
                in.run("start.work.recovering", Entrance.wiping(again, () -> {
                    StoreRecovery.run(folder, again, in.options);
                    return opened(folder, again);
                }), this::entered);
            } else {
                Arrays.fill(again, ' ');
                in.failed(failure);
            }
        });
    }

    private Entered opened(Path folder, char[] typed) {
        Node open = Node.open(folder, typed, in.options);
        return new Entered(open, open.upkeep().recovered());
    }

    private void entered(Entered entered) {
        start.unlocked();
        entered.recovered().ifPresentOrElse(what -> {
            node = Optional.of(entered.node());
            in.go(new Step.Told(what));
        }, () -> start.go(entered.node()));
    }

    /** Whoever works here has read it. */
    public void open() {
        node.filter(_ -> !in.isBusy()).ifPresent(open -> in.run("start.work.unlocking", () -> {
            open.upkeep().knowsOfRecovery();
            return open;
        }, _ -> {
            node = Optional.empty();
            start.go(open);
        }));
    }

    void leave() {
        node.ifPresent(in::letGo);
        node = Optional.empty();
    }

    /** First what is safe, then what could not be read, then what to do. */
    static List<Sentence> words(Recovered recovered) {
        Sentence taken = Sentence.of("start.recovered.taken", recovered.batches(), recovered.changes(), recovered.forms());
        return Stream.of(Stream.of(taken),
                Stream.of(Sentence.of("start.recovered.whole")).filter(_ -> recovered.isWhole()),
                Stream.of(Sentence.of("start.recovered.returning", recovered.returning())).filter(_ -> recovered.returning() > 0),
                Stream.of(Sentence.of("start.recovered.lost", recovered.lost())).filter(_ -> recovered.lost() > 0),
                Stream.of(Sentence.of("start.recovered.not_joined")).filter(_ -> !recovered.joined()),
                Stream.of(Sentence.of("start.recovered.aside"))).flatMap(s -> s).toList();
    }
}
