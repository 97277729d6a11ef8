package vn.banso.indicators;

import static vn.banso.indicators.Condition.ALWAYS;
import static vn.banso.indicators.Condition.after;
import static vn.banso.indicators.Condition.all;
import static vn.banso.indicators.Condition.any;
import static vn.banso.indicators.Condition.by;
import static vn.banso.indicators.Condition.has;
import static vn.banso.indicators.Condition.is;
import static vn.banso.indicators.Condition.known;
import static vn.banso.indicators.Condition.not;
import static vn.banso.indicators.Condition.of;
import static vn.banso.indicators.Condition.within;
import static vn.banso.indicators.Indicator.Period.AT_CUT_OFF;
import static vn.banso.indicators.Indicator.Period.IN_PERIOD;
import static vn.banso.indicators.Populations.ACTIVE_MEMBER;
import static vn.banso.indicators.Populations.ACTIVE_TEAM;
import static vn.banso.indicators.Populations.ASSESSED;
import static vn.banso.indicators.Populations.COUNTED_AT_HOME;
import static vn.banso.indicators.Populations.LIVING;
import static vn.banso.indicators.Populations.MEMBERS;
import static vn.banso.indicators.Populations.SKILLED;
import static vn.banso.indicators.Populations.VILLAGES;
import static vn.banso.indicators.Populations.VNEID_CONFIRMED;
import static vn.banso.indicators.Populations.VNEID_KNOWN;
import static vn.banso.indicators.Populations.aged;
import static vn.banso.indicators.Populations.passedAt;
import static vn.banso.indicators.Populations.perhapsAged;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;
import static vn.banso.register.catalogue.Catalogue.SESSION;
import static vn.banso.register.catalogue.Catalogue.TEAM;
import static vn.banso.register.catalogue.Catalogue.TEAM_MEMBER;
import static vn.banso.register.catalogue.Catalogue.VILLAGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.banso.register.catalogue.EntryType;

/** The indicators that provinces ask for, line by line. */
public final class Definitions {
    /** Who is an adult, where nothing else is asked for; the other age in use is 15. */
    public static final int ADULT = 18;
    /** How much of a class one has to attend to have completed it, in percent of the sessions held. */
    public static final int CLASS_PERCENT = 80;
    private static final String PROVINCES = "Yêu cầu của các tỉnh, 2020–2025";
    private static final String QD_411 = "QĐ 411/QĐ-TTg (2022)";
    private static final String BDHVS = "Phong trào Bình dân học vụ số; QĐ 757/QĐ-BKHCN (2025)";

    private final int adult;
    private final List<Indicator> lines = new ArrayList<>();

    private Definitions(int adult) {
        this.adult = adult;
    }

    /**
     * All lines, by key.
     *
     * @param adult the age from which I01, I16, I17 and I18 count people: 15 or 18
     */
    public static List<Indicator> from(int adult) {
        if (adult != 15 && adult != 18) {
            throw new IllegalArgumentException("adults are counted from 15 or from 18");
        }
        return new Definitions(adult).lines();
    }

    private List<Indicator> lines() {
        devicesAndNetworks();
        villages();
        people();
        training();
        teams();
        lines.sort(Comparator.comparing(Indicator::key));
        return List.copyOf(lines);
    }

    private void devicesAndNetworks() {
        person("I01", adult, known(PERSON, "smartphone"), is(PERSON, "smartphone", "own", "shared"), QD_411);

        household("I02", Smartphones.ANSWERED, Smartphones.IN_HOUSEHOLD);

        // Whoever is on fibre can be reached by it, and whose address is noted has one, also where nobody asked.
        Condition subscribed = is(HOUSEHOLD, "fibre_subscribed", "yes");
        household("I03", any(subscribed, known(HOUSEHOLD, "fibre_available")), any(subscribed, is(HOUSEHOLD, "fibre_available", "yes")));
        household("I04", known(HOUSEHOLD, "fibre_subscribed"), is(HOUSEHOLD, "fibre_subscribed", "yes"));

        Condition online = any(subscribed, is(HOUSEHOLD, "mobile_data", "yes"));
        household("I05", any(online, all(known(HOUSEHOLD, "fibre_subscribed"), known(HOUSEHOLD, "mobile_data"))), online);
        Condition addressed = any(is(HOUSEHOLD, "has_digital_address", "yes"), known(HOUSEHOLD, "digital_address_source"),
                known(HOUSEHOLD, "digital_address_date"));
        household("I14", any(addressed, known(HOUSEHOLD, "has_digital_address")), addressed);
    }

    private void villages() {
        for (String coverage : List.of("covered", "patchy", "dark")) {
            village("I06." + coverage, VILLAGES, Coverage.KNOWN, Coverage.is(coverage));
        }
        // A village of which nobody noted whether it has power is to be asked, like a person without a birth year.
        village("I07", all(VILLAGES, not(is(VILLAGE, "grid_power", "no"))),
                all(is(VILLAGE, "grid_power", "yes"), known(VILLAGE, "best_technology")),
                is(VILLAGE, "best_technology", "4g", "5g"));
        village("I08", VILLAGES, known(VILLAGE, "fixed_broadband"), is(VILLAGE, "fixed_broadband", "yes"));
    }

