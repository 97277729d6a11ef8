package vn.banso.desktop.villages;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.catalogue.Entry;
import vn.banso.register.rules.Inhabitants;
import vn.banso.register.rules.Surroundings;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.Node;
import vn.banso.store.register.VillageCounts;
import vn.banso.store.writing.FormDraft;

/** One village: its infrastructure sheet, saved as it is written, and its team. */
public final class VillageModel {
    /** What of it one looks at. */
    enum Part { SHEET, TEAM }

    /**
     * What is known when it is opened.
     *
     * @param recorded households written down that have not left
     * @param inhabitants what the average is made of
     * @param draft what an earlier visit could not save yet
     */
    private record Read(Optional<Entry> entry, long recorded, Inhabitants inhabitants, Optional<FormDraft> draft) {}

    private final OpenRegister workplace;
    private final ScopeId scope;
    private final EntryId id;
    private final TeamModel team;
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.SHEET);
    private final ReadOnlyObjectWrapper<Optional<Open>> open = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private boolean shown;

    /** The sheet being written. */
    record Open(EntryModel sheet, AutoSave saving, long recorded) {
        /** The sheet as it stands now, saved or not. */
        Entry now() {
            return sheet.draft().over(sheet.before());
        }
    }

    public VillageModel(OpenRegister workplace, ScopeId scope, EntryId id) {
        this.workplace = workplace;
        this.scope = scope;
        this.id = id;
        this.team = new TeamModel(workplace, scope, Optional.of(id));
        team.member().subscribe(open -> open.ifPresent(_ -> part.set(Part.TEAM)));
    }

    OpenRegister workplace() {
        return workplace;
    }

    /** Whether this is the model of that village. */
    public boolean isOf(ScopeId otherScope, EntryId otherId) {
        return scope.equals(otherScope) && id.equals(otherId);
    }

    EntryId id() {
        return id;
    }

    TeamModel team() {
        return team;
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /** Empty before the node has answered. */
    ReadOnlyObjectProperty<Optional<Open>> open() {
        return open.getReadOnlyProperty();
    }

    /** Whether there is no such village here. */
    ReadOnlyBooleanProperty missing() {
        return missing.getReadOnlyProperty();
    }

    boolean mayWrite() {
        return workplace.mayWrite(Catalogue.VILLAGE, Kind.SET);
    }

    /** Reads it; what somebody is in the middle of writing by the time of the answer stays, and so does a sheet that says the same. */
    void shown() {
        shown = true;
        team.reread();
        workplace.ask(this::read, read -> {
            missing.set(read.entry().isEmpty());
            read.entry().filter(entry -> shown && open.get().filter(o -> o.sheet().isDirty()
                    || Entry.saySame(o.sheet().before(), read.entry()) && o.recorded() == read.recorded()).isEmpty()).ifPresent(entry -> {
                EntryModel sheet = new EntryModel(Catalogue.VILLAGE, scope, id, Optional.of(entry),
                        () -> new Validation.Context(workplace.today(), region(entry), counted(read.inhabitants())));
                open.get().ifPresent(o -> o.saving().end());
                AutoSave saving = new AutoSave(workplace, sheet);
                read.draft().filter(_ -> mayWrite()).ifPresent(saving::restore);
                open.set(Optional.of(new Open(sheet, saving, read.recorded())));
            });
        });
    }

    private static Surroundings counted(Inhabitants all) {
        return new Surroundings() {
            @Override
            public Inhabitants inhabitants(ScopeId scope, EntryId village) {
                return all;
            }
        };
    }

    private static Optional<Value.Code> region(Entry entry) {
        return entry.value(Catalogue.VILLAGE.field("region")).map(v -> v instanceof Value.Code c ? c : null);
    }

    private Read read(Node node) {
        return new Read(node.entry(scope, id), new VillageCounts(node).households(scope).getOrDefault(id, 0L), node.around().inhabitants(scope, id), node.drafts().form(scope, id));
    }

    /** Saves whatever is open and puts it away, before one leaves the page. What cannot be saved yet is there again as a draft. */
    void leave() {
        shown = false;
        open.get().ifPresent(o -> o.saving().leave());
        open.set(Optional.empty());
        team.leave();
    }
}
