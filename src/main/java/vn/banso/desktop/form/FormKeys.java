package vn.banso.desktop.form;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import vn.banso.desktop.kit.EnterKey;

/**
 * The keys of a whole form: F4 keeps the last visit's answer of the field the cursor is in and goes on, Shift+F4 keeps all,
 * Ctrl+Z and Ctrl+Y take back and do again. While a text is being typed, Ctrl+Z is the text's own.
 */
public final class FormKeys {
    private final Parent root;
    private final Supplier<Optional<UndoStack>> undo;
    private final Runnable keepAll;
    private final Consumer<FieldLocation> show;

    private FormKeys(Parent root, Supplier<Optional<UndoStack>> undo, Runnable keepAll, Consumer<FieldLocation> show) {
        this.root = root;
        this.undo = undo;
        this.keepAll = keepAll;
        this.show = show;
    }

    /**
     * @param root of the form; every {@link Asked} beneath it is meant
     * @param keepAll what Shift+F4 does
     * @param show brings the cursor to where something was just taken back
     */
    public static FormKeys install(Parent root, UndoStack undo, Runnable keepAll, Consumer<FieldLocation> show) {
        return install(root, () -> Optional.of(undo), keepAll, show);
    }

    /** The same for a page on which one form follows another; empty while none is open. */
    public static FormKeys install(Parent root, Supplier<Optional<UndoStack>> undo, Runnable keepAll, Consumer<FieldLocation> show) {
        FormKeys keys = new FormKeys(root, undo, keepAll, show);
        root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        return keys;
    }

    /** The field in which this node is. */
    public static Optional<Asked> here(Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at instanceof Asked asked) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    /** What is being typed on this page counts, too. */
    public static void finish(Node page) {
        if (page.getScene() != null) {
            here(page.getScene().getFocusOwner()).ifPresent(Asked::finish);
        }
    }

    /** Takes over what is being typed, before the form is saved by a key. */
    public void finish() {
        here(focused()).ifPresent(Asked::finish);
    }

    public void keep() {
        Node at = focused();
        here(at).filter(asked -> asked.model().keep(asked.field())).ifPresent(_ -> EnterKey.goOn(at));
    }

    public void keepAll() {
        keepAll.run();
    }

    public void undo() {
        if (focused() instanceof TextInputControl input && isTyping(input)) {
            input.undo();
        } else {
            undo.get().flatMap(UndoStack::undo).flatMap(UndoStack.Step::spot).ifPresent(show);
        }
    }

    public void redo() {
        if (focused() instanceof TextInputControl input && input.isRedoable() && isTyping(input)) {
            input.redo();
        } else {
            undo.get().flatMap(UndoStack::redo).flatMap(UndoStack.Step::spot).ifPresent(show);
        }
    }

    private Node focused() {
        return root.getScene() == null ? null : root.getScene().getFocusOwner();
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.F4 && e.isShiftDown()) {
            keepAll();
        } else if (e.getCode() == KeyCode.F4 && !e.isShortcutDown() && !e.isAltDown()) {
            keep();
        } else if (e.isShortcutDown() && e.getCode() == KeyCode.Z && !e.isShiftDown()) {
            undo();
        } else if (e.isShortcutDown() && (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z)) {
            redo();
        } else {
            return;
        }
        e.consume();
    }

    private static boolean isTyping(TextInputControl input) {
        return input.isUndoable() && here(input).filter(a -> a.model().typed(a.field()).get().isPresent()).isPresent();
    }
}
