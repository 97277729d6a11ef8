package vn.banso.store.lists;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Visit;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.batches.RecordState;

/**
 * Which households to list, and in what order. Everything that is said must hold; a household that was never asked has the code
 * 0 ({@link vn.banso.register.catalogue.CodeList#NOT_ASKED}).
 *
 * @param typed words that begin words of one member or of the house, with or without marks; empty for everybody
 * @param commune empty for all that are held
 * @param answers code numbers by the key of an open choice of a household, {@code fibre_available} for example
 * @param smartphone yes, no, not asked: whether somebody there has one; empty for everybody
 * @param ids these alone; empty for everybody
 */
public record HouseholdFilter(String typed, Optional<ScopeId> commune, Optional<EntryId> village, Map<String, Set<Integer>> answers,
                              Set<Integer> smartphone, Optional<RecordState> state, Optional<ToVisit> visit, Set<EntryId> ids,
                              Order order) {

    /** Everybody, village by village. */
    public static final HouseholdFilter ALL = new HouseholdFilter("", Optional.empty(), Optional.empty(), Map.of(), Set.of(),
            Optional.empty(), Optional.empty(), Set.of(), Order.BY_VILLAGE);

    public enum Order {
        /** By commune, village (the number inside its name) and local number. */
        BY_VILLAGE,
        /** By the head's name as a class list is sorted; those without a name come last. */
        BY_NAME
    }

    /** Those that a visit is due at, in that window. */
    public record ToVisit(Visit why, CountPeriod window) {}

    public HouseholdFilter {
        answers = Map.copyOf(answers);
        smartphone = Set.copyOf(smartphone);
        ids = Set.copyOf(ids);
    }

    public HouseholdFilter withTyped(String words) {
        return new HouseholdFilter(words, commune, village, answers, smartphone, state, visit, ids, order);
    }

    public HouseholdFilter withCommune(Optional<ScopeId> one) {
        return new HouseholdFilter(typed, one, village, answers, smartphone, state, visit, ids, order);
    }

    /** With its commune: ids of villages alone name nothing to people. */
    public HouseholdFilter withVillage(ScopeId scope, EntryId one) {
        return new HouseholdFilter(typed, Optional.of(scope), Optional.of(one), answers, smartphone, state, visit, ids, order);
    }

    public HouseholdFilter withoutVillage() {
        return new HouseholdFilter(typed, Optional.empty(), Optional.empty(), answers, smartphone, state, visit, ids, order);
    }

    /** @param codes empty: whatever was answered */
    public HouseholdFilter withAnswer(String field, Set<Integer> codes) {
        Map<String, Set<Integer>> more = new TreeMap<>(answers);
        if (codes.isEmpty()) {
            more.remove(field);
        } else {
            more.put(field, Set.copyOf(codes));
        }
        return new HouseholdFilter(typed, commune, village, more, smartphone, state, visit, ids, order);
    }

    public HouseholdFilter withSmartphone(Set<Integer> codes) {
        return new HouseholdFilter(typed, commune, village, answers, codes, state, visit, ids, order);
    }

    public HouseholdFilter withState(Optional<RecordState> one) {
        return new HouseholdFilter(typed, commune, village, answers, smartphone, one, visit, ids, order);
    }

    public HouseholdFilter withVisit(Optional<ToVisit> due) {
        return new HouseholdFilter(typed, commune, village, answers, smartphone, state, due, ids, order);
    }

    public HouseholdFilter withIds(Set<EntryId> some) {
        return new HouseholdFilter(typed, commune, village, answers, smartphone, state, visit, some, order);
    }

    public HouseholdFilter withOrder(Order other) {
        return new HouseholdFilter(typed, commune, village, answers, smartphone, state, visit, ids, other);
    }

    /** Whether it leaves anybody out. */
    public boolean isNarrow() {
        return !equals(ALL.withOrder(order));
    }
}
