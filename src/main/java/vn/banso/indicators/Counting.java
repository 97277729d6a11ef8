package vn.banso.indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.values.EntryId;

/** Counts indicators over the plain entries of one commune. */
public final class Counting {
    private final Links links;
    private final Judgement judgement;

    public Counting(Register register, CountPeriod window) {
        this.links = new Links(register);
        this.judgement = new Judgement(links, window);
    }

    /** By {@linkplain Indicator#key line}, in the order given. */
    public SequencedMap<String, Tally> count(List<Indicator> indicators) {
        SequencedMap<String, Tally> tallies = new LinkedHashMap<>();
        indicators.forEach(i -> tallies.put(i.key(), count(i)));
        return tallies;
    }

    public Tally count(Indicator indicator) {
        return links.entries(indicator.counts()).values().stream().filter(e -> judgement.holds(indicator.population(), e))
                .map(e -> tally(indicator, e)).reduce(Tally.NONE, Tally::plus);
    }

    /** The entries behind a number, by rising id. */
    public List<EntryId> members(Indicator indicator, Which which) {
        return entries(indicator, which).map(Entry::id).sorted().toList();
    }

    private Stream<Entry> entries(Indicator indicator, Which which) {
        Condition condition = indicator.condition(which);
        return links.entries(indicator.counts()).values().stream().filter(e -> judgement.holds(condition, e));
    }

    private Tally tally(Indicator indicator, Entry entry) {
        if (judgement.holds(indicator.withheld(), entry)) {
            return new Tally(0, 0, 0, 0, 1);
        }
        if (!judgement.holds(indicator.answered(), entry)) {
            return new Tally(0, 0, 0, 1);
        }
        long weight = indicator.weight().map(f -> entry.whole(f).orElse(0L)).orElse(1L);
        return new Tally(judgement.holds(indicator.yes(), entry) ? weight : 0, weight, 1, 1);
    }
}
