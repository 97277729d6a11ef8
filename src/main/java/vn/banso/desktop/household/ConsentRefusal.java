package vn.banso.desktop.household;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.banso.desktop.form.EntryModel;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.FamilyRules;
import vn.banso.register.values.Value;

/** The household does not agree: what was typed before it said so goes, only what the notice names stays. One step to undo. */
final class ConsentRefusal {
    private final HouseholdForm form;
    private final Map<Field, Value> before = new LinkedHashMap<>();
    private final Map<Field, Value> after = new LinkedHashMap<>();
    private final Map<EntryModel, Integer> people = new LinkedHashMap<>();

    ConsentRefusal(HouseholdForm form) {
        this.form = form;
        EntryModel household = form.household();
        List<Field> fields = household.type().fields();
        fields.forEach(f -> before.put(f, household.valueOf(f)));
        form.members().stream().filter(m -> m.before().isEmpty() && !HouseholdForm.isEmpty(m)).forEach(m -> people.put(m, form.members().indexOf(m)));
        form.undo().together(() -> {
            Consent.say(household, Consent.REFUSED, form.today());
            people.keySet().forEach(form::drop);
            fields.stream().filter(f -> !FamilyRules.isKeptOfRefusal(f)).forEach(f -> household.commit(f, Value.BLANK));
        });
        fields.forEach(f -> after.put(f, household.valueOf(f)));
    }

    /** Whether more than the answer itself has changed. */
    boolean hasTakenAnything() {
        return !people.isEmpty() || before.entrySet().stream()
                .anyMatch(b -> !FamilyRules.isKeptOfRefusal(b.getKey()) && !(b.getValue() instanceof Value.Blank));
    }

    /** Takes back just this, whatever was written since; that stays. Another step to undo. */
    void takeBack() {
        EntryModel household = form.household();
        form.undo().together(() -> {
            people.forEach((person, at) -> {
                if (!form.members().contains(person)) {
                    form.undo().does(new MemberStep(form, person, at, true));
                }
            });
            before.forEach((field, value) -> {
                if (household.valueOf(field).equals(after.get(field))) {
                    household.commit(field, value);
                }
            });
        });
    }
}
