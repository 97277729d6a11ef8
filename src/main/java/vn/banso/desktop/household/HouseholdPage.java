package vn.banso.desktop.household;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.CommuneQuestion;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Shortcut;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.desktop.saving.SavedLine;
import vn.banso.register.values.ScopeId;

/** The page of one household: its name and parts on one line, what should be known first, and the part that is open. */
public final class HouseholdPage implements Page {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /** The consent has its mark beside the name. */
    private static final List<Part> TABS = List.of(Part.DOOR, Part.MORE, Part.PROBLEMS, Part.HISTORY);

    private final Ui ui;
    private final DoorstepModel model;
    private final Place place;
    private static final double GAP = 4;

    private final WrapRow head = Ui.styled(new WrapRow(GAP, GAP), "bs-household-head");
    private final VBox bands = Ui.styled(new VBox(), "bs-household-bands");
    private final StackPane part = new StackPane();
    private final BorderPane root = new BorderPane(part, new VBox(head, bands), null, null, null);
    private final SavedLine kept;
    private final Button next;
    private final FormKeys keys;
    private Subscription following = Subscription.EMPTY;

    public HouseholdPage(Ui ui, DoorstepModel model, Place place) {
        this.ui = ui;
        this.model = model;
        this.place = place;
        this.kept = new SavedLine(ui, model.workplace(), model.state(), () -> form().flatMap(f -> f.opened().state())
                .map(state -> ui.say("state." + state)).orElse(""));
        this.next = ui.primary("household.save_next", () -> finished(model::saveAndNext));
        root.getStyleClass().add("bs-household");
        this.keys = FormKeys.install(root, () -> form().filter(model::isWritable).map(HouseholdForm::undo),
                () -> form().filter(model::isWritable).ifPresent(HouseholdForm::keepAll), this::show);
    }

    private Optional<HouseholdForm> form() {
        return model.form().get();
    }

