package vn.banso.store.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.banso.indicators.CountPeriod;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.register.RegisterQuery;
import vn.banso.store.register.RegisterReader;
import vn.banso.store.register.VillageCounts;
import vn.banso.store.register.VillageName;
import vn.banso.store.writing.SaveResult;

/**
 * The villages of a commune in a period: what came, what was returned or approved. Approving and returning are entries that everybody of the
 * commune receives by the roads of all others; what is approved is the figures of that day, and what comes later shows beside them.
 */
public final class VillageReports {
    private static final EntryType REPORT = Catalogue.REPORT;
    private static final Field VILLAGE_OF_TEAM = Catalogue.TEAM.field("village");
    private static final Field TEAM = Catalogue.TEAM_MEMBER.field("team");
    private static final Field ROLE = Catalogue.TEAM_MEMBER.field("role");
    private static final int HELD = Codes.SESSION_STATUS.code("held").orElseThrow().number();
    private static final int RETURNED = Codes.REPORT_STATUS.code("needs_revision").orElseThrow().number();
    private static final int APPROVED = Codes.REPORT_STATUS.code("approved").orElseThrow().number();

    private final Node node;
    private final ScopeId commune;
    private final CountPeriod period;

    public VillageReports(Node node, ScopeId commune, CountPeriod period) {
        this.node = node;
        this.commune = commune;
        this.period = period;
    }

    /** Villages that were given back this month or the last and of which nothing more has come since: for whoever is to do more there. */
    public static List<VillageReport> returned(Node node, ScopeId commune, LocalDate today) {
        RegisterQuery query = new RegisterQuery(node, commune);
        if (query.rows("SELECT count(*) FROM v_report WHERE scope = ?1 AND status = " + RETURNED, row -> row.number(1)).getFirst() == 0) {
            return List.of();
        }
        return Stream.of(YearMonth.from(today).minusMonths(1), YearMonth.from(today))
                .flatMap(month -> new VillageReports(node, commune, new CountPeriod(today, month.atDay(1), month.atEndOfMonth())).all().stream())
                .filter(report -> report.progress() == Progress.RETURNED).toList();
    }

    /** All villages: those of which nothing came first, then those that wait for somebody, then by name. */
    public List<VillageReport> all() {
        RegisterQuery query = new RegisterQuery(node, commune);
        Map<EntryId, Long> households = new VillageCounts(node).households(commune);
        Map<EntryId, Done> done = done(query);
        Map<EntryId, List<VillageReport.Contact>> teams = teams(query);
        List<VillageReport> all = new ArrayList<>();
        for (VillageName village : new RegisterReader(query).villages()) {
            Done here = done.getOrDefault(village.id(), Done.NOTHING);
            Optional<Entry> said = node.entry(commune, id(village.id()));
            Optional<VillageFigures> decided = said.flatMap(e -> e.text(REPORT.field("evidence"))).flatMap(VillageFigures::read);
            all.add(new VillageReport(village, households.getOrDefault(village.id(), 0L), here.figures(), here.newest(), progress(here.figures(), said, decided),
                    decided, said.flatMap(e -> e.day(REPORT.field("submitted_on"))), said.flatMap(e -> e.text(REPORT.field("return_reason"))).orElse(""),
                    teams.getOrDefault(village.id(), List.of())));
        }
        all.sort(Comparator.comparing(VillageReport::progress));
        return all;
    }

    private static Progress progress(VillageFigures figures, Optional<Entry> said, Optional<VillageFigures> decided) {
        int status = said.map(e -> e.code(REPORT.field("status"))).orElse(0);
        boolean more = decided.filter(figures::equals).isEmpty();
        if (status == APPROVED) {
            return more ? Progress.CHANGED : Progress.APPROVED;
        }
        if (status == RETURNED) {
            return more ? Progress.SENT_AGAIN : Progress.RETURNED;
        }
        return figures.isNothing() ? Progress.NOT_SENT : Progress.SENT;
    }

