package vn.banso.desktop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.banso.carrier.Sticks;
import vn.banso.desktop.attention.AttentionModel;
import vn.banso.desktop.attention.AttentionView;
import vn.banso.desktop.classes.ClassPages;
import vn.banso.desktop.devices.DevicesModel;
import vn.banso.desktop.devices.DevicesView;
import vn.banso.desktop.handover.HandOverModel;
import vn.banso.desktop.handover.HandOverView;
import vn.banso.desktop.household.DoorstepModel;
import vn.banso.desktop.household.HouseholdPage;
import vn.banso.desktop.households.HouseholdsModel;
import vn.banso.desktop.households.HouseholdsView;
import vn.banso.desktop.importing.ImportModel;
import vn.banso.desktop.importing.ImportingView;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.desktop.kit.OtherRegister;
import vn.banso.desktop.kit.Page;
import vn.banso.desktop.kit.Place;
import vn.banso.desktop.kit.Ui;
import vn.banso.desktop.people.PersonModel;
import vn.banso.desktop.people.PersonView;
import vn.banso.desktop.reporting.ReportingModel;
import vn.banso.desktop.reporting.ReportingView;
import vn.banso.desktop.requests.RequestsModel;
import vn.banso.desktop.requests.RequestsView;
import vn.banso.desktop.settings.SettingsModel;
import vn.banso.desktop.settings.SettingsView;
import vn.banso.desktop.shell.ShellModel;
import vn.banso.desktop.today.TodayModel;
import vn.banso.desktop.today.TodayView;
import vn.banso.desktop.units.UnitsModel;
import vn.banso.desktop.units.UnitsView;
import vn.banso.desktop.villages.VillageModel;
import vn.banso.desktop.villages.VillageView;
import vn.banso.desktop.villages.VillagesModel;
import vn.banso.desktop.villages.VillagesView;

/**
 * Wires every screen, by hand. Models live as long as the node is open, so that a place is found as it was left; pages are built
 * from them in the language of the day.
 */
final class Screens {
    private final OpenRegister workplace;
    private final ShellModel shell;
    private final DoorstepModel household;
    private final HandOverModel handOver;
    private final ImportModel importing;
    private final DevicesModel devices;
    private final ReportingModel reporting;
    private final RequestsModel requests;
    private final AttentionModel attention;
    private final SettingsModel preferences;
    private final ClassPages classes;
    private final TodayModel today;
    private final HouseholdsModel households;
    private final VillagesModel villages;
    private final UnitsModel units;
    private Optional<VillageModel> village = Optional.empty();
    private Optional<PersonModel> person = Optional.empty();

    /** @param elsewhere opens the register in another folder instead */
    Screens(OpenRegister workplace, ShellModel shell, Consumer<OtherRegister> elsewhere) {
        this.workplace = workplace;
        this.shell = shell;
        this.household = new DoorstepModel(workplace, shell);
        this.today = new TodayModel(workplace, shell);
        this.households = new HouseholdsModel(workplace, shell);
        this.handOver = new HandOverModel(workplace, Sticks.ofThisMachine());
        this.importing = new ImportModel(workplace, Sticks.ofThisMachine());
        this.reporting = new ReportingModel(workplace);
        this.devices = new DevicesModel(workplace);
        this.requests = new RequestsModel(workplace, shell);
        this.attention = new AttentionModel(workplace, shell);
        this.preferences = new SettingsModel(workplace, elsewhere);
        this.classes = new ClassPages(workplace, shell);
        this.villages = new VillagesModel(workplace);
        this.units = new UnitsModel(workplace);
    }

    /** The pages in this language. */
    Function<Place, Page> in(Ui ui) {
        Supplier<Page> list = once(() -> new HouseholdsView(ui, households));
        return place -> switch (place) {
            case Place.Today _ -> new TodayView(ui, today);
            case Place.Households here -> {
                households.show(here.filter());
                yield list.get();
            }
            case Place.Household _, Place.NewHousehold _ -> new HouseholdPage(ui, household, place);
            case Place.Person at -> new PersonView(ui, person(at), shell);
            case Place.Villages _ -> new VillagesView(ui, villages, shell);
            case Place.Village at -> new VillageView(ui, village(at), shell);
            case Place.Units _ -> new UnitsView(ui, units);
            case Place.Classes _ -> classes.list(ui);
            case Place.ClassRoom at -> classes.room(ui, at);
            case Place.Session at -> classes.session(ui, at);
            case Place.HandOver _ -> new HandOverView(ui, handOver, workplace);
            case Place.Importing _ -> new ImportingView(ui, importing);
            case Place.Reporting _ -> new ReportingView(ui, reporting);
            case Place.Devices _ -> new DevicesView(ui, devices);
            case Place.Requests _ -> new RequestsView(ui, requests);
            case Place.Attention _ -> new AttentionView(ui, attention, workplace);
            case Place.Preferences _ -> new SettingsView(ui, preferences);
        };
    }

    /** One page for all places of a kind, built when one first goes there. */
    private static Supplier<Page> once(Supplier<Page> build) {
        Deque<Page> built = new ArrayDeque<>();
        return () -> {
            if (built.isEmpty()) {
                built.add(build.get());
            }
            return built.getFirst();
        };
    }

    private PersonModel person(Place.Person place) {
        if (person.filter(p -> p.isOf(place.scope(), place.id())).isEmpty()) {
            person = Optional.of(new PersonModel(workplace, place.scope(), place.id()));
        }
        return person.get();
    }

    /** The one open last goes on where it was. */
    private VillageModel village(Place.Village place) {
        if (village.filter(v -> v.isOf(place.scope(), place.id())).isEmpty()) {
            village = Optional.of(new VillageModel(workplace, place.scope(), place.id()));
        }
        return village.get();
    }
}
