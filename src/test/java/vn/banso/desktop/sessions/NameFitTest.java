package vn.banso.desktop.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a few letters mean, in a list of a class. */
class NameFitTest {
    private static List<String> found(String typed) {
        return List.of("Lò Văn Hưng", "Hùng Thị Lan", "Lò Văn Hùng", "Lò Thị Mai").stream().filter(name -> NameFit.fits(typed, name))
                .sorted(Comparator.comparingInt(name -> NameFit.rank(typed, name))).toList();
    }

    @Test
    void marksThatWereTypedComeFirstAndHideNobody() {
        assertThat(found("hung")).containsExactly("Lò Văn Hưng", "Lò Văn Hùng", "Hùng Thị Lan");
        assertThat(found("Hùng")).containsExactly("Lò Văn Hùng", "Hùng Thị Lan", "Lò Văn Hưng");
        assertThat(found("Hưng")).containsExactly("Lò Văn Hưng", "Lò Văn Hùng", "Hùng Thị Lan");
    }
}
