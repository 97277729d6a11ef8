package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.register.rules.Finding;

/** What the form at the door says beside itself; what does not hold any more is not left standing. */
final class FormNotices {
    private final OpenRegister workplace;
    private Optional<Notice> standing = Optional.empty();
    /** Whether what stands still holds. */
    private BooleanSupplier holds = () -> true;

    FormNotices(OpenRegister workplace) {
        this.workplace = workplace;
    }

    /** Why it was not saved, and that nothing is lost by it. */
    void blocked(HouseholdForm of, List<FieldLocation> blocked) {
        HouseholdFlaws flaws = new HouseholdFlaws(of);
        if (blocked.getFirst().field() == Consent.ANSWER) {
            stand(Notice.wait("household.needs_consent"), () -> Consent.of(of.household()) == Consent.OPEN);
        } else if (flaws.isNumberless()) {
            stand(Notice.wait("household.needs_number"), flaws::isNumberless);
        } else if (of.heads().areSeveral()) {
            stand(Notice.wait("household.needs_head"), of.heads()::areSeveral);
        } else if (blocked.size() == 1 && flaws.isNameless()) {
            stand(Notice.wait("household.needs_name"), flaws::isNameless);
        } else {
            stand(Notice.wait("household.blocked", blocked.size()), () -> of.all().anyMatch(FormNotices::isBlocked));
        }
    }

    private static boolean isBlocked(EntryModel entry) {
        return entry.type().fields().stream().flatMap(f -> entry.findings(f).get().stream()).anyMatch(Finding::blocks);
    }

    /** Something was written: it may have been what was missing. */
    void written() {
        if (!holds.getAsBoolean()) {
            over();
        }
    }

    /** The register has it. A departure or a refusal that was just noted can still be taken back. */
    void saved(HouseholdForm of) {
        Optional<Runnable> undo = workplace.notice().get()
                .filter(n -> Stream.of(HouseholdActs.LEFT, HouseholdActs.REFUSED).anyMatch(act -> n.sentences().equals(act.sentences()))).flatMap(Notice::undo);
        over();
        Notice saved = of.name().map(name -> Notice.done("household.saved", name)).orElse(Notice.done("household.saved.nameless"));
        workplace.tell(undo.map(saved::undoneBy).orElse(saved));
    }

    /** Nothing of what was changed is in the register. */
    static Notice leftAsDraft(HouseholdForm of) {
        return Notice.wait("household.left_as_draft").goingOnAt(at(of));
    }

    /** @param people who could not be saved */
    void leftInPart(HouseholdForm of, int people) {
        workplace.tell(Notice.wait("household.left_in_part", people).goingOnAt(at(of)));
    }

    private static Place at(HouseholdForm of) {
        return new Place.Household(of.opened().scope(), of.opened().id());
    }

    /** What could not be saved is no longer on the screen, or is saved by now. */
    void over() {
        standing.filter(n -> workplace.notice().get().filter(said -> said == n).isPresent())
                .ifPresent(_ -> workplace.notice().set(Optional.empty()));
        standing = Optional.empty();
        holds = () -> true;
    }

    private void stand(Notice notice, BooleanSupplier asLongAs) {
        standing = Optional.of(notice);
        holds = asLongAs;
        workplace.tell(notice);
    }
}
