package vn.banso.desktop.devices;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.desktop.kit.Communes;
import vn.banso.office.PaperHead;
import vn.banso.office.PlainSheet;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.values.ScopeId;

/** What is said of a lost laptop: on the page, and on the sheet that goes to who has to be told. */
final class IncidentWords {
    /** A loss of people's data is reported within so long, by Decree 356/2025/NĐ-CP. */
    static final Duration REPORTED_WITHIN = Duration.ofHours(72);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy", Locale.ROOT);

    private final Texts texts;
    private final Optional<String> office;
    private final ZoneId zone;

    /** @param office the one commune that who works here answers for; empty where there are several */
    IncidentWords(Texts texts, Optional<ScopeId> office, ZoneId zone) {
        this.texts = texts;
        this.zone = zone;
        this.office = office.map(commune -> Communes.name(commune, texts));
    }

    String minute(Instant when) {
        return MINUTE.format(when.atZone(zone));
    }

    String role(DeviceLine line) {
        return texts.get("code.role." + line.device().role().name().toLowerCase(Locale.ROOT));
    }

    String communes(DeviceLine line) {
        return line.device().communes().isEmpty() ? texts.get("devices.whole_province")
                : line.device().communes().stream().map(c -> Communes.name(c, texts)).sorted().collect(Collectors.joining(", "));
    }

    /** What it may have held. */
    List<String> held(LostDevice lost) {
        return List.of(texts.get("devices.lost.held", lost.held().households(), lost.held().people(), communes(lost.line())), texts.get("devices.lost.sealed"));
    }

    /** What of its work is safe. */
    List<String> arrived(LostDevice lost) {
        Stream<String> here = Stream.of(texts.get("devices.lost.arrived", lost.line().work().counted(), lost.line().work().province()));
        Stream<String> unseen = lost.outlook().unseen() > 0 ? Stream.of(texts.get("devices.lost.unseen", lost.outlook().unseen())) : Stream.empty();
        Stream<String> news = Stream.of(lost.outlook().news().map(when -> texts.get("devices.lost.news", minute(when))).orElseGet(() -> texts.get("devices.lost.no_news")));
        return Stream.of(here, unseen, news).flatMap(s -> s).toList();
    }

    /** What follows from shutting it out. */
    List<String> after(LostDevice lost) {
        return lost.revoked().map(when -> List.of(texts.get("devices.lost.done", minute(when)), texts.get("devices.lost.later")))
                .orElseGet(() -> List.of(texts.get("devices.lost.will"), texts.get("devices.lost.later")));
    }

    String deadline(LostDevice lost) {
        return texts.get("devices.lost.deadline", minute(lost.noticed().plus(REPORTED_WITHIN)));
    }

    PlainSheet sheet(LostDevice lost) {
        DeviceLine line = lost.line();
        PaperHead head = new PaperHead(office.orElseGet(() -> communes(line)), "", line.device().holder(), List.of(
                new PaperHead.Fact(texts.get("devices.fact.role"), role(line)),
                new PaperHead.Fact(texts.get("devices.fact.code"), line.device().fingerprint()),
                new PaperHead.Fact(texts.get("devices.fact.noticed"), minute(lost.noticed())),
                new PaperHead.Fact(texts.get("devices.fact.revoked"), lost.revoked().map(this::minute).orElse("")),
                new PaperHead.Fact(texts.get("devices.fact.lost_where"), "")));
        return new PlainSheet(texts.get("office.incident_title"), head, List.of(new PlainSheet.Part(texts.get("devices.lost.part.held"), held(lost)),
                new PlainSheet.Part(texts.get("devices.lost.part.arrived"), arrived(lost)),
                new PlainSheet.Part(texts.get("devices.lost.part.after"), after(lost)),
                new PlainSheet.Part(texts.get("devices.lost.part.deadline"), List.of(deadline(lost)))));
    }
}
