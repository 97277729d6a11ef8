package vn.banso.register.rules;

/**
 * How many people and households are written down in a village.
 *
 * @param households those of which it is known how many people live there
 */
public record Inhabitants(long people, long households) {
    public static final Inhabitants UNKNOWN = new Inhabitants(0, 0);
}
