package vn.banso.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** What a window would say if there were room for it: words that end in dots, are broken in the middle or stand where nobody sees them. */
public final class CutWords {
    private static final double TOLERANCE = 1.5;
    private static final double NAME = 8;

    private CutWords() {}

    /**
     * One line for each place where words are cut, on the thread of the screen. A name on a line of its own may lose its middle where it
     * is longer than {@value #NAME} letters are high and the mouse finds it whole; nothing else may.
     */
    public static List<String> in(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        List<String> found = new ArrayList<>();
        scene.getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance).map(Labeled.class::cast)
                .filter(l -> Screen.isShown(l) && l.getText() != null && !l.getText().isBlank())
                .forEach(l -> fault(l, scene).ifPresent(f -> found.add(f + ": " + l.getText() + " " + l.getStyleClass())));
        scene.getRoot().lookupAll("*").stream().filter(TextField.class::isInstance).map(TextField.class::cast)
                .filter(f -> Screen.isShown(f) && f.getText().isEmpty() && isPromptCut(f)).forEach(f -> found.add("prompt: " + f.getPromptText() + " " + f.getStyleClass()));
        scene.getRoot().lookupAll("*").stream().filter(TextField.class::isInstance).map(TextField.class::cast)
                .filter(f -> Screen.isShown(f) && !f.isFocused() && !isScrolledAway(f) && isCutUnseen(f))
                .forEach(f -> found.add("ends without dots: " + f.getText() + " " + f.getStyleClass()));
        scene.getRoot().lookupAll("*").stream().filter(n -> n instanceof Region && Screen.isShown(n)).filter(n -> isBeyond(n, scene))
                .forEach(n -> found.add("wider than the window: " + n.getClass().getSimpleName() + " " + n.getStyleClass()));
        return found;
    }

    private static boolean isPromptCut(TextField field) {
        return field.lookupAll(".text").stream().filter(n -> n instanceof Text prompt && prompt.isVisible() && prompt.getText().equals(field.getPromptText()))
                .anyMatch(n -> n.localToScene(n.getLayoutBounds()).getMaxX() > field.localToScene(field.getLayoutBounds()).getMaxX() - field.getInsets().getRight() + TOLERANCE);
    }

    private static boolean isCutUnseen(TextField field) {
        Text whole = new Text(field.getText());
        whole.setFont(field.getFont());
        return whole.getLayoutBounds().getWidth() > field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight() + TOLERANCE
                && (field.getTooltip() == null || !field.getTooltip().getText().equals(field.getText()));
    }

    private static Optional<String> fault(Labeled words, Scene scene) {
        Optional<Text> drawn = words.getChildrenUnmodifiable().stream().filter(n -> n instanceof Text && n != words.getGraphic())
                .map(Text.class::cast).findFirst();
        if (drawn.isEmpty() || words.getWidth() == 0 || words.getParent() instanceof TextField || isScrolledAway(words)) {
            return Optional.empty();
        }
        if (!drawn.get().getText().equals(words.getText()) && !isNameInFull(words)) {
            return Optional.of("dots");
        }
        if (words.isWrapText() && widest(words) > drawn.get().getLayoutBounds().getWidth() + TOLERANCE) {
            return Optional.of("broken");
        }
        Bounds at = drawn.get().localToScene(drawn.get().getLayoutBounds());
        if (at.getMaxX() > scene.getWidth() + TOLERANCE || at.getMinX() < -TOLERANCE) {
            return Optional.of("beyond the window");
        }
        return chosen(words).or(() -> holder(words)).map(cell -> cell.localToScene(cell.getLayoutBounds()))
                .filter(cell -> at.getMinY() < cell.getMinY() - TOLERANCE || at.getMaxY() > cell.getMaxY() + TOLERANCE)
                .map(_ -> "higher than its line");
    }

    /** What is scrolled to the side may be longer than what shows it. */
    private static boolean isBeyond(Node node, Scene scene) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return (at.getMaxX() > scene.getWidth() + TOLERANCE || at.getMinX() < -TOLERANCE)
                && parents(node).noneMatch(p -> p instanceof ScrollPane || p.getStyleClass().contains("virtual-flow"));
    }

    private static double widest(Labeled words) {
        return Arrays.stream(words.getText().split("\\s+")).mapToDouble(word -> {
            Text one = new Text(word);
            one.setFont(words.getFont());
            return one.getLayoutBounds().getWidth();
        }).max().orElse(0);
    }

    private static boolean isNameInFull(Labeled words) {
        return words.getStyleClass().contains("bs-name") && words.getWidth() >= NAME * words.getFont().getSize()
                && words.getTooltip() != null && words.getTooltip().getText().equals(words.getText());
    }

    /** The box of choices that says with it what is chosen. */
    private static Optional<Node> chosen(Labeled words) {
        return words.getParent() instanceof ComboBox<?> ? Optional.of(words) : Optional.empty();
    }

    /** The line of a table or a list it stands in. */
    private static Optional<Node> holder(Node node) {
        return parents(node).filter(IndexedCell.class::isInstance).findFirst();
    }

    /** Further down or to the right of what a pane shows now: one scrolls there. */
    private static boolean isScrolledAway(Node node) {
        Bounds at = node.localToScene(node.getLayoutBounds());
        return parents(node).filter(p -> p instanceof ScrollPane || p.getStyleClass().contains("virtual-flow"))
                .map(p -> p.localToScene(p.getLayoutBounds()))
                .anyMatch(p -> at.getMinY() >= p.getMaxY() || at.getMaxY() <= p.getMinY());
    }

    private static Stream<Node> parents(Node node) {
        return Stream.<Node>iterate(node.getParent(), p -> p != null, Node::getParent);
    }
}
