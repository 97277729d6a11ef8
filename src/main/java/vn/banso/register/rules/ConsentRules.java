package vn.banso.register.rules;

import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/**
 * What a household, or somebody for themselves, agreed to, and what is written down of them all the same. It asks and never refuses.
 */
final class ConsentRules {
    private final Draft draft;
    private final Entry said;
    private final EntryType speaker;

    /** @param said as it will be after the draft: the household, or the person who speaks for themselves */
    ConsentRules(Draft draft, Entry said) {
        this.draft = draft;
        this.said = said;
        this.speaker = said.type() == Catalogue.PERSON.id() ? Catalogue.PERSON : Catalogue.HOUSEHOLD;
    }

    Stream<Finding> check() {
        return speaker == Catalogue.HOUSEHOLD && FamilyRules.refuses(said) ? Stream.empty()
                : Stream.of(purposes(), task(), contact(), counting()).flatMap(Optional::stream);
    }

    private Optional<Finding> purposes() {
        Field purposes = speaker.field("consent_purposes");
        return draft.type() != speaker ? Optional.empty() : touched("consent").or(() -> draft.fields().containsKey(purposes.id()) ? Optional.of(purposes) : Optional.empty())
                .filter(_ -> saysNothingOfPurposes()).map(_ -> Finding.warn(purposes, "check.consent_purposes"));
    }

    private boolean saysNothingOfPurposes() {
        return ConsentPurpose.isGiven(said) && !ConsentPurpose.isTaskOfLaw(said) && said.value(speaker.field("consent_purposes")).isEmpty();
    }

    private Optional<Finding> task() {
        return touched("consent_basis").filter(_ -> ConsentPurpose.isTaskOfLaw(said)).map(_ -> Catalogue.HOUSEHOLD.field("consent_task"))
                .filter(task -> said.text(task).isEmpty()).map(task -> Finding.warn(task, "check.consent_task"));
    }

    private Optional<Finding> contact() {
        return touched("phone").filter(_ -> ConsentPurpose.CONTACT.isDenied(said)).map(f -> Finding.warn(f, "check.consent_contact"));
    }

    /** The first answer though they did not agree to be counted; who agreed to nothing by name is asked what for. */
    private Optional<Finding> counting() {
        return saysNothingOfPurposes() || !ConsentPurpose.COUNTING.isDenied(said) ? Optional.empty()
                : draft.type().fields().stream().filter(f -> f.codes().filter(c -> c.codes().containsValue("not_asked")).isPresent())
                .filter(f -> draft.value(f).filter(v -> v instanceof Value.Code c && c.number() != CodeList.NOT_ASKED && c.number() != CodeList.REFUSED).isPresent())
                .findFirst().map(f -> Finding.warn(f, "check.consent_counting"));
    }

    private Optional<Field> touched(String key) {
        return draft.type().find(key).filter(f -> draft.value(f).isPresent());
    }
}
