package vn.banso.register.rules;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * What the people of a household have to do with it and with each other: one head, and nothing written of who refused. Like all
 * rules it speaks only of what the draft touches.
 */
public final class FamilyRules {
    /** What is kept of a household that refuses, so that nobody asks again. */
    private static final Set<String> KEPT_OF_REFUSAL = Set.of("village", "local_number", "last_visit", "visitor", "residence", "residence_date");

    private final Draft draft;
    private final Entry after;
    private final Surroundings around;

    FamilyRules(Draft draft, Entry after, Surroundings around) {
        this.draft = draft;
        this.after = after;
        this.around = around;
    }

    Stream<Finding> check() {
        if (draft.type() == Catalogue.PERSON) {
            Optional<Entry> home = household().flatMap(id -> around.entry(after.scope(), id));
            return Stream.concat(Stream.of(head(), member(home)).flatMap(Optional::stream),
                    ConsentPurpose.speaker(after, home).stream().flatMap(said -> new ConsentRules(draft, said).check()));
        }
        return draft.type() == Catalogue.HOUSEHOLD ? Stream.concat(refused().stream(), new ConsentRules(draft, after).check()) : Stream.empty();
    }

    /** The first answer that somebody gives for a household that does not agree. */
    private Optional<Finding> refused() {
        return !refuses(after) ? Optional.empty() : draft.type().fields().stream()
                .filter(f -> draft.value(f).isPresent() && !isKeptOfRefusal(f)).findFirst()
                .map(f -> Finding.block(f, "check.refused"));
    }

    /** A household's refusal speaks for whoever does not speak for themselves. */
    private Optional<Finding> member(Optional<Entry> home) {
        Field name = Catalogue.PERSON.field("name");
        boolean says = draft.type().fields().stream().anyMatch(f -> f.type() != Field.ValueType.REF && draft.value(f).isPresent());
        return says && home.filter(FamilyRules::refuses).isPresent() && !ConsentPurpose.isGiven(after)
                ? Optional.of(Finding.block(name, "check.refused_member")) : Optional.empty();
    }

    private Optional<Finding> head() {
        Field relation = Catalogue.PERSON.field("relation");
        Value head = Codes.RELATION.code("head").orElseThrow();
        return draft.value(relation).filter(head::equals).flatMap(_ -> household())
                .filter(id -> around.members(after.scope(), id).stream()
                        .anyMatch(m -> !m.id().equals(after.id()) && m.value(relation).filter(head::equals).isPresent()))
                .map(_ -> Finding.warn(relation, "check.second_head"));
    }

    private Optional<EntryId> household() {
        return after.ref(Catalogue.PERSON.field("household"));
    }

    /** Whether it is kept of a household that does not agree: where it is, and what it said. */
    public static boolean isKeptOfRefusal(Field field) {
        return KEPT_OF_REFUSAL.contains(field.key()) || field.key().startsWith("consent");
    }

    static boolean refuses(Entry household) {
        return ConsentPurpose.hasAnswered(household) && !ConsentPurpose.isGiven(household);
    }
}
