package vn.banso.register.rules;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/**
 * What can hardly be so, though every single value can: a session to come that was held, an infant who signs. It asks and never refuses,
 * but for a problem that is nowhere. Like all rules it speaks only of what the draft touches.
 */
final class PlausibilityRules extends DraftRules {
    private static final int YOUNGEST_HEAD = 15;
    private static final int YOUNGEST_SIGNER = 15;
    private static final int ENOUGH_HOUSEHOLDS = 10;
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?), ?(-?\\d{1,3}(?:\\.\\d+)?)");
    /** Degrees around Viet Nam with its islands. */
    private static final double SOUTH = 6;
    private static final double NORTH = 23.5;
    private static final double WEST = 102;
    private static final double EAST = 118;
    private static final Set<EntryType> DATED = Set.of(Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION, Catalogue.PROBLEM);

    PlausibilityRules(Draft draft, Entry after, Validation.Context context) {
        super(draft, after, context);
    }

    Stream<Finding> check() {
        return Stream.of(tallyOfNothing(), heldInTheFuture(), dated(), failedWithALevel(), problemNowhere(), povertyWithoutYear(),
                povertyToCome(), position(), tooYoung("relation", "head", YOUNGEST_HEAD), tooYoung("e_signature", "yes", YOUNGEST_SIGNER), inhabitants(), listed())
                .flatMap(Optional::stream);
    }

    /** People per household, once there are enough households to say what is usual. */
    private Optional<Finding> inhabitants() {
        return type != Catalogue.VILLAGE ? Optional.empty() : touched("household_count").or(() -> touched("region")).flatMap(_ -> {
            Inhabitants all = context.around().inhabitants(after.scope(), after.id());
            Optional<Value.Code> region = after.value(type.field("region")).filter(Value.Code.class::isInstance).map(Value.Code.class::cast);
            return all.households() < ENOUGH_HOUSEHOLDS ? Optional.empty() : Validation.average(type.field("household_count"), all.people(), all.households(),
                    new Validation.Context(context.today(), region));
        });
    }

    /** By the list of a session, as {@link Rules} asks of its tally. */
    private Optional<Finding> listed() {
        Optional<Field> about = type == Catalogue.SESSION ? touched("planned_people").or(() -> touched("status"))
                : type == Catalogue.ATTENDANCE ? touched("presence") : Optional.empty();
        Optional<Entry> session = about.flatMap(_ -> type == Catalogue.SESSION ? Optional.of(after)
                : after.ref(type.field("session")).flatMap(id -> context.around().entry(after.scope(), id)));
        return session.flatMap(s -> s.whole(Catalogue.SESSION.field("planned_people")).filter(planned -> planned > 0
                        && Validation.isFarAbovePlan(context.around().came(after.scope(), s.id(), after.id()), planned)))
                .map(planned -> Finding.warn(about.orElseThrow(), "check.listed", planned));
    }

    private Optional<Finding> tallyOfNothing() {
        return pair("status", "tally_total").filter(_ -> is("status", "not_held")).filter(f -> after.whole(f).filter(n -> n > 0).isPresent()).map(f -> Finding.warn(f, "check.not_held_tally"));
    }

    private Optional<Finding> heldInTheFuture() {
        return type != Catalogue.SESSION ? Optional.empty() : pair("status", "date")
                .filter(_ -> !is("status", "not_held") && after.code(type.field("status")) != 0).filter(this::isToCome).map(f -> Finding.warn(f, "check.held_future", context.today()));
    }

    private Optional<Finding> dated() {
        return !DATED.contains(type) ? Optional.empty()
                : touched("date").filter(this::isToCome).map(f -> Finding.warn(f, "check.future", context.today()));
    }

    private Optional<Finding> failedWithALevel() {
        return type != Catalogue.ASSESSMENT ? Optional.empty() : pair("result", "level")
                .filter(_ -> is("result", "failed") && after.code(type.field("level")) != 0 && !is("level", "not_reached"))
                .map(f -> Finding.warn(f, "check.failed_level"));
    }

    private Optional<Finding> problemNowhere() {
        return type != Catalogue.PROBLEM ? Optional.empty() : touched("kind").or(() -> touched("text"))
                .filter(_ -> after.ref(type.field("household")).isEmpty() && after.ref(type.field("village")).isEmpty())
                .map(_ -> Finding.block(type.field("village"), "check.problem_nowhere"));
    }

    private Optional<Finding> povertyWithoutYear() {
        return touched("poverty").filter(_ -> !is("poverty", "none") && after.whole(type.field("poverty_year")).isEmpty())
                .map(_ -> Finding.warn(type.field("poverty_year"), "check.poverty_year"));
    }

    /** Decided at the end of a year for the next one. */
    private Optional<Finding> povertyToCome() {
        return touched("poverty_year").filter(f -> after.whole(f).filter(y -> y > context.today().getYear() + 1).isPresent())
                .map(f -> Finding.warn(f, "check.future", context.today()));
    }

    private Optional<Finding> position() {
        return touched("position").flatMap(f -> {
            Matcher degrees = COORDINATES.matcher(after.text(f).orElse(""));
            return !degrees.matches() ? Optional.of(Finding.warn(f, "check.position"))
                    : within(degrees.group(1), SOUTH, NORTH) && within(degrees.group(2), WEST, EAST) ? Optional.empty()
                    : Optional.of(Finding.warn(f, "check.position_abroad"));
        });
    }

    private static boolean within(String degrees, double least, double most) {
        double value = Double.parseDouble(degrees);
        return value >= least && value <= most;
    }

    /** Only where the year of birth is known; by the year, since day and month often are not. */
    private Optional<Finding> tooYoung(String key, String code, int years) {
        return type != Catalogue.PERSON ? Optional.empty() : pair(key, "born").filter(_ -> is(key, code)).map(_ -> type.field(key))
                .filter(_ -> after.day(type.field("born")).filter(born -> context.today().getYear() - born.year() < years
                        && born.year() <= context.today().getYear()).isPresent())
                .map(f -> Finding.warn(f, "check.too_young", years));
    }

    private boolean isToCome(Field day) {
        return after.day(day).filter(d -> d.number() > Value.Day.of(context.today()).number()).isPresent();
    }
}
