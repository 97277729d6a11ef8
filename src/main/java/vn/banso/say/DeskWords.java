package vn.banso.say;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.banso.carrier.desk.DeskFile;
import vn.banso.carrier.desk.DeskFile.Piece;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.governance.Grants;

/** What is said of a file on an officer's desk: whose it is, what it would bring, and what became of it. */
public final class DeskWords {
    private static final int MOST_VILLAGES = 4;

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

    /** The communes it speaks of, with the villages of what is new; the province for what is said about devices. */
    public String places(DeskFile file) {
        return file.scopes().stream().map(scope -> place(file, scope)).distinct().collect(Collectors.joining(", "));
    }

    private String place(DeskFile file, ScopeId scope) {
        List<String> villages = file.villages().stream().filter(v -> v.scope().equals(scope)).map(v -> v.in(texts)).toList();
        String some = String.join(", ", villages.subList(0, Math.min(MOST_VILLAGES, villages.size())));
        return villages.isEmpty() ? place(scope) : texts.get("desk.place", place(scope),
                villages.size() > MOST_VILLAGES ? texts.get("desk.villages", some, villages.size() - MOST_VILLAGES) : some);
    }

    private String place(ScopeId scope) {
        return Units.find(scope).or(() -> Units.province(scope)).map(unit -> unit.named(texts)).orElseGet(() -> texts.get("desk.place_unknown"));
    }

    /** What it would bring. */
    public List<Sentence> before(DeskFile file) {
        List<Sentence> said = new ArrayList<>();
        if (file.newChanges() > 0) {
            said.add(Sentence.of("desk.brings", file.newChanges()));
        }
        if (file.knownChanges() > 0) {
            said.add(Sentence.of("desk.brings_known", file.knownChanges()));
        }
        if (file.besideChanges() > 0) {
            said.add(Sentence.of("desk.brings_beside", file.besideChanges()));
        }
        if (file.mine()) {
            said.add(Sentence.of("desk.mine"));
        }
        if (!file.complete()) {
            said.add(Sentence.of("desk.cut"));
        }
        file.why().ifPresent(why -> said.add(left(why, file)));
        return said.isEmpty() ? List.of(Sentence.of("desk.brings_nothing")) : said;
    }

    private static Sentence left(DeskReport.Why why, DeskFile file) {
        return Sentence.of("folder.left." + why, name(file.file()));
    }

    /** What became of it: first what counts, then what waits and for what, last what to do. */
    public List<Sentence> after(FileOutcome file) {
        String source = name(file.file().source());
        if (!file.taken()) {
            return List.of(file.left().map(why -> left(why, file.file())).or(() -> file.trouble().map(reason -> Sentence.of("peer." + reason, source)))
                    .orElseGet(() -> Sentence.of(file.file().mine() ? "desk.mine" : "desk.not_reached")));
        }
        List<Sentence> said = new ArrayList<>();
        if (file.counted() > 0) {
            said.add(Sentence.of("desk.counted", file.counted()));
        }
        if (file.known() > 0) {
            said.add(Sentence.of("desk.known", file.known()));
        }
        if (file.carried() > 0) {
            said.add(Sentence.of("desk.carried", file.carried()));
        }
        byFeed(file.waiting()).forEach(pieces -> said.add(Sentence.of("desk.waiting", pieces.size(), writer(pieces.getFirst().writer()),
                pieces.stream().mapToInt(Piece::number).min().orElseThrow() - 1)));
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
        file.left().ifPresent(why -> said.add(left(why, file.file())));
        file.trouble().ifPresent(reason -> said.add(Sentence.of("desk.unanswered", texts.get("peer." + reason, source))));
        return said.isEmpty() ? List.of(Sentence.of("desk.nothing")) : said;
    }

    /** What one device wrote for one commune: the parts of that are numbered together. */
    private static Collection<List<Piece>> byFeed(List<Piece> pieces) {
        return pieces.stream().collect(Collectors.groupingBy(piece -> List.of(piece.writer(), piece.scope()), LinkedHashMap::new, Collectors.toList())).values();
    }

    /** As people call it: without the folders above. */
    public static String name(Path file) {
        Path name = file.toAbsolutePath().normalize().getFileName();
        return name == null ? file.toString() : name.toString();
    }
}
