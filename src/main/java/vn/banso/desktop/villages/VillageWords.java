package vn.banso.desktop.villages;

import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** What a village is called and what is known of it, as marks: a word and a shape, never the colour alone. */
final class VillageWords {
    private static final double METRES = 1_000;
    /** Names of so many letters leave room for a word behind them. */
    private static final int SHORT = 12;

    private final Ui ui;

    VillageWords(Ui ui) {
        this.ui = ui;
    }

    /**
     * The type as a mark of its own before the name, and whether its decision is still awaited.
     *
     * @param wide whether there is room for that in words
     */
    HBox name(Entry sheet, boolean pending, boolean wide) {
        Label kind = Ui.styled(new Label(VillageRow.kind(sheet, ui.texts())), "bs-kind");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        kind.setVisible(!kind.getText().isEmpty());
        kind.setManaged(kind.isVisible());
        Label name = ui.name(sheet.text(Catalogue.VILLAGE.field("name")).orElse(""));
        name.getStyleClass().add("bs-strong");
        HBox row = Ui.styled(new HBox(8, kind, name), "bs-village-name");
        row.setAlignment(Pos.CENTER_LEFT);
        if (pending) {
            boolean room = wide && name.getText().length() <= SHORT;
            Label mark = mark(Icon.HISTORY, room ? ui.say("villages.pending") : "", "bs-waiting");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            mark.setTooltip(new Tooltip(ui.say("villages.pending")));
            mark.setAccessibleText(ui.say("villages.pending"));
            row.getChildren().add(mark);
        }
        return row;
    }

    /** What the sheet says of this choice. */
    Label answer(VillageRow village, String field) {
        return answer(village, village.code(field), field);
    }

    Label answer(VillageRow village, int code, String key) {
        Field field = Catalogue.VILLAGE.field(key);
        String word = ui.texts().find("short." + field.codes().orElseThrow().key() + "."
                + field.codes().orElseThrow().keyOf(new Value.Code(code)).orElse("")).orElseGet(() -> ui.texts().value(field, new Value.Code(code)));
        if (code == CodeList.NOT_ASKED || code == CodeList.REFUSED) {
            return Ui.styled(new Label(word), "bs-soft", "bs-small");
        }
        if (village.is(key, "covered", "4g", "5g", "yes")) {
            return mark(Icon.DONE, word, "bs-received");
        }
        return village.is(key, "patchy", "3g", "2g") ? mark(Icon.WARNING, word, "bs-waiting") : mark(Icon.CLOSE, word, "bs-look");
    }

    Label mark(Icon icon, String word, String meaning) {
        return Ui.styled(new Label(word, ui.icon(icon)), "bs-mark", meaning);
    }

    /** "47 hộ"; a dash where nobody has said how many. */
    String households(VillageRow village) {
        OptionalLong official = village.official();
        return official.isPresent() ? ui.say("villages.households", official.getAsLong()) : ui.say("villages.households_unknown");
    }

    /** "12,3 km"; empty where it is not known. */
    String distance(VillageRow village) {
        return village.distance().isPresent() ? ui.say("villages.distance", Math.round(village.distance().getAsLong() / METRES * 10) / 10.0) : "";
    }
}
