package vn.banso.trust.governance;

import java.util.Map;
import vn.banso.ledger.change.Change;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.values.Value;

/** Whether the values of a change are of the kinds that the catalogue says. Fields that only a newer version knows always are. */
final class ValueKinds {
    private ValueKinds() {}

    static boolean fit(Change change) {
        for (Map.Entry<Integer, Value> e : change.fields().entrySet()) {
            if (!fits(change.type(), e.getKey(), e.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(int type, int field, Value value) {
        if (value instanceof Value.Blank) {
            return true;
        }
        return switch (field) {
            case SystemField.DELETED -> value instanceof Value.Text t && !t.text().isBlank();
            case SystemField.ALIAS, SystemField.MOVED -> value instanceof Value.Ref;
            default -> Catalogue.field(type, field).map(f -> fits(f, value)).orElse(true);
        };
    }

    private static boolean fits(Field field, Value value) {
        return field.type() == switch (value) {
            case Value.Text _ -> Field.ValueType.TEXT;
            case Value.Whole _ -> field.type() == Field.ValueType.DECIMAL ? Field.ValueType.DECIMAL : Field.ValueType.WHOLE;
            case Value.Day _ -> Field.ValueType.DAY;
            case Value.Code _ -> Field.ValueType.CODE;
            case Value.Ref _ -> Field.ValueType.REF;
            case Value.Items _ -> Field.ValueType.ITEMS;
            case Value.Bytes _ -> Field.ValueType.BYTES;
            case Value.Blank _ -> field.type();
        };
    }
}
