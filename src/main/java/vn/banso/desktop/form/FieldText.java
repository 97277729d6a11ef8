package vn.banso.desktop.form;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Finding;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.TypedText;
import vn.banso.register.values.Value;

/** What people type for a value, read leniently, and how a value stands in the place where it is typed. */
public final class FieldText {
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}([., ]\\d{3})+|-?\\d+");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,2})(?:[:hg.](\\d{1,2})?)?");
    private static final int MINUTES = 60;
    private static final int LAST_HOUR = 23;
    private static final Field START = Catalogue.SESSION.field("start");

    private FieldText() {}

    /**
     * The value that this text means; {@link Value#BLANK} for nothing, empty where it cannot be read.
     *
     * @param year this year, to which century a year of two figures belongs
     */
    public static Optional<Value> read(EntryType type, Field field, String typed, int year) {
        String text = TypedText.oneLine(typed);
        if (text.isEmpty()) {
            return Optional.of(Value.BLANK);
        }
        return switch (field.type()) {
            case TEXT -> Optional.of(tidied(type, field, new Value.Text(typed)));
            case WHOLE -> field == START ? clock(text) : whole(text);
            case DECIMAL -> Decimal.read(text).map(Value.class::cast);
            case DAY -> DayText.read(text, year).map(d -> d);
            case ITEMS -> Optional.of(new Value.Items(Arrays.stream(text.split("[,;]")).map(String::strip).filter(s -> !s.isEmpty())
                    .collect(Collectors.toCollection(TreeSet::new))));
            case CODE, REF, BYTES -> Optional.empty();
        };
    }

    /** As it stands in a text control, the same in every language and to be read again by {@link #read}. */
    public static String shown(Field field, Value value) {
        return switch (value) {
            case Value.Text t -> t.text();
            case Value.Whole w when field == START -> Texts.clock(w.number());
            case Value.Whole w when field.type() == Field.ValueType.DECIMAL -> Decimal.of(w.number()).toPlainString().replace('.', ',');
            case Value.Whole w -> Long.toString(w.number());
            case Value.Day d -> Texts.day(d);
            case Value.Items i -> String.join(", ", i.items());
            case Value.Code _, Value.Ref _, Value.Bytes _, Value.Blank _ -> "";
        };
    }

    /** What to say where the text cannot be read. */
    static Finding unread(Field field) {
        String key = switch (field.type()) {
            case DAY -> "form.typed.day";
            case WHOLE -> field == START ? "form.typed.clock" : "form.typed.whole";
            case DECIMAL -> "form.typed.decimal";
            default -> "form.typed.choice";
        };
        return new Finding(field, Finding.Severity.BLOCK, key, List.of());
    }

    /** The value as the store keeps it, so that the screen shows now what it shows tomorrow. */
    static Value tidied(EntryType type, Field field, Value value) {
        Draft draft = Draft.of(type, new ScopeId(0), new EntryId(0, 0)).with(field.key(), value).tidied();
        return draft.value(field).orElse(Value.BLANK);
    }

    /** Whether "not asked" and "refused" are among the choices. */
    static boolean isAsked(Field field) {
        return field.codes().filter(list -> list.codes().containsKey(CodeList.NOT_ASKED)).isPresent();
    }

    private static Optional<Value> whole(String text) {
        String digits = text.replaceAll("[., ]", "");
        return GROUPED.matcher(text).matches() && digits.length() <= 15
                ? Optional.of(new Value.Whole(Long.parseLong(digits))) : Optional.empty();
    }

    /** "19:30", "19h30", "19h", "7": minutes after midnight. */
    private static Optional<Value> clock(String text) {
        Matcher m = CLOCK.matcher(text.toLowerCase(Locale.ROOT));
        if (!m.matches()) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(m.group(1));
        int minutes = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        return hours > LAST_HOUR || minutes >= MINUTES ? Optional.empty() : Optional.of(new Value.Whole(hours * MINUTES + minutes));
    }
}
