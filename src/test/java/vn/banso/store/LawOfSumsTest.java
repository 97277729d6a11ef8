package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.indicators.CountPeriod;
import vn.banso.indicators.Counting;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Tally;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.merge.EntryState;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.NaturalId;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.counting.IndicatorQueries;
import vn.banso.store.lists.Attention.Kind;
import vn.banso.store.writing.SaveResult;
import vn.banso.store.writing.VillagePlan;
import vn.banso.testing.SeededChance;
import vn.banso.trust.governance.Role;

/**
 * Two people save, move, merge, delete, restore and hand over at random. Whatever they do, for every line: a move changes no sum over the
 * communes, what is taken back leaves it as it was, both nodes and the slow way count the same; and nothing live belongs to something
 * gone without somebody being told.
 */
@Tag("slow")
class LawOfSumsTest {
    private static final long FIRST = Long.getLong("first", 1);
    private static final int GAMES = Integer.getInteger("games", 6);
    /** Moves the ids of each game, which decide which of two names stands for both. */
    private static final long CHANCE = Long.getLong("chance", 0);
    private static final int STEPS = 70;
    private static final ScopeId HERE = Land.SANG_MOC;
    private static final ScopeId THERE = Land.LA_BANG;
    private static final List<Indicator> LINES = Definitions.from(18);
    private static final CountPeriod WINDOW = CountPeriod.yearTo(LocalDate.of(2026, 11, 20));

    @TempDir
    Path folder;
    private Random random;
    private Node officer;
    private Node trainer;
    private EntryId village;
    private EntryId neighbour;
    private final List<EntryId> sessions = new ArrayList<>();
    private String played;

    /** Written into something that the other one had deleted without a word so far: the entry, and what it was written into. */
    private record Unknowing(EntryType type, EntryId entry, EntryId into) {}
    private final Set<Unknowing> unknowing = new HashSet<>();

    @Test
    void nothingIsLostAndNothingCountsTwice() {
        int moves = 0;
        for (long seed = FIRST; seed < FIRST + GAMES; seed++) {
            random = new Random(seed);
            played = "seed " + seed;
            sessions.clear();
            unknowing.clear();
            try (SeededChance _ = new SeededChance(seed + CHANCE); Land land = new Land(folder.resolve("game" + seed))) {
                officer = land.enrolled("officer", Role.COMMUNE, HERE, THERE);
                trainer = land.enrolled("trainer", Role.TRAINER, HERE);
                village = officer.freshId();
                save(officer, Draft.of(Catalogue.VILLAGE, HERE, village).with("name", new Value.Text("Khuổi Uốn")));
                neighbour = officer.freshId();
                save(officer, Draft.of(Catalogue.VILLAGE, HERE, neighbour).with("name", new Value.Text("Khuổi Mèo")));
                save(officer, Draft.of(Catalogue.TEAM, HERE, officer.freshId()).with("village", new Value.Ref(village)));
                Land.exchange(officer, trainer);
                for (int step = 0; step < STEPS; step++) {
                    moves += step(random.nextBoolean() ? officer : trainer);
                }
                exchanged();
            }
        }
        assertThat(moves).as("households that really moved").isGreaterThan(GAMES);
    }

    /** @return 1 where a household moved */
    private int step(Node node) {
        int what = random.nextInt(25);
        played += " " + what + (node == officer ? "o" : "t");
        switch (what) {
            case 0, 1 -> save(node, Land.household(node, HERE, village));
            case 2, 3, 4, 5 -> any(node, Catalogue.HOUSEHOLD).ifPresent(h -> person(node, h));
            case 6 -> session(node);
            case 7, 8, 9 -> any(node, Catalogue.PERSON).ifPresent(p -> learnt(node, p));
            case 10 -> any(node, Catalogue.PERSON).ifPresent(p -> agreed(node, Draft.of(Catalogue.PERSON, HERE, p).with("vneid", new Value.Code(random.nextInt(1, 4))).with("account", new Value.Code(random.nextInt(1, 5)))));
            case 11 -> merge(Catalogue.PERSON);
            case 12 -> merge(Catalogue.HOUSEHOLD);
            case 13 -> any(node, random.nextBoolean() ? Catalogue.PERSON : Catalogue.HOUSEHOLD).ifPresent(id -> takenBack(node, id));
            case 14 -> any(node, random.nextBoolean() ? Catalogue.PERSON : Catalogue.HOUSEHOLD).ifPresent(id -> deleted(node, id));
            case 15, 16 -> exchanged();
            case 17 -> decide();
            case 18 -> any(node, Catalogue.HOUSEHOLD).ifPresent(h -> save(node, said(Draft.of(Catalogue.HOUSEHOLD, HERE, h))));
            case 19 -> any(node, Catalogue.PERSON).ifPresent(p -> agreed(node, said(Draft.of(Catalogue.PERSON, HERE, p))));
            case 20 -> {
                // Who was left behind is counted again once the household is back: they follow first.
                officer.attention().stream().filter(a -> a.kind() == Kind.LEFT_BEHIND && a.scope().equals(Optional.of(HERE)))
                        .forEach(a -> officer.acts().follow(HERE, a.entry().orElseThrow()));
                any(officer, Catalogue.HOUSEHOLD, THERE).ifPresent(h -> move(h, THERE, HERE));
            }
            case 23 -> VillageThereAndBack.play(officer, played, new VillagePlan.Move(HERE, village, THERE));
            case 24 -> VillageThereAndBack.play(officer, played, new VillagePlan.Merge(HERE, village, new TreeSet<>(List.of(neighbour)), "Khuổi Tâm"));
            default -> {
                return any(officer, Catalogue.HOUSEHOLD).map(h -> move(h, HERE, THERE)).orElse(0);
            }
        }
        return 0;
    }

