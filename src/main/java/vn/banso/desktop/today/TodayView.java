package vn.banso.desktop.today;

import java.time.LocalDate;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;

/** Home. Two columns where both have room, one below the other where type is large. */
public final class TodayView implements Page {
    /** Width from which two columns stand beside each other, in heights of a letter. */
    private static final double ROOM_FOR_TWO = 50;
    private static final double LEFT = 0.58;

    private final Ui ui;
    private final TodayModel model;
    private final Button add;
    private final VBox left;
    private final VBox right;
    private final GridPane columns = Ui.styled(new GridPane(), "today-columns");
    private final StackPane told = new StackPane();
    private final Node body;

    public TodayView(Ui ui, TodayModel model) {
        this.ui = ui;
        this.model = model;
        AsideCards aside = new AsideCards(ui, model);
        add = ui.primary("today.add", model::add);
        add.setGraphic(ui.icon(Icon.ADD));
        left = Ui.styled(new VBox(new VisitsCard(ui, model), new VillagesCard(ui, model)), "today-column");
        right = Ui.styled(new VBox(aside.waiting(), new ReturnedCard(ui, model), aside.unfinished(), aside.sessions(), aside.attention()), "today-column");
        body = Ui.scrolled(new VBox(told, columns));
        columns.widthProperty().addListener(_ -> arrange());
        WhileShown.follow(body, model.failure(), this::tell);
        arrange();
        tell();
    }

    private void arrange() {
        boolean two = columns.getWidth() / model.workplace().settings().get().textSize() >= ROOM_FOR_TWO;
        columns.getColumnConstraints().clear();
        columns.getColumnConstraints().addAll(two ? List.of(share(LEFT), share(1 - LEFT)) : List.of(share(1)));
        columns.getChildren().clear();
        columns.add(left, 0, 0);
        columns.add(right, two ? 1 : 0, two ? 0 : 1);
    }

    private static javafx.scene.layout.ColumnConstraints share(double part) {
        javafx.scene.layout.ColumnConstraints column = new javafx.scene.layout.ColumnConstraints();
        column.setPercentWidth(part * 100);
        return column;
    }

    private void tell() {
        told.getChildren().clear();
        if (!model.failure().get().isEmpty()) {
            told.getChildren().add(ui.failing(model.failure().get(), ui.button(Icon.RETRY, "today.again", model::read)));
        }
    }

    @Override
    public String title() {
        LocalDate day = model.today();
        return ui.say("today.title", AsideCards.weekday(ui, day.getDayOfWeek()), ui.formats().day(day));
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(add);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F2", "today.add", model::add));
    }

    @Override
    public void shown() {
        model.enter();
        Platform.runLater(add::requestFocus);
    }

    @Override
    public void leaving() {
        model.leave();
    }
}
