package vn.banso.desktop.handover;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.banso.carrier.HandOver;
import vn.banso.carrier.HandOver.Found;
import vn.banso.carrier.HandOver.Road;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.TakeIn;
import vn.banso.desktop.kit.Notice.Tone;
import vn.banso.say.Sentence;
import vn.banso.say.Sentences;
import vn.banso.store.batches.RecordState;
import vn.banso.sync.progress.ExchangeCounts;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.trust.governance.Role;

/**
 * What came of the last run, in sentences: what is safe first, then what happened, then what to do. They follow from how things stand
 * now: what has been seen to since is not said any more, and what was written since is.
 *
 * @param tone how it looks: done, waiting for something, or needing a look
 */
record OutcomeText(Tone tone, List<Sentence> sentences) {

    /** Empty where there is nothing to say. */
    static Optional<OutcomeText> of(Situation now) {
        return now.last().map(last -> switch (last) {
            case Result.Given given -> given(given, now);
            case Result.TakenIn in -> of(in);
            case Result.LockedAway _ -> new OutcomeText(Tone.WAIT, List.of(Sentence.of("handover.stopped"), Sentence.of("handover.again_is_safe")));
        }).filter(told -> !told.sentences().isEmpty());
    }

    private static OutcomeText given(Result.Given given, Situation now) {
        return switch (given.outcome()) {
            case HandOver.Done done -> done(done, given.again(), now);
            case HandOver.Interrupted broken -> interrupted(broken, now);
            case HandOver.Stopped stopped -> stopped(stopped, now);
            // Where there is a road by now, the page shows it.
            case HandOver.NoRoad _ -> new OutcomeText(Tone.WAIT, now.found().flatMap(Found::road).isPresent() ? List.of()
                    : List.of(Sentence.of("handover.no_road")));
        };
    }

    private static OutcomeText done(HandOver.Done done, boolean again, Situation now) {
        List<Sentence> said = new ArrayList<>();
        ExchangeCounts tally = done.tally();
        boolean line = done.road() instanceof Road.Line;
        if (tally.sentRecords() > 0) {
            said.add(line ? Sentence.of("handover.done.line", tally.sentRecords()) : Sentence.of("handover.done.left", tally.sentRecords(), done.road().name()));
        } else if (line) {
            said.add(Sentence.of(now.isAllReceived() && done.unsettled().isEmpty() ? "handover.done.line_nothing" : "handover.done.line_same"));
        } else {
            said.add(Sentence.of(now.isAllReceived() ? "handover.done.left_nothing" : "handover.done.left_question", done.road().name()));
        }
        came(said, tally);
        if (done.safeToRemove() && done.road() instanceof Road.Usb usb && now.isPlugged(usb.stick())) {
            said.add(Sentence.of("handover.safe_to_remove", usb.name()));
        }
        if (again) {
            said.add(Sentence.of("handover.done.after_a_cut"));
        }
        if (!line && tally.sentRecords() > 0) {
            said.add(Sentence.of(done.road() instanceof Road.Usb ? carry(now.role()) : "handover.done.carry_folder"));
        }
        boolean waits = here(said, "handover.still_here", now);
        if (line && now.count(RecordState.HANDED_OVER) > 0) {
            said.add(Sentence.of("handover.waits_for_receipt", now.count(RecordState.HANDED_OVER)));
        }
        if (now.count(RecordState.DRAFT) > 0) {
            said.add(Sentence.of("handover.drafts_stay", now.count(RecordState.DRAFT)));
        }
        if (!done.unsettled().isEmpty()) {
            waits = true;
            said.add(Sentence.of("handover.unsettled", done.unsettled().size()));
        }
        return new OutcomeText(waits ? Tone.WAIT : Tone.DONE, said);
    }

    /** Whoever takes the stick on from here. */
    private static String carry(Optional<Role> role) {
        return switch (role.orElse(Role.VOLUNTEER)) {
            case VOLUNTEER, TRAINER -> "handover.done.carry_stick";
            case COMMUNE -> "handover.done.carry_stick_commune";
            case AREA -> "handover.done.carry_stick_area";
            case PROVINCE -> "handover.done.carry_stick_province";
        };
    }

    /** @return whether anything is on this machine alone */
    private static boolean here(List<Sentence> said, String key, Situation now) {
        long here = now.count(RecordState.HERE);
        if (here > 0) {
            said.add(Sentence.of(key, here));
        }
        return here > 0;
    }

