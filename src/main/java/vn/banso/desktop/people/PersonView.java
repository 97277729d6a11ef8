package vn.banso.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.EnterKey;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.QuestionBand;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.SideBySide;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.layout.EntryPage;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.store.lists.HouseholdRow;

/** The page of one person. */
public final class PersonView extends EntryPage {
    private final Ui ui;
    private final PersonModel model;
    private final Navigator navigator;
    private final VBox above = new VBox(8);
    private final VBox beside = Ui.styled(new VBox(12), "bs-person-beside");
    private final StackPane main = new StackPane();
    private Optional<PersonSheet> sheet = Optional.empty();
    private Optional<QuestionBand> head = Optional.empty();
    private boolean writable;
    private Optional<Object> written = Optional.empty();
    private Optional<Node> card = Optional.empty();
    private final Button move;
    private final Button history;
    private final MenuButton acts = Ui.styled(new MenuButton(), "bs-icon-button", "bs-acts");

    public PersonView(Ui ui, PersonModel model, Navigator navigator) {
        super(ui.say("people.title"));
        this.ui = ui;
        this.model = model;
        this.navigator = navigator;
        move = ui.button(Icon.MOVE, "people.move", () -> model.moving().set(!model.moving().get()));
        history = ui.iconButton(Icon.HISTORY, "people.history", model::turnHistory);
        acts.setGraphic(ui.icon(Icon.MORE));
        acts.setAccessibleText(ui.say("people.acts"));
        page.setTop(Ui.styled(above, "bs-person-above"));
        page.setCenter(Ui.scrolled(SideBySide.growingLeft(main, beside)));
    }

    @Override
    protected Subscription follow() {
        return Subscription.combine(model.open().subscribe(_ -> showSheet()), model.known().subscribe(_ -> showRest()),
                model.look().subscribe(_ -> showAbove()), model.history().subscribe(_ -> showMain()),
                model.moving().subscribe(_ -> showAbove()), model.workplace().me().subscribe(_ -> {
                    showSheet();
                    showRest();
                }));
    }

    private void showSheet() {
        model.open().get().ifPresent(open -> {
            writable = model.mayWrite();
            sheet = Optional.of(new PersonSheet(ui, model, open));
            heading.set(name(open));
            open.sheet().edits().subscribe(() -> heading.set(name(open)));
            open.sheet().value(Catalogue.PERSON.field("residence")).subscribe(this::showBeside);
            open.sheet().value(SecondHead.RELATION).subscribe((_, _) -> askHead());
            showAbove();
            showMain();
            showBeside();
        });
    }

    private String name(PersonModel.Open open) {
        return open.now().text(Catalogue.PERSON.field("name")).orElse(ui.say("people.title"));
    }

    private void showRest() {
        model.known().get().ifPresent(known -> {
            if (known.entry().isEmpty() && known.draft().isEmpty()) {
                missing(ui.empty(Icon.PERSON, "people.missing_title", "people.missing_text",
                        ui.button("people.to_households", () -> navigator.go(new Place.Households()))));
            }
        });
        if (writable != model.mayWrite()) {
            showSheet();
        }
        // The fields stay as they are: the keyboard is in one of them.
        showAbove();
        showBeside();
    }

    /** The fields, or what was done to them. */
    private void showMain() {
        main.getChildren().clear();
        model.history().get().ifPresentOrElse(
                past -> main.getChildren().add(new HistoryList(ui, model, past)),
                () -> sheet.ifPresent(main.getChildren()::add));
    }

    /** Where they live, whether it is saved, and what is to be decided. */
    private void showAbove() {
        List<Node> shown = new ArrayList<>();
        model.known().get().ifPresent(known -> {
            WrapRow row = new WrapRow(home(known.home()), Ui.spring());
            model.open().get().filter(_ -> model.mayWrite())
                    .ifPresent(open -> row.getChildren().add(new SavedLine(ui, model.workplace(), open.saving())));
            shown.add(row);
            known.deleted().ifPresent(reason -> shown.add(deleted(reason)));
            if (known.deleted().isEmpty() && !model.mayWrite()) {
                shown.add(ui.soft(ui.say("people.read_only")));
            }
            head = SecondHead.asked(model).flatMap(second -> model.open().get().map(open -> head(second, open)));
            head.ifPresent(shown::add);
            card().ifPresentOrElse(shown::add, () -> known.twins().forEach(twin -> shown.add(new TwinBand(ui, model, twin, navigator))));
            move.setVisible(model.mayWrite());
        });
        above.getChildren().setAll(shown);
    }

