package vn.banso.register;

import java.util.Optional;
import java.util.stream.Stream;

/** What a household agreed to, and what is written down of it and of its people all the same. It asks and never refuses. */
final class ConsentRules {
    private final Draft draft;
    private final Entry household;

    /** @param household as it will be after the draft */
    ConsentRules(Draft draft, Entry household) {
        this.draft = draft;
        this.household = household;
    }

    Stream<Finding> check() {
        return FamilyRules.refuses(household) ? Stream.empty()
                : Stream.of(purposes(), task(), contact(), counting()).flatMap(Optional::stream);
    }

    private Optional<Finding> purposes() {
        Field purposes = Catalogue.HOUSEHOLD.field("consent_purposes");
        return touched("consent").or(() -> draft.type() == Catalogue.HOUSEHOLD && draft.fields().containsKey(purposes.id()) ? Optional.of(purposes) : Optional.empty())
                .filter(_ -> saysNothingOfPurposes()).map(_ -> Finding.warn(purposes, "check.consent_purposes"));
    }

    private boolean saysNothingOfPurposes() {
        return household.code(Catalogue.HOUSEHOLD.field("consent")) != 0 && !ConsentPurpose.isTaskOfLaw(household)
                && household.value(Catalogue.HOUSEHOLD.field("consent_purposes")).isEmpty();
    }

    private Optional<Finding> task() {
        Field task = Catalogue.HOUSEHOLD.field("consent_task");
        return touched("consent_basis").filter(_ -> ConsentPurpose.isTaskOfLaw(household) && household.text(task).isEmpty())
                .map(_ -> Finding.warn(task, "check.consent_task"));
    }

    private Optional<Finding> contact() {
        return touched("phone").filter(_ -> ConsentPurpose.CONTACT.isDenied(household)).map(f -> Finding.warn(f, "check.consent_contact"));
    }

    /** The first answer that is counted though they did not agree to that; who agreed to nothing by name is asked what for. */
    private Optional<Finding> counting() {
        return saysNothingOfPurposes() || !ConsentPurpose.COUNTING.isDenied(household) ? Optional.empty()
                : draft.type().fields().stream().filter(f -> f.codes().filter(c -> c.codes().containsValue("not_asked")).isPresent())
                .filter(f -> draft.value(f).filter(v -> v instanceof Value.Code c && c.number() != CodeList.NOT_ASKED && c.number() != CodeList.REFUSED).isPresent())
                .findFirst().map(f -> Finding.warn(f, "check.consent_counting"));
    }

    private Optional<Field> touched(String key) {
        return draft.type().find(key).filter(f -> draft.value(f).isPresent());
    }
}
