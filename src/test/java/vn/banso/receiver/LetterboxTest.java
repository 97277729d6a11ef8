package vn.banso.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.banso.sync.wire.CodeForm;
import vn.banso.sync.wire.CodeForm.Verb;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;

/** The boxes of one-time codes keep what people leave, and strangers out. */
class LetterboxTest {
    private static final byte[] REQUEST = {1, 2, 3};
    private static final byte[] WELCOME = {4, 5};
    private static final byte[] NOTHING = {};

    @TempDir
    private Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");

    @Test
    void aRequestAndItsWelcomeMeetAndOutliveARestart() throws PeerException {
        box().call(form(Verb.ASK, 1, REQUEST), "a");
        assertThat(box().call(form(Verb.READ, 1, NOTHING), "b")).isEqualTo(REQUEST);
        assertThat(box().call(form(Verb.FETCH, 1, NOTHING), "a")).isEmpty();
        box().call(form(Verb.ANSWER, 1, WELCOME), "b");
        assertThat(box().call(form(Verb.FETCH, 1, NOTHING), "a")).isEqualTo(WELCOME);
        assertThat(box().call(form(Verb.FETCH, 1, NOTHING), "a")).as("a lost answer is asked for again").isEqualTo(WELCOME);
        box().call(form(Verb.DONE, 1, NOTHING), "a");
        assertThat(reason(box(), form(Verb.FETCH, 1, NOTHING), "a")).isEqualTo(Reason.GONE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFirstToComeStays() throws PeerException {
        Letterbox box = box();
        box.call(form(Verb.ASK, 1, REQUEST), "a");
        box.call(form(Verb.ASK, 1, REQUEST), "a");
        assertThat(reason(box, form(Verb.ASK, 1, WELCOME), "b")).isEqualTo(Reason.REFUSED);
        box.call(form(Verb.ANSWER, 1, WELCOME), "b");
        box.call(form(Verb.ANSWER, 1, WELCOME), "b");
        assertThat(reason(box, form(Verb.ANSWER, 1, REQUEST), "c")).isEqualTo(Reason.REFUSED);
        assertThat(box.call(form(Verb.FETCH, 1, NOTHING), "a")).isEqualTo(WELCOME);
    }

    @Test
    void nothingIsReadableOrNamedByItsAddress() throws Exception {
        box().call(form(Verb.ASK, 7, REQUEST), "a");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).allMatch(n -> n.matches("[0-9a-f]{64}\\.request"))
                    .noneMatch(n -> n.startsWith("0700"));
        }
    }

