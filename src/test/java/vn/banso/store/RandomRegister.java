package vn.banso.store;

import static vn.banso.register.catalogue.Catalogue.ASSESSMENT;
import static vn.banso.register.catalogue.Catalogue.ATTENDANCE;
import static vn.banso.register.catalogue.Catalogue.CLASS;
import static vn.banso.register.catalogue.Catalogue.HOUSEHOLD;
import static vn.banso.register.catalogue.Catalogue.PERSON;
import static vn.banso.register.catalogue.Catalogue.PRACTICE;
import static vn.banso.register.catalogue.Catalogue.SESSION;
import static vn.banso.register.catalogue.Catalogue.TEAM;
import static vn.banso.register.catalogue.Catalogue.TEAM_MEMBER;
import static vn.banso.register.catalogue.Catalogue.VILLAGE;
import static vn.banso.register.catalogue.Catalogue.VNEID_CONFIRMATION;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.indicators.Register;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.engine.Db;
import vn.banso.store.tables.EntryFlags;
import vn.banso.store.tables.RegisterTables;

/**
 * A register of one commune in which everything is drawn, the odd included: blanks, refusals, codes of newer versions, days known
 * by year, links to nowhere, deleted and merged entries, the same entry in another commune.
 */
public final class RandomRegister {
    private static final List<EntryType> TYPES = List.of(VILLAGE, HOUSEHOLD, PERSON, TEAM, TEAM_MEMBER, CLASS, SESSION, ATTENDANCE,
            PRACTICE, ASSESSMENT, VNEID_CONFIRMATION);
    private static final ScopeId ELSEWHERE = ScopeId.commune("2025-07-01", "05818");

    public final ScopeId scope = Land.SANG_MOC;
    private final Random random;
    private final Map<EntryType, List<EntryId>> ids = new HashMap<>();
    private final List<Entry> live = new ArrayList<>();
    private final List<Entry> ever = new ArrayList<>();
    private final Map<EntryId, EntryId> canonical = new HashMap<>();

    public RandomRegister(long seed) {
        this.random = new Random(seed);
    }

    /** Writes it down in the tables that the queries see. */
    public void into(Db db) {
        RegisterTables tables = new RegisterTables(db);
        db.commit(() -> {
            int next = 0;
            for (EntryType type : TYPES) {
                List<EntryId> some = new ArrayList<>();
                for (int i = random.nextInt(2, type == ATTENDANCE || type == PRACTICE ? 80 : 40); i > 0; i--) {
                    some.add(new EntryId(random.nextLong(), next++));
                }
                ids.put(type, some);
            }
            TYPES.forEach(type -> ids.get(type).forEach(id -> write(db, tables, type, id)));
            canonical.forEach((from, to) -> db.sql("INSERT INTO alias VALUES (?, ?, ?)").put(scope).put(from).put(to).run());
        });
    }

    private void write(Db db, RegisterTables tables, EntryType type, EntryId id) {
        Entry entry = entry(type, id, scope);
        int hidden = random.nextInt(20) == 0 ? EntryFlags.DELETED : random.nextInt(40) == 0 ? EntryFlags.ERASED : 0;
        tables.write(entry, hidden, RegisterTables.Presence.NEW);
        if (random.nextInt(10) == 0) {
            tables.write(entry(type, id, ELSEWHERE), 0, RegisterTables.Presence.NEW);
        }
        EntryId other = ids.get(type).getFirst();
        if (random.nextInt(12) == 0 && !id.equals(other)) {
            canonical.put(id, other);
        } else {
            ever.add(entry);
            if (hidden == 0) {
                live.add(entry);
            }
        }
    }

    /** As it is to be counted: canonical links, merged ones left out. */
    public Register register() {
        return new Register() {
            @Override
            public Stream<Entry> live(EntryType type) {
                return entries(live, type).map(RandomRegister.this::linked);
            }

            @Override
            public Stream<Entry> ever(EntryType type) {
                return entries(ever, type).map(RandomRegister.this::linked);
            }
        };
    }

    private Entry linked(Entry e) {
        var fields = new TreeMap<Integer, Value>();
        e.fields().forEach((field, value) -> fields.put(field,
                value instanceof Value.Ref(EntryId to) ? new Value.Ref(canonical.getOrDefault(to, to)) : value));
        return new Entry(e.type(), e.scope(), e.id(), fields);
    }

    /** A faulty look at it: as if merging two entries had not moved the links. */
    public Register withLinksAsWritten() {
        return type -> entries(live, type);
    }

    private static Stream<Entry> entries(List<Entry> all, EntryType type) {
        return all.stream().filter(e -> e.type() == type.id());
    }

    private Entry entry(EntryType type, EntryId id, ScopeId where) {
        var fields = new TreeMap<Integer, Value>();
        for (Field field : type.fields()) {
            if (field.open()) {
                value(type, field).ifPresent(v -> fields.put(field.id(), v));
            }
        }
        return new Entry(type.id(), where, id, fields);
    }

    private Optional<Value> value(EntryType type, Field field) {
        if (random.nextInt(8) == 0) {
            return random.nextBoolean() ? Optional.of(Value.BLANK) : Optional.empty();
        }
        return switch (field.type()) {
            case CODE -> Optional.of(new Value.Code(code(field)));
            case DAY -> Optional.of(day(field));
            case WHOLE -> Optional.of(new Value.Whole(random.nextInt(30)));
            case REF -> ref(type, field).map(Value.Ref::new);
            case ITEMS -> field.codes().map(list -> new Value.Items(list.codes().values().stream().filter(_ -> random.nextInt(4) > 0)
                    .collect(Collectors.toCollection(TreeSet::new))));
            default -> Optional.empty();
        };
    }

    private int code(Field field) {
        List<Integer> codes = new ArrayList<>(field.codes().orElseThrow().codes().keySet());
        if (field.key().equals("consent")) {
            return random.nextInt(6) == 0 ? codes.get(random.nextInt(codes.size())) : random.nextInt(2);
        }
        return random.nextInt(30) == 0 ? 12 : random.nextInt(3) == 0 ? 1 : codes.get(random.nextInt(codes.size()));
    }

    private Value.Day day(Field field) {
        int year = field.key().equals("born") ? random.nextInt(2004, 2016) : random.nextInt(2025, 2028);
        int month = random.nextInt(13);
        return new Value.Day(year, month, month == 0 ? 0 : random.nextInt(29));
    }

    private Optional<EntryId> ref(EntryType type, Field field) {
        if (field.key().equals("supersedes") && random.nextInt(4) > 0) {
            return Optional.empty();
        }
        List<EntryId> there = TYPES.stream().filter(t -> t.key().equals(field.target().orElseThrow())).findFirst()
                .map(ids::get).orElse(List.of());
        // Few targets, so that people have several assessments and classes several sessions.
        int many = type == ATTENDANCE || type == PRACTICE || type == ASSESSMENT || type == SESSION ? 6 : there.size();
        return there.isEmpty() ? Optional.empty() : Optional.of(random.nextInt(25) == 0 ? new EntryId(0, random.nextInt())
                : there.get(random.nextInt(Math.min(many, there.size()))));
    }
}
