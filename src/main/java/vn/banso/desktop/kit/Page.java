package vn.banso.desktop.kit;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** One place as it is seen. Thrown away and built anew from its model where the language changes. */
public interface Page {
    /** In the language of the page. */
    String title();

    /** The title as it stands now: what it names may become known only after the page is shown. */
    default ObservableValue<String> heading() {
        return new SimpleStringProperty(title());
    }

    Node node();

    /** At the right of the title: a search field, the one primary button. */
    default List<Node> actions() {
        return List.of();
    }

    default List<Shortcut> shortcuts() {
        return List.of();
    }

    /** It is on the screen now, for the first time or again: reread what may have changed, put the focus where it was. */
    default void shown() {}

    /** Something was saved or came in while it is on the screen: reread, and leave alone what somebody is writing. */
    default void changed() {}

    /** Whether what one types into is still to come: what is typed meanwhile is kept for it. */
    default ObservableValue<Boolean> opening() {
        return new SimpleBooleanProperty(false);
    }

    /** Something else comes in its place: keep what was typed. */
    default void leaving() {}
}
