package vn.banso.desktop.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.PaperFile;
import vn.banso.indicators.CountPeriod;
import vn.banso.office.PaperHead;
import vn.banso.office.PlainSheet;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.ScopeId;
import vn.banso.say.ProgressWords;
import vn.banso.say.Sentence;
import vn.banso.store.Node;
import vn.banso.store.reporting.Progress;
import vn.banso.store.reporting.VillageReport;
import vn.banso.store.reporting.VillageReports;
import vn.banso.store.writing.SaveResult;

/** Who is missing of a month, and what an officer says of it. */
public final class ReportingModel {
    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<ReportingScene> scene;

    public ReportingModel(OpenRegister workplace) {
        this.workplace = workplace;
        this.scene = new ReadOnlyObjectWrapper<>(new ReportingScene(YearMonth.from(workplace.today()), Optional.empty()));
        workplace.communes().chosen().addListener(_ -> {
            // Read by the page where it is on the screen, else when it comes.
            if (scene.get().villages().isPresent()) {
                reread();
            }
        });
    }

    ReadOnlyObjectProperty<ReportingScene> scene() {
        return scene.getReadOnlyProperty();
    }

    OpenRegister workplace() {
        return workplace;
    }

    /** A month back or on; never into a month that has not begun. */
    void turn(int months) {
        YearMonth to = scene.get().month().plusMonths(months);
        if (!to.isAfter(YearMonth.from(workplace.today()))) {
            scene.set(scene.get().at(to));
            reread();
        }
    }

    void reread() {
        YearMonth month = scene.get().month();
        Optional<ScopeId> one = workplace.communes().chosen().get();
        workplace.ask(node -> node.ledger().communes().stream().filter(c -> one.filter(o -> !o.equals(c)).isEmpty()).flatMap(c -> reports(node, c, month).all().stream()).sorted(Comparator.comparing(VillageReport::progress)).toList(), all -> {
            if (scene.get().month().equals(month)) {
                scene.set(scene.get().with(all));
            }
        });
    }

    private VillageReports reports(Node node, ScopeId commune, YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        LocalDate today = workplace.today();
        return new VillageReports(node, commune, new CountPeriod(end.isAfter(today) ? today : end, month.atDay(1), end));
    }

    /** Freezes what came of these by now. */
    void approve(List<VillageReport> villages) {
        decide(villages.stream().filter(v -> v.progress() != Progress.NOT_SENT).toList(), VillageReports::approve, "reporting.approved");
    }

    void giveBack(List<VillageReport> villages) {
        if (!villages.isEmpty()) {
            workplace.dialogs().ask(Sentence.of("reporting.return.ask", villages.size()), "reporting.return").filter(reason -> !reason.isBlank())
                    .ifPresent(reason -> decide(villages, (reports, some) -> reports.giveBack(some, reason), "reporting.returned"));
        }
    }

    private void decide(List<VillageReport> villages, BiFunction<VillageReports, List<VillageReport>, SaveResult> verb, String done) {
        if (villages.isEmpty()) {
            workplace.tell(Notice.wait("reporting.nothing_chosen"));
            return;
        }
        YearMonth month = scene.get().month();
        Map<ScopeId, List<VillageReport>> byCommune = villages.stream().collect(Collectors.groupingBy(v -> v.village().scope()));
        workplace.act(node -> byCommune.entrySet().stream().allMatch(e -> verb.apply(reports(node, e.getKey(), month), e.getValue()).isSaved()), saved -> {
            workplace.tell(saved ? Notice.done(done, villages.size()) : Notice.wait("reporting.not_entitled"));
            reread();
        });
    }

    /** Whom to call, on paper: those of whom nothing came, and those who were asked for more. */
    void printCalls() {
        Texts texts = Texts.of(workplace.settings().get().lang());
        ProgressWords words = new ProgressWords(texts);
        List<VillageReport> all = scene.get().villages().orElse(List.of());
        List<PlainSheet.Part> parts = all.stream().filter(v -> v.progress() == Progress.NOT_SENT || v.progress() == Progress.RETURNED)
                .map(v -> new PlainSheet.Part(workplace.communes().told(v.village().in(texts), v.village().scope(), texts),
                        List.of(words.sentence(v), texts.get("reporting.call", v.team().isEmpty() ? texts.get("reporting.nobody") : words.team(v))))).toList();
        if (parts.isEmpty()) {
            workplace.tell(Notice.done("reporting.nobody_to_call"));
            return;
        }
        YearMonth month = scene.get().month();
        String commune = workplace.communes().shown().stream().map(c -> Communes.name(c, texts)).collect(Collectors.joining(", "));
        PlainSheet sheet = new PlainSheet(texts.get("reporting.paper"), new PaperHead(commune, "", texts.get("reporting.month", month.getMonthValue(), String.valueOf(month.getYear())),
                List.of()), parts);
        PaperFile.save(workplace, "reporting.save", "goi-thon-" + month + ".pdf", (papers, file) -> papers.write(sheet, file));
    }
}
