package vn.banso.desktop.kit;

import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * The Enter key, the same on every page: in a field it takes what was typed and goes on as Tab does, and never changes an answer;
 * on a button, a link or a row of a list it does what stands there. See decision 0080.
 */
public final class EnterKey {
    private static final Object GOES_ON = new Object();

    private EnterKey() {}

    /** Keeps the rule for everything beneath this node; the controls that have their own way with Enter keep it themselves. */
    public static void install(Parent root) {
        root.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (isEnter(e) && answers(e.getTarget())) {
                goOn((Node) e.getTarget());
                e.consume();
            }
        });
        root.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (isEnter(e) && (e.getTarget() instanceof TextField || isMarked(e.getTarget()))) {
                goOn((Node) e.getTarget());
                e.consume();
            }
        });
    }

    /** Says of a control of our own that it holds an answer, so that Enter goes on from it. */
    public static void goesOn(Node control) {
        control.getProperties().put(GOES_ON, true);
    }

    /** To the next control, as Tab does. */
    public static void goOn(Node node) {
        node.requestFocusTraversal(TraversalDirection.NEXT);
    }

    private static boolean isEnter(KeyEvent e) {
        return e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !e.isAltDown() && !e.isShiftDown();
    }

    /** What JavaFX would change, or take for itself, on Enter. */
    private static boolean answers(EventTarget target) {
        return switch (target) {
            case CheckBox _, RadioButton _ -> true;
            case ComboBox<?> box -> !box.isShowing();
            case Spinner<?> spinner -> {
                spinner.commitValue();
                yield true;
            }
            default -> false;
        };
    }

    private static boolean isMarked(EventTarget target) {
        return target instanceof Node node && node.hasProperties() && node.getProperties().containsKey(GOES_ON);
    }
}
