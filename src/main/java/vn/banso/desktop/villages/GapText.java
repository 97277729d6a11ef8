package vn.banso.desktop.villages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import vn.banso.desktop.kit.Ui;
import vn.banso.office.GapList;
import vn.banso.office.PaperHead;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.Field;
import vn.banso.register.values.Value;

/** The gap list in words: what each part is called, how much is missing, and all of it as text to send. */
final class GapText {
    private final Ui ui;
    private final VillageWords words;

    GapText(Ui ui) {
        this.ui = ui;
        this.words = new VillageWords(ui);
    }

    String name(Gaps.What what) {
        return switch (what) {
            case FOUR_G -> ui.say("villages.gap.four_g");
            case BROADBAND -> ui.say("villages.gap.broadband");
            case HALL -> ui.say("villages.gap.hall");
            case POWER -> ui.say("villages.gap.power");
            case COVERAGE, VIETTEL, VINAPHONE, MOBIFONE, VIETNAMOBILE ->
                    ui.texts().field(Catalogue.VILLAGE, Catalogue.VILLAGE.field(what.field()));
        };
    }

    /** What was asked about, where nothing is missing. */
    String subject(Gaps.What what) {
        return switch (what) {
            case FOUR_G -> ui.say("villages.gap.four_g_asked");
            case BROADBAND -> ui.say("villages.gap.broadband_asked");
            case HALL -> ui.say("villages.gap.hall_asked");
            case POWER -> ui.say("villages.gap.power_asked");
            case COVERAGE, VIETTEL, VINAPHONE, MOBIFONE, VIETNAMOBILE -> name(what);
        };
    }

    /** "trắng sóng 2 · lõm sóng 5" or "3 thôn". */
    String count(Gaps gaps) {
        if (!gaps.what().isCoverage()) {
            return ui.say("villages.count", gaps.lines().size());
        }
        StringJoiner all = new StringJoiner(" · ");
        for (String key : List.of("dark", "patchy")) {
            int code = field(gaps).codes().flatMap(list -> list.code(key)).orElseThrow().number();
            if (gaps.count(code) > 0) {
                all.add(ui.say("villages.count_of", said(gaps, code), gaps.count(code)));
            }
        }
        return all.toString();
    }

    /** How many were asked, where not all were. */
    String coverage(Gaps gaps) {
        return gaps.unknown() == 0 ? ui.say("villages.gap.all_asked", gaps.all()) : ui.say("villages.gap.unasked", gaps.unknown(), gaps.all());
    }

    /** What the sheet says there: trắng sóng, lõm sóng, 2G. */
    String said(Gaps gaps, int code) {
        return ui.texts().value(field(gaps), new Value.Code(code));
    }

    private static Field field(Gaps gaps) {
        return Catalogue.VILLAGE.field(gaps.what().field());
    }

    /** Columns parted by tabs: as text in a message, as cells in a sheet. */
    String whole(List<Gaps> all, String where, LocalDate day) {
        StringJoiner text = new StringJoiner("\n");
        text.add(ui.say("villages.gap.title_of", where, day));
        for (Gaps gaps : all) {
            if (gaps.lines().isEmpty() && gaps.isUnasked()) {
                continue;
            }
            text.add("");
            text.add(ui.say("villages.gap.head", name(gaps.what()), gaps.lines().isEmpty() ? ui.say("villages.gap.none") : count(gaps),
                    coverage(gaps)));
            gaps.lines().forEach(line -> text.add(String.join("\t", line.village().called(ui.texts()),
                    gaps.what().isCoverage() || gaps.what() == Gaps.What.FOUR_G ? said(gaps, line.code()) : "",
                    words.households(line.village()), words.distance(line.village())).stripTrailing()));
        }
        return text + "\n";
    }

    /** The same as it stands on paper. */
    GapList paper(List<Gaps> all, String where, LocalDate day) {
        List<GapList.Part> parts = all.stream().filter(g -> !g.lines().isEmpty()).map(g -> new GapList.Part(
                ui.say("villages.gap.head", name(g.what()), count(g), coverage(g)), g.lines().stream().map(line -> new GapList.Line(
                line.village().called(ui.texts()), hasWord(g, line.code()) ? said(g, line.code()) : "", words.households(line.village()),
                words.distance(line.village()))).toList())).toList();
        List<String> notes = new ArrayList<>();
        note(notes, "villages.gap.none", all.stream().filter(g -> g.lines().isEmpty() && !g.isUnasked()).toList());
        note(notes, "villages.gap.nobody_asked", all.stream().filter(Gaps::isUnasked).toList());
        return new GapList(new PaperHead(where, "", ui.say("villages.gap.on", day), List.of()), parts, notes);
    }

    private void note(List<String> notes, String key, List<Gaps> which) {
        if (!which.isEmpty()) {
            notes.add(ui.say(key).replaceFirst(":$", "") + ": " + which.stream().map(g -> subject(g.what())).collect(Collectors.joining(", ")));
        }
    }

    /** Whether this is a gap that the sheet has words for besides "no". */
    static boolean hasWord(Gaps gaps, int code) {
        return code != CodeList.NO || gaps.what().isCoverage() || gaps.what() == Gaps.What.FOUR_G;
    }
}
