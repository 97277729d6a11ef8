package vn.banso.desktop.households;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.store.batches.RecordState;
import vn.banso.store.lists.HouseholdFilter;

/** What one field above the list offers; the first of each leaves everybody in. */
sealed interface Narrowing {
    HouseholdFilter in(HouseholdFilter filter);

    String textKey();

    /** The one of them that a filter follows now; the first where it follows none of them exactly. */
    static <N extends Narrowing> N of(N[] all, HouseholdFilter filter) {
        return Arrays.stream(all).filter(n -> n.in(filter).equals(filter)).findFirst().orElse(all[0]);
    }

    enum Fibre implements Narrowing {
        ALL("households.only.fibre.all", Set.of(), Set.of()),
        USED("households.only.fibre.used", Set.of(), Set.of(CodeList.YES)),
        UNUSED("households.only.fibre.unused", Set.of(CodeList.YES), Set.of(CodeList.NO)),
        UNREACHED("households.only.fibre.unreached", Set.of(CodeList.NO), Set.of()),
        UNASKED("households.only.fibre.unasked", Set.of(CodeList.NOT_ASKED), Set.of());

        private final String textKey;
        private final Set<Integer> available;
        private final Set<Integer> subscribed;

        Fibre(String textKey, Set<Integer> available, Set<Integer> subscribed) {
            this.textKey = textKey;
            this.available = available;
            this.subscribed = subscribed;
        }

        @Override
        public String textKey() {
            return textKey;
        }

        @Override
        public HouseholdFilter in(HouseholdFilter filter) {
            return filter.withAnswer("fibre_available", available).withAnswer("fibre_subscribed", subscribed);
        }
    }

    enum Phone implements Narrowing {
        ALL("households.only.phone.all"), YES("households.only.phone.yes"), NO("households.only.phone.no"),
        UNASKED("households.only.phone.unasked");

        private final String textKey;

        Phone(String textKey) {
            this.textKey = textKey;
        }

        @Override
        public String textKey() {
            return textKey;
        }

        @Override
        public HouseholdFilter in(HouseholdFilter filter) {
            return filter.withSmartphone(switch (this) {
                case ALL -> Set.of();
                case YES -> Set.of(CodeList.YES);
                case NO -> Set.of(CodeList.NO);
                case UNASKED -> Set.of(CodeList.NOT_ASKED);
            });
        }
    }

    enum Poverty implements Narrowing {
        ALL("households.only.poverty.all"), POOR_OR_NEAR("households.only.poverty.both", "poor", "near_poor"),
        POOR("households.only.poverty.poor", "poor"), NEAR_POOR("households.only.poverty.near", "near_poor"),
        ESCAPED("households.only.poverty.escaped", "escaped"), NONE("households.only.poverty.none", "none");

        private final String textKey;
        private final Set<Integer> codes;

        Poverty(String textKey, String... keys) {
            this.textKey = textKey;
            CodeList list = Catalogue.HOUSEHOLD.field("poverty").codes().orElseThrow();
            codes = Set.copyOf(Arrays.stream(keys).map(k -> list.code(k).orElseThrow().number()).toList());
        }

        @Override
        public String textKey() {
            return textKey;
        }

        @Override
        public HouseholdFilter in(HouseholdFilter filter) {
            return filter.withAnswer("poverty", codes);
        }
    }

    enum State implements Narrowing {
        ALL("households.only.state.all", Optional.empty()), DRAFT(RecordState.DRAFT), HERE(RecordState.HERE),
        HANDED_OVER(RecordState.HANDED_OVER), COMMUNE(RecordState.COMMUNE), PROVINCE(RecordState.PROVINCE);

        private final String textKey;
        private final Optional<RecordState> state;

        State(String textKey, Optional<RecordState> state) {
            this.textKey = textKey;
            this.state = state;
        }

        State(RecordState state) {
            this("state." + state, Optional.of(state));
        }

        @Override
        public String textKey() {
            return textKey;
        }

        @Override
        public HouseholdFilter in(HouseholdFilter filter) {
            return filter.withState(state);
        }
    }
}
