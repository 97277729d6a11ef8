package vn.banso.desktop.villages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Notice;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.desktop.saving.RefusalText;
import vn.banso.desktop.saving.SaveState;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Codes;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.catalogue.EntryType;
import vn.banso.register.catalogue.Field;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.writing.FormDraft;
import vn.banso.store.writing.SaveResult;

/** The community digital-technology team of a village or of a commune, and its people. */
final class TeamModel {
    private static final Field VILLAGE = Catalogue.TEAM.field("village");
    private static final Field LEVEL = Catalogue.TEAM.field("team_level");
    private static final Field TEAM = Catalogue.TEAM_MEMBER.field("team");
    private static final Field ROLE = Catalogue.TEAM_MEMBER.field("role");
    private static final Value COMMUNE = Codes.TEAM_LEVEL.code("commune").orElseThrow();
    private static final Value MEMBER = Codes.TEAM_ROLE.code("member").orElseThrow();

    /**
     * What is known.
     *
     * @param team the one that is active, or the last one that was; empty where there never was one
     * @param members leaders first; who has left comes last
     * @param kept what of the team and its members was left half-written
     */
    record Known(Optional<Entry> team, List<Entry> members, List<FormDraft> kept) {}

    /** An entry being written, and how far the writing has come. */
    record Open(EntryModel entry, AutoSave saving) {}

    private final OpenRegister workplace;
    private final ScopeId scope;
    private final Optional<EntryId> village;
    private final ReadOnlyObjectWrapper<Optional<Known>> known = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Open>> facts = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Open>> member = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Whether what was left half-written on this page was looked for. */
    private boolean found;

    /** @param village empty for the team of the commune itself */
    TeamModel(OpenRegister workplace, ScopeId scope, Optional<EntryId> village) {
        this.workplace = workplace;
        this.scope = scope;
        this.village = village;
    }

    OpenRegister workplace() {
        return workplace;
    }

    ScopeId scope() {
        return scope;
    }

    boolean isOfVillage() {
        return village.isPresent();
    }

    /** Empty before the node has answered. */
    ReadOnlyObjectProperty<Optional<Known>> known() {
        return known.getReadOnlyProperty();
    }

    /** What the decision says, to be written; empty where there is no team or this role may only read it. */
    ReadOnlyObjectProperty<Optional<Open>> facts() {
        return facts.getReadOnlyProperty();
    }

    /** The member being written; empty where none is. */
    ReadOnlyObjectProperty<Optional<Open>> member() {
        return member.getReadOnlyProperty();
    }

    /** Teams are set up by decision: officers write them. */
    boolean mayWriteTeam() {
        return workplace.mayWrite(Catalogue.TEAM, Kind.CREATE);
    }

    boolean mayWriteMembers() {
        return workplace.mayWrite(Catalogue.TEAM_MEMBER, Kind.CREATE);
    }

    boolean isActive(Entry entry) {
        return Overview.isActive(entry, today());
    }

    private int today() {
        return Value.Day.of(workplace.today()).number();
    }

    void reread() {
        workplace.ask(this::read, answer -> {
            known.set(Optional.of(answer));
            Optional<EntryId> now = facts.get().map(f -> f.entry().id());
            if (mayWriteTeam() && !answer.team().map(Entry::id).equals(now)) {
                facts.set(answer.team().map(team -> open(Catalogue.TEAM, team.id(), Optional.of(team))));
            }
            if (!found && mayWriteMembers()) {
                found = true;
                begun().ifPresent(draft -> openMember(draft.id(), answer.members().stream().filter(m -> m.id().equals(draft.id())).findFirst()));
            }
        });
    }

    /** A member that was left half-written. */
    private Optional<FormDraft> begun() {
        return known.get().stream().flatMap(k -> k.kept().stream()).filter(f -> f.type() == Catalogue.TEAM_MEMBER).findFirst();
    }

    private EntryId page() {
        return village.orElse(DraftPlace.VILLAGES);
    }

    private Known read(Node node) {
        Optional<Entry> team = node.entries(Catalogue.TEAM, scope).stream().filter(this::isMeant)
                .max(Comparator.comparing(this::isActive).thenComparing(t -> day(t, "active_from")).thenComparing(Entry::id));
        List<Entry> members = new ArrayList<>();
        team.ifPresent(t -> node.entries(Catalogue.TEAM_MEMBER, scope).stream()
                .filter(m -> m.ref(TEAM).filter(t.id()::equals).isPresent()).forEach(members::add));
        members.sort(Comparator.comparing((Entry m) -> !isActive(m)).thenComparing(m -> m.value(ROLE).isEmpty() ? 9 : m.code(ROLE))
                .thenComparing(m -> Names.sortKey(name(m))).thenComparing(Entry::id));
        return new Known(team, List.copyOf(members), node.drafts().forms().stream()
                .filter(f -> f.scope().equals(scope) && f.page().equals(page())).toList());
    }

