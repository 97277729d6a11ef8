package vn.banso.desktop.attention;

import java.util.Locale;
import java.util.stream.Collectors;
import vn.banso.desktop.attention.Detail.Answer;
import vn.banso.desktop.attention.Detail.Question;
import vn.banso.desktop.attention.Detail.Writer;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Ui;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.SystemField;
import vn.banso.register.units.Unit;
import vn.banso.register.units.Units;
import vn.banso.register.values.Value;
import vn.banso.store.lists.Attention;

/** How things that need a look are called. */
record AttentionWords(Ui ui, OpenRegister workplace) {

    /** The entry, or where it has no name what kind of entry it is; else the commune. */
    String title(Item item) {
        return item.called().or(() -> item.type().map(ui.texts()::type))
                .or(() -> item.about().scope().flatMap(Units::find).map((Unit u) -> capital(u.named(ui.texts()))))
                .orElse(ui.say("attention.this_machine"));
    }

    /** At the beginning of a line. */
    private static String capital(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    String kind(Attention.Kind kind) {
        return ui.say("attention." + kind);
    }

    Icon icon(Attention.Kind kind) {
        return switch (kind) {
            case CONFLICT -> Icon.EDIT;
            case DUPLICATE -> Icon.PEOPLE;
            case LEFT_BEHIND -> Icon.MOVE;
            case ORPHANED, UNPLACED -> Icon.EDIT;
            case SET_ASIDE, REVOKED -> Icon.SHIELD;
            case GAP, WAITING -> Icon.HISTORY;
            case FORK -> Icon.MORE;
            case UNSEALED -> Icon.KEY;
            case CLOCK -> Icon.CALENDAR;
            case HELPED -> Icon.KEY;
        };
    }

    /** What is in question: the fields, where people wrote different values; the reason, where something is set aside. */
    String what(Item item) {
        String fields = item.fields().stream().map(f -> field(item.about(), f)).collect(Collectors.joining(", "));
        return fields.isEmpty() ? kind(item.about().kind()) : fields;
    }

    /** Everybody who wrote what is in question. */
    String who(Item item) {
        return item.who().stream().map(w -> w.holder().isEmpty() ? ui.say("attention.somebody") : w.holder()).collect(Collectors.joining(", "));
    }

    /** The day of the latest writing; nothing where nobody wrote. */
    String when(Item item) {
        return item.who().stream().findFirst().map(w -> ui.formats().day(w.at().atZone(workplace.clock().getZone()).toLocalDate())).orElse("");
    }

    /** The village, with its commune where there are several. */
    String where(Item item) {
        String village = item.where().map(Item.Where::name).orElse("");
        return item.about().scope().filter(_ -> item.type().isPresent()).map(commune -> workplace.communes().told(village, commune, ui.texts())).orElse(village);
    }

    /** What kind of thing it is, and where. */
    String placed(Item item) {
        return where(item).isEmpty() ? kind(item.about().kind()) : kind(item.about().kind()) + " · " + where(item);
    }

    /** What it means, and what to do. */
    String meaning(Item item, Detail detail) {
        Attention about = item.about();
        return switch (about.kind()) {
            case CONFLICT -> detail instanceof Detail.Differ differ && differ.questions().stream().allMatch(Question::isOfOne)
                    ? ui.say("attention.about.conflict_one") : ui.say("attention.about.conflict");
            case DUPLICATE -> ui.say("attention.about.duplicate");
            case LEFT_BEHIND -> detail instanceof Detail.Apart apart && apart.to().isPresent()
                    ? ui.say("attention.about.left_behind", commune(apart)) : ui.say("attention.about.left_behind_elsewhere");
            case ORPHANED -> detail instanceof Detail.Apart apart && apart.ways().isEmpty() ? ui.say("attention.about.orphaned_erased", about.count())
                    : ui.say("attention.about.orphaned", about.count());
            case UNPLACED -> about.other().isPresent() ? ui.say("attention.about.unplaced_unknown", about.count())
                    : ui.say("attention.about.unplaced");
            case SET_ASIDE -> ui.say("attention.about.set_aside", about.count());
            case REVOKED -> detail instanceof Detail.AfterRevocation after ? ui.say("attention.about.revoked", after.late().records(), about.count())
                    : ui.say("attention.about.set_aside", about.count());
            case GAP -> ui.say("attention.about.gap", about.count());
            case WAITING -> ui.say("attention.about.waiting", about.count());
            case FORK -> ui.say("attention.about.fork");
            case UNSEALED -> ui.say(isOfficer() ? "attention.about.unsealed_officer" : "attention.about.unsealed", about.count());
            case CLOCK -> ui.say("attention.about.clock");
            case HELPED -> ui.say("attention.about.helped");
        };
    }

    String thing(Detail.Thing thing) {
        String type = ui.texts().type(thing.type());
        return thing.called().isEmpty() ? type : ui.say("attention.thing", type, thing.called());
    }

    String way(Detail.Way way, Detail.Apart apart) {
        return way == Detail.Way.FOLLOW ? ui.say("attention.way.FOLLOW", commune(apart)) : ui.say("attention.way." + way);
    }

    private String commune(Detail.Apart apart) {
        return apart.to().flatMap(Units::find).map((Unit u) -> u.named(ui.texts())).orElse("");
    }

    private boolean isOfficer() {
        return workplace.me().get().filter(me -> me.role().isOfficer()).isPresent();
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

    /** Where one person wrote on several machines, it is said on which. */
    String writers(Question question, Answer answer) {
        return answer.by().stream().map(w -> writer(w, question.isOfOne())).collect(Collectors.joining("\n"));
    }

    String helper(Writer by) {
        return ui.say("attention.helped_by", ui.formats().day(by.at().atZone(workplace.clock().getZone()).toLocalDate()),
                ui.formats().time(by.at(), workplace.clock().getZone()), by.holder().isEmpty() ? ui.say("attention.somebody") : by.holder());
    }

    String writer(Writer by) {
        return writer(by, false);
    }

    private String writer(Writer by, boolean onWhich) {
        String holder = by.holder().isEmpty() ? ui.say("attention.somebody") : by.holder();
        return ui.say("attention.writer", onWhich && !by.device().isEmpty() ? ui.say("attention.on_machine", holder, by.device()) : holder,
                ui.formats().day(by.at().atZone(workplace.clock().getZone()).toLocalDate()), ui.formats().time(by.at(), workplace.clock().getZone()));
    }
}
