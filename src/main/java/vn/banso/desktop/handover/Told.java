package vn.banso.desktop.handover;

import java.util.ArrayList;
import java.util.List;
import vn.banso.carrier.DeskReport;
import vn.banso.carrier.HandOver;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.TakeIn;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.failure.Sentences;
import vn.banso.desktop.kit.Notice.Tone;
import vn.banso.sync.PeerException;
import vn.banso.sync.Tally;

/**
 * What came of it, in sentences: what is safe first, then what happened, then what to do.
 *
 * @param tone how it looks: done, waiting for something, or needing a look
 */
public record Told(Tone tone, List<Sentence> sentences) {

    /** @param again whether the run before was broken off */
    static Told of(HandOver.Outcome outcome, boolean again) {
        return switch (outcome) {
            case HandOver.Done done -> done(done, again);
            case HandOver.Interrupted broken -> interrupted(broken);
            case HandOver.Stopped stopped -> {
                List<Sentence> said = list("handover.stopped");
                sent(said, stopped.tally());
                said.add(Sentence.of("handover.again_is_safe"));
                yield new Told(Tone.WAIT, said);
            }
            case HandOver.NoRoad none -> new Told(Tone.WAIT, noRoad(none));
        };
    }

    /** The register was locked while something was under way. */
    static Told lockedAway() {
        return new Told(Tone.WAIT, List.of(Sentence.of("handover.stopped"), Sentence.of("handover.again_is_safe")));
    }

    private static Told done(HandOver.Done done, boolean again) {
        List<Sentence> said = new ArrayList<>();
        Tally tally = done.tally();
        if (done.road() instanceof Road.Line) {
            if (tally.sent() > 0) {
                said.add(Sentence.of("handover.done.line", tally.sent()));
            } else if (done.stillHere() == 0 && done.unsettled().isEmpty()) {
                said.add(Sentence.of("handover.done.line_nothing"));
            }
        } else {
            said.add(tally.sent() > 0 ? Sentence.of("handover.done.left", tally.sent(), done.road().name())
                    : Sentence.of("handover.done.left_nothing", done.road().name()));
        }
        came(said, tally);
        if (done.safeToRemove() && done.road() instanceof Road.Usb) {
            said.add(Sentence.of("handover.safe_to_remove", done.road().name()));
        }
        if (again) {
            said.add(Sentence.of("handover.done.after_a_cut"));
        }
        if (!(done.road() instanceof Road.Line) && tally.sent() > 0) {
            said.add(Sentence.of(done.road() instanceof Road.Usb ? "handover.done.carry_stick" : "handover.done.carry_folder"));
        }
        boolean waits = done.stillHere() > 0 || !done.unsettled().isEmpty();
        if (done.stillHere() > 0) {
            said.add(Sentence.of("handover.still_here", done.stillHere()));
        }
        if (!done.unsettled().isEmpty()) {
            said.add(Sentence.of("handover.unsettled", done.unsettled().size()));
        }
        return new Told(waits ? Tone.WAIT : Tone.DONE, said);
    }

    private static Told interrupted(HandOver.Interrupted broken) {
        List<Sentence> said = new ArrayList<>(Sentences.peer(broken.why(), called(broken.road())));
        sent(said, broken.tally());
        said.add(Sentence.of("handover.again_is_safe"));
        return new Told(Tone.LOOK, said);
    }

    /** How a sentence calls where a road leads; an address says nothing to anybody. */
    private static String called(Road road) {
        return road.name();
    }

    private static List<Sentence> noRoad(HandOver.NoRoad none) {
        List<Sentence> said = list("handover.no_road");
        none.noLine().ifPresent(why -> said.add(1, noLine(why)));
        return said;
    }

    /** Why it does not go over the line just now, in a few words. */
    static Sentence noLine(PeerException why) {
        return why.retryAfter().map(wait -> Sentence.of("handover.no_line.busy_until", Math.max(1, wait.toSeconds())))
                .orElse(Sentence.of(switch (why.reason()) {
                    case NO_CONNECTION, CUT_OFF, GONE -> "handover.no_line.none";
                    case CAPTIVE_PORTAL -> "handover.no_line.portal";
                    case WRONG_CLOCK -> "handover.no_line.clock";
                    case BUSY -> "handover.no_line.busy";
                    case NOT_JOINED -> "handover.no_line.not_joined";
                    case OTHER_PROVINCE -> "handover.no_line.other_province";
                    case REFUSED, TOO_LARGE, FULL, READ_ONLY, DAMAGED, NOT_UNDERSTOOD -> "handover.no_line.odd";
                }));
    }

    private static void sent(List<Sentence> said, Tally tally) {
        if (tally.sent() > 0) {
            said.add(Sentence.of("handover.sent_so_far", tally.sent()));
        }
    }

    private static void came(List<Sentence> said, Tally tally) {
        if (tally.receipts() > 0) {
            said.add(Sentence.of("handover.came.receipts", tally.receipts()));
        }
        if (tally.batchesNew() > 0) {
            said.add(Sentence.of("handover.came.batches", tally.batchesNew()));
        }
        if (tally.setAside() + tally.rejected() > 0) {
            said.add(Sentence.of("handover.came.set_aside", tally.setAside() + tally.rejected()));
        }
    }

    static Told of(TakeIn.Outcome outcome) {
        return switch (outcome) {
            case TakeIn.Failed failed -> new Told(Tone.LOOK, Sentences.peer(failed.why(), failed.name()));
            case TakeIn.Taken taken -> taken(taken);
        };
    }

    private static Told taken(TakeIn.Taken taken) {
        List<Sentence> said = new ArrayList<>();
        Tally tally = taken.tally();
        DeskReport report = taken.report();
        if (taken.isNothing()) {
            said.add(Sentence.of("handover.in.nothing", taken.name()));
        } else if (tally.receipts() + tally.batchesNew() == 0 && report.left().isEmpty()) {
            said.add(Sentence.of("handover.in.known", taken.name()));
        } else {
            said.add(Sentence.of("handover.in.taken", taken.name()));
        }
        came(said, tally);
        report.taken().stream().filter(t -> !t.complete()).forEach(t -> said.add(Sentence.of("folder.cut", t.file().getFileName())));
        report.left().forEach(l -> said.add(Sentence.of(l.textKey(), l.file().getFileName())));
        report.stopped().ifPresent(reason -> said.add(Sentence.of("peer." + reason, taken.name())));
        if (report.taken().stream().anyMatch(t -> t.answer().isPresent())) {
            said.add(Sentence.of("handover.in.answered", taken.name()));
        }
        report.taken().stream().flatMap(t -> t.unanswered().stream()).findFirst()
                .ifPresent(_ -> said.add(Sentence.of("handover.in.unanswered", taken.name())));
        return new Told(report.isWhole() ? Tone.DONE : Tone.LOOK, said);
    }

    private static List<Sentence> list(String key) {
        return new ArrayList<>(List.of(Sentence.of(key)));
    }
}
