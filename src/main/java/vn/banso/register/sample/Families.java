package vn.banso.register.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;

/** Households as a visit writes them down, each with its members. */
final class Families {
    /** Shares of questions that a visit leaves out, and that people decline. */
    private static final double NOT_ASKED = .03;
    private static final double REFUSED = .01;
    private static final List<String> HINTS = List.of("gần nhà văn hóa", "đầu ngõ, cạnh suối", "sau trường học",
            "dưới chân dốc", "cạnh quán tạp hóa", "cuối đường bê tông");
    private static final List<String> PROVIDERS = List.of("viettel", "vnpt", "fpt");
    /** Prefixes that no operator has been given: a number drawn here rings nowhere. */
    private static final List<String> DEAD_PREFIXES = List.of("050", "051", "053", "054", "057");

    private final Commune commune;
    private final Region region;
    private final Dice dice;
    private final FreshIds ids;
    private final PersonNames names;
    private final double childAmongOthers;
    private int number;

    Families(Commune commune, Dice dice, FreshIds ids, PersonNames names) {
        this.commune = commune;
        this.region = commune.region();
        this.dice = dice;
        this.ids = ids;
        this.names = names;
        // Heads are adults, so the children among all are those among the other members.
        double mean = region.meanHouseholdSize();
        this.childAmongOthers = (1 - region.aged15) * mean / (mean - 1);
    }

    /** One household and its members, head first. */
    List<Resident> write(Hamlet hamlet, List<Draft> act) {
        EntryId household = ids.next();
        int size = 1 + dice.weighted(region.householdSizes);
        List<Member> members = members(size);
        List<Resident> residents = new ArrayList<>(size);
        String surname = names.surname();
        Set<String> called = new HashSet<>();
        int place = act.size();
        for (Member member : members) {
            String family = member.relation.equals("spouse") ? names.surname() : surname;
            String name = names.full(family, member.woman);
            while (!called.add(name)) {
                name = names.full(family, member.woman);
            }
            residents.add(person(household, member, name, act));
        }
        act.add(place, household(household, hamlet, residents));
        return residents;
    }

    private record Member(String relation, int age, boolean woman) {}

    private List<Member> members(int size) {
        double old = Region.OLD / region.aged15;
        int headAge = dice.chance(old) ? dice.between(60, 88) : dice.between(23, 59);
        boolean headWoman = dice.chance(size == 1 ? .6 : .25);
        List<Member> members = new ArrayList<>(size);
        members.add(new Member("head", headAge, headWoman));
        boolean married = false;
        for (int i = 1; i < size; i++) {
            boolean woman = dice.chance(.5);
            if (dice.chance(childAmongOthers)) {
                members.add(new Member(headAge < 55 ? "child" : "grandchild", dice.between(0, 14), woman));
            } else if (!married && dice.chance(.85)) {
                married = true;
                int age = headAge >= 60 ? Math.max(60, headAge + dice.between(-6, 6))
                        : Math.clamp(headAge + dice.between(-6, 6), 18, 59);
                members.add(new Member("spouse", age, !headWoman));
            } else if (dice.chance(old)) {
                members.add(new Member(headAge < 60 ? "parent" : "other", dice.between(60, 92), woman));
            } else {
                members.add(headAge >= 36 ? new Member("child", dice.between(15, Math.min(59, headAge - 18)), woman)
                        : new Member("sibling", dice.between(15, 34), woman));
            }
        }
        return members;
    }

    private Resident person(EntryId household, Member member, String name, List<Draft> act) {
        EntryId id = ids.next();
        Sheet sheet = new Sheet("person", commune.scope(), id).ref("household", household)
                .text("name", name).code("sex", member.woman ? "female" : "male")
                .code("relation", member.relation);
        LocalDate born = commune.today().minusYears(member.age).minusDays(dice.between(1, 364));
        if (dice.chance(member.age < 40 ? .85 : .5)) {
            sheet.day("born", born);
        } else {
            sheet.year("born", born.getYear());
        }
        boolean away = member.age >= 18 && !member.relation.equals("head") && dice.chance(region.highland() ? .10 : .06);
        sheet.code("residence", away ? "away" : dice.chance(.97) ? "permanent" : "temporary");
        if (member.age >= 6) {
            boolean phone = dice.chance(member.age < 15 ? .25
                    : member.age < 60 ? region.smartphone : region.smartphone * Region.OLD_SMARTPHONE);
            asked(sheet, "smartphone", !phone ? "none" : dice.chance(member.age < 15 ? .1 : .9) ? "own" : "shared");
            asked(sheet, "internet", phone && dice.chance(.95) ? "yes" : "no");
            sheet.code("audience", member.age < 18 ? "pupil" : dice.pick(List.of("citizen", "citizen", "citizen",
                    member.age < 60 ? "worker" : "citizen", member.age < 60 ? "official" : "citizen")));
        }
        boolean level2 = member.age >= 14 && dice.chance(region.vneidLevel2);
        if (member.age >= 14) {
            asked(sheet, "vneid", level2 ? "level_2" : dice.chance(.3) ? "level_1" : "none");
        }
        if (member.age >= 15) {
            adult(sheet, member);
        }
        asked(sheet, "health_record", dice.chance(.55) ? "yes" : "no");
        if (member.relation.equals("head") && dice.chance(.8)) {
            sheet.text("phone", dice.pick(DEAD_PREFIXES) + String.format(Locale.ROOT, "%07d", dice.between(0, 9_999_999)));
        }
        act.add(sheet.draft());
        return new Resident(id, member.age, member.woman, level2, away);
    }

