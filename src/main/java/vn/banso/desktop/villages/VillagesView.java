package vn.banso.desktop.villages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.layout.PartSwitch;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;

/** The villages of the communes held here: the list, what is missing where, and the team of the commune. */
public final class VillagesView implements Page {

    private final Ui ui;
    private final VillagesModel model;
    private final Navigator navigator;
    private final BorderPane page = new BorderPane();
    private final TextField filter = Ui.input();
    private final Button add;
    private final Button first;
    private final Button changes;
    private final VBox top = new VBox(8);
    private final PartSwitch<VillagesModel.Part> parts;
    private Optional<VillageTable> table = Optional.empty();
    private Subscription following = Subscription.EMPTY;
    private Subscription team = Subscription.EMPTY;

    public VillagesView(Ui ui, VillagesModel model, Navigator navigator) {
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        filter.setPromptText(ui.say("villages.filter"));
        filter.setAccessibleText(ui.say("villages.filter"));
        filter.setText(model.filter().get());
        filter.textProperty().subscribe((_, typed) -> model.filter().set(typed));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                table.ifPresent(this::intoTable);
                e.consume();
            }
        });
        add = ui.primary("villages.new", this::begin);
        add.setGraphic(ui.icon(Icon.ADD));
        changes = ui.button("villages.changes", () -> navigator.go(new Place.Units()));
        changes.managedProperty().bind(changes.visibleProperty());
        first = ui.button(Icon.ADD, "villages.new", this::begin);
        Map<VillagesModel.Part, String> names = new EnumMap<>(VillagesModel.Part.class);
        names.put(VillagesModel.Part.LIST, ui.say("villages.part.list"));
        names.put(VillagesModel.Part.GAPS, ui.say("villages.part.gaps"));
        names.put(VillagesModel.Part.TEAM, ui.say("villages.part.commune_team"));
        parts = new PartSwitch<>(model.part(), names);
        top.getChildren().add(parts);
        page.setTop(Ui.styled(top, "bs-village-top"));
    }

    /** Until it is put away. */
    private Subscription follow() {
        return Subscription.combine(parts.follow(), model.part().subscribe(_ -> show()), model.all().subscribe(_ -> show()),
                model.filter().subscribe(_ -> fill()), model.fresh().subscribe(_ -> showFresh()), model.communeTeam().subscribe(_ -> show()));
    }

    private void showFresh() {
        top.getChildren().setAll(parts);
        model.fresh().get().ifPresent(fresh -> top.getChildren().add(new NewVillageCard(ui, model, fresh, navigator)));
        show();
    }

    private void begin() {
        if (model.mayWrite()) {
            CommuneQuestion.ask(ui, model.communes(), parts, commune -> {
                model.part().set(VillagesModel.Part.LIST);
                model.begin(commune);
            });
        }
    }

    private void show() {
        team.unsubscribe();
        team = Subscription.EMPTY;
        boolean list = model.part().get() == VillagesModel.Part.LIST;
        filter.setVisible(list);
        changes.setVisible(list && model.workplace().mayWrite(Catalogue.VILLAGE_CHANGE, Kind.CREATE));
        add.setVisible(list && model.fresh().get().isEmpty() && model.workplace().mayWrite(Catalogue.VILLAGE, Kind.CREATE));
        if (model.part().get() == VillagesModel.Part.TEAM) {
            model.communeTeam().get().ifPresentOrElse(of -> {
                TeamView view = new TeamView(ui, of);
                team = view.follow();
                page.setCenter(view);
            }, () -> page.setCenter(Ui.scrolled(new VBox(new CommuneQuestion(ui, "villages.which_team", model.communes().all(),
                    commune -> model.communes().chosen().set(Optional.of(commune)))))));
            return;
        }
        if (model.all().get().isEmpty()) {
            page.setCenter(ui.loading("villages.loading"));
            return;
        }
        List<VillageRow> rows = model.all().get().get();
        parts.rename(VillagesModel.Part.LIST, ui.say("villages.part.list_of", rows.size()));
        if (rows.isEmpty()) {
            table = Optional.empty();
            page.setCenter(model.mayWrite() ? ui.empty(Icon.VILLAGES, "villages.empty_title", "villages.empty_text", first)
                    : ui.empty(Icon.VILLAGES, "villages.empty_title", "villages.empty_reader"));
        } else if (list) {
            showTable();
        } else {
            page.setCenter(Ui.scrolled(Ui.styled(new GapView(ui, rows, model.workplace(), this::open), "bs-gaps")));
        }
    }

    private void showTable() {
        if (table.isEmpty()) {
            table = Optional.of(new VillageTable(ui, model.communes().areSeveral(), () -> model.workplace().settings().get().textSize(), this::open));
        }
        page.setCenter(table.get());
        fill();
    }

    private void fill() {
        table.ifPresent(t -> {
            // Where somebody stands, they stand still.
            Optional.ofNullable(t.getSelectionModel().getSelectedItem()).ifPresent(on -> model.chosen().set(Optional.of(on.id())));
            t.getItems().setAll(model.all().get().stream().flatMap(List::stream)
                    .filter(r -> r.matches(model.filter().get(), ui.texts())).toList());
            t.sort();
            t.getItems().stream().filter(r -> model.chosen().get().equals(Optional.of(r.id()))).findFirst()
                    .ifPresent(t.getSelectionModel()::select);
        });
    }

    private void intoTable(VillageTable t) {
        if (t.getSelectionModel().getSelectedItem() == null) {
            t.getSelectionModel().selectFirst();
        }
        t.requestFocus();
    }

    private void open(VillageRow village) {
        model.chosen().set(Optional.of(village.id()));
        navigator.go(new Place.Village(village.scope(), village.id()));
    }

    @Override
    public String title() {
        return ui.say("villages.title");
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public List<Node> actions() {
        return List.of(filter, changes, add);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("Shortcut+N", "villages.key.new", this::begin),
                Shortcut.saving("villages.key.save", this::save), Shortcut.of("Shortcut+F", "villages.key.filter", filter::requestFocus));
    }

    private void save() {
        FormKeys.finish(page);
        if (model.fresh().get().isPresent()) {
            model.create(navigator);
        } else {
            model.communeTeam().get().ifPresent(TeamModel::saveMember);
        }
    }

    @Override
    public void shown() {
        following = follow();
        model.shown();
        table.ifPresentOrElse(this::intoTable, filter::requestFocus);
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return model.all().map(Optional::isEmpty);
    }

    @Override
    public void leaving() {
        Subscription.combine(following, team).unsubscribe();
        following = Subscription.EMPTY;
        team = Subscription.EMPTY;
        model.hidden();
    }
}
