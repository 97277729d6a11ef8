package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.banso.desktop.failure.Sentence;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Workplace;
import vn.banso.ledger.Change;
import vn.banso.ledger.Kind;
import vn.banso.register.Catalogue;
import vn.banso.register.Codes;
import vn.banso.register.Draft;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.register.Value;
import vn.banso.store.Node;
import vn.banso.store.SaveResult;

/** What is done with a household as a whole. All of it can be taken back. */
final class HouseholdActs {
    private final DoorstepModel model;
    private final Workplace workplace;

    HouseholdActs(DoorstepModel model) {
        this.model = model;
        this.workplace = model.workplace();
    }

    boolean mayDelete() {
        return workplace.mayWrite(Catalogue.HOUSEHOLD, Kind.TOMBSTONE);
    }

    /** The other communes whose key this laptop has: nobody would find the household again in any other. */
    List<ScopeId> elsewhere(HouseholdForm form) {
        return workplace.mayWrite(Catalogue.HOUSEHOLD, Kind.MOVE)
                ? workplace.communes().stream().filter(c -> !c.equals(form.opened().scope())).toList() : List.of();
    }

    /** Nobody lives there any more; the household stays in the register and is not counted. */
    void markLeft(HouseholdForm form) {
        form.undo().together(() -> {
            form.household().commit(Catalogue.HOUSEHOLD.field("residence"), Codes.HOUSEHOLD_RESIDENCE.code("left").orElseThrow());
            form.household().commit(Catalogue.HOUSEHOLD.field("residence_date"), Value.Day.of(workplace.today()));
        });
        workplace.tell(Notice.done("household.left").undoneBy(() -> form.undo().undo()));
    }

    /** Asks for the reason, which everybody can read; no names in it. */
    void delete(HouseholdForm form) {
        Optional<String> reason = workplace.dialogs().ask(Sentence.of("household.delete.question"), "household.act.delete");
        reason.map(String::strip).filter(r -> !r.isEmpty()).ifPresent(r -> {
            ScopeId scope = form.opened().scope();
            EntryId id = form.opened().id();
            act(node -> node.acts().delete(scope, id, r), _ -> {
                workplace.tell(Notice.done("household.delete.done").undoneBy(() -> restore(form)));
                model.reopen();
            });
        });
    }

    void restore(HouseholdForm form) {
        act(node -> node.acts().restore(form.opened().scope(), form.opened().id()), _ -> {
            workplace.tell(Notice.done("household.restored"));
            model.reopen();
        });
    }

    /** The household and its members go on in another commune. */
    void move(HouseholdForm form, ScopeId to) {
        EntryId id = form.opened().id();
        act(node -> node.acts().move(form.opened().scope(), id, to), changes -> {
            workplace.tell(Notice.done("household.moved"));
            changes.stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id() && !c.entry().equals(id)).findFirst()
                    .ifPresent(c -> model.navigator().go(new Place.Household(to, c.entry())));
        });
    }

    /** Writes a draft of another entry that belongs to the household, such as a problem. */
    void write(Draft draft, Runnable then) {
        act(node -> node.save(List.of(draft)), _ -> then.run());
    }

    private void act(Function<Node, SaveResult> act, Consumer<List<Change>> then) {
        workplace.act(act, result -> {
            switch (result) {
                case SaveResult.Saved saved -> then.accept(saved.changes());
                case SaveResult.Refused r -> workplace.tell(Notice.look(Refusals.told(r)));
            }
        });
    }
}