    private boolean isMeant(Entry team) {
        return village.isPresent() ? team.ref(VILLAGE).equals(village)
                : team.ref(VILLAGE).isEmpty() && team.value(LEVEL).filter(COMMUNE::equals).isPresent();
    }

    private static int day(Entry team, String field) {
        return team.day(Catalogue.TEAM.field(field)).map(Value.Day::number).orElse(0);
    }

    static String name(Entry member) {
        return member.text(Catalogue.TEAM_MEMBER.field("name")).orElse("");
    }

    /** Saved as it is written, or once somebody saves it where it is new; the list follows what is saved. */
    private Open open(EntryType type, EntryId id, Optional<Entry> before) {
        EntryModel model = new EntryModel(type, scope, id, before, () -> Validation.Context.on(workplace.today()));
        if (before.isEmpty()) {
            known.get().flatMap(Known::team).ifPresent(team -> model.commit(TEAM, new Value.Ref(team.id())));
            model.commit(ROLE, MEMBER);
        }
        AutoSave saving = new AutoSave(workplace, new EntryForm(page(), List.of(model), Map::of), AutoSave.When.AS_WRITTEN);
        known.get().stream().flatMap(k -> k.kept().stream()).filter(f -> f.id().equals(id)).findFirst().ifPresent(saving::restore);
        saving.state().addListener((_, _, now) -> {
            if (now instanceof SaveState.Saved) {
                reread();
            }
        });
        return new Open(model, saving);
    }

    // What officers do.

    /** Writes down that there is a team; what its decision says is filled in afterwards. */
    void found() {
        workplace.act(node -> {
            Draft team = Draft.of(Catalogue.TEAM, scope, node.freshId())
                    .with("team_level", village.isPresent() ? Codes.TEAM_LEVEL.code("village").orElseThrow() : COMMUNE);
            return node.save(List.of(village.map(v -> team.with("village", new Value.Ref(v))).orElse(team)));
        }, result -> written(result, () -> { }));
    }

    // What everybody does who may write members.

    /** Opens a member to be written; what was open is saved first. */
    void edit(Entry entry) {
        if (member.get().filter(m -> m.entry().id().equals(entry.id())).isEmpty()) {
            leaveMember();
            openMember(entry.id(), Optional.of(entry));
        }
    }

    /** As it was left, where it was left half-written. */
    private void openMember(EntryId id, Optional<Entry> before) {
        workplace.ask(this::read, answer -> {
            known.set(Optional.of(answer));
            member.set(Optional.of(open(Catalogue.TEAM_MEMBER, id, before)));
        });
    }

    /** Opens an empty sheet for one more member, or the one that was left half-written. */
    void add() {
        known.get().flatMap(Known::team).ifPresent(_ -> {
            leaveMember();
            workplace.ask(node -> node.drafts().on(scope, page(), Catalogue.TEAM_MEMBER).stream().filter(f -> node.entry(scope, f.id()).isEmpty()).map(FormDraft::id).findFirst().orElseGet(node::freshId),
                    id -> openMember(id, Optional.empty()));
        });
    }

    /** Puts a new member into the register; what is missing stands at its field. */
    void saveMember() {
        member.get().filter(open -> open.entry().blocked().isEmpty()).ifPresent(open -> open.saving().save(List.of(open.entry()), this::close));
    }

    /** From today on not in the team any more; can be taken back. */
    void end(Entry entry) {
        Draft ended = Draft.of(Catalogue.TEAM_MEMBER, scope, entry.id()).with("active_to", Value.Day.of(workplace.today()));
        Draft back = Draft.of(Catalogue.TEAM_MEMBER, scope, entry.id())
                .with("active_to", entry.value(Catalogue.TEAM_MEMBER.field("active_to")).orElse(Value.BLANK));
        close();
        write(ended, () -> workplace.tell(Notice.done("villages.member_ended", name(entry)).undoneBy(() -> write(back, () -> { }))));
    }

    private void write(Draft draft, Runnable then) {
        workplace.act(node -> node.save(List.of(draft)), result -> written(result, then));
    }

    private void written(SaveResult result, Runnable then) {
        reread();
        switch (result) {
            case SaveResult.Saved _ -> then.run();
            case SaveResult.Refused refused -> workplace.tell(RefusalText.ofAct(refused));
        }
    }

    /** Closes the sheet of the member; what was written is saved, or kept as a draft where it is new. */
    void close() {
        leaveMember();
        member.set(Optional.empty());
    }

    /** Saves whatever is open and puts it away, before one leaves the page. */
    void leave() {
        facts.get().ifPresent(open -> open.saving().leave());
        facts.set(Optional.empty());
        close();
        found = false;
    }

    private void leaveMember() {
        member.get().ifPresent(open -> open.saving().leave());
    }
}
