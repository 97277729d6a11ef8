package vn.banso.store.counting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.indicators.Condition;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.register.catalogue.Catalogue;

/**
 * An indicator of which a part is true of few entries only, those to which certain others link: few people were assessed, few
 * completed a class. That part is counted by looking those few up; only the rest goes through all entries.
 *
 * @param few the condition that few fulfil, one that ends the population, the answered or the yes
 * @param part which of them, and with it all that follow, is counted among the few
 */
record SparseIndicator(Indicator indicator, Condition few, Part part) {
    private static final Condition NEVER = Condition.not(Condition.ALWAYS);

    enum Part { ALL, ANSWERED, YES }

    /** Empty where every part may be true of most entries. */
    static Optional<SparseIndicator> of(Indicator indicator) {
        return Stream.of(new SparseIndicator(indicator, indicator.population(), Part.ALL),
                        new SparseIndicator(indicator, indicator.answered(), Part.ANSWERED), new SparseIndicator(indicator, indicator.yes(), Part.YES))
                .flatMap(part -> part.narrowed().stream()).findFirst();
    }

    private Optional<SparseIndicator> narrowed() {
        return conjuncts(few).filter(SparseIndicator::ofFew).findFirst().map(c -> new SparseIndicator(indicator, c, part));
    }

    /** Nearly every household has people and many a person a phone; learners and the assessed are few. */
    private static boolean ofFew(Condition condition) {
        return switch (condition) {
            case Condition.Latest _, Condition.First _, Condition.Completed _ -> true;
            case Condition.Has(var type, _, var its) -> type != Catalogue.PERSON || conjuncts(its).anyMatch(SparseIndicator::ofFew);
            default -> false;
        };
    }

    private static Stream<Condition> conjuncts(Condition condition) {
        return condition instanceof Condition.All(List<Condition> all) ? all.stream().flatMap(SparseIndicator::conjuncts) : Stream.of(condition);
    }

    /** What is left to count among all entries. */
    Indicator rest() {
        return new Indicator(indicator.id(), indicator.key(), indicator.counts(), part == Part.ALL ? NEVER : indicator.population(),
                part == Part.YES ? indicator.answered() : NEVER, NEVER, Optional.empty(), indicator.period(), indicator.since(),
                indicator.source());
    }

    /** @param amongFew the whole indicator, counted among the few */
    Tally together(Tally rest, Tally amongFew) {
        return switch (part) {
            case ALL -> amongFew;
            case ANSWERED -> new Tally(amongFew.n(), amongFew.d(), amongFew.answered(), rest.all(), rest.withheld());
            case YES -> new Tally(amongFew.n(), rest.d(), rest.answered(), rest.all(), rest.withheld());
        };
    }
}
