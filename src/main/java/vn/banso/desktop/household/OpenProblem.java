package vn.banso.desktop.household;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.FormDraft;

/** A problem of a household while it is written down: a draft until somebody adds it. */
record OpenProblem(EntryModel entry, EntryForm form, AutoSave saving) {

    /** Begins one, or goes on with the one that was left half-written. */
    static OpenProblem of(OpenRegister workplace, HouseholdForm of, EntryId fresh, Optional<FormDraft> begun) {
        EntryId id = begun.map(FormDraft::id).orElse(fresh);
        EntryModel entry = new EntryModel(Catalogue.PROBLEM, of.opened().scope(), id, Optional.empty(), () -> Validation.Context.on(of.today()));
        entry.restore(Draft.of(Catalogue.PROBLEM, of.opened().scope(), id).with("household", new Value.Ref(of.opened().id()))
                .with("date", Value.Day.of(of.today())).with("status", Codes.PROBLEM_STATUS.code("open").orElseThrow()));
        EntryForm form = new EntryForm(of.opened().id(), List.of(entry), Map::of);
        AutoSave saving = new AutoSave(workplace, form, AutoSave.When.AS_WRITTEN);
        begun.ifPresent(saving::restore);
        return new OpenProblem(entry, form, saving);
    }
}
