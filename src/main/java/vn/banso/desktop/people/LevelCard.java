package vn.banso.desktop.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;

/** The ladder of levels, the rung one stands on, and how that was found out. */
final class LevelCard extends VBox {
    private static final EntryType ASSESSMENT = Catalogue.ASSESSMENT;

    private final Ui ui;

    /** @param assessment the one that counts; without one, what was said at the door is told as that */
    LevelCard(Ui ui, Optional<Entry> assessment, Entry person) {
        this.ui = ui;
        getStyleClass().addAll("bs-card", "bs-person-card");
        getChildren().add(Ui.styled(new Label(ui.say("people.level")), "bs-strong"));
        int said = person.code(Catalogue.PERSON.field("level"));
        int level = assessment.map(a -> a.code(ASSESSMENT.field("level"))).filter(l -> l != CodeList.NOT_ASKED).orElse(said);
        getChildren().add(ladder(level));
        String how = assessment.map(this::how).orElseGet(() -> said == CodeList.NOT_ASKED ? ui.say("people.level_unknown")
                : ui.say("people.level_said"));
        getChildren().add(Ui.styled(ui.soft(how), "bs-small"));
        assessment.filter(a -> a.code(ASSESSMENT.field("commended")) == CodeList.YES).ifPresent(_ -> getChildren().add(
                Ui.styled(new Label(ui.say("people.commended"), ui.icon(Icon.AWARD)), "bs-mark", "bs-received")));
    }

    private VBox ladder(int level) {
        VBox ladder = Ui.styled(new VBox(), "bs-ladder");
        List<Map.Entry<Integer, String>> rungs = new ArrayList<>(Codes.LEVEL.codes().entrySet());
        int ground = rungs.getFirst().getKey();
        for (Map.Entry<Integer, String> rung : rungs.reversed()) {
            boolean here = level == rung.getKey();
            boolean below = level > rung.getKey();
            if (rung.getKey() == ground && !here) {
                continue;
            }
            Label step = new Label(ui.texts().code(Codes.LEVEL, new Value.Code(rung.getKey())),
                    ui.icon(rung.getKey() != ground && (here || below) ? Icon.DONE : Icon.MORE));
            step.setMaxWidth(Double.MAX_VALUE);
            step.getStyleClass().addAll("bs-rung", here ? "bs-rung-here" : below ? "bs-rung-below" : "bs-rung-above");
            ladder.getChildren().add(step);
        }
        return ladder;
    }

    /** "Đánh giá ngày 12/10/2026: đạt · trực tuyến · 32/40". */
    private String how(Entry assessment) {
        String marks = Stream.of("result", "mode").map(key -> said(assessment, key)).filter(s -> !s.isEmpty()).collect(Collectors.joining(" · "));
        Optional<Long> score = assessment.whole(ASSESSMENT.field("score"));
        Optional<Long> most = assessment.whole(ASSESSMENT.field("max_score"));
        String points = score.isPresent() && most.isPresent() ? " · " + ui.say("people.points", score.get(), most.get()) : "";
        return ui.say("people.assessed", assessment.day(ASSESSMENT.field("date")).map(Texts::day).orElse(""), marks + points);
    }

    private String said(Entry assessment, String key) {
        Field field = ASSESSMENT.field(key);
        return assessment.value(field).map(v -> ui.texts().value(field, v)).orElse("");
    }
}
