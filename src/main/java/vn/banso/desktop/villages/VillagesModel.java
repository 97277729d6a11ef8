package vn.banso.desktop.villages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Workplace;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.ledger.Kind;
import vn.banso.register.Catalogue;
import vn.banso.register.Draft;
import vn.banso.register.Entry;
import vn.banso.register.EntryId;
import vn.banso.register.Names;
import vn.banso.register.ScopeId;
import vn.banso.register.Units;
import vn.banso.register.Validation;
import vn.banso.register.Value;
import vn.banso.store.FormDraft;

/** The villages of the communes held here, as they were last looked at. */
public final class VillagesModel {
    /** What of it one looks at. */
    enum Part { LIST, GAPS, TEAM }

    private final Workplace workplace;
    private final ReadOnlyObjectWrapper<Optional<List<VillageRow>>> all = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.LIST);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<EntryId>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> fresh = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TeamModel>> communeTeam = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AutoSave> saving = Optional.empty();
    private boolean shown;

    public VillagesModel(Workplace workplace) {
        this.workplace = workplace;
        workplace.changes().addListener(_ -> rereadIfShown());
        workplace.me().addListener(_ -> rereadIfShown());
        workplace.communes().chosen().addListener(_ -> rereadIfShown());
    }

    Workplace workplace() {
        return workplace;
    }

    /** Empty before the first answer of the node. */
    ReadOnlyObjectProperty<Optional<List<VillageRow>>> all() {
        return all.getReadOnlyProperty();
    }

    ObjectProperty<Part> part() {
        return part;
    }

    /** Words of a name, with or without marks. */
    StringProperty filter() {
        return filter;
    }

    /** The row one came from, to be found again. */
    ObjectProperty<Optional<EntryId>> chosen() {
        return chosen;
    }

    /** The village that is being written down; empty where none is. */
    ReadOnlyObjectProperty<Optional<EntryModel>> fresh() {
        return fresh.getReadOnlyProperty();
    }

    /** The team of the commune that is looked at; empty where several are. */
    ReadOnlyObjectProperty<Optional<TeamModel>> communeTeam() {
        return communeTeam.getReadOnlyProperty();
    }

    boolean mayWrite() {
        return workplace.mayWrite(Catalogue.VILLAGE, Kind.CREATE);
    }

    Communes communes() {
        return workplace.communes();
    }

    /** It is looked at from now on: rereads, and again whenever something changes. */
    void shown() {
        shown = true;
        reread();
    }

    void hidden() {
        shown = false;
        saving.ifPresent(AutoSave::leave);
        close();
        communeTeam.get().ifPresent(TeamModel::leave);
    }

    private void rereadIfShown() {
        if (shown) {
            reread();
        }
    }

    private void reread() {
        List<ScopeId> communes = communes().shown();
        if (communes.isEmpty()) {
            return;
        }
        Value.Day today = Value.Day.of(workplace.today());
        workplace.ask(node -> new Overview(node, today).of(communes), rows -> all.set(Optional.of(rows)));
        if (fresh.get().isEmpty() && mayWrite()) {
            workplace.ask(node -> node.drafts().forms().stream().filter(f -> f.type() == Catalogue.VILLAGE
                    && f.page().equals(DraftPlace.VILLAGES)).toList(), drafts -> drafts.stream().filter(d -> communes.contains(d.scope()))
                    .limit(fresh.get().isEmpty() && shown ? 1 : 0).forEach(d -> begin(d.scope(), d.id(), Optional.of(d))));
        }
        Optional<ScopeId> one = Optional.of(communes).filter(c -> c.size() == 1).map(List::getLast);
        if (!communeTeam.get().map(TeamModel::scope).equals(one)) {
            communeTeam.get().ifPresent(TeamModel::leave);
            communeTeam.set(one.map(c -> {
                TeamModel team = new TeamModel(workplace, c, Optional.empty());
                team.member().subscribe(open -> open.ifPresent(_ -> part.set(Part.TEAM)));
                return team;
            }));
        }
        communeTeam.get().ifPresent(TeamModel::reread);
    }

    // A new village.

    /** Begins to write down a village of this commune; what was written of one in another commune goes on here. */
    void begin(ScopeId commune) {
        workplace.ask(node -> node.freshId(), id -> {
            Optional<Draft> written = fresh.get().map(EntryModel::keepsake);
            cancel();
            begin(commune, id, Optional.empty());
            written.ifPresent(fresh.get().orElseThrow()::restore);
        });
    }

    private void begin(ScopeId commune, EntryId id, Optional<FormDraft> kept) {
        EntryModel model = new EntryModel(Catalogue.VILLAGE, commune, id, Optional.empty(),
                () -> Validation.Context.on(workplace.today()));
        usual(commune, "kind").ifPresent(kind -> model.commit(Catalogue.VILLAGE.field("kind"), kind));
        AutoSave following = new AutoSave(workplace, new EntryForm(DraftPlace.VILLAGES, List.of(model), Map::of), AutoSave.When.AS_WRITTEN);
        kept.ifPresent(following::restore);
        saving = Optional.of(following);
        part.set(Part.LIST);
        fresh.set(Optional.of(model));
    }

    /** What was written of it is not wanted. */
    void cancel() {
        saving.ifPresent(AutoSave::discard);
        close();
    }

    private void close() {
        saving = Optional.empty();
        fresh.set(Optional.empty());
    }

    /** Writes it down, with what follows from its commune. @param then what to do with it once it is durable */
    void create(BiConsumer<ScopeId, EntryId> then) {
        fresh.get().filter(model -> model.blocked().isEmpty()).ifPresent(model -> {
            Draft draft = placed(model.draft());
            saving.orElseThrow().save(List.of(model), _ -> List.of(draft), () -> {
                close();
                chosen.set(Optional.of(draft.id()));
                then.accept(draft.scope(), draft.id());
            }, () -> { });
        });
    }

    private Draft placed(Draft draft) {
        Draft placed = draft;
        var unit = Units.find(draft.scope());
        if (unit.isPresent()) {
            placed = placed.with("unit_list", new Value.Text(unit.get().list())).with("commune", new Value.Text(unit.get().code()));
        }
        Optional<Value> region = usual(draft.scope(), "region");
        return region.isPresent() ? placed.with("region", region.get()) : placed;
    }

    /** What most villages of the commune say. */
    private Optional<Value> usual(ScopeId commune, String field) {
        return rows().filter(r -> r.scope().equals(commune)).map(VillageRow::sheet)
                .flatMap((Entry e) -> e.value(Catalogue.VILLAGE.field(field)).stream())
                .collect(Collectors.groupingBy(v -> v, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** A village of the same commune that is called like the one being written down. */
    Optional<VillageRow> namesake() {
        return fresh.get().flatMap(model -> {
            String name = model.valueOf(Catalogue.VILLAGE.field("name")) instanceof Value.Text t ? Names.fold(t.text()) : "";
            Value kind = model.valueOf(Catalogue.VILLAGE.field("kind"));
            return rows().filter(r -> !name.isEmpty() && r.scope().equals(model.scope()) && Names.fold(r.name()).equals(name)
                    && r.sheet().value(Catalogue.VILLAGE.field("kind")).filter(k -> !k.equals(kind)).isEmpty()).findFirst();
        });
    }

    private Stream<VillageRow> rows() {
        return all.get().stream().flatMap(List::stream);
    }
}
