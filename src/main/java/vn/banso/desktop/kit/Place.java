package vn.banso.desktop.kit;

import java.util.Optional;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.lists.HouseholdFilter;

/** Where one can go. */
public sealed interface Place {
    /** Home: what waits here. */
    record Today() implements Place {}

    /** @param filter what the list is to show from now on; empty: whatever it showed last */
    record Households(Optional<HouseholdFilter> filter) implements Place {
        public Households() {
            this(Optional.empty());
        }

        public Households(HouseholdFilter filter) {
            this(Optional.of(filter));
        }

        /** Everybody, whatever the list was narrowed to before: for whoever looks for somebody. */
        public static Households all() {
            return new Households(HouseholdFilter.ALL.withTyped(""));
        }
    }

    record Household(ScopeId scope, EntryId id) implements Place {}

    /** @param village where the last one was, if that is known; the household is of its commune */
    record NewHousehold(Optional<Village> village) implements Place {
        public NewHousehold() {
            this(Optional.empty());
        }

        public NewHousehold(ScopeId commune, EntryId village) {
            this(Optional.of(new Village(commune, village)));
        }
    }

    record Person(ScopeId scope, EntryId id) implements Place {}

    record Villages() implements Place {}

    record Village(ScopeId scope, EntryId id) implements Place {}

    /** Where officers rename, merge, split and move villages. */
    record Units() implements Place {}

    record Classes() implements Place {}

    record ClassRoom(ScopeId scope, EntryId id) implements Place {}

    record Session(ScopeId scope, EntryId id) implements Place {}

    record HandOver() implements Place {}

    record Attention() implements Place {}

    /** An officer's desk, where sticks and files are taken in. */
    record Importing() implements Place {}

    /** Which villages have sent what of a month. */
    record Reporting() implements Place {}

    /** Who works in the communes, with which machine. */
    record Devices() implements Place {}

    /** Requests of people about their own data. */
    record Requests() implements Place {}

    record Preferences() implements Place {}

    /** The place on the rail that is lit while one is here. */
    default Place root() {
        return switch (this) {
            case Households _, Household _, NewHousehold _, Person _ -> new Households();
            case Village _, Units _ -> new Villages();
            case ClassRoom _, Session _ -> new Classes();
            default -> this;
        };
    }
}
