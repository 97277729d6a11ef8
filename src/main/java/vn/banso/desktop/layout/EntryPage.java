package vn.banso.desktop.layout;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.util.Subscription;
import vn.banso.desktop.form.FormKeys;
import vn.banso.desktop.kit.Page;

/** The page of one entry: called after it, and following its model from when it is shown until it is put away. */
public abstract class EntryPage implements Page {
    protected final ReadOnlyStringWrapper heading = new ReadOnlyStringWrapper();
    protected final BorderPane page = new BorderPane();
    private Subscription following = Subscription.EMPTY;

    /** @param title until it is known what the entry is called */
    protected EntryPage(String title) {
        heading.set(title);
    }

    /** Until it is put away. */
    protected abstract Subscription follow();

    /** Reads it anew; what somebody is in the middle of writing stays. */
    protected abstract void reread();

    /** Keeps what was written. */
    protected abstract void putAway();

    /** There is no such entry. */
    protected void missing(Node instead) {
        page.setTop(null);
        page.setCenter(instead);
    }

    @Override
    public String title() {
        return heading.get();
    }

    @Override
    public ObservableValue<String> heading() {
        return heading.getReadOnlyProperty();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void shown() {
        following = follow();
        reread();
    }

    @Override
    public void changed() {
        reread();
    }

    @Override
    public void leaving() {
        FormKeys.finish(page);
        following.unsubscribe();
        following = Subscription.EMPTY;
        putAway();
    }
}
