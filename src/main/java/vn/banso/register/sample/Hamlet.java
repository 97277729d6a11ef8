package vn.banso.register.sample;

import java.util.List;
import vn.banso.register.values.EntryId;

/**
 * What the families and classes of a village need to know of it.
 *
 * @param signal position in {@link #SIGNALS}
 * @param team its members, who visit the households; empty where there is no team
 */
record Hamlet(EntryId id, String name, boolean broadband, int signal, List<EntryId> team) {
    /** Village coverage from worst to best; the same position in {@link #IN_THE_HOUSE} is what phones there mostly show. */
    static final List<String> SIGNALS = List.of("dark", "patchy", "covered");
    static final List<String> IN_THE_HOUSE = List.of("none", "weak", "good");
}
