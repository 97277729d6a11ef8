package vn.banso.desktop.form;

import java.util.function.Consumer;

/** What a list offers where it does not have what somebody typed. */
public interface Adding {
    /** The line of the list that says so: what can be done, or who can. */
    String offer(String typed);

    /** Whether this person can do it; else the line only says who can. */
    boolean isPossible();

    /** @param then told the new choice once it is durable */
    void add(String typed, Consumer<PickItem> then);
}
