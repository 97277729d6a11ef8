package vn.banso.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;

/**
 * A row that goes on in a second line where there is no room: nothing in it is cut or stands outside. What is longer than a line
 * wraps in itself; a {@linkplain Ui#spring spring} pushes what follows to the right as long as it stands on the same line.
 */
public class WrapRow extends Pane {
    private static final double USUAL_GAP = 12;
    private static final double USUAL_LINE_GAP = 6;

    private record Piece(Node node, double width) {}

    private final double gap;
    private final double lineGap;

    public WrapRow(Node... children) {
        this(USUAL_GAP, USUAL_LINE_GAP, children);
    }

    /**
     * @param gap between two of a line, in pixels
     * @param lineGap between two lines
     */
    public WrapRow(double gap, double lineGap, Node... children) {
        super(children);
        this.gap = gap;
        this.lineGap = lineGap;
    }

    private static boolean isSpring(Node node) {
        return HBox.getHgrow(node) == Priority.ALWAYS;
    }

    private List<List<Piece>> lines(double room) {
        List<List<Piece>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        double x = 0;
        for (Node node : getManagedChildren()) {
            double wanted = isSpring(node) ? 0 : Math.max(node.minWidth(-1), Math.min(Math.min(node.prefWidth(-1), node.maxWidth(-1)), room));
            double at = lines.getLast().isEmpty() ? 0 : x + (isSpring(node) ? 0 : gap);
            if (at + wanted > room + 0.5 && !lines.getLast().isEmpty()) {
                lines.add(new ArrayList<>());
                at = 0;
            }
            lines.getLast().add(new Piece(node, snapSizeX(wanted)));
            x = at + wanted;
        }
        return lines;
    }

    private static double height(List<Piece> line) {
        return line.stream().mapToDouble(p -> p.node().prefHeight(p.width())).max().orElse(0);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets around = getInsets();
        List<Piece> all = lines(Double.MAX_VALUE).getFirst();
        return around.getLeft() + around.getRight() + all.stream().mapToDouble(p -> p.width() + (isSpring(p.node()) ? 0 : gap)).sum() - gap;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets around = getInsets();
        List<List<Piece>> lines = lines(width < 0 ? Double.MAX_VALUE : width - around.getLeft() - around.getRight());
        return around.getTop() + around.getBottom() + lines.stream().mapToDouble(WrapRow::height).sum() + lineGap * (lines.size() - 1);
    }

    @Override
    protected void layoutChildren() {
        Insets around = getInsets();
        double room = getWidth() - around.getLeft() - around.getRight();
        double y = around.getTop();
        for (List<Piece> line : lines(room)) {
            double high = height(line);
            double used = line.stream().mapToDouble(p -> isSpring(p.node()) ? 0 : p.width() + gap).sum() - gap;
            double x = around.getLeft();
            for (Piece piece : line) {
                if (isSpring(piece.node())) {
                    // At the beginning of a line there is nothing to push away from.
                    x += x == around.getLeft() ? 0 : Math.max(0, room - used);
                    continue;
                }
                double tall = Math.min(high, piece.node().prefHeight(piece.width()));
                piece.node().resizeRelocate(snapPositionX(x), snapPositionY(y + (high - tall) / 2), piece.width(), snapSizeY(tall));
                x += piece.width() + gap;
            }
            y += high + lineGap;
        }
    }
}
