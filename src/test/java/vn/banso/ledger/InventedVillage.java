package vn.banso.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.banso.register.Catalogue;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.FreshIds;
import vn.banso.register.Value;
import vn.banso.register.Value.Code;
import vn.banso.register.Value.Day;
import vn.banso.register.Value.Ref;
import vn.banso.register.Value.Text;
import vn.banso.register.Value.Whole;

/** People who do not exist, written down as a volunteer would: with the frequencies of a mountain commune. */
final class InventedVillage {
    private static final String[] SURNAMES = ("Nguyễn:40 Trần:11 Lê:9 Phạm:7 Hoàng:5 Nông:5 Triệu:4 Lý:4 Đặng:3 Bùi:3 Vũ:3 Dương:3 "
            + "Ma:3 Lò:2 Vàng:2 Giàng:2 Hầu:2 Chu:1 Lường:1 Phùng:1 Ngô:1 Đỗ:1 Hứa:1 Đào:1 Sùng:1 Bàn:1").split(" ");
    private static final String[] MEN = ("Văn:40 Đức:8 Minh:8 Quang:6 Xuân:5 Hữu:5 Đình:5 Công:4 Ngọc:4 Thanh:4 Tiến:3 Mạnh:3 Quốc:3 "
            + "Anh:2 Trọng:2 Thế:2 A:3 Seo:1 Gia:2 Bảo:2").split(" ");
    private static final String[] WOMEN = ("Thị:60 Thị_Thu:3 Thị_Ngọc:3 Ngọc:5 Thu:4 Thanh:4 Minh:3 Phương:3 Kim:3 Khánh:2 Bảo:2 Mai:2 "
            + "Hồng:2 Thuỳ:2 Quỳnh:1 Mùi:1").split(" ");
    private static final String[] HIS = ("Hùng Dũng Tuấn Minh Nam Hải Long Sơn Thành Cường Trung Hiếu Đức Hoàng Kiên Quân Khánh Bình "
            + "Thắng Tùng Việt Anh Phong Huy Đạt Hưng Quang Tú Lâm Tâm Chiến Thịnh Toàn Vinh Phúc Lộc Duy Khoa Bảo Nghĩa Tài An Páo Dế "
            + "Sinh Chinh Tấn Luyện Hoạt Khải Điệp Thuận Hoà Quyết Lực Xuân Đông Thu Hạnh Phú").split(" ");
    private static final String[] HERS = ("Hương Lan Mai Hoa Hồng Thảo Linh Trang Hà Hạnh Thu Nga Ngọc Phương Yến Hiền Loan Oanh Thuý "
            + "Huyền Dung Nhung Liên Hằng Vân Anh Chi Quyên Ngân My Nhi Hoà Bích Tuyết Xuân Thơm Nguyệt Lý Duyên Tươi Mỵ Dở Mẩy Coi "
            + "Thắm Lụa Gấm Thêu Khuyên Sen Cúc Đào Mận Lê Hậu Bình Minh Châu Giang Trà").split(" ");
    private static final String[] HINTS = {"đầu xóm", "cuối xóm", "gần nhà văn hoá", "sau trường tiểu học", "cạnh suối", "ngõ cạnh trạm y tế",
            "trên đồi chè", "bên kia cầu", "đối diện quán ông Sáu", "gần đập tràn", "lối vào Khuổi Mèo", "dưới chân dốc"};
    private static final String[] PHONES = {"086", "096", "097", "098", "032", "033", "034", "035", "036", "037", "038", "039", "088", "091",
            "094", "081", "082", "083", "084", "085", "089", "090", "093", "070", "077", "078"};

    private final Random random;
    private final FreshIds ids;
    private final DeviceId author;
    private final EntryId village;
    private long clock;
    private int number;
    private final int today = 20261120;

    InventedVillage(long seed, DeviceId author) {
        random = new Random(seed);
        ids = new FreshIds(random);
        village = new FreshIds(random).next();
        number = 1 + random.nextInt(200);
        clock = 1_795_000_000_000L + random.nextInt(1_000_000_000);
        this.author = author;
    }

