package vn.banso.desktop.kit;

import javafx.beans.property.ObjectProperty;
import vn.banso.carrier.DeskAddress;
import vn.banso.say.Sentence;

/** A line that others can read is used only where somebody said so, once and for one host alone. */
public final class OpenLineQuestion {
    private OpenLineQuestion() {}

    /** @return whether the line to that address may be used: it is encrypted, or somebody says or said that this is no matter */
    public static boolean ask(String typed, ObjectProperty<Settings> settings, Dialogs dialogs) {
        return DeskAddress.of(typed).filter(DeskAddress::isOpen).map(address -> address.uri().getHost())
                .filter(host -> !host.equals(settings.get().openHost()))
                .map(host -> {
                    boolean yes = dialogs.confirm(Sentence.of("settings.receiver.open", host), "settings.receiver.open.yes");
                    if (yes) {
                        settings.set(settings.get().withOpenHost(host));
                    }
                    return yes;
                }).orElse(true);
    }
}
