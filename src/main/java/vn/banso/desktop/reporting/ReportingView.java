package vn.banso.desktop.reporting;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.say.ProgressWords;
import vn.banso.store.reporting.VillageReport;

/** Who is missing of a month: the villages, those of which nothing came first; several are approved or returned at once. */
public final class ReportingView implements Page {
    private final Ui ui;
    private final ReportingModel model;
    private final ProgressWords words;
    private final StackPane body = new StackPane();
    private final ListView<VillageReport> list;
    private final Label month;
    private final Label summary;
    private final Button approve;
    private final VBox page;

    public ReportingView(Ui ui, ReportingModel model) {
        this.ui = ui;
        this.model = model;
        words = new ProgressWords(ui.texts());
        month = Ui.styled(new Label(), "bs-strong", "reporting-month");
        summary = ui.text("");
        approve = ui.primary("reporting.approve", () -> model.approve(chosen()));
        list = Ui.styled(new ListView<>(), "reporting-list");
        list.setCellFactory(_ -> new VillageCell(ui, model));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setAccessibleText(ui.say("reporting.title"));
        VBox.setVgrow(list, Priority.ALWAYS);
        WrapRow top = new WrapRow(ui.iconButton(Icon.PREVIOUS, "reporting.earlier", () -> model.turn(-1)), month,
                ui.iconButton(Icon.NEXT, "reporting.later", () -> model.turn(1)), Ui.spring(), ui.button(Icon.UNDO, "reporting.return", () -> model.giveBack(chosen())),
                ui.button(Icon.PRINT, "reporting.print", model::printCalls));
        page = Ui.styled(new VBox(top, summary, list, ui.soft(ui.say("reporting.several"))), "reporting");
        WhileShown.follow(body, model.scene(), this::show);
        show();
    }

    private List<VillageReport> chosen() {
        return List.copyOf(list.getSelectionModel().getSelectedItems());
    }

    private void show() {
        ReportingScene now = model.scene().get();
        month.setText(ui.say("reporting.month", now.month().getMonthValue(), String.valueOf(now.month().getYear())));
        now.villages().ifPresentOrElse(all -> {
            summary.setText(words.summary(all));
            if (!list.getItems().equals(all)) {
                int at = Math.max(0, list.getSelectionModel().getSelectedIndex());
                list.getItems().setAll(all);
                list.getSelectionModel().clearAndSelect(Math.min(at, Math.max(0, all.size() - 1)));
            }
            Node shown = all.isEmpty() ? ui.empty(Icon.VILLAGES, "reporting.empty.title", "reporting.empty.text") : page;
            if (!body.getChildren().contains(shown)) {
                body.getChildren().setAll(shown);
                list.requestFocus();
            }
        }, () -> {
            if (!body.getChildren().contains(page)) {
                body.getChildren().setAll(ui.loading("reporting.reading"));
            }
        });
        approve.setDisable(now.villages().filter(all -> !all.isEmpty()).isEmpty());
    }

    @Override
    public String title() {
        return ui.say("reporting.title");
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public List<Node> actions() {
        return List.of(approve);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F8", "reporting.approve", approve::fire), Shortcut.of("F9", "reporting.return", () -> model.giveBack(chosen())),
                Shortcut.of("Shortcut+Left", "reporting.earlier", () -> model.turn(-1)), Shortcut.of("Shortcut+Right", "reporting.later", () -> model.turn(1)),
                Shortcut.of("Shortcut+P", "reporting.print", model::printCalls));
    }

    @Override
    public void shown() {
        model.reread();
        list.requestFocus();
    }

    @Override
    public void changed() {
        model.reread();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return model.scene().map(now -> now.villages().isEmpty());
    }
}
