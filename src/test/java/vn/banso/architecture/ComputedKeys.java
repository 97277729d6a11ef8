package vn.banso.architecture;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.carrier.desk.DeskReport;
import vn.banso.carrier.desk.FileOutcome;
import vn.banso.cli.CliWords;
import vn.banso.cli.bench.Bench;
import vn.banso.cli.commands.ShownFrame;
import vn.banso.desktop.attention.Detail;
import vn.banso.desktop.household.Consent;
import vn.banso.desktop.household.Part;
import vn.banso.desktop.kit.Settings;
import vn.banso.indicators.Definitions;
import vn.banso.indicators.Indicator;
import vn.banso.indicators.Visit;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.merge.Reason;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.CodeList;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Cccd;
import vn.banso.register.units.Unit;
import vn.banso.register.units.UnitListFile;
import vn.banso.register.values.Lang;
import vn.banso.store.batches.RecordState;
import vn.banso.store.files.StoreException;
import vn.banso.store.lists.Attention;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.reporting.Progress;
import vn.banso.store.writing.VillageChange;
import vn.banso.store.writing.VillagePreview;
import vn.banso.sync.wire.PeerException;
import vn.banso.trust.vault.Strength;
import vn.banso.trust.vault.VaultException;

/** The text keys that the code puts together: each prefix, and exactly which keys may come out. The one list of them. */
final class ComputedKeys {
    static final Map<String, Supplier<Set<String>>> FAMILIES = Map.ofEntries(
            family("type.", () -> Catalogue.types().stream().map(t -> t.key())),
            family("field.", () -> Catalogue.types().stream().flatMap(t -> t.fields().stream().map(f -> t.key() + "." + f.key()))),
            family("code.", () -> Stream.concat(Stream.of("newer"), Catalogue.types().stream().flatMap(t -> t.fields().stream())
                    .flatMap(f -> f.codes().stream()).flatMap(ComputedKeys::choices))),
            family("hint.", () -> offered(Catalogue.types().stream()
                    .flatMap(t -> t.fields().stream().map(f -> t.key() + "." + f.key())), "hint.")),
            family("brief.", () -> offered(Catalogue.types().stream()
                    .flatMap(t -> t.fields().stream().map(f -> t.key() + "." + f.key())), "brief.")),
            family("short.", () -> offered(Catalogue.types().stream().flatMap(t -> t.fields().stream())
                    .flatMap(f -> f.codes().stream()).flatMap(ComputedKeys::choices), "short.")),
            family("check.kind.", () -> lower(Field.ValueType.values())),
            family("check.cccd.", () -> lower(Cccd.Flaw.values())),
            family("unit.kind.", () -> lower(Unit.Kind.values())),
            family("folder.left.", () -> names(DeskReport.Why.values())),
            family("progress.state.", () -> names(Progress.values())),
            family("progress.text.", () -> names(Progress.values())),
            family("desk.mark.", () -> names(FileOutcome.Mark.values())),
            family("requests.ask.", () -> names(DataRequest.Kind.values())),
            family("requests.about.", () -> names(DataRequest.Kind.values())),
            family("requests.do.", () -> names(DataRequest.Kind.values())),
            family("units.do.", () -> names(VillageChange.Act.values())),
            family("units.done.", () -> names(VillageChange.Act.values())),
            family("village.did.", () -> names(VillageChange.Act.values())),
            family("village.obstacle.", () -> names(VillagePreview.Obstacle.values())),
            family("unitlist.", () -> Stream.concat(Stream.of("unused", "unread"), names(UnitListFile.What.values()))),
            family("peer.", () -> names(PeerException.Reason.values())),
            family("reason.", () -> names(Reason.values())),
            family("store.", () -> names(StoreException.Reason.values())),
            family("state.", () -> names(RecordState.values())),
            family("attention.", () -> names(Attention.Kind.values())),
            family("attention.way.", () -> names(Detail.Way.values())),
            family("cli.attention.way.", () -> Stream.of("LEFT_BEHIND", "ORPHANED", "UNPLACED", "REVOKED", "HELPED")),
            family("indicator.", () -> Definitions.from(Definitions.ADULT).stream().map(Indicator::key)),
            family("visit.", () -> names(Visit.values())),
            family("failure.vault.", () -> names(VaultException.Reason.values())),
            family("failure.parcel.", () -> names(MalformedException.Reason.values())),
            family("cli.frame.", () -> lower(ShownFrame.Type.values())),
            family("cli.fact.", () -> lower(ShownFrame.Fact.values())),
            family("story.actor.", () -> Stream.of("province", "office", "mai", "hoa", "trainer")),
            family("story.scene.", () -> Stream.of("1", "2", "3", "4", "5", "6")),
            family("passphrase.strength.", () -> names(Strength.values())),
            family("start.trouble.", () -> names(StoreException.Reason.values()).flatMap(n -> Stream.of(n, n + ".title"))),
            family("start.language.", () -> codes(Lang.values())),
            family("settings.language.", () -> codes(Lang.values())),
            family("settings.theme.", () -> lower(Settings.Theme.values())),
            family("settings.size.", () -> Stream.of("13", "15", "17", "20")),
            family("bench.", () -> Stream.of(Bench.Part.values()).flatMap(part -> Bench.rows(part).stream())),
            family("classes.shelf.", () -> Stream.of("CLASSES", "SESSIONS")),
            family("classes.which.", () -> Stream.of("ALL", "TO_COME", "TO_RECORD", "HELD", "NOT_HELD")),
            family("classes.phase.", () -> Stream.of("PLANNED", "DUE", "HELD", "NOT_HELD", "NOT_RECORDED")),
            family("classes.outcome.", () -> Stream.of("PLANNED", "DUE", "HELD", "NOT_HELD", "NOT_RECORDED")),
            family("classes.room.", () -> Stream.of("SESSIONS", "LEARNERS", "PLAN")),
            family("classes.part.", () -> Stream.of("ATTENDANCE", "TALLY", "CONTENT", "ASSESSMENT", "PLAN")),
            family("classes.rhythm.", () -> Stream.of("DAILY", "WEEKLY")),
            family("classes.list.", () -> Stream.of("CLASS", "VILLAGE")),
            family("classes.entered.", () -> Stream.of("TICKED", "ALREADY", "NOBODY")),
            family("classes.filter.", () -> Stream.of("ALL", "COMPLETED", "PASSED", "TO_CONFIRM")),
            family("classes.way.", () -> Stream.of("TICKS", "SCORE")),
            family("classes.seen.", () -> Stream.of("on_screen", "list", "told", "not_yet")),
            family("cli.signature.", () -> Stream.of("good", "bad", "unknown")),
            family("household.part.", () -> names(Part.values()).filter(p -> !p.equals(Part.CONSENT.name()))),
            family("household.column.", () -> Stream.of("name", "born", "sex", "relation", "smartphone", "vneid", "account", "level")),
            family("household.consent.for.", () -> lower(ConsentPurpose.values())),
            family("household.consent.mark.", () -> names(Consent.values())),
            family("household.consent.said.", () -> names(Consent.values())),
            family("household.consent.band.", () -> Stream.of("REFUSED", "WITHDRAWN")),
            family("household.act.kind.", () -> Stream.concat(names(Kind.values()), Stream.of("OTHER"))),
            family("cli.help.", () -> CliWords.helpKeys().stream()));

    private ComputedKeys() {}

    private static Map.Entry<String, Supplier<Set<String>>> family(String prefix, Supplier<Stream<String>> keys) {
        return Map.entry(prefix, () -> keys.get().collect(Collectors.toSet()));
    }

    private static Stream<String> choices(CodeList list) {
        return list.codes().values().stream().map(c -> list.key() + "." + c);
    }

    /** Those of the keys for which there is a text: help and short words stand where they are needed. */
    private static Stream<String> offered(Stream<String> keys, String prefix) {
        return keys.filter(key -> Texts.of(Lang.VI).find(prefix + key).isPresent());
    }

    private static Stream<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name);
    }

    private static Stream<String> lower(Enum<?>[] values) {
        return names(values).map(n -> n.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> codes(Lang... all) {
        return Arrays.stream(all).map(Lang::code);
    }
}
