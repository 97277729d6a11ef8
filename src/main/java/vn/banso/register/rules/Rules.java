package vn.banso.register.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.RegionBounds;
import vn.banso.register.names.Phones;
import vn.banso.register.units.Cccd;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.Value;

/**
 * What fields of one entry have to do with each other. A rule speaks up only when the draft touches one of its fields, so
 * that nobody is asked again about what somebody else wrote.
 */
final class Rules extends DraftRules {
    private static final int OLDEST = 120;
    private static final List<String> BANDS = List.of("aged_under_6", "aged_6_14", "aged_15_17", "aged_18_59", "aged_60_up");

    Rules(Draft draft, Entry after, Validation.Context context) {
        super(draft, after, context);
    }

    void check(List<Finding> found) {
        Stream.of(lifespans(), counts(), answers(), numbers(), days(), new PlausibilityRules(draft, after, context).check())
                .flatMap(s -> s).forEach(found::add);
    }

    /** What ends does not end before it starts. */
    private Stream<Finding> lifespans() {
        return Stream.of(order("starts", "ends"), order("valid_from", "valid_to"), order("active_from", "active_to"),
                order("period_from", "period_to"), order("consent_date", "consent_withdrawn"), order("date", "answered_on"))
                .flatMap(Optional::stream);
    }

    private Stream<Finding> counts() {
        return Stream.of(atMost("tally_women", "tally_total"), atMost("tally_60_up", "tally_total"),
                atMost("tally_minority", "tally_total"), atMost("score", "max_score"), atMost("pass_mark", "max_score"),
                bands(), largest(), attended(), result()).flatMap(Optional::stream);
    }

    private Stream<Finding> answers() {
        return Stream.of(contradiction("fibre_subscribed", "yes", "fibre_available", "no"),
                contradiction("paid_through_account", "yes", "account", "none"),
                contradiction("paid_through_account", "yes", "beneficiary", "no"),
                contradiction("online_service", "alone", "internet", "no"),
                contradiction("sells_online", "yes", "business", "no"),
                contradiction("accepts_qr", "yes", "business", "no"),
                contradiction("coverage", "dark", "coverage_viettel", "covered"),
                contradiction("coverage", "dark", "coverage_vinaphone", "covered"),
                contradiction("coverage", "dark", "coverage_mobifone", "covered"),
                contradiction("coverage", "dark", "coverage_vietnamobile", "covered")).flatMap(Optional::stream);
    }

    private Stream<Finding> numbers() {
        return Stream.of(
                touched("phone").filter(f -> !Phones.areNumbers(textOf(f).orElse(""))).map(f -> Finding.warn(f, "check.phone")),
                cccd(), commune()).flatMap(Optional::stream);
    }

    /** By this machine's clock, so it only asks. */
    private Stream<Finding> days() {
        int today = Value.Day.of(context.today()).number();
        Stream<Finding> future = Stream.of("born", "last_visit", "training_date", "decision_date", "consent_date")
                .flatMap(key -> touched(key).stream())
                .filter(f -> after.day(f).filter(d -> d.number() > today).isPresent())
                .map(f -> Finding.warn(f, "check.future", context.today()));
        Stream<Finding> ancient = touched("born").stream()
                .filter(f -> after.day(f).filter(d -> d.year() < context.today().getYear() - OLDEST).isPresent())
                .map(f -> Finding.warn(f, "check.age", OLDEST));
        return Stream.concat(future, ancient);
    }

    private Optional<Finding> order(String first, String second) {
        return pair(first, second).flatMap(end -> {
            Optional<Value.Day> from = after.day(type.field(first));
            Optional<Value.Day> to = after.day(end);
            return from.isPresent() && to.isPresent() && isBefore(to.get(), from.get())
                    ? Optional.of(Finding.block(end, "check.before", type.field(first), from.get())) : Optional.empty();
        });
    }

    /** As far as both are known: 2026 is not before March 2026. */
    private static boolean isBefore(Value.Day a, Value.Day b) {
        return a.year() != b.year() ? a.year() < b.year()
                : a.month() > 0 && b.month() > 0
                && (a.month() != b.month() ? a.month() < b.month() : a.day() > 0 && b.day() > 0 && a.day() < b.day());
    }

