package vn.banso.desktop.kit;

import java.util.OptionalDouble;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import vn.banso.indicators.Tally;

/**
 * A share as a horizontal bar: the part that says yes, the part that was asked, the part that was not in a lighter shade, and the
 * target as a thin line. The words stand beside it, never in it.
 */
public final class RatioBar extends Pane {
    private final Region asked = part("bs-ratio-asked");
    private final Region yes = part("bs-ratio-yes");
    private final Region goal = part("bs-ratio-goal");
    private final Tally tally;
    private final OptionalDouble target;

    /** @param target from 0 to 1 */
    public RatioBar(Ui ui, Tally tally, OptionalDouble target) {
        this.tally = tally;
        this.target = target;
        getStyleClass().add("bs-ratio");
        getChildren().addAll(asked, yes);
        if (target.isPresent()) {
            getChildren().add(goal);
        }
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        setAccessibleText(ui.formats().percent(tally) + ", " + ui.formats().coverage(tally));
    }

    private static Region part(String style) {
        return Ui.styled(new Region(), style);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double coverage = tally.all() == 0 ? 0 : (double) tally.answered() / tally.all();
        double share = tally.d() == 0 ? 0 : (double) tally.n() / tally.d();
        asked.resizeRelocate(0, 0, width * coverage, height);
        yes.resizeRelocate(0, 0, width * share * coverage, height);
        target.ifPresent(t -> goal.resizeRelocate(Math.min(width - 2, Math.max(0, width * t - 1)), -3, 2, height + 6));
    }
}
