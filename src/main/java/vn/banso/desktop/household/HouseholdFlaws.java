package vn.banso.desktop.household;

import java.util.List;
import java.util.stream.Stream;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.Value;

/** What forbids to put a household into the register. */
record HouseholdFlaws(HouseholdForm form) {

    /** In the order of the form; shown under the fields from now on. */
    List<FieldLocation> blocked() {
        Stream<FieldLocation> unsaid = Stream.concat(
                Stream.of(new FieldLocation(form.household(), Consent.ANSWER)).filter(_ -> Consent.of(form.household()) == Consent.OPEN),
                form.heads().all().stream().skip(1).limit(1).map(m -> new FieldLocation(m, HouseholdForm.RELATION)));
        Stream<FieldLocation> unnumbered = Stream.of(new FieldLocation(form.household(), HouseholdForm.NUMBER)).filter(_ -> isNumberless());
        return Stream.of(unsaid, unnumbered, wrong().stream(), nameless()).flatMap(s -> s).toList();
    }

    private List<FieldLocation> wrong() {
        return form.all().flatMap(m -> m.blocked().stream().filter(Finding::blocks).map(f -> new FieldLocation(m, f.field()))).toList();
    }

    private Stream<FieldLocation> nameless() {
        EntryModel first = form.members().getFirst();
        if (!HouseholdForm.isEmpty(first) || !isNameless()) {
            return Stream.empty();
        }
        first.blocked();
        return Stream.of(new FieldLocation(first, HouseholdForm.NAME));
    }

    /** A new household of nobody: it is not put into the register, unless its people refuse to be written down. */
    boolean isNameless() {
        return form.isNew() && !Consent.of(form.household()).isRefusal()
                && form.members().stream().allMatch(m -> m.valueOf(HouseholdForm.NAME) instanceof Value.Blank);
    }

    /** A new household whose people refuse to be written down and that no number tells from others: nobody would find it again. */
    boolean isNumberless() {
        return form.isNew() && Consent.of(form.household()).isRefusal() && form.household().valueOf(HouseholdForm.NUMBER) instanceof Value.Blank;
    }
}
