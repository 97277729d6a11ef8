package vn.banso.office;

import java.util.List;

/**
 * What stands above the list on every paper of a class.
 *
 * @param commune with its kind, as it signs: "xã Sảng Mộc"
 * @param body who keeps the list below the commune, such as a team with its village; empty for none
 * @param name of the class or the session
 * @param facts date, place and the like, in the order in which they are read; at most eight look good
 */
public record PaperHead(String commune, String body, String name, List<Fact> facts) {
    public PaperHead {
        facts = List.copyOf(facts);
    }

    /**
     * One line "Date: 20/11/2026".
     *
     * @param value empty for a dotted line to be filled in by hand
     */
    public record Fact(String label, String value) {}
}
