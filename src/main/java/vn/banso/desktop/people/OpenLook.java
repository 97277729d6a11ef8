package vn.banso.desktop.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.writing.FormDraft;

/** A look at VNeID while it is written down: a draft until somebody saves it. */
record OpenLook(EntryModel sheet, AutoSave saving) {
    private static final EntryType LOOK = Catalogue.VNEID_CONFIRMATION;

    /**
     * @param wrong the look that was written down wrongly and that this one stands for
     * @param draft what an earlier visit has left of it
     */
    static OpenLook of(OpenRegister workplace, ScopeId scope, EntryId id, EntryId person, Optional<Entry> wrong, Optional<FormDraft> draft) {
        EntryModel model = new EntryModel(LOOK, scope, id, Optional.empty(), () -> Validation.Context.on(workplace.today()));
        model.commit(LOOK.field("person"), new Value.Ref(person));
        model.commit(LOOK.field("confirmed"), new Value.Code(CodeList.YES));
        model.commit(LOOK.field("date"), Value.Day.of(workplace.today()));
        wrong.ifPresent(w -> model.commit(LOOK.field("supersedes"), new Value.Ref(w.id())));
        AutoSave saving = new AutoSave(workplace, new EntryForm(person, List.of(model), Map::of), AutoSave.When.AS_WRITTEN);
        draft.ifPresent(saving::restore);
        return new OpenLook(model, saving);
    }
}
