package vn.banso.desktop.household;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.units.Units;

/** What is done with the household as a whole: quiet, named, and to be taken back. */
final class ActsMenu extends MenuButton {
    private final Ui ui;

    ActsMenu(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.ui = ui;
        HouseholdActs acts = new HouseholdActs(model);
        getStyleClass().addAll("bs-icon-button", "bs-acts");
        setGraphic(ui.icon(Icon.MORE));
        setAccessibleText(ui.say("household.acts"));
        setFocusTraversable(false);
        boolean writable = model.mayWrite() && !form.opened().deleted();
        if (writable) {
            item("household.act.left", () -> acts.markLeft(form));
        }
        if (writable && !form.isNew()) {
            acts.elsewhere(form).forEach(to -> {
                MenuItem move = item("household.act.move", () -> acts.move(form, to));
                move.setText(ui.say("household.act.move", Units.find(to).map(u -> u.named(ui.texts())).orElse(to.toString())));
            });
            if (acts.mayDelete()) {
                item("household.act.delete", () -> acts.delete(form));
            }
        }
        if (form.opened().deleted() && acts.mayDelete()) {
            item("household.act.restore", () -> acts.restore(form));
        }
        setVisible(!getItems().isEmpty());
    }

    private MenuItem item(String key, Runnable act) {
        MenuItem item = new MenuItem(ui.say(key, ""));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        getItems().add(item);
        return item;
    }
}
