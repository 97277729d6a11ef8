package vn.banso.desktop.requests;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.requests.RequestsScene.Found;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.personal.DataRequest.Kind;
import vn.banso.store.personal.ErasureReceipts.Confirmation;

/** Beside the list: the case that is looked at, or who may be meant by a new one; below, the lists that were given out. */
final class RequestDetail extends VBox {
    private final Ui ui;
    private final RequestsModel model;
    private final RequestWords words;

    RequestDetail(Ui ui, RequestsModel model, RequestWords words) {
        this.ui = ui;
        this.model = model;
        this.words = words;
        getStyleClass().addAll("bs-column", "requests-detail");
        WhileShown.follow(this, model.scene(), this::show);
        show();
    }

    private void show() {
        RequestsScene now = model.scene().get();
        getChildren().setAll(now.found().map(this::choose).or(() -> now.line().map(this::request)).stream().toList());
        if (now.found().isEmpty()) {
            VBox log = ui.card(ui.heading("requests.lists"));
            now.lists().forEach(said -> log.getChildren().add(Ui.styled(ui.text(said), "bs-small")));
            if (now.lists().isEmpty()) {
                log.getChildren().add(ui.soft(ui.say("requests.lists.none")));
            }
            getChildren().add(log);
        }
    }

    private Node choose(List<Found> people) {
        if (people.isEmpty()) {
            return ui.card(ui.text(ui.say("requests.found_nobody")), ui.button("requests.put_off", model::putOff));
        }
        ListView<Found> list = Ui.styled(new ListView<>(), "requests-found");
        list.getItems().setAll(people);
        list.setAccessibleText(ui.say("requests.who"));
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Found one, boolean empty) {
                super.updateItem(one, empty);
                setText(null);
                setGraphic(empty || one == null ? null : ui.name(one.called()));
            }
        });
        list.getSelectionModel().selectFirst();
        list.setPrefHeight(Math.min(people.size(), 6) * 38 + 4);
        Map<ConsentPurpose, CheckBox> purposes = new EnumMap<>(ConsentPurpose.class);
        FlowPane ticks = new FlowPane(12, 6);
        for (ConsentPurpose purpose : ConsentPurpose.values()) {
            CheckBox tick = Ui.named(new CheckBox(ui.say("code.consent_purpose." + purpose.key())));
            tick.setSelected(true);
            purposes.put(purpose, tick);
            ticks.getChildren().add(tick);
        }
        FlowPane kinds = new FlowPane(8, 8);
        for (Kind kind : Kind.values()) {
            Button button = ui.button("requests.ask." + kind, () -> {
                Set<ConsentPurpose> chosen = purposes.entrySet().stream().filter(e -> e.getValue().isSelected()).map(Map.Entry::getKey).collect(Collectors.toSet());
                model.ask(list.getSelectionModel().getSelectedItem(), kind, chosen);
            });
            kinds.getChildren().add(button);
        }
        return ui.card(ui.heading("requests.who"), list, ui.text(ui.say("requests.what")), kinds, Ui.styled(ui.soft(ui.say("requests.purposes")), "bs-small"), ticks,
                Ui.styled(ui.button("requests.put_off", model::putOff), "bs-quiet"));
    }

    private Node request(RequestsScene.Line line) {
        DataRequest request = line.request();
        VBox card = ui.card(Ui.styled(ui.text(words.who(line)), "bs-heading"), ui.text(words.kind(request) + " · "
                + ui.say("requests.asked_on", request.askedOn().map(ui.formats()::day).orElse("–")) + " · " + words.state(request)));
        if (request.kind() == Kind.WITHDRAWAL) {
            card.getChildren().add(ui.text(words.purposes(request)));
        }
        request.reason().ifPresent(reason -> card.getChildren().add(ui.text(ui.say("requests.reason", reason))));
        if (request.isOpen()) {
            card.getChildren().add(ui.soft(ui.say("requests.about." + request.kind())));
        }
        if (!line.trace().isEmpty()) {
            card.getChildren().add(Ui.styled(ui.text(ui.say("requests.trace")), "bs-strong"));
            line.trace().forEach(said -> card.getChildren().add(Ui.styled(ui.text(said), "bs-small")));
        }
        if (request.isOpen() && model.mayWrite()) {
            card.getChildren().add(acts(request));
        }
        if (!line.confirmations().isEmpty()) {
            long done = line.confirmations().stream().filter(c -> c.confirmed().isPresent()).count();
            card.getChildren().add(Ui.styled(ui.text(ui.say("requests.confirmed", done, line.confirmations().size())), "bs-strong"));
            line.confirmations().forEach(c -> card.getChildren().add(confirmation(request, c)));
        }
        return card;
    }

    private Node acts(DataRequest request) {
        FlowPane acts = new FlowPane(8, 8);
        if (request.kind() == Kind.ACCESS) {
            acts.getChildren().add(ui.button(Icon.PRINT, "requests.print", () -> model.print(request)));
        }
        if (request.kind() == Kind.CORRECTION) {
            acts.getChildren().add(ui.button(Icon.EDIT, "requests.open", () -> model.open(request)));
        }
        Button carryOut = ui.button("requests.do." + request.kind(), () -> model.carryOut(request));
        acts.getChildren().addAll(request.kind() == Kind.ERASURE ? Ui.styled(carryOut, "requests-erase") : carryOut,
                Ui.styled(ui.button("requests.refuse", () -> model.refuse(request)), "bs-quiet"));
        return acts;
    }

    private Node confirmation(DataRequest request, Confirmation one) {
        String said = one.confirmed().map(day -> ui.say("requests.dropped", one.device().holder(), one.device().fingerprint(), ui.formats().day(day)))
                .orElseGet(() -> ui.say("requests.not_dropped", one.device().holder(), one.device().fingerprint(), request.answeredOn().map(ui.formats()::day).orElse("–")));
        return ui.row(ui.icon(one.confirmed().isPresent() ? Icon.DONE : Icon.HISTORY), ui.text(said));
    }
}
