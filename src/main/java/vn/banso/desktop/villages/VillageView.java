package vn.banso.desktop.villages;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.EntryPage;
import vn.banso.desktop.layout.PartSwitch;
import vn.banso.register.catalogue.Entry;
import vn.banso.store.lists.HouseholdFilter;

/** The page of one village. */
public final class VillageView extends EntryPage {
    private final Ui ui;
    private final VillageModel model;
    private final Navigator navigator;
    private final PartSwitch<VillageModel.Part> parts;
    private final HBox facts;
    private final TeamView team;
    private Optional<SheetView> sheet = Optional.empty();

    public VillageView(Ui ui, VillageModel model, Navigator navigator) {
        super(ui.say("villages.village"));
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        Map<VillageModel.Part, String> names = new EnumMap<>(VillageModel.Part.class);
        names.put(VillageModel.Part.SHEET, ui.say("villages.part.sheet"));
        names.put(VillageModel.Part.TEAM, ui.say("villages.part.team"));
        parts = new PartSwitch<>(model.part(), names);
        facts = ui.row();
        team = new TeamView(ui, model.team());
        page.setTop(Ui.styled(new WrapRow(parts, facts), "bs-village-top"));
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(parts.follow(), team.follow(),
                model.open().subscribe(_ -> build()), model.part().subscribe(this::show),
                model.workplace().me().subscribe(_ -> build()), model.missing().subscribe(this::showMissing),
                model.team().known().subscribe(known -> known.ifPresent(this::countTeam)));
    }

    private void showMissing(boolean gone) {
        if (gone) {
            missing(ui.empty(Icon.VILLAGES, "villages.missing_title", "villages.missing_text",
                    ui.button("villages.to_list", () -> navigator.go(new Place.Villages()))));
        }
    }

    private void countTeam(TeamModel.Known known) {
        parts.rename(VillageModel.Part.TEAM, known.team().isEmpty() ? ui.say("villages.part.team")
                : ui.say("villages.part.team_of", known.members().stream().filter(model.team()::isActive).count()));
    }

    private void build() {
        model.open().get().ifPresent(open -> {
            sheet = Optional.of(new SheetView(ui, model, open));
            name(open);
            facts(open);
            open.sheet().edits().subscribe(() -> {
                name(open);
                facts(open);
            });
            page.setTop(Ui.styled(new WrapRow(parts, facts, Ui.spring(), sheet.get().saved(model, open)), "bs-village-top"));
            show(model.part().get());
            begin();
        });
    }

    /** What stands in a scrolled pane takes the keyboard only once its skin is there. */
    private void begin() {
        page.applyCss();
        page.layout();
        if (model.part().get() == VillageModel.Part.SHEET) {
            sheet.ifPresent(SheetView::start);
        }
    }

    private void name(VillageModel.Open open) {
        heading.set(VillageRow.called(open.now(), ui.texts()));
    }

    /** How much of it is written down, and whether its decision is still awaited. */
    private void facts(VillageModel.Open open) {
        Entry now = open.now();
        VillageRow row = new VillageRow(now, open.recorded(), java.util.OptionalLong.empty());
        facts.getChildren().setAll(ui.link(row.official().isPresent()
                ? ui.say("villages.recorded_link_of", open.recorded(), row.official().getAsLong())
                : ui.say("villages.recorded_link", open.recorded()), () -> navigator.go(new Place.Households(HouseholdFilter.ALL.withVillage(row.scope(), row.id())))));
        if (row.isPending()) {
            facts.getChildren().add(new VillageWords(ui).mark(Icon.HISTORY, ui.say("villages.pending"), "bs-waiting"));
        }
    }

    private void show(VillageModel.Part part) {
        switch (part) {
            case SHEET -> sheet.ifPresent(s -> page.setCenter(Ui.scrolled(s)));
            case TEAM -> page.setCenter(team);
        }
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F6", "villages.key.part", this::turn), Shortcut.saving("villages.key.save", () -> {
            FormKeys.finish(page);
            model.team().saveMember();
        }));
    }

    private void turn() {
        FormKeys.finish(page);
        model.part().set(model.part().get() == VillageModel.Part.SHEET ? VillageModel.Part.TEAM : VillageModel.Part.SHEET);
        if (model.part().get() == VillageModel.Part.SHEET) {
            sheet.ifPresent(SheetView::start);
        } else {
            team.start();
        }
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> model.open().get().isEmpty() && !model.missing().get(), model.open(), model.missing());
    }

    @Override
    protected void reread() {
        model.shown();
    }

    @Override
    protected void putAway() {
        model.leave();
    }
}
