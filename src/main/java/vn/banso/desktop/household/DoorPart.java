package vn.banso.desktop.household;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.form.FieldBox;
import vn.banso.desktop.form.FieldLocation;
import vn.banso.desktop.form.Fields;
import vn.banso.desktop.form.NewVillage;
import vn.banso.desktop.form.PickItem;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.QuestionBand;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WhileShown;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** What is asked at the door: fifteen fields of the household, and its members beneath. Fits a small laptop's screen. */
final class DoorPart extends StackPane implements HouseholdPage.Opening {
    /** In the order of the conversation, four to a line. */
    static final List<String> ASKED = List.of("village", "local_number", "phone", "address_hint",
            "poverty", "has_digital_address", "mobile_signal", "mobile_data",
            "fibre_available", "fibre_subscribed", "fibre_provider", "computer",
            "business", "accepts_qr", "note");
    private static final int COLUMNS = 4;
    /** Its four choices are said in full. */
    private static final String WIDE = "poverty";

    /** Of the base type: room for Có · Không · Chưa hỏi · Từ chối. */
    private static final double COLUMN_EM = 14.2;

    private final List<FieldBox> boxes = new ArrayList<>();
    private final GridPane grid = Ui.styled(new GridPane(), "bs-door-fields");
    /** Says how large the base type is. */
    private final Label ruler = new Label();
    private final MembersGrid members;
    private final HouseholdForm form;
    private final Ui ui;
    private final DoorstepModel model;
    private final VBox column = Ui.styled(new VBox(), "bs-door");
    private Optional<QuestionBand> consent = Optional.empty();
    private Optional<QuestionBand> head = Optional.empty();

    DoorPart(Ui ui, DoorstepModel model, HouseholdForm form) {
        this.form = form;
        this.ui = ui;
        this.model = model;
        ASKED.forEach(key -> boxes.add(key.equals("village") ? village(ui, model, form) : box(ui, form, Catalogue.HOUSEHOLD.field(key))));
        boxes.getLast().getStyleClass().add("bs-one-row");
        members = new MembersGrid(ui, model, form);
        VBox.setVgrow(members, Priority.ALWAYS);
        column.getChildren().addAll(grid, members);
        ScrollPane scroll = Ui.scrolled(column);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        Ui.ringed(column, scroll);
        ruler.setManaged(false);
        ruler.setVisible(false);
        getChildren().addAll(scroll, ruler);
        arrange(COLUMNS);
        widthProperty().subscribe(_ -> fit());
        ruler.fontProperty().subscribe(_ -> fit());
        form.household().value(Consent.ANSWER).subscribe(_ -> refuse());
        WhileShown.follow(this, form.household().value(Consent.ANSWER), this::askConsent);
        WhileShown.follow(this, form.edits(), this::askHead);
        askConsent();
        askHead();
    }

    /** Asked once, before anything else, by one key; who answered is not asked again. */
    private void askConsent() {
        boolean open = Consent.of(form.household()) == Consent.OPEN && model.isWritable(form);
        if (open == consent.isPresent()) {
            return;
        }
        consent.ifPresent(column.getChildren()::remove);
        consent = open ? Optional.of(new QuestionBand(ui, Icon.SHIELD, ui.say("household.consent.ask"), List.of(
                consent("household.consent.yes", Consent.GIVEN), consent("household.consent.no", Consent.REFUSED),
                new QuestionBand.Answer(ui.say("household.consent.some"), this::agreeInPart)))) : Optional.empty();
        consent.ifPresent(band -> column.getChildren().addFirst(band));
    }

    private void agreeInPart() {
        Consent.agreeInPart(form.household(), form.today());
        model.part().set(Part.CONSENT);
    }

    private QuestionBand.Answer consent(String key, Consent answer) {
        return new QuestionBand.Answer(ui.say(key), () -> {
            boolean here = consent.filter(Node::isFocused).isPresent();
            new HouseholdActs(model).consent(form, answer);
            if (here) {
                begin();
            }
        });
    }

    /** Two heads: asked at once, right where it was said. */
    private void askHead() {
        List<EntryModel> heads = form.heads().all();
        boolean asking = head.filter(Node::isFocused).isPresent();
        head.ifPresent(column.getChildren()::remove);
        boolean ask = heads.size() > 1 && model.isWritable(form);
        boolean again = head.isPresent();
        Optional<Node> from = asking ? Optional.empty() : members.here();
        head = ask ? Optional.of(new QuestionBand(ui, Icon.PEOPLE, ui.say("household.head.ask"),
                heads.stream().map(m -> new QuestionBand.Answer(called(m), () -> headIs(m))).toList())) : Optional.empty();
        head.ifPresent(band -> {
            column.getChildren().add(column.getChildren().indexOf(members), band.onward(members::goOn));
            if (asking) {
                band.requestFocus();
            } else if (!again && from.isPresent() && !form.undo().isReplaying()) {
                Platform.runLater(() -> {
                    members.remember(from.get());
                    band.requestFocus();
                });
            }
        });
    }

