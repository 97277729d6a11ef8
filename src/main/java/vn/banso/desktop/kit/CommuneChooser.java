package vn.banso.desktop.kit;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.Subscription;
import vn.banso.register.values.ScopeId;

/** Which commune the pages show: all of them, or one. Not there where this laptop works for one only. */
public final class CommuneChooser extends ComboBox<Optional<ScopeId>> {
    private final Communes communes;
    private final Subscription following;
    private boolean wanted;

    public CommuneChooser(Ui ui, Communes communes) {
        this.communes = communes;
        Ui.styled(this, "bs-commune");
        setConverter(new WordedNames<>(one -> one.map(c -> Communes.name(c, ui.texts()))
                .orElseGet(() -> ui.say("commune.all", communes.all().size()))));
        setAccessibleText(ui.say("commune.which"));
        managedProperty().bind(visibleProperty());
        following = Subscription.combine(communes.list().subscribe(all -> {
            getItems().setAll(Stream.concat(Stream.of(Optional.<ScopeId>empty()), CommuneQuestion.ordered(ui, all).stream().map(Optional::of)).toList());
            setValue(communes.chosen().get());
            here();
        }), communes.chosen().subscribe(this::setValue));
        valueProperty().addListener((_, _, one) -> {
            if (one != null) {
                communes.chosen().set(one);
            }
        });
    }

    /** Whether the page that is shown is of communes. */
    public void at(boolean ofCommunes) {
        wanted = ofCommunes;
        here();
    }

    private void here() {
        setVisible(wanted && communes.areSeveral());
    }

    /** The keyboard goes to it, and the list is open. */
    public void open() {
        if (isVisible()) {
            requestFocus();
            show();
        }
    }

    /** Follows no more. */
    public void release() {
        following.unsubscribe();
    }
}
