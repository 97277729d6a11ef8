package vn.banso.desktop.today;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import vn.banso.indicators.Condition;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Target;
import vn.banso.indicators.Targets;
import vn.banso.indicators.Window;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.ScopeId;
import vn.banso.store.IndicatorQueries;
import vn.banso.store.Node;
import vn.banso.store.VillageRow;

/**
 * One thing to reach, and how far the villages are, the furthest from it first.
 *
 * @param target empty where nobody set one: the households visited in the period
 */
record Goal(Indicator line, Optional<Target> target, Tally whole, List<Share> villages) {
    /** How far one village is. */
    record Share(VillageRow village, Tally tally) {}

    /** The key of the one goal that is no indicator of a province: a visit in the period. */
    static final String VISITED = "V01";

    static List<Goal> at(Node node, List<ScopeId> communes, Window window) {
        IndicatorQueries queries = new IndicatorQueries(node);
        Map<ScopeId, List<VillageRow>> villages = new HashMap<>();
        node.households().villages().forEach(v -> villages.computeIfAbsent(v.scope(), _ -> new ArrayList<>()).add(v));
        List<Goal> goals = new ArrayList<>();
        List<Indicator> lines = Definitions.from(Definitions.ADULT);
        for (Target target : Targets.live(window.cutOff())) {
            lines.stream().filter(i -> i.key().equals(target.indicator())).filter(Goal::isOfHouseholdsOrPeople).findFirst()
                    .ifPresent(line -> goals.add(goal(queries, line, Optional.of(target), communes, villages, window)));
        }
        goals.add(goal(queries, visited(lines), Optional.empty(), communes, villages, window));
        return goals;
    }

    private static boolean isOfHouseholdsOrPeople(Indicator line) {
        return line.counts() == Catalogue.HOUSEHOLD || line.counts() == Catalogue.PERSON;
    }

    /** Of the households living there, as for the indicators, those where a visit of the period is noted. */
    private static Indicator visited(List<Indicator> lines) {
        Condition living = lines.stream().filter(i -> i.key().equals("I03")).findFirst().orElseThrow().population();
        return new Indicator(VISITED, VISITED, Catalogue.HOUSEHOLD, living, Condition.ALWAYS,
                Condition.within(Catalogue.HOUSEHOLD, "last_visit"), Optional.empty(), Indicator.Period.IN_PERIOD, 1, "");
    }

    private static Goal goal(IndicatorQueries queries, Indicator line, Optional<Target> target, List<ScopeId> communes,
                             Map<ScopeId, List<VillageRow>> villages, Window window) {
        List<Share> shares = new ArrayList<>();
        Tally whole = Tally.NONE;
        for (ScopeId scope : communes) {
            Map<EntryId, Tally> tallies = queries.byVillage(scope, line, window);
            for (VillageRow village : villages.getOrDefault(scope, List.of())) {
                Tally tally = tallies.getOrDefault(village.id(), Tally.NONE);
                whole = whole.plus(tally);
                if (tally.all() > 0) {
                    shares.add(new Share(village, tally));
                }
            }
        }
        shares.sort(Comparator.comparingDouble((Share s) -> s.tally().d() == 0 ? 0 : (double) s.tally().n() / s.tally().d()));
        return new Goal(line, target, whole, shares);
    }

    OptionalDouble threshold() {
        return target.isPresent() ? OptionalDouble.of(target.get().perMille() / 1000.0) : OptionalDouble.empty();
    }
}