    private void people() {
        Condition account = is(PERSON, "account", "bank", "e_wallet", "mobile_money");
        person("I09", 15, known(PERSON, "account"), account, QD_411);
        person("I10", 18, known(PERSON, "e_signature"), is(PERSON, "e_signature", "yes"), QD_411);
        person("I11", 14, known(PERSON, "vneid"), is(PERSON, "vneid", "level_2"), PROVINCES);
        Condition asked = known(PERSON, "online_service");
        person("I12", 18, asked, is(PERSON, "online_service", "alone", "helped"), PROVINCES);
        person("I12.alone", 18, asked, is(PERSON, "online_service", "alone"), PROVINCES);
        person("I12.helped", 18, asked, is(PERSON, "online_service", "helped"), PROVINCES);
        add("I13", PERSON, MEMBERS, known(PERSON, "health_record"), is(PERSON, "health_record", "yes"), AT_CUT_OFF, PROVINCES);

        Condition beneficiaries = all(MEMBERS, is(PERSON, "beneficiary", "yes"));
        add("I21.account", PERSON, beneficiaries, known(PERSON, "account"), account, AT_CUT_OFF, PROVINCES);
        add("I21.paid", PERSON, beneficiaries, known(PERSON, "paid_through_account"),
                is(PERSON, "paid_through_account", "yes"), AT_CUT_OFF, PROVINCES);
    }

    private void training() {
        Condition took = all(not(is(SESSION, "status", "not_held")), within(SESSION, "date"));
        Condition listed = of(ATTENDANCE, "session", SESSION, took);
        Condition came = is(ATTENDANCE, "presence", "present", "late");
        // Whoever has moved or was deleted since was taught all the same.
        add("I15.people", ATTENDANCE, new Condition.First(ATTENDANCE, ATTENDANCE.field("person"), listed, came), ALWAYS, came,
                IN_PERIOD, BDHVS);
        add("I15.attendances", ATTENDANCE, listed, known(ATTENDANCE, "presence"), came, IN_PERIOD, BDHVS);
        Condition unlisted = all(is(SESSION, "status", "held"), within(SESSION, "date"), not(has(ATTENDANCE, "session", ALWAYS)));
        lines.add(new Indicator("I15", "I15.tally", SESSION, unlisted, known(SESSION, "tally_total"), ALWAYS,
                Optional.of(SESSION.field("tally_total")), IN_PERIOD, 1, BDHVS));

        person("I16", adult, ALWAYS, any(new Condition.Completed(CLASS_PERCENT), by(PERSON, "completed_elsewhere")), BDHVS);
        // Of all adults, as the targets are set; the share among those who were assessed or seen has a line of its own.
        person("I17", adult, ALWAYS, SKILLED, BDHVS);
        for (String level : List.of("basic", "intermediate", "advanced")) {
            person("I17." + level, adult, ALWAYS, passedAt(level), BDHVS);
        }
        person("I17.of_assessed", adult, ASSESSED, SKILLED, BDHVS);
        person("I18", adult, ALWAYS, VNEID_CONFIRMED, BDHVS);
        person("I18.of_seen", adult, VNEID_KNOWN, VNEID_CONFIRMED, BDHVS);
        Condition skilled = has(PERSON, "household", all(COUNTED_AT_HOME, SKILLED));
        household("I19", ALWAYS, skilled);
        household("I19.of_assessed", has(PERSON, "household", all(COUNTED_AT_HOME, ASSESSED)), skilled);
    }

    private void teams() {
        village("I20.villages", VILLAGES, ALWAYS, has(TEAM, "village", ACTIVE_TEAM));
        add("I20.members", TEAM_MEMBER, ACTIVE_MEMBER, known(TEAM_MEMBER, "trained"),
                all(is(TEAM_MEMBER, "trained", "yes"), not(after(TEAM_MEMBER, "training_date"))),
                AT_CUT_OFF, PROVINCES);
    }

    /** People not away who are so old at the cut-off. */
    private void person(String key, int years, Condition answered, Condition yes, String source) {
        add(key, PERSON, perhapsAged(years), all(aged(years), answered), yes, AT_CUT_OFF, source);
    }

    private void household(String key, Condition answered, Condition yes) {
        add(key, HOUSEHOLD, LIVING, answered, yes, AT_CUT_OFF, PROVINCES);
    }

    private void village(String key, Condition population, Condition answered, Condition yes) {
        add(key, VILLAGE, population, answered, yes, AT_CUT_OFF, PROVINCES);
    }

    private void add(String key, EntryType counts, Condition population, Condition answered, Condition yes,
                     Indicator.Period period, String source) {
        lines.add(new Indicator(key.substring(0, 3), key, counts, population, answered, yes, Optional.empty(), period, 1, source));
    }
}
