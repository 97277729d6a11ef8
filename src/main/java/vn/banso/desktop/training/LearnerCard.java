package vn.banso.desktop.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.kit.WrapRow;
import vn.banso.indicators.Definitions;
import vn.banso.office.ClassPapers;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.values.Value;
import vn.banso.store.training.Learner;

/** One learner: the ladder of levels, how often they came, every assessment, and what was seen in VNeID. */
final class LearnerCard extends VBox {
    private static final EntryType SHEET = Catalogue.ASSESSMENT;
    private static final List<String> SEEN = List.of("on_screen", "list", "told");

    private final Ui ui;
    private final LearnersModel model;
    private final Learner learner;
    private final TrainingWords words;

    LearnerCard(Ui ui, LearnersModel model, Learner learner) {
        this.ui = ui;
        this.model = model;
        this.learner = learner;
        this.words = new TrainingWords(ui);
        getStyleClass().addAll("bs-card", "bs-learner");
        Label name = Ui.styled(ui.text(learner.person().name()), "bs-heading");
        Label who = ui.soft(String.join(" · ", List.of(learner.person().year(), words.village(learner.person().village())).stream()
                .filter(s -> !s.isEmpty()).toList()));
        getChildren().addAll(new VBox(name, who), ladder(), Ui.styled(ui.text(came()), "bs-small"));
        if (model.mayAssess()) {
            getChildren().add(ui.button(Icon.EDIT, learner.latest().isPresent() ? "classes.assess_again" : "classes.assess",
                    model::assessSelected));
        }
        if (!learner.assessments().isEmpty()) {
            getChildren().add(assessments());
        }
        getChildren().add(vneid());
    }

    /** From the lowest rung up; the rung one stands on says since when. */
    private VBox ladder() {
        VBox ladder = Ui.styled(new VBox(), "bs-ladder");
        List<Map.Entry<Integer, String>> rungs = new ArrayList<>(Codes.LEVEL.codes().entrySet());
        for (Map.Entry<Integer, String> rung : rungs.reversed()) {
            boolean ground = rung.getKey().equals(rungs.getFirst().getKey());
            boolean here = learner.level() == rung.getKey();
            boolean below = learner.level() > rung.getKey();
            if (ground && !here) {
                continue;
            }
            Label step = new Label(ui.texts().code(Codes.LEVEL, new Value.Code(rung.getKey())),
                    below || here && !ground ? ui.icon(Icon.DONE) : Ui.styled(new Region(), "bs-rung-empty"));
            step.getStyleClass().addAll("bs-rung", here ? "bs-rung-here" : below ? "bs-rung-below" : "bs-rung-above");
            WrapRow line = new WrapRow(step);
            if (here) {
                line.getChildren().add(Ui.styled(new Label(ui.say("classes.since",
                        words.day(learner.latest().orElseThrow().day(SHEET.field("date"))))), "bs-soft", "bs-small"));
            }
            ladder.getChildren().add(line);
        }
        return ladder;
    }

    private String came() {
        if (learner.progress().held() == 0) {
            return ui.say("classes.came_in_all", learner.sessions());
        }
        return ui.say(learner.hasCompleted() ? model.isUnderWay() ? "classes.came_so_far" : "classes.came_completed" : learner.progress().practised() ? "classes.came_practised"
                : "classes.came_no_practice", learner.progress().came(), learner.progress().held(),
                Definitions.CLASS_PERCENT);
    }

    private VBox assessments() {
        VBox box = Ui.styled(new VBox(Ui.styled(new Label(ui.say("classes.assessments")), "bs-strong")), "bs-column-tight");
        Map<vn.banso.register.values.EntryId, Entry> byId = learner.assessments().stream().collect(Collectors.toMap(Entry::id, e -> e));
        learner.assessments().forEach(a -> box.getChildren().add(assessment(a, byId)));
        return box;
    }

    private VBox assessment(Entry a, Map<vn.banso.register.values.EntryId, Entry> byId) {
        boolean replaced = learner.isReplaced(a);
        String marks = ClassPapers.marks(a, ui.texts());
        List<String> parts = new ArrayList<>(List.of(words.day(a.day(SHEET.field("date"))),
                ui.texts().code(Codes.RESULT, new Value.Code(a.code(Learner.RESULT))),
                a.code(Learner.RESULT) == Learner.PASSED ? words.level(a.code(Learner.LEVEL)) : "", marks));
        if (a.code(SHEET.field("commended")) == CodeList.YES) {
            parts.add(ui.say("classes.commended"));
        }
        a.ref(SHEET.field("retake_of")).map(byId::get).ifPresent(before ->
                parts.add(ui.say("classes.retake_of", words.day(before.day(SHEET.field("date"))))));
        VBox box = new VBox(Ui.styled(ui.text(String.join(" · ", parts.stream().filter(p -> !p.isEmpty()).toList())),
                replaced ? "bs-replaced" : "bs-plain"));
        if (replaced) {
            box.getChildren().add(Ui.styled(ui.soft(ui.say("classes.replaced")), "bs-small"));
        } else if (model.mayAssess()) {
            box.getChildren().add(Ui.styled(ui.link(ui.say("classes.correct"), () -> model.correct(a)), "bs-small"));
        }
        return box;
    }

    private static Button way(Button button) {
        button.setWrapText(true);
        button.setMinWidth(0);
        return button;
    }

    /** The confirmation is given in VNeID alone: here one notes what one saw. */
    private VBox vneid() {
        VBox box = Ui.styled(new VBox(Ui.styled(new Label(ui.say("classes.vneid")), "bs-strong")), "bs-column-tight");
        EntryType look = Catalogue.VNEID_CONFIRMATION;
        box.getChildren().add(ui.soft(learner.confirmation().map(c -> ui.say(learner.isConfirmed() ? "classes.vneid_yes" : "classes.vneid_no",
                words.day(c.day(look.field("date"))), ui.texts().code(Codes.SEEN, new Value.Code(c.code(look.field("seen"))))))
                .orElseGet(() -> ui.say("classes.vneid_unknown"))));
        if (!learner.isConfirmed()) {
            WrapRow ways = new WrapRow();
            for (String seen : SEEN) {
                ways.getChildren().add(way(ui.button("classes.seen." + seen, () -> model.confirmed(true, seen))));
            }
            ways.getChildren().add(Ui.styled(way(ui.button("classes.seen.not_yet", () -> model.confirmed(false, "on_screen"))), "bs-quiet"));
            box.getChildren().addAll(Ui.styled(ui.soft(ui.say("classes.vneid_ask")), "bs-small"), ways);
        }
        return box;
    }
}
