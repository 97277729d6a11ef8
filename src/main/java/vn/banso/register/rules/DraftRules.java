package vn.banso.register.rules;

import java.util.Optional;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;

/** What rules about one draft ask: which of its fields it touches, and what the entry will say once it is saved. */
abstract class DraftRules {
    final EntryType type;
    final Draft draft;
    final Entry after;
    final Validation.Context context;

    DraftRules(Draft draft, Entry after, Validation.Context context) {
        this.type = draft.type();
        this.draft = draft;
        this.after = after;
        this.context = context;
    }

    /** The field, where the type has it and the draft gives it a value. */
    final Optional<Field> touched(String key) {
        return type.find(key).filter(f -> draft.value(f).isPresent());
    }

    /** The second field, where the type has both and the draft gives one of them a value. */
    final Optional<Field> pair(String one, String other) {
        return type.find(one).isPresent() && (touched(one).isPresent() || touched(other).isPresent()) ? type.find(other) : Optional.empty();
    }

    /** Whether the choice will stand there. */
    final boolean is(String key, String code) {
        Field field = type.field(key);
        return field.codes().flatMap(list -> list.code(code)).filter(c -> c.number() == after.code(field)).isPresent();
    }
}
