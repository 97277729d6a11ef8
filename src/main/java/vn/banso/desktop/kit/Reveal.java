package vn.banso.desktop.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionModel;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Scrolls just so far that something is seen. */
public final class Reveal {
    private Reveal() {}

    /** The node inside the pane, up and down. */
    public static void in(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds at = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double shown = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - shown;
        double top = pane.getVvalue() * Math.max(0, hidden);
        if (hidden > 0 && at.getMinY() < top) {
            pane.setVvalue(at.getMinY() / hidden);
        } else if (hidden > 0 && at.getMaxY() > top + shown) {
            pane.setVvalue((at.getMaxY() - shown) / hidden);
        }
    }

    /**
     * Where the keyboard is, if the foot of what is shown has come up over it: the node in all that it is scrolled in, and the chosen line of
     * a list.
     *
     * @param lost by how much it came up
     */
    public static void above(Node focused, double lost) {
        switch (focused) {
            case ListView<?> list -> chosen(list, list.getSelectionModel(), lost);
            case TableView<?> table -> chosen(table, table.getSelectionModel(), lost);
            default -> {
                for (Node at = focused.getParent(); at != null; at = at.getParent()) {
                    if (at instanceof ScrollPane pane && isLost(pane, focused, lost)) {
                        in(pane, focused);
                    }
                }
            }
        }
    }

    /** Where the keyboard comes to a list, Enter opens a line of it: one is chosen, also where the lines have become others. */
    public static void meansALine(Node list, SelectionModel<?> selection) {
        Runnable choose = () -> {
            if (list.isFocused() && selection.isEmpty()) {
                selection.selectFirst();
            }
        };
        list.focusedProperty().subscribe(_ -> choose.run());
        selection.selectedItemProperty().subscribe(now -> {
            if (now == null) {
                Platform.runLater(choose);
            }
        });
    }

    private static boolean isLost(ScrollPane pane, Node node, double lost) {
        double foot = pane.localToScene(pane.getLayoutBounds()).getMaxY();
        double bottom = node.localToScene(node.getLayoutBounds()).getMaxY();
        return bottom > foot && bottom <= foot + lost;
    }

    private static void chosen(Node list, SelectionModel<?> selection, double lost) {
        if (list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getLastVisibleCell() != null) {
            int last = flow.getLastVisibleCell().getIndex();
            double gone = Math.ceil(lost / Math.max(1, flow.getLastVisibleCell().getHeight()));
            if (selection.getSelectedIndex() >= last && selection.getSelectedIndex() <= last + gone) {
                flow.scrollTo(selection.getSelectedIndex());
            }
        }
    }

    /**
     * Less room for lists, or more: their first lines stay where they are.
     *
     * @return to be run once they are laid out anew
     */
    public static Runnable keepLists(Parent page) {
        List<Runnable> back = new ArrayList<>();
        page.lookupAll(".virtual-flow").forEach(found -> {
            if (found instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null) {
                int first = flow.getFirstVisibleCell().getIndex();
                double top = flow.getFirstVisibleCell().getLayoutY();
                back.add(() -> {
                    if (first < flow.getCellCount()) {
                        flow.scrollPixels(flow.getCell(first).getLayoutY() - top);
                    }
                });
            }
        });
        return () -> back.forEach(Runnable::run);
    }

    /** Less room to show something in, or more: what stands at the top of it stays there. */
    static void keepTop(ScrollPane pane) {
        pane.viewportBoundsProperty().subscribe((was, is) -> {
            double high = pane.getContent() == null ? 0 : pane.getContent().getLayoutBounds().getHeight();
            if (was.getHeight() > 0 && was.getHeight() != is.getHeight() && high > is.getHeight()) {
                pane.setVvalue(Math.clamp(pane.getVvalue() * Math.max(0, high - was.getHeight()) / (high - is.getHeight()), 0, 1));
            }
        });
    }
}
