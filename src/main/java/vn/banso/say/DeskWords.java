package vn.banso.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.DeskFile.Piece;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.governance.Grants;

/** What is said of a file on an officer's desk: whose it is, what it would bring, and what became of it. */
public final class DeskWords {
    private final Grants grants;
    private final Texts texts;

    /** @param grants as the node knows them: they say who holds which device */
    public DeskWords(Grants grants, Texts texts) {
        this.grants = grants;
        this.texts = texts;
    }

    /** The holders of the devices that wrote it, with the beginning of the code of each machine; empty where it brings nothing written. */
    public String writers(DeskFile file) {
        return file.writers().stream().map(this::writer).collect(Collectors.joining(", "));
    }

    private String writer(DeviceId device) {
        return grants.device(device).map(d -> texts.get("desk.writer", d.holder(), d.fingerprint().substring(0, d.fingerprint().indexOf('-'))))
                .orElseGet(() -> texts.get("desk.newcomer"));
    }

    /** The communes it speaks of; the province for what is said about devices. */
    public String places(DeskFile file) {
        return file.scopes().stream().map(this::place).distinct().collect(Collectors.joining(", "));
    }

    private String place(ScopeId scope) {
        return Units.find(scope).or(() -> Units.province(scope)).map(unit -> unit.named(texts)).orElseGet(() -> texts.get("desk.place_unknown"));
    }

    /** What it would bring. */
    public List<Sentence> before(DeskFile file) {
        if (file.why().isPresent()) {
            return List.of(Sentence.of("folder.left." + file.why().get(), name(file.file())));
        }
        if (file.mine()) {
            return List.of(Sentence.of("desk.mine"));
        }
        List<Sentence> said = new ArrayList<>();
        if (file.newChanges() > 0) {
            said.add(Sentence.of("desk.brings", file.newChanges()));
        }
        if (file.knownChanges() > 0) {
            said.add(Sentence.of("desk.brings_known", file.knownChanges()));
        }
        if (said.isEmpty()) {
            said.add(Sentence.of("desk.brings_nothing"));
        }
        if (!file.complete()) {
            said.add(Sentence.of("desk.cut"));
        }
        return said;
    }

    /** What became of it: first what counts, then what waits and for what, last what to do. */
    public List<Sentence> after(FileOutcome file) {
        List<Sentence> said = new ArrayList<>();
        if (file.left().isPresent()) {
            return List.of(Sentence.of("folder.left." + file.left().get(), name(file.file().file())));
        }
        if (file.file().mine()) {
            return List.of(Sentence.of("desk.mine"));
        }
        if (file.mark() == FileOutcome.Mark.LEFT) {
            file.trouble().ifPresentOrElse(reason -> said.add(Sentence.of("peer." + reason, name(file.file().source()))), () -> said.add(Sentence.of("desk.not_reached")));
            return said;
        }
        if (file.counted() > 0) {
            said.add(Sentence.of("desk.counted", file.counted()));
        }
        if (file.known() > 0) {
            said.add(Sentence.of("desk.known", file.known()));
        }
        if (file.carried() > 0) {
            said.add(Sentence.of("desk.carried", file.carried()));
        }
        byWriter(file.waiting()).forEach((writer, pieces) -> said.add(Sentence.of("desk.waiting", pieces.size(), writer(writer),
                pieces.stream().mapToInt(Piece::number).min().orElse(1) - 1)));
        if (!file.newcomers().isEmpty()) {
            said.add(Sentence.of("desk.newcomers", file.newcomers().size()));
        }
        if (!file.newer().isEmpty()) {
            said.add(Sentence.of("desk.newer", file.newer().size()));
        }
        Map<Reason, Long> aside = file.aside().stream().collect(Collectors.groupingBy(FileOutcome.Aside::reason, LinkedHashMap::new, Collectors.counting()));
        aside.forEach((reason, count) -> said.add(Sentence.of("desk.aside", count, texts.get("reason." + reason))));
        if (!file.lost().isEmpty()) {
            said.add(Sentence.of("desk.lost", file.lost().size()));
        }
        if (!file.complete()) {
            said.add(Sentence.of("desk.part"));
        }
        file.trouble().ifPresent(reason -> said.add(Sentence.of("desk.unanswered", texts.get("peer." + reason, name(file.file().source())))));
        return said.isEmpty() ? List.of(Sentence.of("desk.nothing")) : said;
    }

    private static Map<DeviceId, List<Piece>> byWriter(List<Piece> pieces) {
        return pieces.stream().collect(Collectors.groupingBy(Piece::writer, LinkedHashMap::new, Collectors.toList()));
    }

    /** As people call it: without the folders above. */
    public static String name(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
