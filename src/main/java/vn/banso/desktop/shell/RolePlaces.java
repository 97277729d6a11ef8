package vn.banso.desktop.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.banso.desktop.kit.Icon;
import vn.banso.desktop.kit.Place;
import vn.banso.trust.governance.GrantedDevice;
import vn.banso.trust.governance.Role;

/** Navigation by role: the places on the rail, in their order. What a role does not do is not there. */
final class RolePlaces {
    private record Stop(Place place, Icon icon) {}

    private static final Stop TODAY = new Stop(new Place.Today(), Icon.TODAY);
    private static final Stop IMPORTING = new Stop(new Place.Importing(), Icon.IMPORT);
    private static final Stop REPORTING = new Stop(new Place.Reporting(), Icon.CALENDAR);
    private static final Stop DEVICES = new Stop(new Place.Devices(), Icon.PEOPLE);
    private static final Stop REQUESTS = new Stop(new Place.Requests(), Icon.SHIELD);
    private static final Stop ATTENTION = new Stop(new Place.Attention(), Icon.ATTENTION);
    private static final Stop HOUSEHOLDS = new Stop(new Place.Households(), Icon.HOUSEHOLDS);
    private static final Stop CLASSES = new Stop(new Place.Classes(), Icon.CLASSES);
    private static final Stop VILLAGES = new Stop(new Place.Villages(), Icon.VILLAGES);
    private static final Stop HAND_OVER = new Stop(new Place.HandOver(), Icon.HAND_OVER);

    /** Of who writes down at doors. */
    private static final List<Stop> DOORSTEP = List.of(TODAY, HOUSEHOLDS, CLASSES, VILLAGES, HAND_OVER, ATTENTION);
    /** Of who sits at a desk: first what comes in and waits, then what it is about. */
    private static final List<Stop> DESK = List.of(TODAY, IMPORTING, REPORTING, ATTENTION, HOUSEHOLDS, CLASSES, VILLAGES, HAND_OVER, DEVICES, REQUESTS);

    private RolePlaces() {}

    /** @param me empty before this device was let in, or was asked who it is */
    static Map<Place, Icon> of(Optional<GrantedDevice> me) {
        Map<Place, Icon> places = new LinkedHashMap<>();
        (isOfficer(me) ? DESK : DOORSTEP).forEach(stop -> places.put(stop.place(), stop.icon()));
        return places;
    }

    private static boolean isOfficer(Optional<GrantedDevice> me) {
        return me.filter(device -> !device.revoked()).map(GrantedDevice::role).filter(Role::isOfficer).isPresent();
    }

    /** Text key of a place on the rail. */
    static String name(Place place) {
        return switch (place) {
            case Place.Today _ -> "shell.place.today";
            case Place.Importing _ -> "shell.place.importing";
            case Place.Reporting _ -> "shell.place.reporting";
            case Place.Devices _ -> "shell.place.devices";
            case Place.Requests _ -> "shell.place.requests";
            case Place.Classes _, Place.ClassRoom _, Place.Session _ -> "shell.place.classes";
            case Place.Villages _, Place.Village _, Place.Units _ -> "shell.place.villages";
            case Place.HandOver _ -> "shell.place.hand_over";
            case Place.Attention _ -> "shell.place.attention";
            case Place.Preferences _ -> "shell.place.settings";
            case Place.Households _, Place.Household _, Place.NewHousehold _, Place.Person _ -> "shell.place.households";
        };
    }
}
