package vn.banso.desktop.kit;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import javafx.util.Subscription;
import vn.banso.register.names.Names;
import vn.banso.register.values.ScopeId;

/** Which commune the pages show: all of them, or one. Not there where this laptop works for one only. */
public final class CommuneChooser extends ComboBox<Optional<ScopeId>> {
    private static final Duration PAUSE = Duration.millis(1_500);

    private final Communes communes;
    private final Subscription following;
    /** What was typed without a pause. */
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String sought = "";
    private boolean wanted;

    public CommuneChooser(Ui ui, Communes communes) {
        this.communes = communes;
        Ui.styled(this, "bs-commune");
        setConverter(new WordedNames<>(one -> one.map(c -> Communes.name(c, ui.texts()))
                .orElseGet(() -> ui.say("commune.all", communes.all().size()))));
        setAccessibleText(ui.say("commune.which"));
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_TYPED, this::find);
        pause.setOnFinished(_ -> sought = "");
        showingProperty().addListener(_ -> {
            sought = "";
            chosen();
        });
        following = Subscription.combine(communes.list().subscribe(all -> {
            getItems().setAll(Stream.concat(Stream.of(Optional.<ScopeId>empty()), CommuneQuestion.ordered(ui, all).stream().map(Optional::of)).toList());
            setValue(communes.chosen().get());
            here();
        }), communes.chosen().subscribe(this::setValue));
        valueProperty().addListener(_ -> chosen());
    }

    /** Once somebody has chosen: the pages do not follow every name that is gone past on the way, nor take the keyboard meanwhile. */
    private void chosen() {
        if (!isShowing() && getValue() != null) {
            communes.chosen().set(getValue());
        }
    }

    /** Where there are dozens, whoever types the beginning of a name, with or without marks, is led to it. Backspace takes a letter back, as Unikey does. */
    private void find(KeyEvent typed) {
        String letter = typed.getCharacter();
        if (letter.isEmpty() || typed.isControlDown() || typed.isAltDown() || typed.isMetaDown()) {
            return;
        }
        char first = letter.charAt(0);
        if (first == '\b') {
            sought = sought.isEmpty() ? sought : sought.substring(0, sought.length() - 1);
        } else if (Character.isLetterOrDigit(first) || first == ' ' && !sought.isEmpty()) {
            sought += letter;
        } else {
            return;
        }
        pause.playFromStart();
        getItems().stream().filter(one -> !sought.isBlank() && Names.matches(sought, getConverter().toString(one))).findFirst().ifPresent(this::setValue);
        typed.consume();
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
