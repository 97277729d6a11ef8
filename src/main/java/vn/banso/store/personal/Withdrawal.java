package vn.banso.store.personal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.ConsentPurpose;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.rules.Draft;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;

/**
 * What a withdrawal of consent changes: from now on the person speaks for themselves, for what is left. Without contact go telephone numbers;
 * without counting go the answers, where no task set by law stands behind them.
 */
final class Withdrawal {
    private static final EntryType PERSON = Catalogue.PERSON;

    private final Node node;
    private final DataRequest request;

    Withdrawal(Node node, DataRequest request) {
        this.node = node;
        this.request = request;
    }

    List<Draft> drafts(LocalDate on) {
        ScopeId scope = request.scope();
        List<Draft> drafts = new ArrayList<>();
        request.subjects().stream().map(id -> node.canonical(scope, id)).distinct().flatMap(id -> node.entry(scope, id).stream()).forEach(person -> {
            Optional<Entry> household = person.ref(PERSON.field("household")).flatMap(h -> node.entry(scope, node.canonical(scope, h)));
            SortedSet<String> left = left(ConsentPurpose.speaker(person, household));
            Draft draft = Draft.of(PERSON, scope, person.id()).with("consent", Codes.CONSENT.code(left.isEmpty() ? "withdrawn" : "given").orElseThrow())
                    .with("consent_purposes", left.isEmpty() ? Value.BLANK : new Value.Items(left)).with("consent_date", Value.Day.of(on));
            for (Field field : dropped(household.filter(ConsentPurpose::isTaskOfLaw).isPresent()).toList()) {
                draft = person.value(field).isPresent() ? draft.with(field.key(), Value.BLANK) : draft;
            }
            drafts.add(draft);
            household.filter(h -> request.isFor(ConsentPurpose.CONTACT) && h.ref(Catalogue.HOUSEHOLD.field("head")).filter(person.id()::equals).isPresent()
                            && h.value(Catalogue.HOUSEHOLD.field("phone")).isPresent())
                    .ifPresent(h -> drafts.add(Draft.of(Catalogue.HOUSEHOLD, scope, h.id()).with("phone", Value.BLANK)));
        });
        return drafts;
    }

    /** Who was not asked is taken to have agreed to all: then what is left is what they do not take back now. */
    private SortedSet<String> left(Optional<Entry> speaker) {
        return Arrays.stream(ConsentPurpose.values()).filter(p -> !request.isFor(p)).filter(p -> speaker.filter(p::isDenied).isEmpty())
                .map(ConsentPurpose::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Field> dropped(boolean taskOfLaw) {
        Stream<Field> phone = request.isFor(ConsentPurpose.CONTACT) ? Stream.of(PERSON.field("phone")) : Stream.empty();
        Stream<Field> answers = request.isFor(ConsentPurpose.COUNTING) && !taskOfLaw
                ? PERSON.fields().stream().filter(f -> f.key().equals("cccd") || f.key().equals("note")
                        || f.codes().filter(c -> c.codes().containsValue("not_asked")).isPresent())
                : Stream.empty();
        return Stream.concat(phone, answers);
    }
}
