package vn.banso.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.banso.store.engine.RawBaseline;
import vn.banso.store.ledger.LedgerWorks;
import vn.banso.store.node.Province;
import vn.banso.store.register.RegisterQuery;

/** Every library has a home; elsewhere nobody knows it. */
class LibrariesTest {

    /**
     * @param prefixes packages of the library
     * @param rooms where it may be used
     */
    private record Home(String because, List<String> prefixes, List<String> rooms) {
        static Home of(String because, String prefixes, String... rooms) {
            return new Home(because, Arrays.asList(prefixes.split(" ")), List.of(rooms));
        }

        ArchRule rule(String root) {
            String[] homes = rooms.stream().map(r -> root + "." + r + "..").toArray(String[]::new);
            String[] packages = prefixes.stream().flatMap(p -> Stream.of(p, p + "..")).toArray(String[]::new);
            return noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackages(homes)
                    .should().dependOnClassesThat().resideInAnyPackage(packages).because(because);
        }
    }

    private static final List<Home> HOMES = List.of(
            Home.of("which database it is, only the engine of the store knows", "java.sql javax.sql org.sqlite org.jdbi", "store.engine"),
            Home.of("bytes have one codec, and it lives with the ledger; JSON is for people at the command line and on the desk",
                    "tools.jackson com.fasterxml", "ledger", "cli"),
            Home.of("CBOR is the ledger's form alone", "tools.jackson.dataformat", "ledger"),
            Home.of("keys and seals are made in one place", "org.bouncycastle javax.crypto", "trust"),
            Home.of("HTTP is one carrier among others", "java.net.http", "carrier"),
            Home.of("only the desk serves", "io.javalin org.eclipse.jetty jakarta.servlet", "receiver"),
            Home.of("words of the command line stay there", "picocli", "cli"),
            Home.of("the log is arranged where everything is wired", "ch.qos.logback", "app"),
            Home.of("windows live in one room", "javafx com.sun.javafx atlantafx org.controlsfx org.kordamp.ikonli", "desktop", "app"),
            Home.of("paper is drawn where files are written; there is no second window toolkit", "org.openpdf java.awt", "office"),
            Home.of("there is no second window toolkit", "javax.swing", "none"),
            Home.of("Java serialization opens doors to strangers' objects", "java.rmi", "none"));

    /** The libraries each room may know at all, besides the JDK and SLF4J: what is not listed is in nobody's home. */
    private static final List<String> KNOWN = List.of("java", "javax.sql", "javax.crypto", "javax.net", "javax.security", "org.slf4j",
            "tools.jackson", "com.fasterxml.jackson.annotation", "org.bouncycastle", "org.sqlite", "org.jdbi", "io.javalin",
            "org.eclipse.jetty", "jakarta.servlet", "picocli", "ch.qos.logback", "com.sun.net.httpserver", "com.sun.nio.file", "kotlin", "javafx",
            "atlantafx", "org.controlsfx", "org.kordamp.ikonli", "org.openpdf", "vn.banso");

    @Test
    void everyLibraryStaysAtHome() {
        HOMES.forEach(home -> assertThat(House.violations(home.rule(House.ROOT), House.classes())).isEmpty());
    }

    /** Engine, tables and the works behind an open node; RawBaseline is what the benchmark measures them against. */
    @Test
    void theWorksOfTheStoreStayInside() {
        String store = House.ROOT + ".store.";
        assertThat(House.violations(noClasses().that().resideOutsideOfPackage(House.ROOT + ".store..")
                .should().dependOnClassesThat(resideInAnyPackage(store + "engine", store + "tables", store + "projection", store + "node", store + "pages")
                        .and(not(belongToAnyOf(RawBaseline.class, Province.class))).or(belongToAnyOf(RegisterQuery.class, LedgerWorks.class)))
                .because("what other rooms read of the register are plain records, and what they do with it are verbs of a node"), House.classes()))
                .isEmpty();
    }

    @Test
    void registerAndIndicatorsNeedNothingButTheJdk() {
        assertThat(House.violations(pure("register", "indicators"), House.classes())).isEmpty();
    }

    @Test
    void nobodyUsesALibraryThatHasNoHome() {
        String[] known = KNOWN.stream().map(k -> k + "..").toArray(String[]::new);
        ArchRule rule = noClasses().that().resideInAPackage(House.ROOT + "..")
                .should().dependOnClassesThat().resideOutsideOfPackages(withPrimitives(known))
                .because("a library comes into the house through a decision, not through an import");
        assertThat(House.violations(rule, House.classes())).isEmpty();
    }

    @Test
    void javaSerializationIsNotUsed() {
        ArchRule rule = noClasses().that().resideInAPackage(House.ROOT + "..")
                .should().dependOnClassesThat().haveFullyQualifiedName("java.io.ObjectInputStream")
                .because("bytes from outside never become objects by themselves");
        assertThat(House.violations(rule, House.classes())).isEmpty();
    }

    @Test
    void plantedUsesAreCaught() {
        List<String> caught = new ArrayList<>();
        HOMES.forEach(home -> caught.addAll(House.violations(home.rule(House.PLANTED), House.planted())));
        assertThat(caught).anyMatch(v -> v.contains("SpeaksSqlInTheSync") && v.contains("java.sql.Connection"))
                .anyMatch(v -> v.contains("SealsInTheLedger") && v.contains("javax.crypto.Cipher"))
                .noneMatch(v -> v.contains("planted.store.engine.Shelf"));
    }

    private static ArchRule pure(String... rooms) {
        String[] packages = Arrays.stream(rooms).map(r -> House.ROOT + "." + r + "..").toArray(String[]::new);
        return noClasses().that().resideInAnyPackage(packages)
                .should().dependOnClassesThat().resideOutsideOfPackages(withPrimitives("java..", House.ROOT + ".."))
                .because("what is recorded and how it is counted must outlive every library");
    }

    private static String[] withPrimitives(String... packages) {
        return Stream.concat(Stream.of(""), Arrays.stream(packages)).toArray(String[]::new);
    }
}
