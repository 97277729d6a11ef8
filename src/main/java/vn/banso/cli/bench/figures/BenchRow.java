package vn.banso.cli.bench.figures;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One figure of the table.
 *
 * @param name short and stable; text {@code bench.<name>} says what it is and what it is compared with
 * @param value in {@code unit}; not a number where it could not be found out on this machine
 * @param baseline the same of the simplest thing that could be done, in the same run
 */
public record BenchRow(String name, double value, String unit, Optional<Double> baseline, Optional<BenchGoal> goal) {
    public static BenchRow of(String name, double value, String unit) {
        return new BenchRow(name, value, unit, Optional.empty(), Optional.empty());
    }

    public BenchRow beside(double same) {
        return new BenchRow(name, value, unit, Optional.of(same), goal);
    }

    public BenchRow goal(BenchGoal wanted) {
        return new BenchRow(name, value, unit, baseline, Optional.of(wanted));
    }

    public Optional<Double> ratio() {
        return baseline.map(b -> value / b).filter(Double::isFinite);
    }

    /** Empty where nothing was promised, or nothing could be found out. */
    public Optional<Boolean> met() {
        return Double.isFinite(value) ? goal.map(g -> g.isMetBy(value, ratio().orElse(Double.NaN))) : Optional.empty();
    }

    public String shownValue() {
        return Figures.shown(value);
    }

    public String shownBaseline() {
        return baseline.map(Figures::shown).orElse("");
    }

    public String shownRatio() {
        return ratio().map(Figures::shown).orElse("");
    }

    public String shownGoal() {
        return goal.map(BenchGoal::toString).orElse("");
    }

    /** As {@code banso bench --json} prints it. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("value", Double.isFinite(value) ? Figures.rounded(value) : null);
        json.put("unit", unit);
        json.put("baseline", baseline.filter(Double::isFinite).map(Figures::rounded).orElse(null));
        json.put("ratio", ratio().map(Figures::rounded).orElse(null));
        json.put("goal", goal.map(BenchGoal::toString).orElse(null));
        json.put("met", met().orElse(null));
        return json;
    }
}
