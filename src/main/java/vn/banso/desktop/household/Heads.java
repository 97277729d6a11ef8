package vn.banso.desktop.household;

import java.util.List;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/**
 * The head of the household that is being written down: one person. Whoever is written down first, until somebody says otherwise; where
 * a second one is called head, the first stays until it is said who it is.
 */
final class Heads {
    private static final Field RELATION = HouseholdForm.RELATION;
    private static final Field HEAD = Catalogue.HOUSEHOLD.field("head");
    private static final Value IS_HEAD = Codes.RELATION.code("head").orElseThrow();

    private final HouseholdForm form;

    Heads(HouseholdForm form) {
        this.form = form;
    }

    void follow(EntryModel member) {
        member.value(HouseholdForm.NAME).subscribe((_, _) -> firstIsHead(member));
        member.value(RELATION).subscribe((_, now) -> headIs(member, now));
    }

    /** All who are called head; where it is more than one, somebody has to say who it is. */
    List<EntryModel> all() {
        return form.members().stream().filter(m -> m.valueOf(RELATION).equals(IS_HEAD)).toList();
    }

    boolean areSeveral() {
        return all().size() > 1;
    }

    /** This one and nobody else; a step to undo. */
    void choose(EntryModel head) {
        form.undo().together(() -> {
            all().stream().filter(m -> m != head).forEach(m -> m.commit(RELATION, Value.BLANK));
            form.household().commit(HEAD, new Value.Ref(head.id()));
        });
    }

    private void firstIsHead(EntryModel member) {
        if (!form.undo().isReplaying() && form.members().getFirst() == member && member.valueOf(RELATION) instanceof Value.Blank
                && form.household().valueOf(HEAD) instanceof Value.Blank && !(member.valueOf(HouseholdForm.NAME) instanceof Value.Blank)) {
            member.commit(RELATION, IS_HEAD);
        }
    }

    private void headIs(EntryModel member, Value relation) {
        if (form.undo().isReplaying()) {
            return;
        }
        Value head = form.household().valueOf(HEAD);
        Value ref = new Value.Ref(member.id());
        if (relation.equals(IS_HEAD)) {
            if (all().stream().noneMatch(m -> m != member && new Value.Ref(m.id()).equals(head))) {
                form.household().commit(HEAD, ref);
            }
        } else if (ref.equals(head)) {
            form.household().commit(HEAD, all().stream().findFirst().map(m -> (Value) new Value.Ref(m.id())).orElse(Value.BLANK));
        }
    }
}
