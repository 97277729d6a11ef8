package vn.banso.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.store.files.NodeOptions;
import vn.banso.store.files.StoreException;
import vn.banso.store.files.StoreException.Reason;
import vn.banso.store.files.TooSoonException;
import vn.banso.trust.governance.Role;

/** Whoever tries passphrases at the keyboard is slowed down; whoever knows it is never kept out for long. */
class WrongPassphraseTest {
    @TempDir
    private Path folder;
    private Land land;
    private Node an;

    @BeforeEach
    void enrol() {
        land = new Land(folder);
        an = land.enrolled("an", Role.VOLUNTEER, Land.SANG_MOC);
    }

    @AfterEach
    void close() {
        land.close();
    }

    private static void refused(Reason reason, ThrowingCallable work) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(work).extracting(StoreException::reason).isEqualTo(reason);
    }

    private static void wrong(Path dir, NodeOptions options) {
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> Node.open(dir, "khác".toCharArray(), options))
                .isNotInstanceOf(TooSoonException.class).extracting(StoreException::reason).isEqualTo(Reason.WRONG_PASSPHRASE);
    }

    private static long waits(ThrowingCallable work) {
        AtomicLong seconds = new AtomicLong();
        assertThatExceptionOfType(TooSoonException.class).isThrownBy(work).satisfies(e -> seconds.set(e.seconds()));
        return seconds.get();
    }

    /** What is waited for lies in the vault: whoever takes that away has nothing to open. */
    @Test
    void afterSeveralWrongPassphrasesTheNextWaitsALittleAndNeverLong() {
        Path dir = land.dir("an");
        an.close();
        Clock now = land.clock;
        List<Long> waited = new ArrayList<>();
        for (int tries = 1; tries <= 12; tries++) {
            NodeOptions options = land.options().withClock(now);
            wrong(dir, options);
            if (tries >= 3) {
                long seconds = waits(() -> Node.open(dir, Land.PASSPHRASE, options));
                waited.add(seconds);
                NodeOptions early = options.withClock(Clock.offset(now, Duration.ofSeconds(seconds).minusMillis(1)));
                assertThat(waits(() -> Node.open(dir, Land.PASSPHRASE, early))).as("in whatever program it is opened next").isEqualTo(1);
                now = Clock.offset(now, Duration.ofSeconds(seconds));
            }
        }
        assertThat(waited).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L, 30L, 30L);
        NodeOptions after = land.options().withClock(now);
        Node.open(dir, Land.PASSPHRASE, after).close();
        wrong(dir, after);
        Node.open(dir, Land.PASSPHRASE, after).close();
    }

    @Test
    void aClockThatGoesBackKeepsNobodyOut() {
        Path dir = land.dir("an");
        an.close();
        for (int tries = 0; tries < 3; tries++) {
            wrong(dir, land.options());
        }
        Node.open(dir, Land.PASSPHRASE, land.options().withClock(Clock.offset(land.clock, Duration.ofDays(-900)))).close();
    }

    @Test
    void whoDoesNotKnowThePassphraseDoesNotChangeItByTrying() {
        for (int tries = 0; tries < 3; tries++) {
            refused(Reason.WRONG_PASSPHRASE, () -> an.upkeep().changePassphrase("khác".toCharArray(), "mới".toCharArray()));
        }
        assertThat(waits(() -> an.upkeep().changePassphrase(Land.PASSPHRASE, "mới".toCharArray()))).isEqualTo(1);
    }
}
