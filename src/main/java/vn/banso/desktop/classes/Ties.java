package vn.banso.desktop.classes;

import javafx.util.Subscription;

/** What a page listens to, cut when the page is put away: its model lives on. */
final class Ties {
    private Subscription all = Subscription.EMPTY;

    void add(Subscription one) {
        all = all.and(one);
    }

    void cut() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
