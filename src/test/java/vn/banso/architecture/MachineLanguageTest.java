package vn.banso.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * That nothing depends on the language of the machine: under one with digits of its own, SQL, codes and file names would not be readable,
 * and under one with a dotless i no key would be found.
 */
class MachineLanguageTest {
    /** Each of these asks the machine for its language unless it is handed one. */
    private static final Set<String> ASKING = Set.of("java.lang.String.format(String,Object[])", "java.lang.String.formatted(Object[])",
            "java.lang.String.toLowerCase()", "java.lang.String.toUpperCase()", "java.io.PrintStream.printf(String,Object[])",
            "java.io.PrintStream.format(String,Object[])", "java.io.PrintWriter.printf(String,Object[])",
            "java.io.PrintWriter.format(String,Object[])", "java.time.format.DateTimeFormatter.ofPattern(String)",
            "java.text.NumberFormat.getInstance()", "java.text.NumberFormat.getNumberInstance()", "java.text.NumberFormat.getPercentInstance()",
            "java.text.Collator.getInstance()", "java.util.Locale.getDefault()", "java.text.MessageFormat.format(String,Object[])");

    private static final ArchRule RULE = noClasses().should().callMethodWhere(describe("asks the machine for its language",
            (JavaMethodCall call) -> ASKING.contains(call.getTargetOwner().getName() + "." + call.getName() + "("
                    + String.join(",", call.getTarget().getRawParameterTypes().stream().map(t -> t.getSimpleName()).toList()) + ")")))
            .because("machines read it: say Locale.ROOT, or the language of the texts");

    @Test
    void nothingAsksTheMachineForItsLanguage() {
        assertThat(House.violations(RULE, House.classes())).isEmpty();
    }

    @Test
    void plantedFaultsAreCaught() {
        assertThat(House.violations(RULE, House.planted())).anyMatch(line -> line.contains("format(")).anyMatch(line -> line.contains("toLowerCase"));
    }
}
