package vn.banso.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.register.Catalogue;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.EntryType;
import vn.banso.register.Field;
import vn.banso.register.ScopeId;
import vn.banso.register.Surroundings;

/** Follows links against their direction. */
final class Linking {
    private static final Field HOUSEHOLD = Catalogue.PERSON.field("household");

    private final Inside in;

    Linking(Inside in) {
        this.in = in;
    }

    /** The live, canonical entries that link to this one, or to one that it stands for, in the order of their ids. */
    List<Entry> to(EntryType type, Field link, ScopeId scope, EntryId target) {
        Stream<EntryId> ids = in.aliases.namesOf(scope, in.aliases.canonical(scope, target)).stream()
                .flatMap(name -> in.tables.linking(type, link.key(), scope, name).stream()).distinct().sorted();
        return ids.filter(id -> isLive(type, scope, id))
                .flatMap(id -> in.entries.state(scope, id, type.id()).stream()).map(state -> in.entries.shown(scope, state)).toList();
    }

    /** What the rules about several entries look at. */
    Surroundings around(Reading reading) {
        return new Surroundings() {
            @Override
            public Optional<Entry> entry(ScopeId scope, EntryId id) {
                return reading.entry(scope, id);
            }

            @Override
            public List<Entry> members(ScopeId scope, EntryId household) {
                return to(Catalogue.PERSON, HOUSEHOLD, scope, household);
            }
        };
    }

    private boolean isLive(EntryType type, ScopeId scope, EntryId id) {
        return type.id() < Catalogue.FIRST_GOVERNANCE
                && in.db.sql("SELECT count(*) FROM v_" + type.key() + " WHERE scope = ? AND id = ?").put(scope).put(id).number() > 0;
    }
}
