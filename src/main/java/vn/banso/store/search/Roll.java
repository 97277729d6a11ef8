package vn.banso.store.search;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.banso.indicators.CountPeriod;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.Db;
import vn.banso.store.engine.ResultRow;
import vn.banso.store.engine.ScopeWalk;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.tables.Aliases;
import vn.banso.store.tables.Member;
import vn.banso.store.tables.RegisterTables;
import vn.banso.store.tables.RegisterTables.Presence;

/**
 * All households of this node, a line each. Read when somebody first lists households; from then on what is written is noted, and
 * read again before the next list.
 */
public final class Roll {
    /** From so many households of a commune on, reading all of it is quicker. */
    private static final int MANY = 1_000;
    private static final String HOUSEHOLDS = "SELECT id, village, local_number, head, last_visit"
            + RollLine.CODES.stream().map(f -> ", \"" + f.key() + "\"").reduce("", String::concat) + " FROM v_household WHERE scope = ?";

    private final Db db;
    private final RegisterTables tables;
    private final SearchIndex index;
    private final Aliases aliases;
    private final Clock clock;
    private final Map<ScopeId, Map<EntryId, RollLine>> lines = new HashMap<>();
    private final Map<ScopeId, Set<EntryId>> touched = new HashMap<>();
    private final Set<ScopeId> unread = new HashSet<>();
    private boolean awake;
    private long version;

    public Roll(Db db, RegisterTables tables, SearchIndex index, Aliases aliases, Clock clock) {
        this.db = db;
        this.tables = tables;
        this.index = index;
        this.aliases = aliases;
        this.clock = clock;
    }

    // What is told while things are written.

    /** An entry is about to be written; a person leaves a household behind that this one line still knows. */
    public void before(ScopeId scope, EntryId id, int type, Presence presence) {
        if (awake && type == Catalogue.PERSON.id() && presence == Presence.KNOWN) {
            household(scope, id).ifPresent(h -> touch(scope, h));
        }
    }

    public void after(ScopeId scope, EntryId id, int type) {
        if (awake && type == Catalogue.PERSON.id()) {
            household(scope, id).ifPresent(h -> touch(scope, h));
        } else if (awake && type == Catalogue.HOUSEHOLD.id()) {
            touch(scope, id);
        } else if (awake && type == Catalogue.VILLAGE.id()) {
            version++;
        }
    }

    private Optional<EntryId> household(ScopeId scope, EntryId person) {
        return db.sql("SELECT household FROM r_person WHERE scope = ? AND id = ? AND household IS NOT NULL").put(scope).put(person)
                .first(row -> row.entry(1));
    }

    private void touch(ScopeId scope, EntryId household) {
        Set<EntryId> ids = touched.computeIfAbsent(scope, _ -> new HashSet<>());
        ids.add(household);
        if (ids.size() > MANY) {
            reread(scope);
        }
    }

    /** Too much changed there to follow it line by line. */
    public void reread(ScopeId scope) {
        if (awake) {
            touched.remove(scope);
            unread.add(scope);
        }
    }

    // What is read.

    /** Grows whenever a line or the name of a village becomes another. */
    long version() {
        return version;
    }

    Collection<Map<EntryId, RollLine>> lines() {
        return lines.values();
    }

    public Optional<RollLine> line(ScopeId scope, EntryId id) {
        return Optional.ofNullable(lines.getOrDefault(scope, Map.of()).get(id));
    }

    /** Brings the lines up to date. The search index must be awake. */
    public void read() {
        if (!awake) {
            awake = true;
            unread.addAll(ScopeWalk.of(db, "r_household"));
        }
        if (unread.isEmpty() && touched.isEmpty()) {
            return;
        }
        version++;
        unread.forEach(scope -> lines.put(scope, commune(scope)));
        unread.clear();
        touched.forEach((scope, ids) -> ids.stream().map(id -> aliases.canonical(scope, id)).distinct().forEach(id -> {
            Map<EntryId, RollLine> commune = lines.computeIfAbsent(scope, _ -> new LinkedHashMap<>());
            commune.remove(id);
            db.sql(HOUSEHOLDS + " AND id = ?").put(scope).put(id).list(row -> house(scope, row))
                    .forEach(h -> commune.put(id, h.line(members(scope, id))));
        }));
        touched.clear();
    }

    private Map<EntryId, RollLine> commune(ScopeId scope) {
        Map<EntryId, List<Member>> members = Member.byHousehold(db, scope, today());
        Map<EntryId, RollLine> all = new LinkedHashMap<>();
        db.sql(HOUSEHOLDS).put(scope).each(row -> {
            House house = house(scope, row);
            all.put(house.id(), house.line(members.getOrDefault(house.id(), List.of())));
        });
        return all;
    }

    private List<Member> members(ScopeId scope, EntryId household) {
        List<Member> members = new ArrayList<>();
        Set<EntryId> names = new HashSet<>(aliases.namesOf(scope, household));
        names.stream().flatMap(name -> tables.linking(Catalogue.PERSON, "household", scope, name).stream()).sorted()
                .forEach(id -> members.addAll(Member.one(db, scope, id, today())));
        return members;
    }

    private CountPeriod today() {
        return CountPeriod.yearTo(NodeOptions.today(clock));
    }

    private House house(ScopeId scope, ResultRow row) {
        byte[] codes = new byte[RollLine.CODES.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) row.whole(6 + i);
        }
        return new House(this, scope, row.entry(1), row.bytes(2) == null ? RollOrder.NOWHERE : row.entry(2), row.whole(3),
                Optional.ofNullable(row.bytes(4)).map(EntryId::of), row.whole(5), codes);
    }

    /** A household without its people. */
    private record House(Roll roll, ScopeId scope, EntryId id, EntryId village, int number, Optional<EntryId> head, int lastVisit,
                         byte[] codes) {

        RollLine line(List<Member> found) {
            List<Member> members = Member.headFirst(found, head);
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            char[] ends = new char[1 + members.size()];
            text.writeBytes(houseText());
            ends[0] = (char) text.size();
            List<EntryId> people = new ArrayList<>();
            for (Member member : members) {
                people.add(member.id());
                text.write('\n');
                text.writeBytes(roll.index.text(scope, member.id()));
                ends[people.size()] = (char) text.size();
            }
            Optional<EntryId> named = head.or(() -> people.stream().findFirst());
            return new RollLine(scope, id, village, number, named, lastVisit, Member.smartphone(members), codes,
                    List.copyOf(people), text.toByteArray(), ends, SearchQuery.initials(text.toByteArray()));
        }

        private byte[] houseText() {
            byte[] known = roll.index.text(scope, id);
            return number == 0 ? known
                    : (number + "\n" + new String(known, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
    }
}