    /** Households with their members, each household in one save. */
    List<Change> households(int count, int... persons) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            household(changes, persons.length > 0 ? persons[i % persons.length] : size());
        }
        return changes;
    }

    private int size() {
        double at = random.nextDouble();
        double[] shares = {.07, .13, .17, .25, .17, .11, .06, .04};
        for (int size = 1; size <= 8; size++) {
            at -= shares[size - 1];
            if (at < 0) {
                return size;
            }
        }
        return 4;
    }

    private void household(List<Change> to, int size) {
        clock += 300_000 + random.nextInt(900_000);
        EntryId id = ids.next();
        List<EntryId> members = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            members.add(ids.next());
        }
        boolean fibre = chance(.7);
        boolean subscribed = fibre && chance(.75);
        SortedMap<Integer, Value> fields = new TreeMap<>();
        EntryType type = Catalogue.HOUSEHOLD;
        put(fields, type, "village", new Ref(village));
        put(fields, type, "local_number", new Whole(number++));
        put(fields, type, "head", new Ref(members.getFirst()));
        put(fields, type, "address_hint", new Text(pick(HINTS)));
        put(fields, type, "residence", new Code(chance(.97) ? 1 : 2));
        put(fields, type, "size", new Whole(size));
        put(fields, type, "poverty", new Code(chance(.12) ? 1 : chance(.12) ? 2 : chance(.05) ? 3 : 4));
        put(fields, type, "poverty_year", new Whole(2025));
        put(fields, type, "fibre_available", new Code(fibre ? 1 : 2));
        put(fields, type, "fibre_subscribed", new Code(subscribed ? 1 : 2));
        if (subscribed) {
            put(fields, type, "fibre_provider", new Code(chance(.6) ? 1 : chance(.8) ? 2 : 3));
        }
        put(fields, type, "mobile_signal", new Code(chance(.6) ? 3 : chance(.8) ? 2 : 1));
        put(fields, type, "computer", new Code(chance(.2) ? 1 : 2));
        if (chance(.8)) {
            put(fields, type, "phone", phone());
        }
        put(fields, type, "business", new Code(chance(.1) ? 1 : 2));
        put(fields, type, "consent", new Code(chance(.97) ? 1 : 2));
        put(fields, type, "consent_method", new Code(chance(.9) ? 1 : 2));
        put(fields, type, "last_visit", Day.of(today));
        to.add(create(type, id, fields));
        String surname = weighted(SURNAMES);
        for (int i = 0; i < size; i++) {
            to.add(create(Catalogue.PERSON, members.get(i), person(id, i, surname)));
        }
    }

    private SortedMap<Integer, Value> person(EntryId household, int place, String surname) {
        boolean man = place == 0 ? chance(.8) : place == 1 ? chance(.2) : chance(.5);
        int age = place < 2 ? 25 + random.nextInt(45) : place < 5 ? random.nextInt(25) : 60 + random.nextInt(30);
        boolean grown = age >= 15;
        SortedMap<Integer, Value> fields = new TreeMap<>();
        EntryType type = Catalogue.PERSON;
        String family = place == 1 || chance(.05) ? weighted(SURNAMES) : surname;
        put(fields, type, "household", new Ref(household));
        put(fields, type, "name", new Text((family + " " + (man ? weighted(MEN) : weighted(WOMEN)) + " "
                + (man ? HIS[skewed(HIS.length)] : HERS[skewed(HERS.length)])).replace('_', ' ')));
        put(fields, type, "born", age > 60 && chance(.4) ? new Day(2026 - age, 0, 0)
                : new Day(2026 - age, 1 + random.nextInt(12), 1 + random.nextInt(28)));
        put(fields, type, "sex", new Code(man ? 1 : 2));
        put(fields, type, "relation", new Code(place == 0 ? 1 : place == 1 ? 2 : age > 60 ? 5 : 3));
        put(fields, type, "audience", new Code(age < 18 ? 1 : chance(.9) ? 2 : 4));
        if (grown) {
            double skill = age >= 60 ? .55 : 1;
            boolean phone = chance(.82 * skill);
            put(fields, type, "smartphone", new Code(phone ? 1 : chance(.3) ? 2 : 3));
            put(fields, type, "internet", new Code(phone && chance(.9) ? 1 : 2));
            put(fields, type, "vneid", new Code(chance(.65 * skill) ? 3 : chance(.3) ? 2 : 1));
            put(fields, type, "account", new Code(chance(.65 * skill) ? 1 : chance(.2) ? 2 : 4));
            put(fields, type, "e_signature", new Code(chance(.08) ? 1 : 2));
            put(fields, type, "online_service", new Code(chance(.2) ? 1 : chance(.25) ? 2 : 3));
            put(fields, type, "health_record", new Code(chance(.5) ? 1 : chance(.1) ? 0 : 2));
            if (phone && chance(.4)) {
                put(fields, type, "phone", phone());
            }
        }
        return fields;
    }

    /** Somebody comes back and corrects one answer of each of these. */
    List<Change> edits(List<Change> created) {
        List<Change> edits = new ArrayList<>();
        for (Change c : created) {
            clock += 20_000 + random.nextInt(60_000);
            int field = c.type() == Catalogue.PERSON.id() ? Catalogue.PERSON.field("smartphone").id()
                    : Catalogue.HOUSEHOLD.field("fibre_subscribed").id();
            SortedMap<Integer, SortedSet<ChangeId>> bases = new TreeMap<>();
            if (c.fields().containsKey(field)) {
                bases.put(field, new TreeSet<>(List.of(c.id())));
            }
            edits.add(Change.of(Kind.SET.number(), c.type(), c.entry(), author, new Stamp(clock),
                    new TreeMap<>(java.util.Map.of(field, new Code(1))), bases));
        }
        return edits;
    }

    /** An evening in the village hall: the session, who came and practised, what they can do afterwards. */
    List<Change> lesson(List<Change> people) {
        clock += 86_400_000 + random.nextInt(3_600_000);
        List<Change> lesson = new ArrayList<>();
        EntryId session = ids.next();
        SortedMap<Integer, Value> fields = new TreeMap<>();
        EntryType type = Catalogue.SESSION;
        put(fields, type, "kind", new Code(1));
        put(fields, type, "date", Day.of(today));
        put(fields, type, "start", new Whole(1170));
        put(fields, type, "minutes", new Whole(90));
        put(fields, type, "place", new Text("Nhà văn hoá xóm"));
        put(fields, type, "village", new Ref(village));
        put(fields, type, "level", new Code(2));
        put(fields, type, "skills", new Value.Items(new TreeSet<>(List.of("0.1", "0.2", "1.1"))));
        put(fields, type, "topics", new Value.Items(new TreeSet<>(List.of("vneid", "online_service"))));
        put(fields, type, "planned_people", new Whole(people.size()));
        put(fields, type, "status", new Code(1));
        lesson.add(create(type, session, fields));
        for (Change person : people) {
            clock += random.nextInt(4_000);
            lesson.add(row(Catalogue.ATTENDANCE, session, person.entry(), new Code(chance(.85) ? 1 : chance(.7) ? 2 : 3)));
        }
        for (Change person : people) {
            if (chance(.7)) {
                clock += random.nextInt(4_000);
                lesson.add(row(Catalogue.PRACTICE, session, person.entry(), new Code(1)));
            }
        }
        for (Change person : people) {
            if (chance(.3)) {
                clock += 20_000 + random.nextInt(40_000);
                lesson.add(assessment(session, person.entry()));
            }
        }
        return lesson;
    }

    private Change row(EntryType type, EntryId session, EntryId person, Code code) {
        SortedMap<Integer, Value> fields = new TreeMap<>();
        put(fields, type, "session", new Ref(session));
        put(fields, type, "person", new Ref(person));
        fields.put(18, code);
        return create(type, EntryId.derived(type.key(), session, person), fields);
    }

    private Change assessment(EntryId session, EntryId person) {
        EntryType type = Catalogue.ASSESSMENT;
        SortedMap<Integer, Value> fields = new TreeMap<>();
        put(fields, type, "person", new Ref(person));
        put(fields, type, "session", new Ref(session));
        put(fields, type, "form", new Text("CB-2026"));
        put(fields, type, "date", Day.of(today));
        put(fields, type, "assessor", new Text("Nông Thị Lụa"));
        put(fields, type, "mode", new Code(3));
        int score = 3 + random.nextInt(8);
        put(fields, type, "score", new Whole(score));
        put(fields, type, "max_score", new Whole(10));
        put(fields, type, "pass_mark", new Whole(5));
        put(fields, type, "result", new Code(score >= 5 ? 1 : 2));
        put(fields, type, "level", new Code(score >= 8 ? 3 : score >= 5 ? 2 : 1));
        return create(type, ids.next(), fields);
    }

    /** The village itself and its team. */
    List<Change> village() {
        List<Change> all = new ArrayList<>();
        SortedMap<Integer, Value> fields = new TreeMap<>();
        for (var field : Catalogue.VILLAGE.fields()) {
            value(field.type(), field.key()).ifPresent(v -> fields.put(field.id(), v));
        }
        all.add(create(Catalogue.VILLAGE, village, fields));
        EntryId team = ids.next();
        SortedMap<Integer, Value> about = new TreeMap<>();
        for (var field : Catalogue.TEAM.fields()) {
            value(field.type(), field.key()).ifPresent(v -> about.put(field.id(), v));
        }
        all.add(create(Catalogue.TEAM, team, about));
        for (int i = 0; i < 6; i++) {
            SortedMap<Integer, Value> member = new TreeMap<>();
            for (var field : Catalogue.TEAM_MEMBER.fields()) {
                value(field.type(), field.key()).ifPresent(v -> member.put(field.id(), v));
            }
            all.add(create(Catalogue.TEAM_MEMBER, ids.next(), member));
        }
        return all;
    }

    private java.util.Optional<Value> value(vn.banso.register.Field.ValueType type, String key) {
        return switch (type) {
            case TEXT -> key.equals("phone") ? java.util.Optional.of(phone()) : key.equals("name")
                    ? java.util.Optional.of(new Text(weighted(SURNAMES) + " Văn " + pick(HIS))) : java.util.Optional.empty();
            case WHOLE -> java.util.Optional.of(new Whole(random.nextInt(200)));
            case DAY -> java.util.Optional.of(new Day(2022 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28)));
            case CODE -> java.util.Optional.of(new Code(1 + random.nextInt(3)));
            case REF -> java.util.Optional.of(new Ref(village));
            case ITEMS, BYTES -> java.util.Optional.empty();
        };
    }

    private Change create(EntryType type, EntryId id, SortedMap<Integer, Value> fields) {
        return Change.of(Kind.CREATE.number(), type.id(), id, author, new Stamp(clock), fields, new TreeMap<>());
    }

    private static void put(SortedMap<Integer, Value> fields, EntryType type, String field, Value value) {
        fields.put(type.field(field).id(), value);
    }

    private Text phone() {
        return new Text(PHONES[skewed(PHONES.length)] + "%07d".formatted(random.nextInt(10_000_000)));
    }

    private int skewed(int count) {
        return (int) (count * Math.pow(random.nextDouble(), 1.4));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String pick(String[] of) {
        return of[random.nextInt(of.length)];
    }

    private String weighted(String[] of) {
        int all = 0;
        for (String one : of) {
            all += Integer.parseInt(one.substring(one.indexOf(':') + 1));
        }
        int at = random.nextInt(all);
        for (String one : of) {
            at -= Integer.parseInt(one.substring(one.indexOf(':') + 1));
            if (at < 0) {
                return one.substring(0, one.indexOf(':'));
            }
        }
        throw new AssertionError();
    }
}
