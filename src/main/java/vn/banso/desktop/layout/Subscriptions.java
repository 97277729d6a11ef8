package vn.banso.desktop.layout;

import javafx.util.Subscription;

/** What a page listens to, cut when the page is put away: its model lives on. */
public final class Subscriptions {
    private Subscription all = Subscription.EMPTY;

    public void add(Subscription one) {
        all = all.and(one);
    }

    public void cut() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
