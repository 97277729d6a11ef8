package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.register.values.EntryId;
import vn.banso.store.lists.DuplicateCandidate;

/** What should be known before anything is written: quiet lines above the form. */
final class FormBanners {
    private final Ui ui;
    private final DoorstepModel model;
    private final HouseholdForm form;

    FormBanners(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.ui = ui;
        this.model = model;
        this.form = form;
    }

    List<Node> all() {
        List<Node> all = new ArrayList<>();
        if (form.opened().deleted()) {
            all.add(band("bs-band-look", Icon.DELETE, ui.say("household.deleted"),
                    ui.button(Icon.UNDO, "household.act.restore", () -> new HouseholdActs(model).restore(form))));
        }
        if (!model.mayWrite()) {
            all.add(band("bs-band-wait", Icon.LOCK, ui.say("household.read_only")));
        }
        Consent consent = Consent.of(form.household());
        if (consent.isRefusal()) {
            all.add(band("bs-band-look", Icon.SHIELD, ui.say("household.consent.band." + consent)));
        }
        if (form.opened().problem().isPresent() && form.problem().isEmpty() && model.part().get() != Part.PROBLEMS) {
            all.add(band("bs-band-wait", Icon.DRAFT, ui.say("household.problem.begun"),
                    ui.button("household.waiting.open", () -> model.part().set(Part.PROBLEMS))));
        }
        model.duplicates().stream().limit(1).forEach(a -> all.add(alike(a)));
        if (form.isNew() && !form.isDirty()) {
            form.opened().waiting().entrySet().stream().limit(1).forEach(w -> all.add(waiting(w)));
        }
        return all;
    }

    private Node alike(DuplicateCandidate alike) {
        String key = alike.phone() ? "household.alike.phone" : "household.alike.people";
        return band("bs-band-wait", Icon.PEOPLE, ui.say(key, alike.head(), alike.people()),
                ui.button("household.alike.open", () -> new HouseholdActs(model).openOther(alike)),
                Ui.styled(ui.button("household.alike.drop", () -> new HouseholdActs(model).dropForOther(alike)), "bs-quiet"));
    }

    private Node waiting(Map.Entry<EntryId, String> draft) {
        String key = draft.getValue().isEmpty() ? "household.waiting" : "household.waiting.named";
        return band("bs-band-wait", Icon.DRAFT, ui.say(key, draft.getValue()),
                ui.button("household.waiting.open", () -> model.navigator().go(new Place.Household(form.opened().scope(), draft.getKey()))));
    }

    private Node band(String style, Icon icon, String words, Node... more) {
        WrapRow band = Ui.styled(new WrapRow(ui.row(ui.icon(icon), ui.text(words)), Ui.spring()), "bs-band", style);
        band.getChildren().addAll(more);
        return band;
    }
}
