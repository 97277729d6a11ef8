package vn.banso.desktop.households;

import atlantafx.base.controls.CustomTextField;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import vn.banso.desktop.households.HouseholdsModel.Standing;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.HouseholdFilter.Order;
import vn.banso.store.lists.HouseholdRow;

/** Type, walk down, open: the list of households. */
public final class HouseholdsView implements Page {
    /** What the list leaves at its right for the bar that scrolls it. */
    private static final double BAR = 34;

    /** Marks are written smaller than the rest, after a picture; both in heights of a letter. */
    private static final double SMALL = 0.87;
    private static final double ICON = 1.9;
    private static final double BESIDE_PROMPT_EM = 3;

    private static final String TWO_LINES = "households-two-lines";

    private final Ui ui;
    private final HouseholdsModel model;
    private final CustomTextField search = Ui.styled(new CustomTextField(), "households-search");
    private final FilterBar filters;
    private final Label count = Ui.styled(new Label(), "bs-strong");
    private final Hyperlink widen;
    private final RowLine header = new RowLine();
    private final ListView<Optional<HouseholdRow>> list = new ListView<>();
    private final VBox table;
    private final StackPane states = new StackPane();
    private final VBox body;
    private final Button add;
    private final double longestState;
    private Map<Column, Double> columns = Map.of();

    public HouseholdsView(Ui ui, HouseholdsModel model) {
        this.ui = ui;
        this.model = model;
        this.longestState = longestState(ui);
        filters = new FilterBar(ui, model);
        widen = ui.link(ui.say("households.widen"), model::widen);
        add = ui.primary("households.add", model::add);
        add.setGraphic(ui.icon(Icon.ADD));
        searching();
        for (Column column : Column.values()) {
            header.add(column, Ui.styled(new Label(ui.say(column.textKey())), "bs-soft", "bs-small"));
        }
        header.getStyleClass().add("households-header");
        // As wide as the page, which never grows with its columns.
        header.setMinWidth(0);
        header.setPrefWidth(0);
        listing();
        table = new VBox(header, list);
        VBox.setVgrow(list, Priority.ALWAYS);
        WrapRow counted = new WrapRow(count, widen, Ui.spring(), orders());
        StackPane stack = new StackPane(table, states);
        VBox.setVgrow(stack, Priority.ALWAYS);
        body = Ui.styled(new VBox(filters, counted, stack), "households");
        WhileShown.follow(body, model.standing(), this::stand);
        WhileShown.follow(body, model.readings(), this::arrived);
        WhileShown.follow(body, model.filter(), this::typed);
        stand();
        arrived();
    }

    /** What one can look for, in as many words as there is room for. */
    private void prompt() {
        Text whole = new Text(ui.say("households.search"));
        whole.setFont(search.getFont());
        // The lens and the edges take as much as two and a half letters are high.
        boolean fits = whole.getLayoutBounds().getWidth() <= search.getWidth() - BESIDE_PROMPT_EM * search.getFont().getSize();
        search.setPromptText(fits || search.getWidth() == 0 ? whole.getText() : ui.say("households.search.short"));
    }

    /** Where all are of one village, nothing need be said of it: the list says above which one it is. */
    private String where(HouseholdRow row) {
        return model.filter().get().village().isPresent() ? "" : model.workplace().communes().told(row.villageName(), row.scope(), ui.texts());
    }

