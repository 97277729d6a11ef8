package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.lists.DuplicateCandidate;
import vn.banso.store.writing.SaveResult;

/** What is done with a household as a whole. All of it can be taken back. */
final class HouseholdActs {
    private static final Field RESIDENCE = Catalogue.HOUSEHOLD.field("residence");
    /** A departure stands in the form. */
    static final Notice LEFT = Notice.done("household.left");
    /** So does a refusal, and what was written before it is gone. */
    static final Notice REFUSED = Notice.done("household.refused");
    static final Field SINCE = Catalogue.HOUSEHOLD.field("residence_date");

    private final DoorstepModel model;
    private final OpenRegister workplace;

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
                ? workplace.communes().all().stream().filter(c -> !c.equals(form.opened().scope())).toList() : List.of();
    }

    /** Nobody lives there any more; the household stays in the register and is not counted. */
    void markLeft(HouseholdForm form) {
        EntryModel household = form.household();
        Value before = household.valueOf(RESIDENCE);
        Value since = household.valueOf(SINCE);
        say(form, Codes.HOUSEHOLD_RESIDENCE.code("left").orElseThrow(), Value.Day.of(workplace.today()));
        // Whatever was written since, or if the page was left: just this is taken back.
        workplace.tell(LEFT.undoneBy(() -> {
            if (model.isGone(form)) {
                write(Draft.of(Catalogue.HOUSEHOLD, household.scope(), household.id()).with(RESIDENCE.key(), before)
                        .with(SINCE.key(), since), () -> { });
            } else {
                say(form, before, since);
            }
        }));
    }

    private static void say(HouseholdForm form, Value residence, Value since) {
        form.undo().together(() -> {
            form.household().commit(RESIDENCE, residence);
            form.household().commit(SINCE, since);
        });
    }

    /** Asks for the reason, which everybody can read; no names in it. */
    void delete(HouseholdForm form) {
        Optional<String> reason = workplace.dialogs().ask(Sentence.of("household.delete.question"), "household.act.delete");
        reason.map(String::strip).filter(r -> !r.isEmpty()).ifPresent(r -> {
            ScopeId scope = form.opened().scope();
            EntryId id = form.opened().id();
            act(node -> node.acts().delete(scope, id, r), _ -> {
                workplace.tell(Notice.done("household.delete.done").undoneBy(() -> restore(form)));
                model.reopen(form);
            });
        });
    }

    void restore(HouseholdForm form) {
        act(node -> node.acts().restore(form.opened().scope(), form.opened().id()), _ -> {
            workplace.tell(Notice.done("household.restored"));
            model.reopen(form);
        });
    }

    /** The household and its members go on in another commune, with what was just written. */
    void move(HouseholdForm form, ScopeId to) {
        Consumer<Place> on = model.navigator().fromHere();
        model.save(form, () -> moveSaved(form, to, on));
    }

    private void moveSaved(HouseholdForm form, ScopeId to, Consumer<Place> on) {
        EntryId id = form.opened().id();
        act(node -> node.acts().move(form.opened().scope(), id, to), changes -> {
            Optional<EntryId> there = changes.stream().filter(c -> c.type() == Catalogue.HOUSEHOLD.id() && !c.entry().equals(id)).findFirst().map(Change::entry);
            workplace.tell(there.map(next -> Notice.done("household.moved").undoneBy(() -> moveBack(to, next, form))).orElse(Notice.done("household.moved")));
            there.ifPresent(next -> on.accept(new Place.Household(to, next)));
        });
    }

    /** It goes on where it was, as what it was, with what was written of it meanwhile. */
    private void moveBack(ScopeId from, EntryId there, HouseholdForm form) {
        ScopeId home = form.opened().scope();
        act(node -> node.acts().move(from, there, home), _ -> {
            workplace.tell(Notice.done("household.moved_back"));
            model.navigator().from(new Place.Household(from, there)).accept(new Place.Household(home, form.opened().id()));
        });
    }

    /** Goes to a household that may be the same; what is written here stays a draft. */
    void openOther(DuplicateCandidate other) {
        model.form().get().ifPresent(of -> model.navigator().go(new Place.Household(of.opened().scope(), other.household())));
    }

    /** The same, and what is written here is dropped; it can be taken back. */
    void dropForOther(DuplicateCandidate other) {
        model.saving().ifPresent(following -> {
            following.discard(dropped -> workplace.tell(Notice.done("saving.dropped").undoneBy(() -> workplace.act(node -> {
                node.drafts().keep(dropped);
                return dropped;
            }, _ -> workplace.tell(Notice.done("saving.left").goingOnAt(DraftPlace.of(dropped)))))));
            openOther(other);
        });
    }

    /** What the household said to the notice. Where it refuses, what was written down of it goes, and can be taken back. */
    void consent(HouseholdForm form, Consent answer) {
        if (answer != Consent.REFUSED) {
            Consent.say(form.household(), answer, form.today());
            return;
        }
        ConsentRefusal refusal = new ConsentRefusal(form);
        if (refusal.hasTakenAnything()) {
            workplace.tell(REFUSED.undoneBy(() -> {
                refusal.takeBack();
                keep(form);
            }));
        }
    }

    /** What was written into a form that is left by now goes where it would have gone on leaving. */
    private void keep(HouseholdForm form) {
        if (model.isGone(form)) {
            AutoSave again = new AutoSave(workplace, new SavedHousehold(form), AutoSave.When.ON_LEAVING);
            if (form.isNew()) {
                again.leave();
            } else {
                again.save(form.all().toList(), () -> { });
            }
        }
    }

    /** Writes a draft of another entry that belongs to the household, such as a problem. */
    void write(Draft draft, Runnable then) {
        act(node -> node.save(List.of(draft)), _ -> then.run());
    }

    private void act(Function<Node, SaveResult> act, Consumer<List<Change>> then) {
        workplace.act(act, result -> {
            switch (result) {
                case SaveResult.Saved saved -> then.accept(saved.changes());
                case SaveResult.Refused r -> workplace.tell(RefusalText.ofAct(r));
            }
        });
    }
}
