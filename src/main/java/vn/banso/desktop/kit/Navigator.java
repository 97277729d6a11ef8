package vn.banso.desktop.kit;

import java.util.function.Consumer;

/** Goes from place to place; screens do not know each other. */
public interface Navigator {
    void go(Place place);

    /** Where one came from, in the state it was left in. */
    void back();

    /** A way on for an answer that comes later: whoever has gone elsewhere meanwhile stays there. */
    default Consumer<Place> fromHere() {
        return this::go;
    }

    /** A way on for whoever is at this place when it comes to that. */
    default Consumer<Place> from(Place at) {
        return this::go;
    }
}
