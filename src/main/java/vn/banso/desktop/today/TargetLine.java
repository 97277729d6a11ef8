package vn.banso.desktop.today;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.indicators.Target;
import vn.banso.indicators.Targets;
import vn.banso.indicators.Visit;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.Node;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.search.NamedVillage;

/**
 * One thing to reach, and how far the villages are, the furthest from it first.
 *
 * @param target what all of them are to reach; empty where nobody set one, as for the households visited in the period, or where
 *     communes have different ones
 */
record TargetLine(Indicator line, Optional<Target> target, Tally whole, List<Share> villages) {
    /** How far one village is, and what its commune is to reach. */
    record Share(NamedVillage village, Tally tally, Optional<Target> target) {}

    static List<TargetLine> at(Node node, List<ScopeId> communes, CountPeriod window) {
        IndicatorQueries queries = new IndicatorQueries(node);
        Map<ScopeId, List<NamedVillage>> villages = new HashMap<>();
        node.households().villages().forEach(v -> villages.computeIfAbsent(v.scope(), _ -> new ArrayList<>()).add(v));
        List<TargetLine> goals = new ArrayList<>();
        List<Indicator> lines = Definitions.from(Definitions.ADULT);
        Map<ScopeId, Map<String, Target>> targets = new HashMap<>();
        communes.forEach(c -> targets.put(c, Targets.live(node.entries(Catalogue.TARGET, c), window.cutOff()).stream()
                .collect(Collectors.toMap(Target::indicator, t -> t))));
        lines.stream().filter(TargetLine::isOfHouseholdsOrPeople).filter(i -> targets.values().stream().anyMatch(t -> t.containsKey(i.key())))
                .forEach(line -> goals.add(goal(queries, line, targets, communes, villages, window)));
        goals.add(goal(queries, Visit.VISITED, Map.of(), communes, villages, window));
        return goals;
    }

    private static boolean isOfHouseholdsOrPeople(Indicator line) {
        return line.counts() == Catalogue.HOUSEHOLD || line.counts() == Catalogue.PERSON;
    }

    private static TargetLine goal(IndicatorQueries queries, Indicator line, Map<ScopeId, Map<String, Target>> targets, List<ScopeId> communes,
                             Map<ScopeId, List<NamedVillage>> villages, CountPeriod window) {
        List<Share> shares = new ArrayList<>();
        Tally whole = Tally.NONE;
        Set<Optional<Target>> set = new HashSet<>();
        for (ScopeId scope : communes) {
            Optional<Target> target = Optional.ofNullable(targets.getOrDefault(scope, Map.of()).get(line.key()));
            set.add(target);
            Map<EntryId, Tally> tallies = queries.byVillage(scope, line, window);
            for (NamedVillage village : villages.getOrDefault(scope, List.of())) {
                Tally tally = tallies.getOrDefault(village.id(), Tally.NONE);
                whole = whole.plus(tally);
                if (tally.all() > 0) {
                    shares.add(new Share(village, tally, target));
                }
            }
        }
        shares.sort(Comparator.comparingDouble((Share s) -> s.tally().d() == 0 ? 0 : (double) s.tally().n() / s.tally().d()));
        return new TargetLine(line, set.size() == 1 ? set.iterator().next() : Optional.empty(), whole, shares);
    }

    static OptionalDouble threshold(Optional<Target> target) {
        return target.map(t -> OptionalDouble.of(t.share())).orElse(OptionalDouble.empty());
    }
}
