package vn.banso.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.banso.register.catalogue.Texts;

/** How the windows are built: models without nodes, colours in one place, no screen that knows another. */
class WindowsTest {
    /** What all screens are made of. */
    private static final Set<String> SHARED = Set.of("kit", "form", "saving", "shell", "passphrase");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|rgba?\\(");

    @Test
    void aModelKnowsNoNodes() {
        assertThat(House.violations(modelsWithoutNodes(House.ROOT), House.classes())).isEmpty();
    }

    @Test
    void screensDoNotKnowEachOther() {
        List<String> screens = Texts.rooms().stream().filter(room -> room.startsWith("desktop/")).map(room -> room.substring("desktop/".length()))
                .filter(room -> !SHARED.contains(room)).toList();
        assertThat(screens).contains("today", "household", "attention");
        for (String screen : screens) {
            String[] others = screens.stream().filter(o -> !o.equals(screen)).map(o -> House.ROOT + ".desktop." + o + "..")
                    .toArray(String[]::new);
            ArchRule rule = noClasses().that().resideInAPackage(House.ROOT + ".desktop." + screen + "..")
                    .should().dependOnClassesThat().resideInAnyPackage(others)
                    .because("a screen goes to another by its place, so that each can be read and changed alone");
            assertThat(House.violations(rule, House.classes())).isEmpty();
        }
    }

    @Test
    void theThreadOfTheScreenIsLeftToTheKit() {
        ArchRule rule = noClasses().that().resideInAPackage(House.ROOT + ".desktop..")
                .and().resideOutsideOfPackages(House.ROOT + ".desktop.kit..", House.ROOT + ".desktop", House.ROOT + ".desktop.measure..")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.lang.Thread")
                .orShould().dependOnClassesThat().resideInAPackage("javafx.concurrent..")
                .because("work off the screen goes through one port, which tests can do at once");
        assertThat(House.violations(rule, House.classes())).isEmpty();
    }

    @Test
    void coloursStandInTheThreeSheetsOfColours() {
        Map<String, String> sheets = House.texts(House.RESOURCES.resolve("vn/banso/desktop"), ".css").entrySet().stream()
                .filter(e -> !List.of("banso.css", "dark.css", "contrast.css").contains(e.getKey().toString()))
                .collect(Collectors.toMap(e -> e.getKey().toString(), Map.Entry::getValue));
        assertThat(coloured(sheets)).isEmpty();
        assertThat(coloured(Map.of("planted.css", ".x { -fx-text-fill: #ff0000; }"))).containsExactly("planted.css: #ff0000");
    }

    @Test
    void nobodyTakesTheFirstCommuneForTheCommune() {
        Map<String, String> fronts = new java.util.TreeMap<>();
        House.sources(House.MAIN).forEach((file, source) -> {
            if (file.startsWith("vn/banso/desktop") || file.startsWith("vn/banso/cli") && !file.startsWith("vn/banso/cli/bench")) {
                fronts.put(file.toString(), source);
            }
        });
        assertThat(firstCommunes(fronts)).as("a laptop may work for several: what is written names its commune, or somebody is asked").isEmpty();
        assertThat(firstCommunes(Map.of("Planted.java", "save(workplace.communes().all().getFirst());", "Planted2.java",
                "node.scopes().stream()\n  .findFirst().ifPresent(this::open);", "Planted3.java", "x = communes.get(0);",
                "Fine.java", "communes.chosen().get(); villages.getFirst();"))).hasSize(3);
    }

    @Test
    void onEveryPageWithAFormCtrlSSaves() {
        Map<String, String> windows = new java.util.TreeMap<>();
        House.sources(House.MAIN).forEach((file, source) -> windows.put(file.toString(), source));
        assertThat(unsaved(windows)).as("Ctrl+S is known from everywhere: bind it by Shortcut.saving").isEmpty();
        assertThat(unsaved(Map.of("PlantedView.java", "class PlantedView implements Page { FormKeys keys; }", "FineView.java",
                "class FineView implements Page { FormKeys keys; Shortcut s = Shortcut.saving(KEY, act); }", "BaseView.java",
                "abstract class BaseView implements Page { FormKeys keys; }", "ThatView.java", "class ThatView extends EntryPage { FormKeys keys; }")))
                .containsExactlyInAnyOrder("PlantedView.java", "ThatView.java");
    }

    private static List<String> unsaved(Map<String, String> sources) {
        return sources.entrySet().stream().filter(e -> e.getValue().matches("(?s).*\\bclass \\w+ (implements Page|extends EntryPage) .*") && !e.getValue().contains("abstract class"))
                .filter(e -> e.getValue().matches("(?s).*\\b(FormKeys|EntryModel)\\b.*"))
                .filter(e -> !e.getValue().contains("Shortcut.saving(") && !e.getValue().contains("\"Shortcut+S\"")).map(Map.Entry::getKey).toList();
    }

    @Test
    void whateverIsWrittenInAFormIsADraft() {
        Map<String, String> windows = new java.util.TreeMap<>();
        House.sources(House.MAIN).forEach((file, source) -> windows.put(file.toString(), source));
        // A household is followed as a whole; of a problem that is there already only its state is chosen, and written at once.
        windows.keySet().removeIf(f -> !f.startsWith("vn/banso/desktop") || f.endsWith("household/HouseholdForm.java") || f.endsWith("household/ProblemsPart.java"));
        assertThat(unfollowed(windows)).as("what somebody types is lost with the window: follow the form by AutoSave").isEmpty();
        assertThat(unfollowed(Map.of("Planted.java", "EntryModel form = new EntryModel(type);", "Fine.java",
                "new AutoSave(workplace, new EntryModel(type))"))).containsExactly("Planted.java");
    }

    private static List<String> unfollowed(Map<String, String> sources) {
        return sources.entrySet().stream().filter(e -> e.getValue().contains("new EntryModel(") && !e.getValue().contains("new AutoSave("))
                .map(Map.Entry::getKey).toList();
    }

    private static List<String> firstCommunes(Map<String, String> sources) {
        Pattern first = Pattern.compile("\\b(communes|scopes|granted|writable)\\b[^;{}]*?\\.(getFirst\\(\\)|findFirst\\(\\)|findAny\\(\\)|get\\(0\\))");
        return sources.entrySet().stream().filter(e -> !e.getKey().endsWith("kit/Communes.java"))
                .flatMap(e -> first.matcher(e.getValue()).results().map(r -> e.getKey() + ": " + r.group())).toList();
    }

    @Test
    void plantedFaultsAreCaught() {
        assertThat(House.violations(modelsWithoutNodes(House.PLANTED), House.planted()))
                .anyMatch(v -> v.contains("DrawingModel") && v.contains("javafx.scene"));
    }

    private static ArchRule modelsWithoutNodes(String root) {
        return noClasses().that().resideInAPackage(root + ".desktop..").and().haveSimpleNameEndingWith("Model")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.controlsfx..")
                .because("what a screen knows and does must be testable without a screen");
    }

    private static List<String> coloured(Map<String, String> sheets) {
        return sheets.entrySet().stream().flatMap(e -> {
            Matcher colour = COLOUR.matcher(e.getValue());
            return colour.results().map(r -> e.getKey() + ": " + r.group());
        }).toList();
    }
}
