package vn.banso.desktop.attention;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import vn.banso.desktop.attention.Detail.Answer;
import vn.banso.desktop.attention.Detail.Writer;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.Catalogue;
import vn.banso.register.SystemField;
import vn.banso.register.Unit;
import vn.banso.register.Units;
import vn.banso.register.Value;
import vn.banso.store.Attention;

/** How things that need a look are called. */
record Words(Ui ui, Clock clock) {

    /** The entry, or where it has no name what kind of entry it is; else the commune. */
    String title(Item item) {
        return item.called().or(() -> AttentionModel.type(item.about()).map(ui.texts()::type))
                .or(() -> item.about().scope().flatMap(Units::find).map((Unit u) -> capital(u.named(ui.texts()))))
                .orElse(ui.say("attention.this_machine"));
    }

    /** At the beginning of a line. */
    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String kind(Attention about) {
        return ui.say("attention." + about.kind());
    }

    Icon icon(Attention.Kind kind) {
        return switch (kind) {
            case CONFLICT -> Icon.EDIT;
            case DUPLICATE -> Icon.PEOPLE;
            case SET_ASIDE -> Icon.SHIELD;
            case GAP, WAITING -> Icon.HISTORY;
            case FORK -> Icon.MORE;
            case UNSEALED -> Icon.KEY;
            case CLOCK -> Icon.CALENDAR;
        };
    }

    /** What it means, and what to do. */
    String meaning(Attention about) {
        return switch (about.kind()) {
            case CONFLICT -> ui.say("attention.about.conflict");
            case DUPLICATE -> ui.say("attention.about.duplicate");
            case SET_ASIDE -> ui.say("attention.about.set_aside", about.count());
            case GAP -> ui.say("attention.about.gap", about.count());
            case WAITING -> ui.say("attention.about.waiting", about.count());
            case FORK -> ui.say("attention.about.fork");
            case UNSEALED -> ui.say("attention.about.unsealed", about.count());
            case CLOCK -> ui.say("attention.about.clock");
        };
    }

    String field(Attention about, int field) {
        return switch (field) {
            case SystemField.DELETED -> ui.say("attention.field.deleted");
            case SystemField.ALIAS -> ui.say("attention.field.alias");
            case SystemField.MOVED -> ui.say("attention.field.moved");
            default -> Catalogue.type(about.type()).flatMap(t -> t.field(field).map(f -> ui.texts().field(t, f)))
                    .orElse(ui.say("attention.field.newer"));
        };
    }

    String value(Attention about, int field, Answer answer) {
        boolean blank = answer.value() instanceof Value.Blank;
        return switch (field) {
            case SystemField.DELETED -> answer.value() instanceof Value.Text(String reason) ? ui.say("attention.value.deleted", reason)
                    : ui.say("attention.value.stays");
            case SystemField.ALIAS -> blank ? ui.say("attention.value.apart") : ui.say("attention.value.alias", called(answer));
            case SystemField.MOVED -> ui.say(blank ? "attention.value.here" : "attention.value.moved");
            default -> answer.value() instanceof Value.Ref ? called(answer)
                    : Catalogue.field(about.type(), field).map(f -> ui.texts().value(f, answer.value())).orElse(ui.say("attention.field.newer"));
        };
    }

    private String called(Answer answer) {
        return answer.called().orElse(ui.say("attention.nameless"));
    }

    String writers(List<Writer> by) {
        return by.stream().map(this::writer).collect(Collectors.joining("\n"));
    }

    String writer(Writer by) {
        return ui.say("attention.writer", by.holder().isEmpty() ? ui.say("attention.somebody") : by.holder(),
                ui.formats().day(by.at().atZone(clock.getZone()).toLocalDate()), ui.formats().time(by.at(), clock.getZone()));
    }
}
