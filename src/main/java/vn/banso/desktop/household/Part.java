package vn.banso.desktop.household;

/** The parts of a household's page. Texts: {@code household.part.<name>}. */
public enum Part {
    /** What fits on one screen at the door. */
    DOOR,
    /** Everything else of the catalogue. */
    MORE,
    CONSENT,
    PROBLEMS,
    HISTORY
}
