package vn.banso.desktop.household;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import vn.banso.desktop.kit.OpenRegister;
import vn.banso.say.Sentence;
import vn.banso.store.Node;

/** Reads households for the form: only the last question counts, and it ends in its answer or in why there is none. */
final class HouseholdReading {
    private final OpenRegister workplace;
    private final ReadOnlyObjectWrapper<List<Sentence>> failing = new ReadOnlyObjectWrapper<>(List.of());
    private int asked;

    HouseholdReading(OpenRegister workplace) {
        this.workplace = workplace;
    }

    /** Why it could not be read; empty where it could. */
    ReadOnlyObjectProperty<List<Sentence>> failing() {
        return failing.getReadOnlyProperty();
    }

    /** Nobody waits for an answer any more. */
    void forget() {
        asked++;
        failing.set(List.of());
    }

    void read(Function<Node, Opened> reading, Consumer<Opened> shown) {
        read(reading, shown, failing::set);
    }

    void read(Function<Node, Opened> reading, Consumer<Opened> shown, Consumer<List<Sentence>> failed) {
        forget();
        int mine = asked;
        workplace.ask(reading, opened -> last(mine, shown, opened), said -> last(mine, failed, said));
    }

    private <T> void last(int mine, Consumer<T> then, T answer) {
        if (mine == asked) {
            then.accept(answer);
        }
    }
}
