package vn.banso.register.rules;

import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Belonging;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.Value;

/**
 * Whether links lead to what they say, and an entry is what its id says. What belongs to something gone would be counted nowhere, so it
 * is refused with the way on; what is not here yet may still come.
 */
final class LinkRules {
    private final Draft draft;
    private final Optional<Entry> before;
    private final Surroundings around;

    LinkRules(Draft draft, Optional<Entry> before, Surroundings around) {
        this.draft = draft;
        this.before = before;
        this.around = around;
    }

    Stream<Finding> check() {
        return Stream.concat(itself().stream(), draft.type().fields().stream().filter(f -> f.type() == Field.ValueType.REF)
                .flatMap(f -> draft.value(f).stream().filter(v -> !before.flatMap(b -> b.value(f)).equals(Optional.of(v)))
                        .flatMap(v -> v instanceof Value.Ref(EntryId to) ? link(f, to).stream() : Stream.empty())));
    }

    private Optional<Finding> itself() {
        Field first = draft.type().fields().getFirst();
        Linked found = around.linked(draft.scope(), draft.id(), draft.type());
        return switch (found.how()) {
            case OTHER_TYPE -> Optional.of(Finding.block(first, "check.entry.other_type", found.type().orElse(draft.type())));
            case MOVED -> Optional.of(found.where().flatMap(Units::find).map(u -> Finding.block(first, "check.entry.moved", u))
                    .orElseGet(() -> Finding.block(first, "check.entry.moved_away")));
            case DELETED -> Optional.of(Finding.warn(first, "check.entry.deleted"));
            case UNKNOWN, LIVE, ABSENT, ELSEWHERE -> Optional.empty();
        };
    }

    private Optional<Finding> link(Field field, EntryId to) {
        Linked found = field.target().flatMap(Catalogue::type).map(type -> around.linked(draft.scope(), to, type)).orElse(Linked.UNKNOWN);
        return switch (found.how()) {
            case UNKNOWN, LIVE -> Optional.empty();
            case ABSENT -> Optional.of(Finding.warn(field, "check.link.absent"));
            case OTHER_TYPE -> Optional.of(Finding.block(field, "check.link.other_type", found.type().orElseThrow()));
            case DELETED -> Optional.of(belongs(field) ? Finding.block(field, "check.link.deleted") : Finding.warn(field, "check.link.deleted"));
            case MOVED -> Optional.of(found.where().flatMap(Units::find).map(u -> Finding.block(field, "check.link.moved", u))
                    .orElseGet(() -> Finding.block(field, "check.link.moved_away")));
            case ELSEWHERE -> Optional.of(found.where().flatMap(Units::find).map(u -> Finding.block(field, "check.link.elsewhere", u))
                    .orElseGet(() -> Finding.warn(field, "check.link.absent")));
        };
    }

    /** Whether the entry counts only with what the field leads to. */
    private boolean belongs(Field field) {
        return Belonging.ALL.stream().anyMatch(b -> b.type() == draft.type() && b.link().equals(field));
    }
}
