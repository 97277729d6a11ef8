package vn.banso.indicators;

/**
 * What one person has done of one class.
 *
 * @param held sessions of the class that took place; those held but not recorded say nothing and are left out
 * @param came of these, the sessions the person came to, late or not
 * @param practised whether the person practised in at least one of them
 */
public record ClassProgress(int held, int came, boolean practised) {

    /** Whether that is enough to have completed it, see {@link Condition.Completed}. */
    public boolean completed(int percent) {
        return practised && came > 0 && came * 100 >= percent * held;
    }

    /** By the share that I16 asks for. */
    public boolean completed() {
        return completed(Definitions.CLASS_PERCENT);
    }
}
