package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import vn.banso.desktop.form.Spot;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Workplace;

/** What the form at the door says beside itself; what does not hold any more is not left standing. */
final class Told {
    private final Workplace workplace;
    private Optional<Notice> standing = Optional.empty();

    Told(Workplace workplace) {
        this.workplace = workplace;
    }

    /** Why it was not saved, and that nothing is lost by it. */
    void blocked(HouseholdForm of, List<Spot> blocked) {
        boolean name = blocked.size() == 1 && of.isNameless(List.of());
        stand(blocked.getFirst().field() == Consent.ANSWER ? Notice.wait("household.needs_consent")
                : of.heads().all().size() > 1 ? Notice.wait("household.needs_head")
                : name ? Notice.wait("household.needs_name") : Notice.wait("household.blocked", blocked.size()));
    }

    /** The register has it. A departure that was just noted can still be taken back. */
    void saved(HouseholdForm of) {
        Optional<Runnable> undo = workplace.notice().get().filter(n -> n.sentences().equals(HouseholdActs.LEFT.sentences())).flatMap(Notice::undo);
        over();
        Notice saved = of.name().map(name -> Notice.done("household.saved", name)).orElse(Notice.done("household.saved.nameless"));
        workplace.tell(undo.map(saved::undoneBy).orElse(saved));
    }

    /** Nothing of what was changed is in the register. */
    void leftAsDraft(HouseholdForm of) {
        workplace.tell(Notice.wait("household.left_as_draft").goingOnAt(at(of)));
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
    }

    private void stand(Notice notice) {
        standing = Optional.of(notice);
        workplace.tell(notice);
    }
}
