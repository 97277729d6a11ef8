package vn.banso.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The rooms stand in a line: each uses only rooms further right. */
class ArrowsTest {
    private static final Map<String, Set<String>> MAY_USE = House.arrows();
    private static final String STORE = House.ROOT + ".store";

    @Test
    void theMapNamesEveryRoom() {
        assertThat(MAY_USE.keySet()).contains("app", "cli", "carrier", "receiver", "sync", "store", "trust", "ledger", "indicators",
                "register");
        Set<String> standing = House.classes().stream().map(c -> c.getPackageName())
                .filter(p -> p.startsWith(House.ROOT + ".")).map(p -> p.substring(House.ROOT.length() + 1).split("\\.")[0])
                .collect(java.util.stream.Collectors.toSet());
        assertThat(MAY_USE.keySet()).as("a room that is not on the map").containsAll(standing);
        assertThat(MAY_USE.get("register")).isEmpty();
        assertThat(MAY_USE.get("carrier")).contains("sync").doesNotContain("receiver", "cli");
    }

    @Test
    void aRoomUsesOnlyRoomsFurtherRight() {
        MAY_USE.keySet().forEach(room -> assertThat(House.violations(arrow(House.ROOT, room), House.classes())).isEmpty());
    }

    /** The front of the room stands in the line as {@code store}; behind it nobody knows it. */
    @Test
    void thePackagesOfTheStoreStandInALine() {
        Map<String, Set<String>> line = House.arrows("vn/banso/store");
        assertThat(line.keySet()).contains("store", "engine", "pages");
        Set<String> standing = House.classes().stream().map(c -> c.getPackageName()).filter(p -> p.startsWith(STORE)).map(ArrowsTest::inStore)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(line.keySet()).as("a package that is not in the line").containsExactlyInAnyOrderElementsOf(standing);
        line.forEach((part, mayUse) -> {
            String[] forbidden = line.keySet().stream().filter(other -> !other.equals(part) && !mayUse.contains(other)).map(ArrowsTest::ofStore)
                    .toArray(String[]::new);
            assertThat(forbidden.length == 0 ? List.of() : House.violations(noClasses().that().resideInAPackage(ofStore(part))
                    .should().dependOnClassesThat().resideInAnyPackage(forbidden), House.classes())).isEmpty();
        });
    }

    private static String inStore(String packageName) {
        return packageName.equals(STORE) ? "store" : packageName.substring(STORE.length() + 1);
    }

    private static String ofStore(String part) {
        return part.equals("store") ? STORE : STORE + "." + part;
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        assertThat(House.violations(noCircle(House.ROOT), House.classes())).isEmpty();
    }

    @Test
    void aPlantedArrowToTheLeftIsCaught() {
        assertThat(House.violations(arrow(House.PLANTED, "register"), House.planted()))
                .anyMatch(v -> v.contains("planted.register.KnowsTheStore") && v.contains("planted.store.engine.Shelf"));
        assertThat(House.violations(arrow(House.PLANTED, "store"), House.planted())).isEmpty();
    }

    @Test
    void aPlantedCircleIsCaught() {
        assertThat(House.violations(noCircle(House.PLANTED), House.planted())).anyMatch(v -> v.contains("Cycle detected"));
    }

    private static ArchRule arrow(String root, String room) {
        List<String> forbidden = new ArrayList<>();
        MAY_USE.keySet().stream().filter(other -> !other.equals(room) && !MAY_USE.get(room).contains(other))
                .forEach(other -> forbidden.add(root + "." + other + ".."));
        return noClasses().that().resideInAPackage(root + "." + room + "..")
                .should().dependOnClassesThat().resideInAnyPackage(forbidden.toArray(String[]::new))
                .because("a room that knows only the rooms to its right can be read, tested and replaced without the others");
    }

    private static ArchRule noCircle(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles()
                .because("packages in a circle are one package that pretends to be many");
    }
}
