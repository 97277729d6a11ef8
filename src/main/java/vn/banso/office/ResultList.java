package vn.banso.office;

import java.util.List;

/**
 * What became of the people of a class.
 *
 * @param learners in the order of the list
 * @param counts sentences below the list: how many completed, how many passed, by level
 */
public record ResultList(PaperHead head, List<Line> learners, List<String> counts) {
    public ResultList {
        learners = List.copyOf(learners);
        counts = List.copyOf(counts);
    }

    /**
     * One learner; every part as it is printed, empty where nothing is known.
     *
     * @param attended sessions of how many: "4/5"
     * @param score points of how many, or the codes of the skills ticked
     */
    public record Line(String name, String born, String hamlet, String attended, String practised, String score, String result,
                       String level, String commended) {}
}
