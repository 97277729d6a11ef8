package vn.banso.office;

import java.util.List;
import java.util.Optional;

/**
 * The list on which people sign that they came.
 *
 * @param people in the order of the list
 * @param emptyRows numbered rows after them, for those who are not on the list; a blank sheet has only these
 * @param totals how many came; empty for dotted lines to be filled in by hand
 */
public record SignInSheet(PaperHead head, List<Learner> people, int emptyRows, Optional<Totals> totals) {
    public SignInSheet {
        people = List.copyOf(people);
        if (emptyRows < 0) {
            throw new IllegalArgumentException("a sheet cannot lack rows");
        }
    }

    /** Whether it is already noted who came: then that stands on the paper too. */
    boolean isMarked() {
        return people.stream().anyMatch(p -> !p.presence().isEmpty());
    }

    /** @param elderly aged 60 and over */
    public record Totals(long came, long women, long elderly) {}

    /**
     * @param born year or date as it is known; empty where it is not
     * @param presence whether the person came, in a word; empty where nobody noted it
     */
    public record Learner(String name, String born, String hamlet, String presence) {}
}
