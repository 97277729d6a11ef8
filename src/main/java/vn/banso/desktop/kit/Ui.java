package vn.banso.desktop.kit;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;
import vn.banso.register.catalogue.Texts;
import vn.banso.say.Sentence;

/** The words and shapes that every page shares, in one language. */
public final class Ui {
    private static final String FAMILY = "IBM Plex Sans";
    private static final double PROBE = 15;
    private static final double RING = 2;
    private static final Duration MOMENT = Duration.millis(200);

    private final Texts texts;
    private final Formats formats;

    public Ui(Texts texts) {
        this.texts = texts;
        this.formats = new Formats(texts);
    }

    public Texts texts() {
        return texts;
    }

    public Formats formats() {
        return formats;
    }

    public String say(String key, Object... args) {
        return texts.get(key, args);
    }

    /** All of them, one after the other. */
    public String say(List<Sentence> sentences) {
        return String.join(" ", sentences.stream().map(s -> s.in(texts)).toList());
    }

    // Words on the page.

    /** Body text that wraps. */
    public Label text(String shown) {
        Label label = styled(new Label(shown), "bs-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** The same in softer ink. */
    public Label soft(String shown) {
        return styled(text(shown), "bs-soft");
    }

    /** One line that gives way with dots where there is no room. */
    public Label line(String shown) {
        return styled(new Label(shown), "bs-line");
    }

    /**
     * A name on one line. Where there is no room its middle goes: names of villages often begin alike, and it is the end that tells them
     * apart. Whole, it is read where the mouse rests.
     */
    public Label name(String shown) {
        return named(line(shown));
    }

    /** Shows its words as a {@link #name}. */
    public static <L extends Labeled> L named(L words) {
        words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        words.textTruncatedProperty().subscribe(cut -> words.setTooltip(cut ? new Tooltip(words.getText()) : null));
        return styled(words, "bs-name");
    }

    /** How wide these words are on one line, in heights of a letter. */
    public static double width(String words) {
        Text text = new Text(words);
        text.setFont(Font.font(FAMILY, PROBE));
        return text.getLayoutBounds().getWidth() / PROBE;
    }

    /** Heading of a part of the page. */
    public Label heading(String key, Object... args) {
        return styled(new Label(say(key, args)), "bs-heading");
    }

    // What can be done.

    /** The one primary button of a page, named after what it does. */
    public Button primary(String key, Runnable act) {
        Button button = styled(button(key, act), "bs-primary");
        button.setDefaultButton(false);
        return button;
    }

    public Button button(String key, Runnable act) {
        Button button = styled(new PushButton(say(key)), "bs-button");
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> act.run());
        return button;
    }

    public Button button(Icon icon, String key, Runnable act) {
        Button button = button(key, act);
        button.setGraphic(icon(icon));
        return button;
    }

    /** Only a picture; its name is read aloud and shown where the mouse rests. */
    public Button iconButton(Icon icon, String key, Runnable act) {
        Button button = styled(new PushButton(""), "bs-icon-button");
        button.setGraphic(icon(icon));
        button.setAccessibleText(say(key));
        button.setTooltip(new Tooltip(say(key)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /** A number or a name that leads somewhere. */
    public Hyperlink link(String shown, Runnable act) {
        Hyperlink link = styled(new PushLink(shown), "bs-link");
        link.setOnAction(_ -> act.run());
        return link;
    }

    public FontIcon icon(Icon icon) {
        return styled(new FontIcon(icon.drawing()), "bs-icon");
    }

    // What can be typed in.

    /** A line to type in. Has its skin from the start: one that comes with the style sheets gets its colour of ink with the first focus only. */
    public static TextField input() {
        TextField input = styled(new TextField(), "bs-input");
        input.setSkin(new InputSkin(input));
        return input;
    }

    /** The same for several lines. */
    public static TextArea area() {
        TextArea area = styled(new TextArea(), "bs-input");
        area.setWrapText(true);
        area.setSkin(new TextAreaSkin(area));
        return area;
    }

    // States of a page.

    /** What belongs here and the one button to begin with. */
    public Node empty(Icon icon, String titleKey, String textKey, Node... more) {
        VBox box = styled(new VBox(styled(icon(icon), "bs-empty-icon"), styled(new Label(say(titleKey)), "bs-empty-title"),
                soft(say(textKey))), "bs-empty");
        box.getChildren().addAll(more);
        return box;
    }

    /** After a moment. @param what is being done, worded by this key */
    public Node loading(String key, Object... args) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(18, 18);
        HBox box = styled(new HBox(turning, soft(say(key, args))), "bs-loading");
        box.setAlignment(Pos.CENTER_LEFT);
        return late(box);
    }

    /** What is safe, what happened, what to do; and the way on. */
    public Node failing(List<Sentence> sentences, Node... more) {
        VBox box = styled(new VBox(text(say(sentences))), "bs-card", "bs-card-look");
        if (more.length > 0) {
            box.getChildren().add(styled(new HBox(more), "bs-row"));
        }
        return box;
    }

    // Arrangement.

    public VBox card(Node... children) {
        return styled(new VBox(children), "bs-card");
    }

    public HBox row(Node... children) {
        HBox row = styled(new HBox(children), "bs-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    public VBox column(Node... children) {
        return styled(new VBox(children), "bs-column");
    }

    /** Pushes what follows to the right. */
    public static Region spring() {
        Region spring = new Region();
        HBox.setHgrow(spring, Priority.ALWAYS);
        return spring;
    }

    /** Scrolls up and down alone, where the page is longer than the window. */
    public static ScrollPane scrolled(Node content) {
        ScrollPane pane = scrollPane();
        pane.setContent(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    /** Room for the ring of the keyboard at both edges of what is scrolled on a page of its own; nothing stands elsewhere for it. */
    public static void ringed(Region content, ScrollPane pane) {
        content.setPadding(new Insets(0, RING, 0, RING));
        StackPane.setMargin(pane, new Insets(0, -RING, 0, -RING));
        VBox.setMargin(pane, new Insets(0, -RING, 0, -RING));
    }

    /** Comes into sight only after a moment: whoever does not wait does not see it come and go. */
    public static <N extends Node> N late(N node) {
        node.setVisible(false);
        PauseTransition moment = new PauseTransition(MOMENT);
        moment.setOnFinished(_ -> node.setVisible(true));
        moment.play();
        return node;
    }

    /**
     * Scrolls, and is drawn as it is. The toolkit's own keeps a picture of all that it shows, for every page that was ever looked at:
     * on a wide screen that alone is more than the heap.
     */
    public static ScrollPane scrollPane() {
        ScrollPane pane = styled(new ScrollPane(), "bs-scroll");
        pane.setSkin(new ScrollPaneSkin(pane));
        pane.lookup(".viewport").setCache(false);
        Reveal.keepTop(pane);
        return pane;
    }

    public static <N extends Node> N styled(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    /** A button that is disabled by what it does, under the mouse, is let go: else it would take itself for held down, and hear no key. */
    private static final class PushButton extends Button {
        PushButton(String words) {
            super(words);
            disabledProperty().subscribe(off -> setPressed(isPressed() && !off));
        }
    }

    private static final class PushLink extends Hyperlink {
        PushLink(String words) {
            super(words);
            disabledProperty().subscribe(off -> setPressed(isPressed() && !off));
        }
    }
}
