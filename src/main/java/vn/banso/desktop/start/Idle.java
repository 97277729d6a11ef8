package vn.banso.desktop.start;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import vn.banso.desktop.kit.Background;

/** Notices that nobody has touched keyboard or mouse for a while. Work that is under way counts as somebody being there. */
public final class Idle {
    private static final int BUSY_MILLIS = 60_000;

    private final Background background;
    private final IntSupplier minutes;
    private final BooleanSupplier busy;
    private final LongSupplier nanos;
    private final Runnable act;
    private long last;
    private boolean watching;

    /**
     * @param minutes after which it acts, asked each time; 0 is never
     * @param busy whether something is under way that must not be cut off
     * @param nanos a clock that only goes forward
     */
    public Idle(Background background, IntSupplier minutes, BooleanSupplier busy, LongSupplier nanos, Runnable act) {
        this.background = background;
        this.minutes = minutes;
        this.busy = busy;
        this.nanos = nanos;
        this.act = act;
    }

    public void watch() {
        last = nanos.getAsLong();
        watching = true;
        next();
    }

    public void rest() {
        watching = false;
    }

    /** A key or the mouse. */
    public void touched() {
        last = nanos.getAsLong();
    }

    /** The wish of the settings changed. */
    public void changed() {
        if (watching) {
            next();
        }
    }

    private long leftMillis() {
        return Duration.ofMinutes(minutes.getAsInt()).minusNanos(nanos.getAsLong() - last).toMillis();
    }

    private void next() {
        if (minutes.getAsInt() > 0) {
            background.later(this, (int) Math.max(1_000, leftMillis()), this::look);
        }
    }

    private void look() {
        if (!watching || minutes.getAsInt() == 0) {
            return;
        }
        if (leftMillis() > 0) {
            next();
        } else if (busy.getAsBoolean()) {
            background.later(this, BUSY_MILLIS, this::look);
        } else {
            watching = false;
            act.run();
        }
    }
}
