package vn.banso.desktop.villages;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.desktop.kit.Ui;
import vn.banso.office.GapList;

/** What is missing and where, to be handed to operators and the commune. */
final class GapView extends VBox {
    private final Ui ui;
    private final GapText text;
    private final VillageWords words;
    private final Consumer<VillageRow> open;

    GapView(Ui ui, List<VillageRow> villages, OpenRegister workplace, Consumer<VillageRow> open) {
        super(12);
        this.ui = ui;
        this.text = new GapText(ui);
        this.words = new VillageWords(ui);
        this.open = open;
        List<Gaps> all = Gaps.of(villages);
        String where = villages.stream().map(v -> v.commune(ui.texts())).distinct().collect(Collectors.joining(", "));
        HBox top = ui.row(ui.soft(ui.say("villages.gap.explained")), Ui.spring(),
                ui.button(Icon.PRINT, "villages.gap.print", () -> print(workplace, text.paper(all, where, workplace.today()))),
                ui.button(Icon.FILE, "villages.gap.copy", () -> copy(workplace, text.whole(all, where, workplace.today()))));
        getChildren().add(top);
        all.stream().filter(g -> !g.lines().isEmpty()).forEach(g -> getChildren().add(card(g)));
        List<Gaps> fine = all.stream().filter(g -> g.lines().isEmpty() && !g.isUnasked()).toList();
        List<Gaps> unasked = all.stream().filter(Gaps::isUnasked).toList();
        if (!fine.isEmpty()) {
            getChildren().add(line(words.mark(Icon.DONE, ui.say("villages.gap.none"), "bs-received"), fine));
        }
        if (!unasked.isEmpty()) {
            getChildren().add(line(Ui.styled(new Label(ui.say("villages.gap.nobody_asked")), "bs-soft", "bs-small"), unasked));
        }
    }

    private HBox line(Label mark, List<Gaps> which) {
        mark.setMinWidth(USE_PREF_SIZE);
        return ui.row(mark, ui.text(which.stream().map(g -> text.subject(g.what())).collect(Collectors.joining(" · "))));
    }

    private Node card(Gaps gaps) {
        Label name = Ui.styled(new Label(text.name(gaps.what())), "bs-strong");
        HBox head = ui.row(name, Ui.styled(new Label(text.count(gaps)), "bs-gap-count"), Ui.spring(),
                Ui.styled(new Label(text.coverage(gaps)), "bs-soft", "bs-small"));
        FlowPane tiles = new FlowPane(12, 6);
        gaps.lines().forEach(line -> tiles.getChildren().add(tile(gaps, line)));
        return ui.card(head, tiles);
    }

    private Node tile(Gaps gaps, Gaps.Line line) {
        Hyperlink link = Ui.named(ui.link(line.village().called(ui.texts()), () -> open.accept(line.village())));
        link.setMinWidth(0);
        String distance = words.distance(line.village());
        Label detail = Ui.styled(new Label(words.households(line.village()) + (distance.isEmpty() ? "" : " · " + distance)), "bs-soft", "bs-small");
        detail.setMinWidth(USE_PREF_SIZE);
        HBox tile = new HBox(8);
        if (GapText.hasWord(gaps, line.code())) {
            Label mark = words.answer(line.village(), line.code(), gaps.what().field());
            mark.setMinWidth(USE_PREF_SIZE);
            tile.getChildren().add(mark);
        }
        tile.getChildren().addAll(link, detail);
        tile.getStyleClass().add("bs-gap-tile");
        return tile;
    }

    private void print(OpenRegister workplace, GapList list) {
        PaperFile.save(workplace, "villages.gap.print", ui.say("villages.gap.file", workplace.today().toString()), (papers, file) -> papers.write(list, file));
    }

    private static void copy(OpenRegister workplace, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        workplace.tell(Notice.done("villages.gap.copied"));
    }
}
