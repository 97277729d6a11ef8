package vn.banso.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import vn.banso.testing.AtOnce;

/** A page whose answer never comes lets go of whoever waits. */
class OpeningWatchTest {
    private final AtOnce background = new AtOnce();
    private final OpeningWatch watch = new OpeningWatch(background);

    @Test
    void aPageThatDoesNotOpenSaysSoAndNoMoreOnceItDoes() {
        BooleanProperty opening = new SimpleBooleanProperty(true);
        watch.arrive(opening);
        assertThat(watch.slow().get()).as("not before its time").isFalse();
        background.pass();
        assertThat(watch.slow().get()).isTrue();
        opening.set(false);
        assertThat(watch.slow().get()).isFalse();
        opening.set(true);
        background.pass();
        assertThat(watch.slow().get()).as("the same page, reading anew").isTrue();
    }

    @Test
    void aPageWhoseQuestionFailedSaysSoAtOnce() {
        BooleanProperty opening = new SimpleBooleanProperty(true);
        watch.arrive(opening);
        watch.failed();
        assertThat(watch.slow().get()).isTrue();
        opening.set(false);
        watch.failed();
        assertThat(watch.slow().get()).as("it stands there").isFalse();
    }

    @Test
    void onlyThePageThatIsSeenIsWatched() {
        watch.arrive(new SimpleBooleanProperty(true));
        watch.arrive(new SimpleBooleanProperty(false));
        background.pass();
        assertThat(watch.slow().get()).isFalse();
        BooleanProperty quick = new SimpleBooleanProperty(true);
        watch.arrive(quick);
        quick.set(false);
        background.pass();
        assertThat(watch.slow().get()).isFalse();
        watch.arrive(new SimpleBooleanProperty(true));
        watch.release();
        background.pass();
        assertThat(watch.slow().get()).isFalse();
    }
}
