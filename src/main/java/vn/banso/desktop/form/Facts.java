package vn.banso.desktop.form;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;

/** Fields of an entry to be read only: what they are called, and beneath it what they say. */
public final class Facts extends FlowPane {
    private static final double WIDTH_EM = 15;
    private static final double BASE = 15;

    public Facts(Ui ui, EntryType type, Entry entry, List<String> fields) {
        super(24, 10);
        Texts texts = ui.texts();
        for (String key : fields) {
            Field field = type.field(key);
            Label name = Ui.styled(ui.soft(texts.field(type, field)), "bs-small");
            Label value = ui.text(entry.value(field).map(v -> texts.value(field, v)).orElse(ui.say("kit.none")));
            VBox fact = new VBox(2, name, value);
            fact.setPrefWidth(WIDTH_EM * BASE);
            getChildren().add(fact);
        }
    }
}