    private Optional<Finding> atMost(String part, String all) {
        return pair(part, all).flatMap(whole -> {
            Optional<Long> limit = after.whole(whole);
            return limit.isPresent() && after.whole(type.field(part)).filter(p -> p > limit.get()).isPresent()
                    ? Optional.of(Finding.block(type.field(part), "check.at_most", whole, limit.get())) : Optional.empty();
        });
    }

    private Optional<Finding> bands() {
        if (type != Catalogue.HOUSEHOLD || Stream.concat(BANDS.stream(), Stream.of("size")).allMatch(k -> touched(k).isEmpty())) {
            return Optional.empty();
        }
        Field size = type.field("size");
        List<Long> given = BANDS.stream().flatMap(k -> after.whole(type.field(k)).stream()).toList();
        long sum = given.stream().mapToLong(Long::longValue).sum();
        return after.whole(size).flatMap(people -> sum > people
                ? Optional.of(Finding.block(size, "check.bands_above", sum, people))
                : given.size() == BANDS.size() && sum < people
                ? Optional.of(Finding.warn(size, "check.bands_below", sum, people)) : Optional.empty());
    }

    private Optional<Finding> largest() {
        int limit = RegionBounds.of(context.region()).largest();
        return type != Catalogue.HOUSEHOLD ? Optional.empty()
                : touched("size").filter(f -> after.whole(f).filter(n -> n > limit).isPresent())
                .map(f -> Finding.warn(f, "check.largest", after.whole(f).orElseThrow(), limit));
    }

    private Optional<Finding> attended() {
        return pair("tally_total", "planned_people").flatMap(after::whole).flatMap(planned -> after.whole(type.field("tally_total"))
                .filter(came -> Validation.isFarAbovePlan(came, planned)).map(_ -> Finding.warn(type.field("tally_total"), "check.attended", planned)));
    }

    /** A result that does not follow from the score is asked about: a board may have decided otherwise. */
    private Optional<Finding> result() {
        return pair("pass_mark", "result").flatMap(result -> {
            Optional<Long> score = after.whole(type.field("score"));
            Optional<Long> mark = after.whole(type.field("pass_mark"));
            boolean passed = Codes.RESULT.keyOf(new Value.Code(after.code(result))).filter("passed"::equals).isPresent();
            return score.isPresent() && mark.isPresent() && passed != score.get() >= mark.get()
                    ? Optional.of(Finding.warn(result, "check.result", score.get(), mark.get())) : Optional.empty();
        });
    }

    private Optional<Finding> contradiction(String one, String oneKey, String other, String otherKey) {
        return pair(one, other).filter(_ -> is(one, oneKey) && is(other, otherKey))
                .map(o -> Finding.warn(type.field(one), "check.contradiction", choice(type.field(one)), o, choice(o)));
    }

    private Optional<Finding> cccd() {
        return touched("cccd").flatMap(f -> Cccd
                .flaw(textOf(f).orElse(""), after.day(type.field("born")), after.code(type.field("sex")))
                .map(flaw -> Finding.warn(f, "check.cccd." + flaw.name().toLowerCase(Locale.ROOT))));
    }

    private Optional<Finding> commune() {
        return type != Catalogue.VILLAGE ? Optional.empty() : touched("commune").flatMap(f -> {
            String list = after.text(type.field("unit_list")).orElse(Units.current().version());
            return Units.list(list).flatMap(units -> units.commune(textOf(f).orElse(""))
                    .map(unit -> isHere(unit) ? Optional.<Finding>empty() : Optional.of(Finding.block(f, "check.commune_elsewhere", unit.name())))
                    .orElseGet(() -> Optional.of(Finding.block(f, "check.commune", list))));
        });
    }

    /** Whether what is written down here may lie in that commune: it is this one, or this one's part of it. */
    private boolean isHere(Unit unit) {
        return Units.find(draft.scope()).isEmpty() || unit.scope().equals(draft.scope())
                || Units.heirs(unit).stream().anyMatch(heir -> heir.scope().equals(draft.scope()));
    }

    private Finding.Choice choice(Field field) {
        return new Finding.Choice(field.codes().orElseThrow(), new Value.Code(after.code(field)));
    }

    private Optional<String> textOf(Field field) {
        return after.text(field);
    }
}