    private static OutcomeText stopped(HandOver.Stopped stopped, Situation now) {
        List<Sentence> said = list("handover.stopped");
        int sent = stopped.tally().sentRecords();
        if (stopped.road() instanceof Road.Line) {
            said.add(sent > 0 ? Sentence.of("handover.stopped.line", sent) : Sentence.of("handover.stopped.line_nothing"));
        } else {
            said.add(sent > 0 ? Sentence.of("handover.done.left", sent, stopped.road().name())
                    : Sentence.of("handover.stopped.left_nothing", stopped.road().name()));
        }
        came(said, stopped.tally());
        here(said, "handover.only_here", now);
        said.add(Sentence.of("handover.again_is_safe"));
        return new OutcomeText(Tone.WAIT, said);
    }

    private static OutcomeText interrupted(HandOver.Interrupted broken, Situation now) {
        List<Sentence> said = new ArrayList<>(switch (broken.road()) {
            case Road.Line _ when isLineGone(broken.why()) -> List.of(Sentence.of("handover.broken.line"));
            case Road.Usb usb when broken.why().reason() == Reason.GONE -> List.of(Sentence.of("handover.broken.stick", usb.name()));
            default -> Sentences.peer(broken.why(), broken.road().name());
        });
        int sent = broken.tally().sentRecords();
        if (sent > 0) {
            said.add(Sentence.of("handover.sent_so_far", sent));
        }
        came(said, broken.tally());
        said.add(switch (broken.road()) {
            case Road.Line _ when isLineGone(broken.why()) && now.hasLine() -> Sentence.of("handover.broken.line_is_back");
            case Road.Usb usb when broken.why().reason() == Reason.GONE && now.found().isPresent() && now.isPlugged(usb.stick()) ->
                    Sentence.of("handover.broken.stick_is_back", usb.name());
            default -> Sentence.of("handover.again_is_safe");
        });
        return new OutcomeText(Tone.LOOK, said);
    }

    /** Where the line goes on, the page sees it for itself; everything else somebody has to do something about. */
    private static boolean isLineGone(PeerException why) {
        return switch (why.reason()) {
            case NO_CONNECTION, CUT_OFF, GONE -> true;
            case CAPTIVE_PORTAL, WRONG_CLOCK, BUSY, REFUSED, NOT_JOINED, OTHER_PROVINCE, TOO_LARGE, RECEIPT_TOO_LONG, FULL, READ_ONLY, DAMAGED,
                 NOT_UNDERSTOOD, NOT_THE_DESK, OPEN_LINE -> false;
        };
    }

    /** Why it does not go over the line just now, in a few words. */
    static Sentence noLine(PeerException why) {
        return why.retryAfter().map(wait -> Sentence.of("handover.no_line.busy_until", Math.max(1, wait.toSeconds())))
                .orElse(Sentence.of(switch (why.reason()) {
                    case NO_CONNECTION, CUT_OFF, GONE -> "handover.no_line.none";
                    case CAPTIVE_PORTAL -> "handover.no_line.portal";
                    case OPEN_LINE -> "handover.no_line.open";
                    case WRONG_CLOCK -> "handover.no_line.clock";
                    case BUSY -> "handover.no_line.busy";
                    case NOT_JOINED -> "handover.no_line.not_joined";
                    case OTHER_PROVINCE -> "handover.no_line.other_province";
                    case REFUSED, TOO_LARGE, RECEIPT_TOO_LONG, FULL, READ_ONLY, DAMAGED, NOT_UNDERSTOOD, NOT_THE_DESK -> "handover.no_line.odd";
                }));
    }

    private static void came(List<Sentence> said, ExchangeCounts tally) {
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

    private static OutcomeText of(Result.TakenIn in) {
        return switch (in.outcome()) {
            case TakeIn.Failed failed when !in.stopped() -> new OutcomeText(Tone.LOOK, Sentences.peer(failed.why(), failed.name()));
            case TakeIn.Failed failed -> stoppedTaking(failed.name(), ExchangeCounts.NOTHING);
            case TakeIn.Taken taken when in.stopped() && !taken.report().isWhole() -> stoppedTaking(taken.name(), taken.tally());
            case TakeIn.Taken taken -> taken(taken);
        };
    }

    private static OutcomeText stoppedTaking(String name, ExchangeCounts tally) {
        List<Sentence> said = new ArrayList<>(List.of(Sentence.of("handover.in.stopped", name)));
        came(said, tally);
        return new OutcomeText(Tone.WAIT, said);
    }

    private static OutcomeText taken(TakeIn.Taken taken) {
        List<Sentence> said = new ArrayList<>();
        ExchangeCounts tally = taken.tally();
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
        return new OutcomeText(report.isWhole() ? Tone.DONE : Tone.LOOK, said);
    }

    private static List<Sentence> list(String key) {
        return new ArrayList<>(List.of(Sentence.of(key)));
    }
}
