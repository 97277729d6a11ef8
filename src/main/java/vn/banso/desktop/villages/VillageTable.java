package vn.banso.desktop.villages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.banso.desktop.kit.RatioBar;
import vn.banso.desktop.kit.Reveal;
import vn.banso.desktop.kit.Ui;
import vn.banso.indicators.Tally;
import vn.banso.register.units.VillageOrder;

/**
 * The villages as a list to go through by keyboard: Enter opens. In large type on a small screen, answers that stand on the sheet of the
 * village give way to those that are looked for here.
 */
final class VillageTable extends TableView<VillageRow> {
    private static final double BAR = 56;
    /** What the list leaves at its right for the bar that scrolls it. */
    private static final double SCROLL_BAR = 16;

    /** @param letters what it needs at least, in heights of a letter */
    private record Sized(TableColumn<VillageRow, VillageRow> column, double letters) {}

    private final Ui ui;
    private final VillageWords words;
    private final DoubleSupplier letter;
    private final List<Sized> sized = new ArrayList<>();

    VillageTable(Ui ui, boolean manyCommunes, DoubleSupplier letter, Consumer<VillageRow> open) {
        this.ui = ui;
        this.words = new VillageWords(ui);
        this.letter = letter;
        getStyleClass().add("bs-villages");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setPlaceholder(ui.soft(ui.say("villages.none_like_this")));
        TableColumn<VillageRow, VillageRow> name = column("villages.col.name", 250, 11, v -> words.name(v.sheet(), v.isPending(), !manyCommunes),
                Comparator.comparing(VillageRow::name, VillageOrder.BY_NAME));
        getColumns().add(name);
        if (manyCommunes) {
            getColumns().add(column("villages.col.commune", 150, 9, v -> ui.name(v.commune(ui.texts())),
                    Comparator.comparing(v -> v.commune(ui.texts()))));
        }
        getColumns().addAll(List.of(
                column("villages.col.recorded", 150, 7.6, this::recorded, Comparator.comparing(VillageTable::share)),
                column("villages.col.coverage", 105, 6.3, v -> words.answer(v, "coverage"), byCode("coverage")),
                column("villages.col.technology", 92, 6, v -> words.answer(v, "best_technology"), byCode("best_technology")),
                column("villages.col.broadband", 96, 7, v -> words.answer(v, "fixed_broadband"), byCode("fixed_broadband")),
                column("villages.col.hall", 96, 7.2, v -> words.answer(v, "village_hall"), byCode("village_hall")),
                column("villages.col.team", 80, 5.4, this::team, Comparator.comparing(v -> v.members().orElse(-1)))));
        widthProperty().addListener(_ -> fit());
        setRowFactory(_ -> row(open));
        Reveal.meansALine(this, getSelectionModel());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ENTER && getSelectionModel().getSelectedItem() != null) {
                open.accept(getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
    }

    /** The village, how much of it is written down and who helps there always stay; from the right, the answers give way. */
    private void fit() {
        if (getWidth() == 0) {
            return;
        }
        List<Sized> shown = new ArrayList<>(sized);
        List<Sized> answers = sized.subList(sized.size() - 4, sized.size() - 1);
        for (Sized answer : answers.reversed()) {
            if (shown.stream().mapToDouble(Sized::letters).sum() * letter.getAsDouble() > getWidth() - SCROLL_BAR) {
                shown.remove(answer);
            }
        }
        for (Sized one : sized) {
            one.column().setMinWidth(Math.floor(one.letters() * letter.getAsDouble()));
            one.column().setVisible(shown.contains(one));
        }
    }

    private static Comparator<VillageRow> byCode(String field) {
        return Comparator.comparing(v -> v.isKnown(field) ? v.code(field) : Integer.MAX_VALUE);
    }

    private static double share(VillageRow village) {
        return village.official().isEmpty() || village.official().getAsLong() == 0 ? -1
                : (double) village.recorded() / village.official().getAsLong();
    }

    private TableRow<VillageRow> row(Consumer<VillageRow> open) {
        TableRow<VillageRow> row = new TableRow<>();
        row.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                open.accept(row.getItem());
            }
        });
        return row;
    }

    private TableColumn<VillageRow, VillageRow> column(String key, double width, double letters,
                                                       Function<VillageRow, Node> show, Comparator<VillageRow> order) {
        TableColumn<VillageRow, VillageRow> column = new TableColumn<>(ui.say(key));
        column.setPrefWidth(width);
        column.setReorderable(false);
        column.setComparator(order);
        column.setCellValueFactory(data -> new ReadOnlyObjectWrapper<>(data.getValue()));
        column.setCellFactory(_ -> new Cell(show));
        sized.add(new Sized(column, letters));
        return column;
    }

    private Node recorded(VillageRow village) {
        Label count = Ui.styled(new Label(village.official().isPresent()
                ? ui.say("villages.recorded_of", village.recorded(), village.official().getAsLong())
                : ui.formats().number(village.recorded())), "bs-line");
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, count);
        row.setAlignment(Pos.CENTER_LEFT);
        if (share(village) >= 0) {
            long all = village.official().getAsLong();
            RatioBar bar = new RatioBar(ui, new Tally(Math.min(village.recorded(), all), all, all, all), OptionalDouble.empty());
            bar.setPrefWidth(BAR);
            bar.setMaxHeight(8);
            row.getChildren().addFirst(bar);
        }
        return row;
    }

    private Node team(VillageRow village) {
        return village.members().isPresent() ? ui.line(ui.say("villages.people", village.members().getAsLong()))
                : Ui.styled(ui.line(ui.say("villages.no_team_short")), "bs-soft", "bs-small");
    }

    private static final class Cell extends TableCell<VillageRow, VillageRow> {
        private final Function<VillageRow, Node> show;

        Cell(Function<VillageRow, Node> show) {
            this.show = show;
        }

        @Override
        protected void updateItem(VillageRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(empty || item == null ? null : show.apply(item));
        }
    }
}
