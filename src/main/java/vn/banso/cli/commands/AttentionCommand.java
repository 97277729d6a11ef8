package vn.banso.cli.commands;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.banso.cli.frame.CommandContext;
import vn.banso.cli.frame.CommandRefusal;
import vn.banso.cli.frame.Exit;
import vn.banso.cli.frame.NodeOption;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.merge.Conflicts;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.EntryId;
import vn.banso.store.Node;
import vn.banso.store.lists.Attention;

/** What waits for a person. */
@Command(name = "attention")
public final class AttentionCommand implements Callable<Integer> {
    private static final int SHORT_ID = 12;

    private final CommandContext desk;

    @Mixin
    private NodeOption node;

    @Option(names = "--json")
    private boolean json;

    public AttentionCommand(CommandContext desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, CommandRefusal {
        try (Node open = node.open(desk)) {
            List<Attention> all = open.attention();
            if (json) {
                desk.json(all.stream().map(a -> json(open, a)).toList());
            } else {
                desk.say(all.isEmpty() ? "cli.attention.none" : "cli.attention.first", all.size());
                all.forEach(a -> say(open, a));
                if (all.stream().anyMatch(a -> a.kind() == Attention.Kind.CONFLICT)) {
                    desk.say("cli.attention.decide");
                }
                List.of(Attention.Kind.LEFT_BEHIND, Attention.Kind.ORPHANED, Attention.Kind.UNPLACED, Attention.Kind.REVOKED, Attention.Kind.HELPED).stream()
                        .filter(kind -> all.stream().anyMatch(a -> a.kind() == kind)).forEach(kind -> desk.say("cli.attention.way." + kind));
            }
            return all.isEmpty() ? Exit.DONE : Exit.REFUSED;
        }
    }

    private Map<String, Object> json(Node open, Attention a) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", kind(a));
        json.put("entry", a.entry().map(EntryId::toString).orElse(null));
        json.put("reason", reason(a));
        json.put("type", type(a).map(EntryType::key).orElse(null));
        json.put("unit", unit(a).map(Unit::code).orElse(null));
        json.put("other", a.other().map(EntryId::toString).orElse(null));
        json.put("fields", fields(open, a).stream().map(Field::key).toList());
        json.put("count", a.count());
        json.put("device", a.device().map(DeviceId::toString).orElse(null));
        return json;
    }

    /** The words of the documented answer: whatever waits for something else is a gap. */
    private static String kind(Attention a) {
        return switch (a.kind()) {
            case CONFLICT, DUPLICATE, LEFT_BEHIND, ORPHANED, UNPLACED, SET_ASIDE, FORK, CLOCK, GAP, HELPED -> a.kind().name().toLowerCase(Locale.ROOT);
            case WAITING, UNSEALED -> "gap";
            case REVOKED -> "set_aside";
        };
    }

    private static String reason(Attention a) {
        return a.reason().map(r -> r.name().toLowerCase(Locale.ROOT)).orElse(switch (a.kind()) {
            case CONFLICT -> "different_values";
            case DUPLICATE -> "alike";
            case LEFT_BEHIND -> "moved";
            case ORPHANED -> "deleted";
            case UNPLACED -> a.other().isPresent() ? "not_here" : "not_said";
            case SET_ASIDE, REVOKED -> "unknown";
            case GAP -> "earlier_batch";
            case WAITING -> "grant_or_update";
            case UNSEALED -> "no_key_or_grant";
            case FORK -> "copied_or_restored";
            case CLOCK -> "far_off";
            case HELPED -> "passphrase_forgotten";
        });
    }

    private void say(Node open, Attention a) {
        String what = desk.texts().get("attention." + a.kind());
        if (a.reason().isPresent()) {
            what = desk.texts().get("cli.attention.reason", what, desk.texts().get("reason." + a.reason().get()).replaceFirst("\\.$", ""));
        }
        if (a.entry().isEmpty()) {
            if (a.device().isPresent()) {
                what = desk.texts().get("cli.attention.device", what, a.device().get().toString().substring(0, SHORT_ID));
            }
            desk.say(a.scope().isEmpty() ? "cli.attention.here" : "cli.attention.scope", what,
                    unit(a).map(u -> u.named(desk.texts())).orElse("–"), a.count());
            return;
        }
        String entry = a.other().isPresent() ? desk.texts().get("cli.attention.pair", a.entry().get(), a.other().get())
                : a.entry().get().toString();
        List<String> fields = fields(open, a).stream().map(f -> values(open, a, f)).toList();
        desk.say("cli.attention.entry", what, type(a).map(desk.texts()::type).orElse(""),
                fields.isEmpty() ? entry : desk.texts().get("cli.attention.fields", entry, String.join(", ", fields)));
    }

    /** A field and what people wrote there, the value that is shown first. */
    private String values(Node open, Attention a, Field field) {
        String heads = open.state(a.scope().orElseThrow(), a.entry().orElseThrow()).stream().flatMap(s -> s.heads(field.id()).stream())
                .map(head -> desk.texts().value(field, head.value())).distinct().collect(Collectors.joining(" / "));
        return desk.texts().get("cli.attention.values", desk.texts().field(type(a).orElseThrow(), field), heads);
    }

    /** The fields in which values wait for a decision. */
    private static List<Field> fields(Node open, Attention a) {
        return a.kind() != Attention.Kind.CONFLICT ? List.of()
                : open.state(a.scope().orElseThrow(), a.entry().orElseThrow()).stream().flatMap(s -> Conflicts.of(s).stream())
                        .flatMap(f -> Catalogue.field(a.type(), f).stream()).toList();
    }

    private static Optional<EntryType> type(Attention a) {
        return Catalogue.type(a.type());
    }

    private static Optional<Unit> unit(Attention a) {
        return a.scope().flatMap(Units::find);
    }
}
