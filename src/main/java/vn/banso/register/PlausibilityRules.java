package vn.banso.register;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can hardly be so, though every single value can: a session to come that was held, an infant who signs. It asks and never refuses,
 * but for a problem that is nowhere. Like all rules it speaks only of what the draft touches.
 */
final class PlausibilityRules {
    private static final int YOUNGEST_HEAD = 15;
    private static final int YOUNGEST_SIGNER = 15;
    private static final Pattern COORDINATES = Pattern.compile("(-?\\d{1,2}(?:\\.\\d+)?), ?(-?\\d{1,3}(?:\\.\\d+)?)");
    /** Degrees around Viet Nam with its islands. */
    private static final double SOUTH = 6;
    private static final double NORTH = 23.5;
    private static final double WEST = 102;
    private static final double EAST = 118;
    private static final Set<EntryType> DATED = Set.of(Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION, Catalogue.PROBLEM);

    private final EntryType type;
    private final Draft draft;
    private final Entry after;
    private final Validation.Context context;

    PlausibilityRules(Draft draft, Entry after, Validation.Context context) {
        this.type = draft.type();
        this.draft = draft;
        this.after = after;
        this.context = context;
    }

    Stream<Finding> check() {
        return Stream.of(tallyOfNothing(), heldInTheFuture(), dated(), failedWithALevel(), problemNowhere(), povertyWithoutYear(),
                povertyToCome(), position(), tooYoung("relation", "head", YOUNGEST_HEAD), tooYoung("e_signature", "yes", YOUNGEST_SIGNER))
                .flatMap(Optional::stream);
    }

    private Optional<Finding> tallyOfNothing() {
        return either("status", "tally_total").filter(_ -> is("status", "not_held")).map(_ -> type.field("tally_total"))
                .filter(f -> after.whole(f).filter(n -> n > 0).isPresent()).map(f -> Finding.warn(f, "check.not_held_tally"));
    }

    private Optional<Finding> heldInTheFuture() {
        return type != Catalogue.SESSION ? Optional.empty() : either("status", "date")
                .filter(_ -> !is("status", "not_held") && after.code(type.field("status")) != 0).map(_ -> type.field("date"))
                .filter(this::isToCome).map(f -> Finding.warn(f, "check.held_future", context.today()));
    }

    private Optional<Finding> dated() {
        return !DATED.contains(type) ? Optional.empty()
                : touched("date").filter(this::isToCome).map(f -> Finding.warn(f, "check.future", context.today()));
    }

    private Optional<Finding> failedWithALevel() {
        return type != Catalogue.ASSESSMENT ? Optional.empty() : either("result", "level")
                .filter(_ -> is("result", "failed") && after.code(type.field("level")) != 0 && !is("level", "not_reached"))
                .map(_ -> Finding.warn(type.field("level"), "check.failed_level"));
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
        return type != Catalogue.PERSON ? Optional.empty() : either(key, "born").filter(_ -> is(key, code)).map(_ -> type.field(key))
                .filter(_ -> after.day(type.field("born")).filter(born -> context.today().getYear() - born.year() < years
                        && born.year() <= context.today().getYear()).isPresent())
                .map(f -> Finding.warn(f, "check.too_young", years));
    }

    private boolean isToCome(Field day) {
        return after.day(day).filter(d -> d.number() > Value.Day.of(context.today()).number()).isPresent();
    }

    private boolean is(String key, String code) {
        return type.field(key).codes().flatMap(list -> list.code(code)).filter(c -> c.number() == after.code(type.field(key))).isPresent();
    }

    private Optional<Field> touched(String key) {
        return type.find(key).filter(f -> draft.value(f).isPresent());
    }

    /** One of the two, where the type has both and the draft gives one of them a value. */
    private Optional<Field> either(String one, String other) {
        return type.find(one).isEmpty() || type.find(other).isEmpty() ? Optional.empty() : touched(one).or(() -> touched(other));
    }
}