    /** What somebody writes above the fields: the same one as long as it is about the same. */
    private Optional<Node> card() {
        Optional<Object> about = model.moving().get() ? Optional.of(MoveCard.class) : model.look().get().map(look -> look);
        if (!about.equals(written)) {
            written = about;
            card = about.map(what -> what instanceof OpenLook look ? new LookForm(ui, model, look.sheet(), look.saving()) : new MoveCard(ui, model));
        }
        return card;
    }

    /** Two heads: asked at once, and the keyboard goes on where it was. */
    private void askHead() {
        Node from = page.getScene() == null ? null : page.getScene().getFocusOwner();
        showAbove();
        head.filter(_ -> from != null && sheet.isPresent() && FormKeys.here(from).isPresent()).ifPresent(band -> Platform.runLater(() -> {
            band.onward(() -> {
                from.requestFocus();
                EnterKey.goOn(from);
            });
            band.requestFocus();
        }));
    }

    private QuestionBand head(SecondHead second, PersonModel.Open open) {
        return new QuestionBand(ui, Icon.PEOPLE, ui.say("household.head.ask"), Stream.concat(Stream.of(open.now()), second.others().stream())
                .map(p -> new QuestionBand.Answer(p.text(Catalogue.PERSON.field("name")).orElse("…"), () -> {
                    head.ifPresent(QuestionBand::goOn);
                    second.choose(model, p.id());
                })).toList());
    }

    private Node deleted(String reason) {
        var foot = ui.row();
        if (model.workplace().mayWrite(Catalogue.PERSON, vn.banso.ledger.change.Kind.RESTORE)) {
            foot.getChildren().add(ui.button(Icon.UNDO, "people.restore", model::restore));
        }
        return Ui.styled(ui.card(ui.text(ui.say("people.deleted_reason", reason)), foot), "bs-card-wait");
    }

    private Node home(Optional<HouseholdRow> home) {
        if (home.isEmpty()) {
            return ui.soft(ui.say("people.home_unknown"));
        }
        HouseholdRow at = home.get();
        String told = Stream.of(at.head().isEmpty() ? ui.say("people.headless") : ui.say("people.household", at.head()),
                at.villageName(), at.number() == 0 ? "" : ui.say("people.number", String.valueOf(at.number())))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        var link = ui.link(told, () -> navigator.go(new Place.Household(at.scope(), at.id())));
        link.setGraphic(ui.icon(Icon.HOUSEHOLDS));
        link.setWrapText(true);
        return link;
    }

    private void showBeside() {
        beside.getChildren().clear();
        model.known().get().filter(k -> k.entry().isPresent()).ifPresent(known -> {
            if (known.deleted().isEmpty()) {
                model.open().get().ifPresent(open -> beside.getChildren().addAll(new LevelCard(ui, known.assessment(), open.now()),
                        new LookCard(ui, model, known)));
            }
        });
        fillActs();
    }

    /** What is done with the person as a whole: quiet, named, and to be taken back. */
    private void fillActs() {
        acts.getItems().clear();
        if (model.mayWrite() && model.open().get().isPresent()) {
            if (!model.isAway()) {
                act("people.mark_away", model::markAway);
            }
            act("people.delete", model::delete);
        }
        acts.setVisible(!acts.getItems().isEmpty());
    }

    private void act(String key, Runnable act) {
        MenuItem item = new MenuItem(ui.say(key));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        acts.getItems().add(item);
    }

    @Override
    public List<Node> actions() {
        return List.of(move, history, acts);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(Shortcut.of("F5", "household.key.answer", () -> head.ifPresent(Node::requestFocus)), Shortcut.of("F6", "people.key.move", () -> {
            if (model.mayWrite()) {
                model.moving().set(!model.moving().get());
            }
        }), Shortcut.of("F7", "people.key.look", () -> {
            if (model.mayConfirm()) {
                model.beginLook(Optional.empty());
            }
        }), Shortcut.saving("people.key.save", () -> {
            FormKeys.finish(page);
            model.saveLook();
        }), Shortcut.of("F9", "people.key.history", model::turnHistory));
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return model.known().map(Optional::isEmpty);
    }

    @Override
    protected void reread() {
        model.reread();
    }

    @Override
    protected void putAway() {
        model.leave();
    }
}
