package vn.banso.desktop.form;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The keys of a whole form: F4 keeps the last visit's answer of the field the cursor is in and goes on, Shift+F4 keeps all,
 * Ctrl+Z and Ctrl+Y take back and do again. While a text is being typed, Ctrl+Z is the text's own.
 */
public final class FormKeys {
    private final Supplier<Optional<UndoStack>> undo;
    private final Runnable keepAll;
    private final Consumer<Spot> show;

    private FormKeys(Supplier<Optional<UndoStack>> undo, Runnable keepAll, Consumer<Spot> show) {
        this.undo = undo;
        this.keepAll = keepAll;
        this.show = show;
    }

    /**
     * @param root of the form; every {@link Asked} beneath it is meant
     * @param keepAll what Shift+F4 does
     * @param show brings the cursor to where something was just taken back
     */
    public static void install(Parent root, UndoStack undo, Runnable keepAll, Consumer<Spot> show) {
        install(root, () -> Optional.of(undo), keepAll, show);
    }

    /** The same for a page on which one form follows another; empty while none is open. */
    public static void install(Parent root, Supplier<Optional<UndoStack>> undo, Runnable keepAll, Consumer<Spot> show) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, new FormKeys(undo, keepAll, show)::pressed);
    }

    /** The field in which the keyboard is. */
    public static Optional<Asked> here(Node focused) {
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at instanceof Asked asked) {
                return Optional.of(asked);
            }
        }
        return Optional.empty();
    }

    private void pressed(KeyEvent e) {
        Node target = e.getTarget() instanceof Node n ? n : null;
        if (e.getCode() == KeyCode.F4 && e.isShiftDown()) {
            keepAll.run();
        } else if (e.getCode() == KeyCode.F4 && !e.isShortcutDown() && !e.isAltDown()) {
            here(target).filter(box -> box.model().keep(box.field())).ifPresent(_ -> Walking.on(target));
        } else if (e.isShortcutDown() && e.getCode() == KeyCode.Z && !e.isShiftDown()) {
            if (isTyping(target)) {
                return;
            }
            undo.get().flatMap(UndoStack::undo).flatMap(UndoStack.Step::spot).ifPresent(show);
        } else if (e.isShortcutDown() && (e.getCode() == KeyCode.Y || e.getCode() == KeyCode.Z)) {
            undo.get().flatMap(UndoStack::redo).flatMap(UndoStack.Step::spot).ifPresent(show);
        } else {
            return;
        }
        e.consume();
    }

    private static boolean isTyping(Node target) {
        return target instanceof TextInputControl input && input.isUndoable()
                && here(target).filter(box -> box.model().typed(box.field()).get().isPresent()).isPresent();
    }
}