    @Test
    void whatIsTooOldIsGone() throws PeerException {
        box().call(form(Verb.ASK, 1, REQUEST), "a");
        now = now.plus(Letterbox.LIFETIME);
        assertThat(box().call(form(Verb.READ, 1, NOTHING), "b")).isEqualTo(REQUEST);
        now = now.plusSeconds(2);
        assertThat(reason(box(), form(Verb.READ, 1, NOTHING), "b")).isEqualTo(Reason.GONE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoAskedTooLongAgoMayAskAgain() throws PeerException {
        box().call(form(Verb.ASK, 1, REQUEST), "a");
        now = now.plus(Letterbox.LIFETIME).plusSeconds(1);
        box().call(form(Verb.ASK, 1, REQUEST), "a");
        assertThat(box().call(form(Verb.READ, 1, NOTHING), "b")).as("counted from now on").isEqualTo(REQUEST);
    }

    @Test
    void guessingHasAnEndAndThoseWithACodeStillGetThrough() throws PeerException {
        Letterbox box = box();
        box.call(form(Verb.ASK, 1, REQUEST), "a");
        for (int i = 0; i < 20; i++) {
            assertThat(reason(box, form(Verb.READ, 100 + i, NOTHING), "guesser")).isEqualTo(Reason.GONE);
        }
        PeerException stopped = catchThrowableOfType(PeerException.class, () -> box.call(form(Verb.READ, 1, NOTHING), "guesser"));
        assertThat(stopped.reason()).isEqualTo(Reason.BUSY);
        assertThat(stopped.retryAfter()).contains(Duration.ofMinutes(1));
        assertThat(box.call(form(Verb.READ, 1, NOTHING), "officer")).isEqualTo(REQUEST);
        nanos.addAndGet(Duration.ofSeconds(31).toNanos());
        assertThat(box.call(form(Verb.READ, 1, NOTHING), "guesser")).isEqualTo(REQUEST);
    }

    @Test
    void manyGuessersTogetherMeetOneLimit() {
        Letterbox box = box();
        for (int i = 0; i < Letterbox.MOST_GUESSES; i++) {
            assertThat(reason(box, form(Verb.READ, 100 + i, NOTHING), "guesser " + i)).isEqualTo(Reason.GONE);
        }
        assertThat(reason(box, form(Verb.READ, 9, NOTHING), "one more")).isEqualTo(Reason.BUSY);
    }

    /** Eleven addresses did, for everybody. */
    @Test
    void nobodyFillsItForTheOthers() throws Exception {
        int most = 44;
        Letterbox box = new Letterbox(folder, Clock.fixed(now, ZoneOffset.UTC), nanos::get, most, 300);
        box.call(form(Verb.ASK, 5, REQUEST), "first");
        box.call(form(Verb.ANSWER, 5, WELCOME), "officer");
        for (int i = 0; i < 2 * most; i++) {
            try {
                box.call(form(Verb.ASK, 100 + i, REQUEST), "flood " + i % 11);
                box.call(form(Verb.ANSWER, 100 + i, new byte[60]), "flood " + i % 11);
            } catch (PeerException e) {
                assertThat(e.reason()).isIn(Reason.BUSY, Reason.GONE);
            }
        }
        for (int i = 0; i < 8; i++) {
            box.call(form(Verb.ASK, 10 + i, REQUEST), "late " + i);
            box.call(form(Verb.ANSWER, 10 + i, WELCOME), "officer");
        }
        assertThat(box.call(form(Verb.FETCH, 5, NOTHING), "first")).isEqualTo(WELCOME);
        assertThat(box.call(form(Verb.FETCH, 17, NOTHING), "late 7")).isEqualTo(WELCOME);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.filter(f -> !f.endsWith("unfinished")).toList();
            assertThat(all.stream().filter(f -> f.toString().endsWith(".request"))).hasSizeLessThanOrEqualTo(most);
            assertThat(all.stream().mapToLong(f -> f.toFile().length()).sum()).isLessThanOrEqualTo(300);
        }
    }

    @Test
    void whoMakesRoomIsTheOldestAndWhatIsTooOldIsGone() throws Exception {
        for (int i = 0; i < 3; i++) {
            new Letterbox(folder, Clock.fixed(now.plusSeconds(i), ZoneOffset.UTC), nanos::get, 3, 300).call(form(Verb.ASK, i, REQUEST), "a");
        }
        Letterbox box = new Letterbox(folder, Clock.fixed(now, ZoneOffset.UTC), nanos::get, 3, 300);
        box.call(form(Verb.ASK, 9, REQUEST), "late");
        assertThat(reason(box, form(Verb.READ, 0, NOTHING), "officer")).isEqualTo(Reason.GONE);
        assertThat(box.call(form(Verb.READ, 2, NOTHING), "officer")).isEqualTo(REQUEST);
        now = now.plus(Letterbox.LIFETIME).plusSeconds(9);
        box().call(form(Verb.ASK, -1, REQUEST), "later");
        assertThat(reason(box(), form(Verb.READ, 2, NOTHING), "officer")).isEqualTo(Reason.GONE);
    }

    @Test
    void whatIsTooLongOrNoCallIsTurnedAway() {
        assertThat(reason(box(), form(Verb.ASK, 1, new byte[CodeForm.LONGEST_REQUEST + 1]), "a")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(box(), form(Verb.READ, 1, REQUEST), "a")).isEqualTo(Reason.TOO_LARGE);
        assertThat(reason(box(), REQUEST, "a")).isEqualTo(Reason.NOT_UNDERSTOOD);
        byte[] other = form(Verb.READ, 1, NOTHING);
        other[1] = 17;
        assertThat(reason(box(), other, "a")).isEqualTo(Reason.NOT_UNDERSTOOD);
        assertThat(folder).isEmptyDirectory();
    }

    private Letterbox box() {
        return new Letterbox(folder, Clock.fixed(now, ZoneOffset.UTC), nanos::get);
    }

    private static byte[] form(Verb verb, int address, byte[] brought) {
        byte[] where = new byte[CodeForm.ADDRESS];
        ByteBuffer.wrap(where).putInt(address);
        return new CodeForm(verb, where, brought).write();
    }

    private static Reason reason(Letterbox box, byte[] form, String caller) {
        return catchThrowableOfType(PeerException.class, () -> box.call(form, caller)).reason();
    }
}
