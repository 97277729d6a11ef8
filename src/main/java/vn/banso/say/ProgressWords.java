package vn.banso.say;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.Value;
import vn.banso.store.reporting.Progress;
import vn.banso.store.reporting.VillageFigures;
import vn.banso.store.reporting.VillageReport;

/** What is said of a village and a period: what came, whose turn it is, and whom to call. */
public final class ProgressWords {
    private final Texts texts;

    public ProgressWords(Texts texts) {
        this.texts = texts;
    }

    public String state(VillageReport report) {
        return texts.get("progress.state." + report.progress());
    }

    /** A sentence or two: what is next, whose turn it is. */
    public String sentence(VillageReport report) {
        String key = "progress.text." + report.progress();
        return switch (report.progress()) {
            case NOT_SENT -> texts.get(key, report.households());
            case SENT -> texts.get(key, figures(report.figures()), report.newest().map(this::day).orElse(""));
            case RETURNED -> texts.get(key, report.on().map(this::day).orElse(""), report.reason());
            case SENT_AGAIN, CHANGED -> texts.get(key, more(report.since()), report.on().map(this::day).orElse(""), report.reason());
            case APPROVED -> texts.get(key, figures(report.figures()), report.on().map(this::day).orElse(""));
        };
    }

    private String figures(VillageFigures figures) {
        return texts.get("progress.figures", figures.visited(), figures.sessions());
    }

    /** With a sign: households can go elsewhere, too. */
    private String more(VillageFigures figures) {
        return texts.get("progress.more", String.format(Locale.ROOT, "%+d", figures.visited()), String.format(Locale.ROOT, "%+d", figures.sessions()));
    }

    /** "Vàng A Tủa 0912345678"; empty where nobody is written down. */
    public String team(VillageReport report) {
        return report.team().stream().map(c -> (c.name() + " " + c.phone()).strip()).collect(Collectors.joining(", "));
    }

    /** "11 of 14 villages have sent. Missing: Khuổi Hin, Nà Lay, Bó Mười." */
    public String summary(List<VillageReport> all) {
        List<String> missing = all.stream().filter(r -> r.progress() == Progress.NOT_SENT).map(r -> r.village().in(texts)).toList();
        return missing.isEmpty() ? texts.get("progress.all_sent", all.size())
                : texts.get("progress.summary", all.size() - missing.size(), all.size(), String.join(", ", missing));
    }

    private String day(Value.Day day) {
        return String.format(Locale.ROOT, "%02d/%02d/%d", day.day(), day.month(), day.year());
    }
}