    /** Freezes what came of these villages by now. */
    public SaveResult approve(List<VillageReport> villages) {
        return node.save(villages.stream().map(v -> decision(v, "approved")).toList());
    }

    /** @param reason what the village is to see to, in the officer's words */
    public SaveResult giveBack(List<VillageReport> villages, String reason) {
        return node.save(villages.stream().map(v -> decision(v, "needs_revision").with("return_reason", new Value.Text(reason.strip()))).toList());
    }

    private Draft decision(VillageReport village, String status) {
        Draft draft = Draft.of(REPORT, commune, id(village.village().id())).with("unit", new Value.Text(village.village().id().toString()))
                .with("period_from", day(period.from())).with("period_to", day(period.to())).with("status", code(Codes.REPORT_STATUS, status))
                .with("kind", code(Codes.REPORT_KIND, "in_period")).with("evidence", new Value.Text(village.figures().written()));
        return draft.with("submitted_on", day(period.cutOff()));
    }

    private static Value code(CodeList list, String key) {
        return list.code(key).orElseThrow();
    }

    private static Value.Day day(LocalDate date) {
        return Value.Day.of(date);
    }

    /** One for a village and a period, whoever decides: two officers who decide differently make a conflict, and not two reports. */
    private EntryId id(EntryId village) {
        return EntryId.derived("report/village", village, new EntryId(day(period.from()).number(), day(period.to()).number()));
    }

    private record Done(VillageFigures figures, Optional<Value.Day> newest) {
        static final Done NOTHING = new Done(VillageFigures.NOTHING, Optional.empty());

        Done plus(Done more) {
            return new Done(new VillageFigures(figures.visited() + more.figures.visited(), figures.sessions() + more.figures.sessions()),
                    newest.isEmpty() ? more.newest : more.newest.isEmpty() || newest.get().compareTo(more.newest.get()) >= 0 ? newest : more.newest);
        }
    }

    private Map<EntryId, Done> done(RegisterQuery query) {
        Map<EntryId, Done> done = new HashMap<>();
        String during = " BETWEEN " + period.fromNumber() + " AND " + period.toNumber() + " GROUP BY village";
        query.rows("SELECT village, count(*), max(last_visit) FROM v_household WHERE scope = ?1 AND village IS NOT NULL AND last_visit" + during,
                row -> done.merge(query.canonical(row.entry(1)), new Done(new VillageFigures(row.number(2), 0), Optional.of(Value.Day.of(row.whole(3)))), Done::plus));
        query.rows("SELECT village, count(*), max(date) FROM v_session WHERE scope = ?1 AND village IS NOT NULL AND status = " + HELD + " AND date" + during,
                row -> done.merge(query.canonical(row.entry(1)), new Done(new VillageFigures(0, row.number(2)), Optional.of(Value.Day.of(row.whole(3)))), Done::plus));
        return done;
    }

    private Map<EntryId, List<VillageReport.Contact>> teams(RegisterQuery query) {
        Map<EntryId, EntryId> villages = new HashMap<>();
        query.all(Catalogue.TEAM).forEach(team -> team.ref(VILLAGE_OF_TEAM).ifPresent(village -> villages.put(team.id(), village)));
        Map<EntryId, List<VillageReport.Contact>> teams = new HashMap<>();
        query.all(Catalogue.TEAM_MEMBER).stream().sorted(Comparator.comparing(m -> m.code(ROLE) == 0 ? Integer.MAX_VALUE : m.code(ROLE)))
                .forEach(member -> member.ref(TEAM).map(villages::get).ifPresent(village -> teams.computeIfAbsent(village, _ -> new ArrayList<>())
                        .add(new VillageReport.Contact(member.text(Catalogue.TEAM_MEMBER.field("name")).orElse(""),
                                member.text(Catalogue.TEAM_MEMBER.field("phone")).orElse("")))));
        return teams;
    }
}
