package vn.banso.desktop.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** What was done in one form, to be taken back step by step; all entries of the form share it. */
public final class UndoStack {
    /** More than a day's work; the oldest are forgotten. */
    private static final int MOST = 500;

    /** One thing done, which can be taken back and done again. */
    public interface Step {
        void undo();

        void redo();

        /** Where it was done, so that the cursor can go there; empty where there is no single place. */
        default Optional<FieldLocation> spot() {
            return Optional.empty();
        }
    }

    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();
    private List<Step> group;
    private boolean replaying;

    /** Whether something is being taken back or done again just now: nothing should follow from it. */
    public boolean isReplaying() {
        return replaying;
    }

    /** Notes what has just been done. What was taken back before it cannot be done again. */
    public void did(Step step) {
        if (group != null) {
            group.add(step);
            return;
        }
        done.addLast(step);
        if (done.size() > MOST) {
            done.removeFirst();
        }
        undone.clear();
        changed();
    }

    /** Does it, and notes that it was done. */
    public void does(Step step) {
        step.redo();
        did(step);
    }

    /** Whatever is done inside is one step. */
    public void together(Runnable doing) {
        if (group != null) {
            doing.run();
            return;
        }
        List<Step> steps = new ArrayList<>();
        group = steps;
        try {
            doing.run();
        } finally {
            group = null;
        }
        if (steps.size() == 1) {
            did(steps.getFirst());
        } else if (!steps.isEmpty()) {
            did(new Several(List.copyOf(steps)));
        }
    }

    /** Takes the last step back; empty where there was none. */
    public Optional<Step> undo() {
        Optional<Step> step = Optional.ofNullable(done.pollLast());
        step.ifPresent(s -> {
            replay(s::undo);
            undone.addLast(s);
            changed();
        });
        return step;
    }

    /** Does the step taken back last again; empty where there was none. */
    public Optional<Step> redo() {
        Optional<Step> step = Optional.ofNullable(undone.pollLast());
        step.ifPresent(s -> {
            replay(s::redo);
            done.addLast(s);
            changed();
        });
        return step;
    }

    private void replay(Runnable act) {
        replaying = true;
        try {
            act.run();
        } finally {
            replaying = false;
        }
    }

    public ReadOnlyBooleanProperty canUndo() {
        return canUndo.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canRedo() {
        return canRedo.getReadOnlyProperty();
    }

    private void changed() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    private record Several(List<Step> steps) implements Step {
        @Override
        public void undo() {
            steps.reversed().forEach(Step::undo);
        }

        @Override
        public void redo() {
            steps.forEach(Step::redo);
        }

        @Override
        public Optional<FieldLocation> spot() {
            return steps.getLast().spot();
        }
    }
}
