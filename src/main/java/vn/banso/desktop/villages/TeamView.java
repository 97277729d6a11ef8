package vn.banso.desktop.villages;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;

/** A team: what its decision says above, its people at the left, the one being written at the right. */
final class TeamView extends BorderPane {
    private static final double LIST_SHARE = 0.42;

    private final Ui ui;
    private final TeamModel model;
    private final ListView<Entry> list = Ui.styled(new ListView<>(), "bs-team-members");
    private final StackPane beside = new StackPane();
    private final Label count = Ui.styled(new Label(), "bs-strong");
    private Optional<EntryId> shown = Optional.empty();
    private boolean filling;

    TeamView(Ui ui, TeamModel model) {
        this.ui = ui;
        this.model = model;
        getStyleClass().add("bs-team");
        list.setCellFactory(_ -> new MemberCell(ui, model));
        list.setAccessibleText(ui.say("villages.members"));
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (!filling && chosen != null) {
                model.edit(chosen);
            }
        });
    }

    /** Follows the team, until the page is put away. */
    Subscription follow() {
        return Subscription.combine(model.known().subscribe(known -> known.ifPresent(this::show)),
                model.member().subscribe(this::showMember),
                model.facts().subscribe(_ -> {
                    setTop(null);
                    model.known().get().ifPresent(this::show);
                }),
                model.workplace().me().subscribe(_ -> model.known().get().ifPresent(this::show)));
    }

    private void show(TeamModel.Known known) {
        if (known.team().isEmpty()) {
            setTop(null);
            setLeft(null);
            setCenter(nobody());
            shown = Optional.empty();
            return;
        }
        Entry team = known.team().get();
        if (!shown.equals(Optional.of(team.id())) || getTop() == null || !model.mayWriteTeam()) {
            shown = Optional.of(team.id());
            setTop(new TeamFacts(ui, model, team));
        }
        long active = known.members().stream().filter(model::isActive).count();
        count.setText(ui.say("villages.members_count", active));
        fill(known.members());
        if (getLeft() == null) {
            HBox head = ui.row(count, Ui.spring());
            if (model.mayWriteMembers()) {
                head.getChildren().add(ui.button(Icon.ADD, "villages.add_member", model::add));
            }
            VBox left = Ui.styled(new VBox(8, head, list), "bs-team-left");
            VBox.setVgrow(list, Priority.ALWAYS);
            left.prefWidthProperty().bind(widthProperty().multiply(LIST_SHARE));
            setLeft(left);
            setCenter(beside);
            showMember(model.member().get());
        }
    }

    private void fill(List<Entry> members) {
        filling = true;
        list.getItems().setAll(members);
        list.setPlaceholder(ui.soft(ui.say("villages.no_members")));
        model.member().get().ifPresent(open -> members.stream().filter(m -> m.id().equals(open.entry().id())).findFirst()
                .ifPresent(list.getSelectionModel()::select));
        filling = false;
    }

    private void showMember(Optional<TeamModel.Open> open) {
        beside.getChildren().setAll(open.<Node>map(o -> Ui.scrolled(new MemberSheet(ui, model, o))).orElseGet(this::choose));
        if (open.isEmpty()) {
            list.getSelectionModel().clearSelection();
        }
    }

    private Node choose() {
        return ui.empty(Icon.PEOPLE, "villages.choose_member_title", "villages.choose_member_text");
    }

    private Node nobody() {
        boolean village = model.isOfVillage();
        if (!model.mayWriteTeam()) {
            return ui.empty(Icon.PEOPLE, village ? "villages.no_team_title" : "villages.no_commune_team_title", "villages.no_team_officer");
        }
        return ui.empty(Icon.PEOPLE, village ? "villages.no_team_title" : "villages.no_commune_team_title", "villages.no_team_text",
                ui.primary("villages.found_team", model::found));
    }

    /** The cursor into the list. */
    void start() {
        list.requestFocus();
    }
}
