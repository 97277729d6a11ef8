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

/** Villages and their community digital-technology teams. */
final class Villages {
    private static final int FEWEST = 6;
    private static final double SIZE_SPREAD = .6;
    private static final List<String> HILL = List.of("Nà", "Khuổi", "Pác", "Lũng", "Cốc", "Tân", "Đồng", "Bó");
    private static final List<String> PLACE = List.of("Lay", "Mạ", "Sơn", "Tiến", "Chang", "Hin", "Vài", "Lìn", "Cà", "Phya",
            "Thành", "Khoang", "Rọ", "Mười", "Luông", "Xiêm");
    private static final List<String> COURSES = List.of("Kỹ năng số cơ bản cho Tổ CNSCĐ", "Hướng dẫn dịch vụ công trực tuyến",
            "An toàn số tại cơ sở");
    private static final List<String> ORGANISATIONS = List.of("youth", "women", "front", "farmers", "veterans", "police",
            "teacher", "health", "party");

    private final Commune commune;
    private final Dice dice;
    private final FreshIds ids;
    private final PersonNames names;
    private final Set<String> used = new HashSet<>();
    private int lowlandNumber;

    Villages(Commune commune, Dice dice, FreshIds ids, PersonNames names) {
        this.commune = commune;
        this.dice = dice;
        this.ids = ids;
        this.names = names;
    }

    /** The official household counts of the commune's villages: at least {@link #FEWEST}, enough for all households. */
    List<Integer> sizes() {
        List<Integer> sizes = new ArrayList<>();
        for (int sum = 0; sum < commune.households() || sizes.size() < FEWEST; sum += sizes.getLast()) {
            sizes.add(dice.lognormal(commune.region().medianVillage, SIZE_SPREAD, 25, 900));
        }
        return sizes;
    }

    Hamlet write(int size, List<Draft> act) {
        EntryId id = ids.next();
        String name = name();
        boolean broadband = dice.chance(commune.region().villageBroadband);
        int signal = switch (commune.region()) {
            case URBAN -> 2;
            case DELTA -> dice.weighted(0, .03, .97);
            case MOUNTAIN -> dice.weighted(.03, .17, .80);
            case REMOTE -> dice.weighted(.15, .40, .45);
        };
        boolean power = dice.chance(commune.region() == Region.REMOTE ? .93 : 1);
        Sheet sheet = new Sheet("village", commune.scope(), id).text("name", name)
                .code("kind", kind()).text("unit_list", commune.unitList()).text("commune", commune.code())
                .code("region", commune.region().name().toLowerCase(Locale.ROOT))
                .whole("household_count", size).answer("grid_power", power)
                .code("coverage", Hamlet.SIGNALS.get(signal)).code("best_technology", technology(signal))
                .answer("fixed_broadband", broadband).answer("village_hall", dice.chance(.9))
                .answer("loudspeaker", dice.chance(.7)).whole("distance", dice.between(3, 180) * 100L);
        if (dice.chance(.9)) {
            sheet.answer("public_wifi", dice.chance(broadband ? .5 : .05));
        }
        act.add(sheet.draft());
        return new Hamlet(id, name, broadband, signal, dice.chance(.92) ? team(id, act) : List.of());
    }

    private List<EntryId> team(EntryId village, List<Draft> act) {
        EntryId team = ids.next();
        LocalDate from = dice.dayBefore(commune.today().minusYears(1), 700);
        act.add(new Sheet("team", commune.scope(), team).code("team_level", "village").ref("village", village)
                .text("decision_number", dice.between(1, 240) + "/QĐ-UBND").day("decision_date", from)
                .day("active_from", from).draft());
        List<EntryId> members = new ArrayList<>();
        for (int i = dice.between(4, 9); i > 0; i--) {
            EntryId member = ids.next();
            Sheet sheet = new Sheet("team_member", commune.scope(), member).ref("team", team)
                    .text("name", names.full(names.surname(), dice.chance(.45)))
                    .code("role", members.isEmpty() ? "leader" : members.size() == 1 ? "deputy" : "member")
                    .code("organisation", members.isEmpty() ? "village_head" : dice.pick(ORGANISATIONS))
                    .day("active_from", from);
            if (dice.chance(.95)) {
                boolean trained = dice.chance(.7);
                sheet.answer("trained", trained);
                if (trained) {
                    sheet.text("training_course", dice.pick(COURSES)).whole("training_hours", dice.between(2, 6) * 4L)
                            .day("training_date", dice.dayBefore(commune.today(), 350)).code("training_result", "passed");
                }
            }
            act.add(sheet.draft());
            members.add(member);
        }
        return members;
    }

    private String kind() {
        return switch (commune.region()) {
            case URBAN -> "to_dan_pho";
            case DELTA -> "thon";
            case MOUNTAIN -> "xom";
            case REMOTE -> "ban";
        };
    }

    /** In the lowlands a number, which the kind stands before: "Thôn 3". */
    private String name() {
        if (!commune.region().highland()) {
            return String.valueOf(++lowlandNumber);
        }
        String name = hill();
        for (int i = 0; i < 9 && used.contains(name); i++) {
            name = hill();
        }
        String free = name;
        for (int i = 2; !used.add(free); i++) {
            free = name + " " + i;
        }
        return free;
    }

    private String hill() {
        return dice.pick(HILL) + " " + dice.pick(PLACE);
    }

    private String technology(int signal) {
        return switch (signal) {
            case 0 -> "none";
            case 1 -> dice.chance(.5) ? "3g" : "4g";
            default -> dice.chance(commune.region() == Region.URBAN ? .7 : .15) ? "5g" : "4g";
        };
    }
}
