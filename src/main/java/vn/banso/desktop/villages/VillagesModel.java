package vn.banso.desktop.villages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import vn.banso.desktop.form.EntryModel;
import vn.banso.desktop.kit.Communes;
import vn.banso.desktop.kit.Navigator;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.saving.AutoSave;
import vn.banso.desktop.saving.DraftPlace;
import vn.banso.desktop.saving.EntryForm;
import vn.banso.ledger.change.Kind;
import vn.banso.register.catalogue.Catalogue;
import vn.banso.register.names.Names;
import vn.banso.register.rules.Draft;
import vn.banso.register.rules.Validation;
import vn.banso.register.values.EntryId;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.store.register.NewVillages;
import vn.banso.store.writing.FormDraft;

/** The villages of the communes held here, as they were last looked at. */
public final class VillagesModel {
    /** What of it one looks at. */
    enum Part { LIST, GAPS, TEAM }

    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<Optional<List<VillageRow>>> all = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.LIST);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Optional<EntryId>> chosen = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<EntryModel>> fresh = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TeamModel>> communeTeam = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<AutoSave> saving = Optional.empty();
    private boolean shown;

    public VillagesModel(OpenRegister workplace) {
        this.workplace = workplace;
        workplace.changes().addListener(_ -> rereadIfShown());
        workplace.me().addListener(_ -> rereadIfShown());
        workplace.communes().chosen().addListener(_ -> rereadIfShown());
        workplace.communes().known().addListener(_ -> rereadIfShown());
    }

    OpenRegister workplace() {
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
            if (communes().isNowhere()) {
                all.set(Optional.of(List.of()));
            }
            return;
        }
        Value.Day today = Value.Day.of(workplace.today());
        workplace.ask(node -> new Overview(node, today).of(communes), rows -> all.set(Optional.of(rows)));
        if (fresh.get().isEmpty() && mayWrite()) {
            workplace.ask(node -> node.drafts().forms().stream().filter(f -> f.type() == Catalogue.VILLAGE
                    && f.page().equals(DraftPlace.VILLAGES)).toList(), drafts -> drafts.stream().filter(d -> communes.contains(d.scope()))
                    .limit(fresh.get().isEmpty() && shown ? 1 : 0).forEach(d -> begin(Draft.of(Catalogue.VILLAGE, d.scope(), d.id()), Optional.of(d))));
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
        workplace.ask(node -> NewVillages.begun(node, commune), known -> {
            Optional<Draft> written = fresh.get().map(EntryModel::keepsake);
            cancel();
            begin(known, Optional.empty());
            written.map(NewVillages::withoutCommune).ifPresent(fresh.get().orElseThrow()::restore);
        });
    }

    /** @param known what follows from its commune */
    private void begin(Draft known, Optional<FormDraft> kept) {
        EntryModel model = new EntryModel(Catalogue.VILLAGE, known.scope(), known.id(), Optional.empty(),
                () -> Validation.Context.on(workplace.today()));
        model.restore(known);
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

    /** Writes it down. @param navigator leads to its page once it is durable */
    void create(Navigator navigator) {
        Consumer<Place> on = navigator.fromHere();
        fresh.get().filter(model -> model.blocked().isEmpty()).ifPresent(model -> saving.orElseThrow().save(List.of(model), () -> {
            if (fresh.get().filter(model::equals).isPresent()) {
                close();
            }
            chosen.set(Optional.of(model.id()));
            on.accept(new Place.Village(model.scope(), model.id()));
        }));
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