    @Override
    public String title() {
        return ui.say(place instanceof Place.NewHousehold ? "household.title.new" : "household.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> actions() {
        return List.of(kept, next);
    }

    @Override
    public List<Shortcut> shortcuts() {
        return List.of(
                Shortcut.of("F8", "household.key.next", () -> finished(model::saveAndNext)),
                Shortcut.of("Shortcut+S", "household.key.save", () -> finished(model::save)),
                Shortcut.of("F4", "household.key.keep", keys::keep),
                Shortcut.of("Shift+F4", "household.key.keep_all", keys::keepAll),
                Shortcut.of("Shortcut+Z", "household.key.undo", keys::undo),
                Shortcut.of("Shortcut+Y", "household.key.redo", keys::redo),
                Shortcut.of("F3", "household.key.table", () -> here(DoorPart::table)),
                Shortcut.of("Shortcut+Delete", "household.key.drop", () -> here(DoorPart::drop)),
                Shortcut.of("Shortcut+Enter", "household.key.person", () -> here(DoorPart::person)),
                Shortcut.of("F5", "household.key.answer", this::toBands),
                Shortcut.of("F6", "household.key.consent", () -> turn(Part.CONSENT)),
                Shortcut.of("F7", "household.key.more", () -> turn(Part.MORE)),
                Shortcut.of("F9", "household.key.history", () -> turn(Part.HISTORY)));
    }

    private void here(Consumer<DoorPart> act) {
        model.part().set(Part.DOOR);
        if (body() instanceof DoorPart door) {
            act.accept(door);
        }
    }

    /** What is open; the page itself where nothing is. */
    private Node body() {
        return part.getChildren().isEmpty() ? root : part.getChildren().getFirst();
    }

    /** To what is asked or offered above the form: an open question first; from there, or where there is none, the button of the uppermost line. */
    private void toBands() {
        Node before = root.getScene().getFocusOwner();
        boolean asked = body() instanceof DoorPart door && door.question();
        if (!asked || before == root.getScene().getFocusOwner()) {
            bands.getChildren().stream().flatMap(band -> ((Pane) band).getChildren().stream()).filter(Button.class::isInstance).findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    /** The same key leads there and back. */
    private void turn(Part to) {
        finished(() -> model.part().set(model.part().get() == to ? Part.DOOR : to));
    }

    private void finished(Runnable act) {
        keys.finish();
        act.run();
    }

    @Override
    public void shown() {
        model.open(place);
        following = Subscription.combine(
                model.form().subscribe(_ -> build()),
                model.newPlace.question().subscribe((_, _) -> build()),
                model.failing().subscribe((_, _) -> build()),
                model.part().subscribe((_, _) -> build()),
                model.workplace().me().subscribe((_, _) -> build()),
                model.duplicates().subscribe(this::warn),
                model.look().subscribe((_, spot) -> spot.ifPresent(this::show)));
    }

    @Override
    public void changed() {
        model.changed();
    }

    @Override
    public ObservableValue<Boolean> opening() {
        return Bindings.createBooleanBinding(() -> form().isEmpty() && model.newPlace.question().get().isEmpty() && model.failing().get().isEmpty()
                && !model.workplace().communes().isNowhere(), model.form(), model.newPlace.question(), model.failing(),
                model.workplace().communes().list(), model.workplace().communes().known());
    }

    @Override
    public void leaving() {
        following.unsubscribe();
        finished(model::leave);
        kept.release();
    }

    private void build() {
        next.setDisable(form().filter(model::isWritable).isEmpty());
        head.getChildren().clear();
        bands.getChildren().clear();
        part.getChildren().clear();
        form().ifPresentOrElse(this::build, this::notYet);
    }

    /** It is being read, or somebody has to say first where it belongs. */
    private void notYet() {
        if (!model.failing().get().isEmpty()) {
            Button again = ui.button(Icon.RETRY, "shell.slow.again", () -> model.open(place));
            part.getChildren().setAll(ui.failing(model.failing().get(), again));
            again.requestFocus();
            return;
        }
        List<ScopeId> communes = model.newPlace.question().get();
        if (communes.isEmpty()) {
            part.getChildren().setAll(model.workplace().communes().isNowhere()
                    ? ui.empty(Icon.LOCK, "household.nowhere", "household.read_only") : ui.loading("household.loading"));
            return;
        }
        CommuneQuestion question = new CommuneQuestion(ui, "household.which_commune", communes, model.newPlace::answer);
        part.getChildren().setAll(question);
        question.begin();
    }

    private void build(HouseholdForm form) {
        Label name = Ui.styled(ui.text(form.name().orElse(ui.say("household.nameless"))), "bs-heading");
        WhileShown.follow(root, form.edits(), () -> name.setText(form.name().orElse(ui.say("household.nameless"))));
        ConsentMark consent = new ConsentMark(ui, form, () -> turn(Part.CONSENT));
        consent.pseudoClassStateChanged(CHOSEN, model.part().get() == Part.CONSENT);
        head.getChildren().addAll(name, consent, Ui.spring());
        if (form.isNew() && model.workplace().communes().areSeveral()) {
            head.getChildren().add(new NewCommune(ui, model, form));
        }
        HBox tabs = Ui.styled(new HBox(), "bs-household-tabs");
        for (Part one : TABS) {
            Button tab = Ui.styled(ui.button("household.part." + one, () -> finished(() -> model.part().set(one))), "bs-tab");
            tab.pseudoClassStateChanged(CHOSEN, model.part().get() == one);
            tab.setFocusTraversable(false);
            tabs.getChildren().add(tab);
        }
        tabs.getChildren().add(new ActsMenu(ui, model, form));
        head.getChildren().add(tabs);
        warn();
        Node body = switch (model.part().get()) {
            case DOOR -> new DoorPart(ui, model, form);
            case MORE -> new MorePart(ui, form);
            case CONSENT -> new ConsentPart(ui, model, form);
            case PROBLEMS -> new ProblemsPart(ui, model, form);
            case HISTORY -> new HistoryPart(ui, model, form);
        };
        body.setDisable(!model.isWritable(form) && model.part().get() != Part.HISTORY
                || Consent.of(form.household()).isRefusal() && model.part().get() == Part.MORE);
        part.getChildren().setAll(body);
        // What stands in a scrolled pane takes the keyboard only once its skin is there.
        part.applyCss();
        part.layout();
        if (body instanceof Opening opening) {
            opening.begin();
        }
    }

    /** Where the keyboard begins in a part. */
    interface Opening {
        void begin();

        /** Brings the keyboard to this field; false where the part does not have it. */
        boolean show(FieldLocation spot);
    }

    private void warn() {
        form().ifPresent(form -> bands.getChildren().setAll(new FormBanners(ui, model, form).all()));
    }

    private void show(FieldLocation spot) {
        if (!showHere(spot)) {
            model.part().set(Part.DOOR);
            if (!showHere(spot)) {
                model.part().set(Part.MORE);
                showHere(spot);
            }
        }
    }

    private boolean showHere(FieldLocation spot) {
        return body() instanceof Opening opening && opening.show(spot);
    }
}
