package vn.banso.register.rules;

import java.util.ArrayList;
import java.util.List;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Unit;
import vn.banso.register.values.Value;

/**
 * What is wrong, or worth a second look, in something about to be saved. Carries no personal value, so it may be logged.
 *
 * @param field where
 * @param textKey why, and what would be right: a text {@code check.…} in which {0} is the field
 * @param args {1} and on: numbers, days, texts, and in place of their labels {@link Field}s, {@link CodeList}s and
 *     {@link Choice}s
 */
public record Finding(Field field, Severity severity, String textKey, List<Object> args) {

    /** Whether it can be saved all the same. */
    public enum Severity { BLOCK, WARN }

    /** One choice of a list, to be shown by its label. */
    public record Choice(CodeList list, Value.Code code) {}

    static Finding block(Field field, String textKey, Object... args) {
        return new Finding(field, Severity.BLOCK, textKey, List.of(args));
    }

    static Finding warn(Field field, String textKey, Object... args) {
        return new Finding(field, Severity.WARN, textKey, List.of(args));
    }

    public boolean blocks() {
        return severity == Severity.BLOCK;
    }

    /** The sentence for the user. */
    public String text(Texts texts, EntryType type) {
        List<Object> shown = new ArrayList<>();
        shown.add(texts.field(type, field));
        for (Object arg : args) {
            shown.add(switch (arg) {
                case EntryType of -> texts.type(of);
                case Unit unit -> unit.named(texts);
                case Field other -> texts.field(type, other);
                case Choice choice -> texts.code(choice.list(), choice.code());
                case CodeList list -> String.join(", ",
                        list.codes().keySet().stream().map(c -> texts.code(list, new Value.Code(c))).toList());
                default -> arg;
            });
        }
        return texts.get(textKey, shown.toArray());
    }
}
