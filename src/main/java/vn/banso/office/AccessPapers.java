package vn.banso.office;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.change.Kind;
import vn.banso.ledger.change.Stamp;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.catalogue.Texts;
import vn.banso.register.units.Units;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.personal.DataRequest;
import vn.banso.store.personal.Disclosure;
import vn.banso.store.personal.PersonalData;
import vn.banso.store.writing.HistoryItem;

/** Words what is held on a person, for the paper and for the screen alike. */
public final class AccessPapers {
    private final Node node;
    private final Texts texts;
    private final Clock clock;

    public AccessPapers(Node node, Texts texts, Clock clock) {
        this.node = node;
        this.texts = texts;
        this.clock = clock;
    }

    public PlainSheet of(PersonalData data) {
        Entry person = data.person();
        String commune = Units.find(person.scope()).map(unit -> unit.named(texts)).orElse("");
        PaperHead head = new PaperHead(commune, "", person.text(Catalogue.PERSON.field("name")).orElse(""), List.of(
                new PaperHead.Fact(texts.get("office.access.until"), texts.value(Catalogue.DATA_REQUEST.field("asked_on"),
                        Value.Day.of(LocalDate.now(clock))))));
        List<PlainSheet.Part> parts = new ArrayList<>();
        data.parts().forEach(part -> parts.add(part(part)));
        parts.add(part("office.access.lists", data.disclosures().stream().map(this::list).toList()));
        parts.add(part("office.access.requests", data.requests().stream().map(this::request).toList()));
        return new PlainSheet(texts.get("office.access_title"), head, parts);
    }

    /** A list with names that was given out, in one line. */
    public String list(Disclosure given) {
        return texts.get("office.access.list", texts.value(Catalogue.DISCLOSURE.field("list"), new Value.Code(given.entry().code(Catalogue.DISCLOSURE.field("list")))),
                day(given.at()), who(given.author()), given.rows());
    }

    /** What was written of them from that day on, the first record of an entry left out. */
    public List<String> since(PersonalData data, Value.Day day) {
        return data.parts().stream().flatMap(part -> part.history().stream().filter(h -> h.change().kind() != Kind.CREATE.number() && Value.Day.of(at(h.change().stamp())).compareTo(day) >= 0)
                .map(h -> trace(part.entry().scope(), Catalogue.type(part.entry().type()).orElseThrow(), h))).toList();
    }

    private PlainSheet.Part part(String key, List<String> sentences) {
        return new PlainSheet.Part(texts.get(key), sentences.isEmpty() ? List.of(texts.get("office.access.none")) : sentences);
    }

    private String request(DataRequest request) {
        String asked = request.askedOn().map(d -> texts.value(Catalogue.DATA_REQUEST.field("asked_on"), d)).orElse("");
        return texts.get("office.access.request", texts.value(Catalogue.DATA_REQUEST.field("kind"), request.kind().code()), asked,
                texts.value(Catalogue.DATA_REQUEST.field("status"), request.status().code()).toLowerCase(texts.lang().locale()));
    }

    private PlainSheet.Part part(PersonalData.Part part) {
        EntryType type = Catalogue.type(part.entry().type()).orElseThrow();
        List<String> said = new ArrayList<>();
        for (Field field : type.fields()) {
            part.entry().value(field).ifPresent(value -> said.add(texts.get("office.access.value", texts.field(type, field), value(part.entry().scope(), field, value))));
        }
        part.history().stream().map(item -> trace(part.entry().scope(), type, item)).forEach(said::add);
        part.lies().ifPresent(state -> said.add(texts.get("office.access.lies", texts.get("state." + state).toLowerCase(texts.lang().locale()))));
        return new PlainSheet.Part(texts.type(type), said);
    }

    /** "20/11/2026, Nông Thị Hạnh: Họ tên, Ngày sinh", with what a change replaced. */
    private String trace(ScopeId scope, EntryType type, HistoryItem item) {
        Change change = item.change();
        String what = change.fields().entrySet().stream().flatMap(f -> type.field(f.getKey()).map(field ->
                        texts.get("office.access.value", texts.field(type, field), value(scope, field, f.getValue()))).stream())
                .collect(Collectors.joining("; "));
        String key = item.refused().isPresent() ? "office.access.refused" : "office.access.wrote";
        return texts.get(key, day(change.stamp()), who(change.author()), what.isEmpty() ? texts.get("office.access.act") : what);
    }

    private String value(ScopeId scope, Field field, Value value) {
        return value instanceof Value.Ref ref ? Optional.ofNullable(node.names(scope, Set.of(ref.entry())).get(ref.entry())).orElse("–") : texts.value(field, value);
    }

    private String who(DeviceId author) {
        return node.grants().device(author).map(d -> d.holder()).orElseGet(() -> texts.get("office.access.unknown", author.toString().substring(0, 8).toUpperCase(Locale.ROOT)));
    }

    private String day(Stamp at) {
        return texts.value(Catalogue.DATA_REQUEST.field("asked_on"), Value.Day.of(at(at)));
    }

    private LocalDate at(Stamp stamp) {
        return Instant.ofEpochMilli(stamp.millis()).atZone(clock.getZone()).toLocalDate();
    }
}
