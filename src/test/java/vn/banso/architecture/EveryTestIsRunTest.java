package vn.banso.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * That every class with a test in it is run by the build: its name is one the build looks for, and its tags belong to exactly one of the
 * build's runs. Read from the {@code pom.xml} itself, so that the two cannot part.
 */
class EveryTestIsRunTest {
    private static final String POM = House.read(Path.of("pom.xml"));
    private static final Pattern INCLUDE = Pattern.compile("<include>(\\*\\*/\\*\\w+\\.java)</include>");
    private static final Pattern RUN = Pattern.compile("<execution>(?:(?!</execution>).)*?<(groups|excludedGroups)>([^<]+)<.*?</execution>",
            Pattern.DOTALL);

    @Test
    void everyClassWithATestIsNamedAndTaggedSoThatItIsRun() {
        assertThat(unseen(holdingTests())).as("the build runs **/*Test.java and **/*Journey.java, tagged slow, alone or not at all").isEmpty();
    }

    @Test
    void whatIsInheritedIsRunBySomebody() {
        assertThat(House.tests().stream().filter(c -> c.getModifiers().contains(JavaModifier.ABSTRACT)).filter(EveryTestIsRunTest::holdsTest)
                .filter(c -> c.getAllSubclasses().isEmpty()).map(JavaClass::getName).toList()).isEmpty();
    }

    @Test
    void plantedClassesThatNobodyRunsAreCaught() {
        assertThat(unseen(House.planted().stream().filter(EveryTestIsRunTest::holdsTest).toList()))
                .containsExactly(House.PLANTED + ".ForgottenStory");
        assertThat(runsOf(Set.of("slow", "alone"))).as("tagged so that it would be run twice").isEqualTo(2);
        assertThat(runsOf(Set.of())).isEqualTo(1);
    }

    private static List<JavaClass> holdingTests() {
        List<JavaClass> found = House.tests().stream().filter(c -> !c.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(EveryTestIsRunTest::holdsTest).toList();
        assertThat(found).as("otherwise nothing was proved").hasSizeGreaterThan(120);
        return found;
    }

    private static boolean holdsTest(JavaClass type) {
        return type.getAllMethods().stream().anyMatch(m -> m.isMetaAnnotatedWith(Testable.class));
    }

    private static List<String> unseen(List<JavaClass> classes) {
        List<String> unseen = new ArrayList<>();
        for (JavaClass type : classes) {
            JavaClass outermost = type;
            Set<String> tags = new TreeSet<>();
            for (Optional<JavaClass> at = Optional.of(type); at.isPresent(); at = at.get().getEnclosingClass()) {
                outermost = at.get();
                tags.addAll(tags(outermost));
            }
            Path file = Path.of(outermost.getName().replace('.', '/') + ".java");
            boolean named = INCLUDE.matcher(POM).results().map(m -> m.group(1))
                    .anyMatch(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file));
            if (!named || runsOf(tags) != 1) {
                unseen.add(type.getName());
            }
        }
        return unseen;
    }

    private static long runsOf(Set<String> tags) {
        return runs().stream().filter(run -> run.takes(tags)).count();
    }

    private static List<String> tags(JavaClass type) {
        List<String> tags = new ArrayList<>();
        for (Optional<JavaClass> at = Optional.of(type); at.isPresent(); at = at.get().getRawSuperclass()) {
            at.get().tryGetAnnotationOfType(Tag.class).ifPresent(t -> tags.add(t.value()));
            at.get().tryGetAnnotationOfType(Tags.class).ifPresent(all -> Arrays.stream(all.value()).forEach(t -> tags.add(t.value())));
        }
        return tags;
    }

    /** One run of the build: either only the classes with one of these tags, or only those with none of them. */
    private record Run(boolean only, List<String> named) {
        boolean takes(Set<String> tags) {
            return only == named.stream().anyMatch(tags::contains);
        }
    }

    private static List<Run> runs() {
        List<Run> runs = RUN.matcher(POM).results().map(run -> new Run(run.group(1).equals("groups"),
                Arrays.stream(run.group(2).split("\\|")).map(String::strip).toList())).toList();
        assertThat(runs).as("the runs named in the pom").hasSize(3);
        return runs;
    }
}
