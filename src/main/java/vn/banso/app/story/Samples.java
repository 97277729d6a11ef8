package vn.banso.app.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.banso.cli.entries.JsonEntries;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.rules.Draft;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.FreshIds;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;

/** The sample communes, and who of the cast writes which part of them down. */
final class Samples {
    private static final Set<EntryType> TEAMS = Set.of(Catalogue.TEAM, Catalogue.TEAM_MEMBER);
    private static final Set<EntryType> TRAINING = Set.of(Catalogue.CLASS, Catalogue.SESSION, Catalogue.ATTENDANCE,
            Catalogue.PRACTICE, Catalogue.ASSESSMENT, Catalogue.VNEID_CONFIRMATION);
    /** What somebody writes down in one go, as an import of a list does. */
    private static final int AT_ONCE = 500;

    private final Path folder;
    private final Texts texts;

    Samples(Path folder, Texts texts) {
        this.folder = folder;
        this.texts = texts;
    }

    /** Everything in both communes, shared out. */
    Map<Actor, List<Draft>> sharedOut(Cast cast) throws IOException, CommandRefusal {
        Map<Actor, List<Draft>> shares = new LinkedHashMap<>();
        cast.all().forEach(actor -> shares.put(actor, new ArrayList<>()));
        read("05818").forEach(d -> shares.get(TEAMS.contains(d.type()) ? cast.province() : cast.trainer()).add(d));
        List<Draft> sangMoc = read("05719");
        Set<EntryId> hoas = householdsOf(everyOtherVillage(sangMoc), sangMoc);
        for (Draft draft : sangMoc) {
            Actor writer = TEAMS.contains(draft.type()) ? cast.office()
                    : TRAINING.contains(draft.type()) ? cast.trainer()
                    : hoas.contains(household(draft)) ? cast.hoa() : cast.mai();
            shares.get(writer).add(draft);
        }
        return shares;
    }

    static void record(Actor actor, List<Draft> drafts) {
        for (int from = 0; from < drafts.size(); from += AT_ONCE) {
            Write.down(actor, drafts.subList(from, Math.min(drafts.size(), from + AT_ONCE)));
        }
    }

    private List<Draft> read(String commune) throws IOException, CommandRefusal {
        FreshIds unused = new FreshIds(new java.security.SecureRandom());
        return new JsonEntries(unused, Samples::scope, texts).read(Files.readString(folder.resolve(commune + ".json")));
    }

    private static Optional<ScopeId> scope(String commune) {
        return Units.current().commune(commune).map(Unit::scope);
    }

    private static Set<EntryId> everyOtherVillage(List<Draft> drafts) {
        List<EntryId> villages = drafts.stream().filter(d -> d.type().equals(Catalogue.VILLAGE)).map(Draft::id).toList();
        Set<EntryId> others = new TreeSet<>();
        for (int i = 1; i < villages.size(); i += 2) {
            others.add(villages.get(i));
        }
        return others;
    }

    private static Set<EntryId> householdsOf(Set<EntryId> villages, List<Draft> drafts) {
        Set<EntryId> households = new TreeSet<>();
        Field village = Catalogue.HOUSEHOLD.field("village");
        drafts.stream().filter(d -> d.type().equals(Catalogue.HOUSEHOLD))
                .filter(d -> d.value(village).filter(v -> v instanceof Value.Ref r && villages.contains(r.entry())).isPresent())
                .forEach(d -> households.add(d.id()));
        return households;
    }

    /** The household that a draft is, or belongs to; the draft's own id where it is neither. */
    private static EntryId household(Draft draft) {
        return draft.type().equals(Catalogue.PERSON)
                ? draft.value(Catalogue.PERSON.field("household")).map(v -> ((Value.Ref) v).entry()).orElse(draft.id())
                : draft.id();
    }
}
