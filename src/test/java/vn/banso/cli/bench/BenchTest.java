package vn.banso.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import vn.banso.cli.bench.figures.BenchGoal;
import vn.banso.cli.bench.figures.BenchRow;
import vn.banso.cli.bench.figures.Figures;

/** Everything is measured and told in the promised shape. What the figures are depends on the machine and is not judged here. */
@Tag("slow")
class BenchTest {

    @Test
    void everyRowIsMeasured() throws Exception {
        List<BenchRow> rows = Bench.run(Bench.Part.ROOMS, List.of(), Bench.Scale.QUICK, _ -> { });
        assertThat(rows).extracting(BenchRow::name).containsExactlyElementsOf(Bench.rows(Bench.Part.ROOMS)).doesNotHaveDuplicates();
        for (BenchRow row : rows) {
            Map<String, Object> json = row.json();
            assertThat(json.keySet()).containsExactly("name", "value", "unit", "baseline", "ratio", "goal", "met");
            assertThat(row.unit()).isNotBlank();
            if (!row.name().equals("receiver_rss")) {
                assertThat(row.value()).as(row.name()).isFinite().isGreaterThanOrEqualTo(0);
                assertThat(row.met().isPresent()).as(row.name()).isEqualTo(row.goal().isPresent());
            }
        }
    }

    @Test
    void onlyWhatIsAskedFor() throws Exception {
        assertThat(Bench.run(Bench.Part.ROOMS, List.of("bytes_edit"), Bench.Scale.QUICK, _ -> { })).extracting(BenchRow::name).containsExactly("bytes_edit");
    }

    @Test
    void aMissedGoalIsToldAsMissed() {
        BenchRow row = BenchRow.of("x", 10, "ms").beside(4);
        assertThat(row.goal(BenchGoal.ratioAtMost(2)).met()).contains(false);
        assertThat(row.goal(BenchGoal.ratioAtMost(2.5)).met()).contains(true);
        assertThat(row.goal(BenchGoal.atLeast(11)).met()).contains(false);
        assertThat(row.goal(BenchGoal.atMost(10)).met()).contains(true);
        assertThat(row.met()).isEmpty();
        BenchRow unknown = BenchRow.of("x", Double.NaN, "MB").goal(BenchGoal.atMost(300));
        assertThat(unknown.met()).isEmpty();
        assertThat(unknown.json()).containsEntry("value", null).containsEntry("met", null);
    }

    @Test
    void figuresAreShownWithThreeDigits() {
        assertThat(Figures.shown(0.012345)).isEqualTo("0.0123");
        assertThat(Figures.shown(12.0)).isEqualTo("12");
        assertThat(Figures.shown(123.96)).isEqualTo("124");
        assertThat(Figures.shown(120.0)).isEqualTo("120");
        assertThat(Figures.shown(43210.6)).isEqualTo("43211");
        assertThat(Figures.shown(0)).isEqualTo("0");
        assertThat(BenchGoal.ratioAtLeast(1 / 6.).toString()).isEqualTo("ratio >= 0.167");
    }
}