    private void searching() {
        search.setLeft(Ui.styled(new StackPane(ui.icon(Icon.SEARCH)), "households-lens"));
        HBox.setHgrow(search, Priority.ALWAYS);
        search.widthProperty().subscribe(this::prompt);
        search.fontProperty().subscribe(this::prompt);
        search.setAccessibleText(ui.say("households.search"));
        search.setText(model.filter().get().typed());
        // Only read, never written back: whoever types with Telex erases and types again all the time.
        search.textProperty().addListener((_, _, words) -> model.type(words));
        search.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            switch (event.getCode()) {
                case DOWN, PAGE_DOWN -> {
                    list.requestFocus();
                    list.getSelectionModel().select(Math.max(0, model.place().get()));
                    event.consume();
                }
                case ENTER -> {
                    model.open();
                    event.consume();
                }
                case ESCAPE -> {
                    search.clear();
                    event.consume();
                }
                default -> { }
            }
        });
    }

    private void listing() {
        list.getStyleClass().add("households-list");
        list.setItems(model.rows());
        list.setCellFactory(_ -> {
            HouseholdCell cell = new HouseholdCell(ui, this::where, this::letter, () -> columns);
            cell.setOnMouseClicked(click -> {
                if (click.getClickCount() == 2 && !cell.isEmpty()) {
                    model.open();
                }
            });
            return cell;
        });
        list.setAccessibleText(ui.say("households.title"));
        list.getSelectionModel().selectedIndexProperty().addListener((_, _, at) -> model.stand(at.intValue()));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                model.open();
                event.consume();
            } else if (event.getCode() == KeyCode.UP && list.getSelectionModel().getSelectedIndex() <= 0) {
                search.requestFocus();
                event.consume();
            }
        });
        list.widthProperty().addListener(_ -> fit());
        // Larger type leaves room for fewer columns.
        header.heightProperty().addListener(_ -> fit());
        fit();
    }

    /** Height of a letter in pixels. */
    private double letter() {
        return model.workplace().settings().get().textSize();
    }

    private static double longestState(Ui ui) {
        return Stream.concat(Stream.of("households.needs_look"), Arrays.stream(RecordState.values()).map(s -> "state." + s))
                .mapToDouble(key -> Ui.width(ui.say(key)) * SMALL + ICON).max().orElse(0);
    }

    private void fit() {
        columns = Column.fitting((list.getWidth() - BAR) / letter(), longestState);
        header.arrange(columns, letter());
        list.getStyleClass().remove(TWO_LINES);
        if (!columns.containsKey(Column.PLACE)) {
            list.getStyleClass().add(TWO_LINES);
        }
        list.refresh();
    }

    private HBox orders() {
        ToggleGroup group = new ToggleGroup();
        HBox row = Ui.styled(new HBox(), "households-orders");
        for (Order order : Order.values()) {
            ToggleButton button = Ui.styled(new ToggleButton(ui.say(order == Order.BY_NAME ? "households.by_name" : "households.by_village")),
                    "households-order");
            button.setToggleGroup(group);
            button.setSelected(model.filter().get().order() == order);
            button.setOnAction(_ -> {
                button.setSelected(true);
                model.narrow(f -> f.withOrder(order));
            });
            row.getChildren().add(button);
        }
        return row;
    }

    /** The field follows only what somebody else did to the filter, such as taking all of it away. */
    private void typed() {
        if (!search.getText().equals(model.filter().get().typed())) {
            search.setText(model.filter().get().typed());
        }
    }

    private void arrived() {
        count.setText(ui.say(model.filter().get().isNarrow() ? "households.found" : "households.count", model.rows().size()));
        widen.setVisible(model.filter().get().isNarrow());
        widen.setManaged(widen.isVisible());
        int place = model.place().get();
        if (place >= 0) {
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - 4));
        } else {
            list.getSelectionModel().clearSelection();
            list.scrollTo(0);
        }
    }

    private void stand() {
        Standing standing = model.standing().get();
        table.setVisible(standing == Standing.THERE);
        states.setVisible(standing != Standing.THERE);
        states.getChildren().clear();
        switch (standing) {
            case READING -> states.getChildren().setAll(ui.loading("households.reading"));
            case NOTHING_YET -> states.getChildren().setAll(ui.empty(Icon.HOUSEHOLDS, "households.empty.title", "households.empty.text"));
            case NOTHING_FOUND -> states.getChildren().setAll(ui.empty(Icon.SEARCH, "households.none.title", "households.none.text",
                    ui.button("households.widen", model::widen)));
            case FAILING -> states.getChildren().setAll(ui.failing(model.failure().get(),
                    ui.button(Icon.RETRY, "households.again", model::read)));
            case THERE -> { }
        }
    }

    @Override
    public String title() {
        return ui.say("households.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(search, add);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("Shortcut+K", "households.key.search", this::toSearch),
                Shortcut.of("F3", "households.key.filters", () -> filters.first().requestFocus()),
                Shortcut.of("Shift+F3", "households.widen", model::widen),
                Shortcut.of("F2", "households.add", model::add));
    }

    private void toSearch() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public void shown() {
        model.enter();
        // Where the whole window was built anew, the page is not in it yet.
        Platform.runLater(() -> (model.place().get() >= 0 ? list : search).requestFocus());
    }

    @Override
    public void leaving() {
        model.leave();
    }
}
