package vn.banso.indicators;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;

/**
 * Something that is true or false of an entry at a cut-off. Never unknown: what was not asked, refused or cleared fulfils
 * {@link Not} of {@link Known}, and that is how an indicator asks for it.
 *
 * <p>Links lead to live, canonical entries of the same commune; a link to anything else leads nowhere. Days may be known by year
 * or month only and then count as their first day.
 */
public sealed interface Condition {

    record Always() implements Condition {}

    /** The code is one of these numbers; 0 stands for "not asked". */
    record Is(Field field, SortedSet<Integer> codes) implements Condition {}

    /** There is a value and, where the field is a choice, it is neither "not asked" nor "refused". */
    record Known(Field field) implements Condition {}

    /** The day is known and not after the cut-off. */
    record By(Field day) implements Condition {}

    /** The day is known and lies in the period. */
    record Within(Field day) implements Condition {}

    /** Born at least so many years before the cut-off. */
    record Aged(Field born, int years) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    /** The link leads to an entry that is like this. */
    record Of(Field link, EntryType target, Condition its) implements Condition {}

    /** The same of an entry that may be deleted or have moved since: as it was last here. */
    record Was(Field link, EntryType target, Condition its) implements Condition {}

    /** The set of choices has this one. */
    record Includes(Field field, String choice) implements Condition {}

    /** At least one entry of the type that links here is like this. */
    record Has(EntryType type, Field link, Condition its) implements Condition {}

    /**
     * Among the entries that link here and count, the one of the latest day is like this. Of several of one day it is the best one, and
     * of several that are as good the one of the highest id: arbitrary, but the same everywhere.
     *
     * @param better what makes one the best of its day: who fulfils the first of them, then the next. What is counted must be among
     *     them, or it would hang on ids, which become others in another commune
     */
    record Latest(EntryType type, Field link, Field day, List<Condition> better, Condition counts, Condition its) implements Condition {}

    /**
     * Of the entries of this type that share its link and count, this is the first: one that is preferred before others, then the one of
     * the lowest id. Counts whoever is linked to once, also where nothing else is known of them.
     */
    record First(EntryType type, Field link, Condition counts, Condition preferred) implements Condition {}

    /**
     * A person has completed a class: of its sessions held by the cut-off the person came to at least so many percent, and
     * practised in at least one. Sessions held but not recorded say nothing and are left out.
     */
    record Completed(int percent) implements Condition {}

    Condition ALWAYS = new Always();

    static Condition is(EntryType type, String field, String... codes) {
        Field choice = type.field(field);
        SortedSet<Integer> numbers = new TreeSet<>();
        for (String code : codes) {
            numbers.add(choice.codes().orElseThrow().code(code).orElseThrow().number());
        }
        return new Is(choice, numbers);
    }

    static Condition known(EntryType type, String field) {
        return new Known(type.field(field));
    }

    static Condition by(EntryType type, String day) {
        return new By(type.field(day));
    }

    /** The day is known and after the cut-off. */
    static Condition after(EntryType type, String day) {
        return all(known(type, day), not(by(type, day)));
    }

    static Condition within(EntryType type, String day) {
        return new Within(type.field(day));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }

    static Condition all(Condition... conditions) {
        return new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    static Condition of(EntryType type, String link, EntryType target, Condition its) {
        return new Of(type.field(link), target, its);
    }

    static Condition has(EntryType type, String link, Condition its) {
        return new Has(type, type.field(link), its);
    }
}