    private void headIs(EntryModel chosen) {
        boolean here = head.filter(Node::isFocused).isPresent();
        form.heads().choose(chosen);
        if (here) {
            members.goOn();
        }
    }

    private static String called(EntryModel member) {
        return member.valueOf(HouseholdForm.NAME) instanceof Value.Text t ? t.text() : "…";
    }

    /** To the table of members, to the first line that somebody has still to write; from there back to the fields. */
    void table() {
        if (members.here().isPresent()) {
            begin();
        } else {
            members.begin();
        }
    }

    void drop() {
        members.drop();
    }

    void person() {
        members.person();
    }

    /** Brings the keyboard to what is asked; false where nothing is. */
    boolean question() {
        Optional<QuestionBand> asked = head.or(() -> consent);
        asked.ifPresent(Node::requestFocus);
        return asked.isPresent();
    }

    /** As many columns as have room for four answers side by side. */
    private void fit() {
        int columns = Math.clamp((int) (getWidth() / (ruler.getFont().getSize() * COLUMN_EM)), 1, COLUMNS);
        if (getWidth() > 0 && columns != grid.getColumnConstraints().size()) {
            arrange(columns);
        }
    }

    private void arrange(int columns) {
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        int cell = 0;
        for (FieldBox box : boxes) {
            int at = cell % columns;
            int wide = box == boxes.getLast() ? columns - at : box.field().key().equals(WIDE) && at < columns - 1 ? 2 : 1;
            grid.add(box, at, cell / columns, wide, 1);
            cell += wide;
        }
    }

    /** Who refused is not asked: only where the house is stays, so that nobody comes again for the same. */
    private void refuse() {
        boolean refused = Consent.of(form.household()).isRefusal();
        boxes.stream().filter(b -> !b.field().equals(HouseholdForm.VILLAGE) && !b.field().equals(HouseholdForm.NUMBER))
                .forEach(b -> b.setDisable(refused));
        members.setDisable(refused);
    }

    private static FieldBox village(Ui ui, DoorstepModel model, HouseholdForm form) {
        return Fields.of(form.household(), HouseholdForm.VILLAGE, ui.texts(), villages(ui, form),
                new NewVillage(model.workplace(), form.opened().scope(), ui.texts()));
    }

    static FieldBox box(Ui ui, HouseholdForm form, Field field) {
        return field.equals(HouseholdForm.HEAD) ? Fields.of(form.household(), field, ui.texts(), people(form))
                : Fields.of(form.household(), field, ui.texts());
    }

    private static ObservableList<PickItem> villages(Ui ui, HouseholdForm form) {
        Field name = Catalogue.VILLAGE.field("name");
        Field kind = Catalogue.VILLAGE.field("kind");
        return FXCollections.observableArrayList(form.opened().villages().stream().map((Entry v) -> new PickItem(new Value.Ref(v.id()),
                v.text(name).orElse(""), v.value(kind).map(k -> ui.texts().value(kind, k)).orElse(""))).toList());
    }

    private static ObservableList<PickItem> people(HouseholdForm form) {
        return FXCollections.observableArrayList(form.members().stream().filter(m -> !HouseholdForm.isEmpty(m))
                .map((EntryModel m) -> PickItem.of(new Value.Ref(m.id()), m.valueOf(HouseholdForm.NAME) instanceof Value.Text t ? t.text() : ""))
                .toList());
    }

    /** A new household begins at the first thing that the machine cannot know; an old one at its first answer. */
    @Override
    public void begin() {
        boolean placed = form.village().isPresent();
        if (placed && consent.isPresent()) {
            consent.get().requestFocus();
            return;
        }
        boxes.get(!placed ? 0 : Consent.of(form.household()).isRefusal() ? ASKED.indexOf("local_number") : form.isNew() ? ASKED.indexOf("phone") : ASKED.indexOf("poverty")).focus();
    }

    @Override
    public boolean show(FieldLocation spot) {
        boolean asked = spot.field() == Consent.ANSWER || spot.field() == HouseholdForm.RELATION && head.isPresent();
        if (asked && (spot.field() == Consent.ANSWER ? consent : head).isPresent()) {
            (spot.field() == Consent.ANSWER ? consent : head).get().requestFocus();
            return true;
        }
        return spot.entry() == form.household()
                ? boxes.stream().filter(b -> b.field().equals(spot.field())).findFirst().map(b -> {
                    b.focus();
                    return true;
                }).orElse(false)
                : members.show(spot);
    }
}
