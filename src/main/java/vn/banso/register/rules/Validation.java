package vn.banso.register.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.RegionBounds;
import vn.banso.register.values.Decimal;
import vn.banso.register.values.TypedText;
import vn.banso.register.values.Value;

/**
 * Whether what somebody wants to save can be true. Blocks what cannot be, asks about what is unlikely. Nothing is blocked
 * because of the clock, which may be wrong; unknown and blank are always allowed where a field is not required.
 */
public final class Validation {
    private static final int ATTENDED_TIMES_PLANNED = 3;

    private Validation() {}

    /**
     * @param today by the clock of this machine, only for questions
     * @param region a choice of {@link vn.banso.register.catalogue.Codes#REGION}, from the village; empty where it is not known
     * @param around the household and the other members
     */
    public record Context(LocalDate today, Optional<Value.Code> region, Surroundings around) {
        public Context(LocalDate today, Optional<Value.Code> region) {
            this(today, region, Surroundings.UNKNOWN);
        }

        public static Context on(LocalDate today) {
            return new Context(today, Optional.empty());
        }

        public Context among(Surroundings entries) {
            return new Context(today, region, entries);
        }
    }

    /**
     * Everything to say about a draft, in the order of the form.
     *
     * @param before the entry as it stands; empty for a new one
     */
    public static List<Finding> check(Draft typed, Optional<Entry> before, Context context) {
        // As it will be written: spaces around and between words are no part of what somebody meant.
        Draft draft = typed.tidied();
        List<Finding> found = new ArrayList<>();
        Entry after = draft.over(before);
        for (Field field : draft.type().fields()) {
            Value value = draft.fields().get(field.id());
            boolean empty = value == null ? before.isEmpty() : value instanceof Value.Blank;
            if (field.required() && empty) {
                found.add(Finding.block(field, "check.required"));
            } else if (value != null && !(value instanceof Value.Blank)) {
                one(field, value).ifPresent(found::add);
            }
        }
        if (draft.type().event() && before.filter(b -> !b.fields().equals(after.fields())).isPresent()) {
            found.add(Finding.block(draft.type().fields().getFirst(), "check.event_edited"));
        }
        if (found.stream().noneMatch(Finding::blocks)) {
            new Rules(draft, after, context).check(found);
            new FamilyRules(draft, after, context.around()).check().forEach(found::add);
            new ChoiceRules(draft, after).check().forEach(found::add);
            new LinkRules(draft, before, context.around()).check().forEach(found::add);
        }
        return found;
    }

    /** Whether any of them forbids to save. */
    public static boolean blocked(List<Finding> findings) {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /**
     * Whether a value that comes from elsewhere is of the kind that the catalogue says. Types, fields and codes of newer
     * versions pass: this version does not know better.
     */
    public static boolean kindFits(int type, int fieldId, Value value) {
        return value instanceof Value.Blank
                || Catalogue.field(type, fieldId).map(field -> fits(field.type(), value)).orElse(true);
    }

    /** {@link #kindFits(int, int, Value)} */
    public static boolean kindFits(EntryType type, int fieldId, Value value) {
        return kindFits(type.id(), fieldId, value);
    }

    /**
     * Whether so many people in so many households are usual; empty where they are or there is nothing to divide by.
     *
     * @param field where the question is shown
     */
    public static Optional<Finding> average(Field field, long people, long households, Context context) {
        RegionBounds bounds = RegionBounds.of(context.region());
        double average = (double) people / households;
        return households == 0 || people == 0 || average >= bounds.averageFrom() && average <= bounds.averageTo()
                ? Optional.empty()
                : Optional.of(Finding.warn(field, "check.average", average, bounds.averageFrom(), bounds.averageTo()));
    }

    /** Whether so many came that either the list or the plan is to be looked at again. */
    public static boolean isFarAbovePlan(long came, long planned) {
        return planned > 0 && came > planned * ATTENDED_TIMES_PLANNED;
    }

    private static boolean fits(Field.ValueType type, Value value) {
        return switch (type) {
            case TEXT -> value instanceof Value.Text;
            case WHOLE, DECIMAL -> value instanceof Value.Whole;
            case DAY -> value instanceof Value.Day d && inCalendar(d);
            case CODE -> value instanceof Value.Code;
            case REF -> value instanceof Value.Ref;
            case ITEMS -> value instanceof Value.Items;
            case BYTES -> value instanceof Value.Bytes;
        };
    }

    private static boolean inCalendar(Value.Day day) {
        try {
            return day.year() > 0 && day.year() < 10_000 && (day.month() > 0 || day.day() == 0)
                    && LocalDate.of(day.year(), Math.max(1, day.month()), Math.max(1, day.day())).getYear() == day.year();
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static Optional<Finding> one(Field field, Value value) {
        return switch (value) {
            case Value.Day d when field.type() == Field.ValueType.DAY && !inCalendar(d) ->
                    Optional.of(Finding.block(field, "check.day"));
            case Value v when !fits(field.type(), v) ->
                    Optional.of(Finding.block(field, "check.kind." + field.type().name().toLowerCase(Locale.ROOT)));
            case Value.Text t -> text(field, t.text());
            case Value.Whole w when w.number() < field.min() || w.number() > field.max() ->
                    Optional.of(Finding.block(field, "check.range", bound(field, field.min()), bound(field, field.max())));
            case Value.Code c -> field.codes().filter(list -> list.keyOf(c).isEmpty())
                    .map(list -> Finding.block(field, "check.code", String.valueOf(c.number()), list));
            case Value.Items i -> items(field, i);
            default -> Optional.empty();
        };
    }

    /** A year is not written 2.026. */
    private static Object bound(Field field, long bound) {
        return field.type() == Field.ValueType.DECIMAL ? Decimal.of(bound) : field.key().endsWith("year") ? String.valueOf(bound) : (Object) bound;
    }

    private static Optional<Finding> text(Field field, String text) {
        return text.isBlank() && field.required() ? Optional.of(Finding.block(field, "check.required"))
                : text.codePointCount(0, text.length()) > field.max()
                ? Optional.of(Finding.block(field, "check.too_long", field.max()))
                : field.namesPeople() && !TypedText.isName(text) ? Optional.of(Finding.block(field, "check.no_name"))
                : TypedText.isDamaged(text) ? Optional.of(Finding.warn(field, "check.damaged"))
                : field.namesPeople() && text.codePoints().anyMatch(Character::isDigit) ? Optional.of(Finding.warn(field, "check.name_digit"))
                : Optional.empty();
    }

    /** Skills and tags are lists that grow, so an unknown one is only asked about. */
    private static Optional<Finding> items(Field field, Value.Items value) {
        if (value.items().size() > field.max()) {
            return Optional.of(Finding.block(field, "check.too_many", field.max()));
        }
        Optional<Finding> odd = field.namesPeople() ? value.items().stream().flatMap(item -> text(field, item).stream()).findFirst() : Optional.empty();
        if (odd.isPresent()) {
            return odd;
        }
        return field.codes().flatMap(list -> value.items().stream()
                .map(item -> item.replaceFirst("@.*", ""))
                .filter(item -> list.code(item).isEmpty()).findFirst()
                .map(item -> Finding.warn(field, "check.item", item, list)));
    }
}
