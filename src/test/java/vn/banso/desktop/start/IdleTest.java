package vn.banso.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import vn.banso.testing.AtOnce;

/** A register that nobody touches locks itself, but nothing is cut off by it. */
class IdleTest {
    private final AtOnce background = new AtOnce();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger locked = new AtomicInteger();
    private int minutes = 15;
    private boolean busy;
    private final Idle idle = new Idle(background, () -> minutes, () -> busy, nanos::get, locked::incrementAndGet);

    @Test
    void itLocksAfterTheMinutesThatWereChosen() {
        idle.watch();
        pass(14);
        assertThat(locked).hasValue(0);
        pass(2);
        assertThat(locked).hasValue(1);
        pass(60);
        assertThat(locked).as("once").hasValue(1);
    }

    @Test
    void aKeyBeginsTheTimeAnew() {
        idle.watch();
        pass(14);
        idle.touched();
        pass(14);
        assertThat(locked).hasValue(0);
        pass(2);
        assertThat(locked).hasValue(1);
    }

    @Test
    void aHandOverUnderWayIsNotCutOff() {
        busy = true;
        idle.watch();
        pass(60);
        assertThat(locked).hasValue(0);
        busy = false;
        pass(1);
        assertThat(locked).hasValue(1);
    }

    @Test
    void neverIsNeverUntilAnotherWish() {
        minutes = 0;
        idle.watch();
        pass(600);
        assertThat(locked).hasValue(0);
        minutes = 5;
        idle.changed();
        pass(6);
        assertThat(locked).hasValue(1);
    }

    private void pass(int later) {
        nanos.addAndGet(Duration.ofMinutes(later).toNanos());
        background.pass();
    }
}