    private void adult(Sheet sheet, Member member) {
        boolean account = dice.chance(region.account);
        asked(sheet, "account", !account ? "none"
                : List.of("bank", "e_wallet", "mobile_money").get(dice.weighted(.88, .08, .04)));
        boolean beneficiary = dice.chance(member.age >= 60 ? .3 : .06);
        asked(sheet, "beneficiary", beneficiary ? "yes" : "no");
        if (beneficiary) {
            asked(sheet, "paid_through_account", account && dice.chance(.843) ? "yes" : "no");
        }
        asked(sheet, "online_service",
                List.of("alone", "helped", "none").get(dice.weighted(region.smartphone * .25, .25, .75 - region.smartphone * .25)));
        asked(sheet, "e_signature", dice.chance(region.smartphone * .3) ? "yes" : "no");
        asked(sheet, "telehealth", dice.chance(.06) ? "yes" : "no");
    }

    private Draft household(EntryId id, Hamlet hamlet, List<Resident> residents) {
        boolean within = hamlet.broadband() && dice.chance(region.fibreAvailable / region.villageBroadband);
        boolean fibre = within && dice.chance(region.fibreSubscribed / region.fibreAvailable);
        LocalDate visit = dice.dayBefore(commune.today(), 270);
        Sheet sheet = new Sheet("household", commune.scope(), id).ref("village", hamlet.id())
                .whole("local_number", ++number).ref("head", residents.getFirst().id()).whole("size", residents.size())
                .text("address_hint", dice.pick(HINTS))
                .code("residence", List.of("living", "away", "left").get(dice.weighted(.97, .02, .01)))
                .day("residence_date", visit.minusDays(dice.between(30, 4_000)))
                .code("poverty", dice.chance(region.poor) ? dice.pick(List.of("poor", "near_poor")) : "none")
                .whole("poverty_year", commune.today().getYear() - 1L)
                .code("consent", "given").items("consent_purposes", List.of("counting", "contact", "class_lists")).code("consent_basis", "consent").text("consent_notice", "2026-01")
                .code("consent_method", dice.chance(.8) ? "spoken" : "signed").day("consent_date", visit)
                .day("last_visit", visit);
        asked(sheet, "fibre_available", within ? "yes" : "no");
        asked(sheet, "fibre_subscribed", fibre ? "yes" : "no");
        if (fibre) {
            sheet.code("fibre_provider", dice.pick(PROVIDERS));
        }
        asked(sheet, "mobile_data", dice.chance(hamlet.signal() == 0 ? .1 : region.smartphone * .9) ? "yes" : "no");
        int signal = dice.chance(.85) ? hamlet.signal() : dice.between(0, 2);
        asked(sheet, "mobile_signal", Hamlet.IN_THE_HOUSE.get(signal));
        asked(sheet, "computer", dice.chance(region.account * .4) ? "yes" : "no");
        boolean address = dice.chance(region.account * .5);
        asked(sheet, "has_digital_address", address ? "yes" : "no");
        if (address) {
            sheet.code("digital_address_source", "commune");
        }
        boolean business = dice.chance(.12);
        asked(sheet, "business", business ? "yes" : "no");
        if (business) {
            asked(sheet, "accepts_qr", dice.chance(.6) ? "yes" : "no");
            asked(sheet, "sells_online", dice.chance(.2) ? "yes" : "no");
        }
        if (!hamlet.team().isEmpty()) {
            sheet.ref("visitor", dice.pick(hamlet.team()));
        }
        return sheet.draft();
    }

    private void asked(Sheet sheet, String key, String answer) {
        if (!dice.chance(NOT_ASKED)) {
            sheet.code(key, dice.chance(REFUSED) ? "refused" : answer);
        }
    }
}
