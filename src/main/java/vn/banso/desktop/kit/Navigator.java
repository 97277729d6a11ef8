package vn.banso.desktop.kit;

/** Goes from place to place; screens do not know each other. */
public interface Navigator {
    void go(Place place);

    /** Where one came from, in the state it was left in. */
    void back();
}