    /** @return the entries of which something was written that had not been there */
    private Set<EntryId> save(Node node, Draft... drafts) {
        SaveResult result = node.save(List.of(drafts));
        assertThat(result).as(played).isInstanceOf(SaveResult.Saved.class);
        return ((SaveResult.Saved) result).changes().stream().map(Change::entry).collect(Collectors.toSet());
    }

    /** @return false where the family does not agree to be written down */
    private boolean agreed(Node node, Draft draft) {
        SaveResult result = node.save(List.of(draft));
        assertThat(result instanceof SaveResult.Refused(var refusals) ? refusals : List.<SaveResult.Refusal>of()).as(played)
                .allMatch(r -> r.finding().filter(f -> f.textKey().startsWith("check.refused")).isPresent());
        return result.isSaved();
    }

    private Optional<EntryId> any(Node node, EntryType type) {
        return any(node, type, HERE);
    }

    private Optional<EntryId> any(Node node, EntryType type, ScopeId scope) {
        List<Entry> all = node.entries(type, scope);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())).id());
    }

    private void person(Node node, EntryId household) {
        Draft person = Land.person(node, HERE, household, "Bàn Phúc Vinh", 1940 + random.nextInt(70));
        if (agreed(node, person.with("smartphone", new Value.Code(random.nextInt(1, 4))))) {
            noted(node, Catalogue.PERSON, person.id(), household);
        }
    }

    /** What somebody agreed to, now this and now that. */
    private Draft said(Draft of) {
        return of.with("consent", new Value.Code(random.nextInt(1, 4))).with("consent_purposes", new Value.Items(new TreeSet<>(random.nextBoolean() ? List.of("counting") : List.of("contact"))));
    }

    private void noted(Node node, EntryType type, EntryId entry, EntryId into) {
        Node other = node == officer ? trainer : officer;
        if (other.state(HERE, into).filter(EntryState::deleted).isPresent()) {
            unknowing.add(new Unknowing(type, entry, into));
        }
    }

    private void session(Node node) {
        Draft course = Draft.of(Catalogue.CLASS, HERE, node.freshId()).with("name", new Value.Text("Lớp"));
        Draft session = Draft.of(Catalogue.SESSION, HERE, node.freshId()).with("kind", new Value.Code(1)).with("class", new Value.Ref(course.id()))
                .with("date", new Value.Day(2026, 11, 2)).with("status", new Value.Code(1));
        save(node, course, session);
        sessions.add(session.id());
    }

    private void learnt(Node node, EntryId person) {
        List<EntryId> known = sessions.stream().filter(s -> node.entry(HERE, s).isPresent()).toList();
        if (random.nextBoolean() && !known.isEmpty()) {
            EntryId session = known.get(random.nextInt(known.size()));
            EntryId attendance = NaturalId.attendance(session, person);
            if (save(node, of(Catalogue.ATTENDANCE, session, person).with("presence", new Value.Code(random.nextInt(1, 4))),
                    of(Catalogue.PRACTICE, session, person).with("done", new Value.Code(1))).contains(attendance)) {
                noted(node, Catalogue.ATTENDANCE, attendance, person);
            }
        } else {
            Draft result = Draft.of(Catalogue.ASSESSMENT, HERE, node.freshId()).with("person", new Value.Ref(person))
                    .with("date", new Value.Day(2026, 11, random.nextInt(1, 20))).with("result", new Value.Code(random.nextInt(1, 3)))
                    .with("level", new Value.Code(random.nextInt(1, 5)));
            save(node, result);
            noted(node, Catalogue.ASSESSMENT, result.id(), person);
        }
    }

    private static Draft of(EntryType type, EntryId session, EntryId person) {
        EntryId id = type == Catalogue.ATTENDANCE ? NaturalId.attendance(session, person) : NaturalId.practice(session, person);
        return Draft.of(type, HERE, id).with("session", new Value.Ref(session)).with("person", new Value.Ref(person));
    }

    /** Half of the merges are taken back at once. */
    private void merge(EntryType type) {
        Optional<EntryId> one = any(officer, type);
        Optional<EntryId> other = any(officer, type).filter(id -> !Optional.of(id).equals(one));
        if (other.isPresent()) {
            Map<String, Tally> before = CommuneSums.of(officer);
            assertThat(officer.acts().alias(HERE, one.get(), other.get()).isSaved()).as(played).isTrue();
            if (random.nextBoolean()) {
                officer.acts().unalias(HERE, one.get());
                assertThat(CommuneSums.differing(before, CommuneSums.of(officer))).as("%s: merged and taken back", played).isEmpty();
            }
        }
    }

    private void takenBack(Node node, EntryId id) {
        Map<String, Tally> before = CommuneSums.of(node);
        node.acts().delete(HERE, id, "ghi nhầm");
        node.acts().restore(HERE, id);
        assertThat(CommuneSums.differing(before, CommuneSums.of(node))).as("%s: deleted and restored", played).isEmpty();
    }

    /** Somebody who knows what is written there deletes it too: nobody need be told any more. */
    private void deleted(Node node, EntryId gone) {
        node.acts().delete(HERE, gone, "ghi nhầm");
        unknowing.removeIf(u -> node.canonical(HERE, u.into()).equals(gone) && node.entry(HERE, u.entry()).isPresent());
    }

    private int move(EntryId household, ScopeId from, ScopeId to) {
        Map<String, Tally> before = CommuneSums.of(officer);
        assertThat(officer.acts().move(from, household, to)).as(played).matches(SaveResult::isSaved, "saved");
        Map<String, Tally> after = CommuneSums.of(officer);
        // What a trainer who did not know wrote in the lists here may complete the class of somebody who is back.
        if (to.equals(HERE)) {
            assertThat(after.get("I16").n()).as(played).isGreaterThanOrEqualTo(before.get("I16").n());
            after.put("I16", before.get("I16"));
        }
        assertThat(CommuneSums.differing(before, after)).as("%s: moved", played).isEmpty();
        return 1;
    }

    /** Somebody sees to what is to be seen to. */
    private void decide() {
        officer.attention().stream().filter(a -> a.scope().equals(Optional.of(HERE))).forEach(a -> {
            if (a.kind() == Kind.LEFT_BEHIND) {
                assertThat(officer.acts().follow(HERE, a.entry().orElseThrow()).isSaved()).as(played).isTrue();
                assertThat(officer.attention()).as("%s: %s followed", played, a).noneMatch(b -> b.kind() == a.kind() && b.entry().equals(a.entry()));
            } else if (a.kind() == Kind.ORPHANED) {
                EntryId gone = a.entry().orElseThrow();
                if (random.nextBoolean()) {
                    officer.acts().restore(HERE, gone);
                } else {
                    officer.acts().delete(HERE, gone, "vẫn xóa");
                    unknowing.removeIf(u -> officer.canonical(HERE, u.into()).equals(gone));
                }
                assertThat(officer.attention()).as("%s: %s decided", played, a).noneMatch(b -> b.kind() == a.kind() && b.entry().equals(a.entry()));
            }
        });
    }

    private void exchanged() {
        Land.exchange(officer, trainer);
        assertThat(trainer.digest(Optional.of(HERE))).as(played).isEqualTo(officer.digest(Optional.of(HERE)));
        assertThat(CommuneSums.differing(counts(trainer, HERE), counts(officer, HERE))).as(played).isEmpty();
        List.of(HERE, THERE).forEach(scope -> {
            Counting slow = new Counting(new NodeRegister(officer, scope), WINDOW);
            assertThat(CommuneSums.differing(slow.count(LINES), counts(officer, scope))).as("%s: the slow way", played).isEmpty();
            Told.everything(officer, scope, played);
        });
        Told.everything(trainer, HERE, played);
        List<Entry> lists = new NodeRegister(officer, HERE).live(Catalogue.ATTENDANCE).toList();
        assertThat(lists.stream().map(a -> List.of(a.ref(Catalogue.ATTENDANCE.field("session")), a.ref(Catalogue.ATTENDANCE.field("person")))).distinct())
                .as("%s: once in a list", played).hasSameSizeAs(lists);
        for (Unknowing u : unknowing) {
            EntryId into = officer.canonical(HERE, u.into());
            boolean stillGone = officer.state(HERE, into).filter(EntryState::deleted).isPresent();
            boolean live = officer.entries(u.type(), HERE).stream().anyMatch(e -> e.id().equals(u.entry()));
            if (stillGone && live && officer.state(HERE, u.entry()).filter(s -> s.link(SystemField.ALIAS).isPresent()).isEmpty()) {
                assertThat(Told.of(officer, HERE, Kind.ORPHANED, Kind.CONFLICT)).as("%s: asked of it, or whether the restoring holds: %s", played, u).contains(into);
            }
        }
    }

    private static Map<String, Tally> counts(Node node, ScopeId scope) {
        return new IndicatorQueries(node).count(scope, LINES, WINDOW);
    }
}
