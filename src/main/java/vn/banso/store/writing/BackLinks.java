package vn.banso.store.writing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Inhabitants;
import vn.banso.register.rules.Linked;
import vn.banso.register.rules.Linked.How;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.store.engine.NodeLock;
import vn.banso.store.engine.ScopeWalk;
import vn.banso.store.node.NodeContext;
import vn.banso.store.tables.EntryFlags;

/** Follows links against their direction. */
public final class BackLinks {
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");
    private static final int LEFT = Codes.HOUSEHOLD_RESIDENCE.code("left").orElseThrow().number();

    private final NodeContext in;
    private final Dependants dependants;

    public BackLinks(NodeContext in) {
        this.in = in;
        this.dependants = new Dependants(in);
    }

    /** The live, canonical entries that link to this one, or to one that it stands for, in the order of their ids. */
    public List<Entry> to(EntryType type, Field link, ScopeId scope, EntryId target) {
        Stream<EntryId> ids = in.aliases.namesOf(scope, in.aliases.canonical(scope, target)).stream()
                .flatMap(name -> in.tables.linking(type, link.key(), scope, name).stream()).distinct().sorted();
        return ids.filter(id -> isLive(type, scope, id))
                .flatMap(id -> in.entries.state(scope, id, type.id()).stream()).map(state -> in.entries.shown(scope, state)).toList();
    }

    /** What the rules about several entries look at. */
    public Surroundings around(EntryReader reading, NodeLock door) {
        return new Surroundings() {
            @Override
            public Optional<Entry> entry(ScopeId scope, EntryId id) {
                return door.alone(() -> reading.entry(scope, id));
            }

            @Override
            public List<Entry> members(ScopeId scope, EntryId household) {
                return door.alone(() -> to(Catalogue.PERSON, HOUSEHOLD, scope, household));
            }

            @Override
            public Linked linked(ScopeId scope, EntryId id, EntryType type) {
                return door.alone(() -> find(scope, id, type));
            }

            @Override
            public Inhabitants inhabitants(ScopeId scope, EntryId village) {
                return door.alone(() -> people(scope, in.aliases.canonical(scope, village)));
            }

            @Override
            public long came(ScopeId scope, EntryId session, EntryId asking) {
                return door.alone(() -> in.db.sql("SELECT count(*) FROM v_attendance WHERE scope = ? AND session = ? AND presence IN (1, 3)")
                        .put(scope).put(in.aliases.canonical(scope, session)).number());
            }
        };
    }

    /** By their members or, where more are said to live there, by their size. */
    private Inhabitants people(ScopeId scope, EntryId village) {
        return in.db.sql("SELECT ifnull(sum(people), 0), count(*) FROM (SELECT max(ifnull(h.size, 0), ifnull(m.members, 0)) AS people FROM v_household h "
                        + "LEFT JOIN (SELECT household, count(*) AS members FROM v_person WHERE scope = ?1 GROUP BY household) m ON m.household = h.id "
                        + "WHERE h.scope = ?1 AND h.village = ?2 AND (h.residence IS NULL OR h.residence <> " + LEFT + ")) WHERE people > 0")
                .put(scope).put(village).first(row -> new Inhabitants(row.number(1), row.number(2))).orElse(Inhabitants.UNKNOWN);
    }

    private Linked find(ScopeId scope, EntryId id, EntryType type) {
        Map<Integer, Integer> flags = new HashMap<>();
        in.db.sql("SELECT type, flags FROM entry WHERE scope = ? AND id = ?").put(scope).put(in.aliases.canonical(scope, id))
                .each(row -> flags.put(row.whole(1), row.whole(2)));
        Integer here = flags.get(type.id());
        if (here == null) {
            return flags.keySet().stream().flatMap(t -> Catalogue.type(t).stream()).findFirst().map(Linked::other)
                    .orElseGet(() -> in(scope, id, type).map(where -> Linked.of(How.ELSEWHERE).in(Optional.of(where))).orElse(Linked.of(How.ABSENT)));
        }
        return (here & (EntryFlags.DELETED | EntryFlags.ERASED)) != 0 ? Linked.of(How.DELETED)
                : (here & EntryFlags.MOVED) != 0 ? Linked.of(How.MOVED).in(dependants.movedTo(scope, in.entries.state(scope, id, type.id()).stream().toList()))
                : Linked.of(How.LIVE);
    }

    /** Another commune that has such an entry. */
    private Optional<ScopeId> in(ScopeId but, EntryId id, EntryType type) {
        return in.db.sql(ScopeWalk.with("entry") + "SELECT scope FROM s WHERE scope <> ? AND EXISTS (SELECT 1 FROM entry e WHERE e.scope = s.scope "
                + "AND e.id = ? AND e.type = ?) LIMIT 1").put(but).put(id).put(type.id()).first(row -> row.scope(1));
    }

    private boolean isLive(EntryType type, ScopeId scope, EntryId id) {
        return type.id() < Catalogue.FIRST_GOVERNANCE
                && in.db.sql("SELECT count(*) FROM v_" + type.key() + " WHERE scope = ? AND id = ?").put(scope).put(id).number() > 0;
    }
}
