package vn.banso.sync.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.FeedId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.parcel.Have;
import vn.banso.ledger.parcel.Tip;
import vn.banso.register.values.ScopeId;

/** A bar that never goes back and never passes its end, whatever the other side turns out to owe. */
class ExchangeProgressTest {
    private static final ScopeId SCOPE = ScopeId.commune("2025-07-01", "05719");

    private final List<Double> parts = new ArrayList<>();
    private final List<ExchangePhase> phases = new ArrayList<>();
    private final ExchangeProgress owing = new ExchangeProgress(new ProgressListener() {
        @Override
        public void moved(ExchangeCounts soFar) {}

        @Override
        public void stands(Position now) {
            phases.add(now.phase());
            parts.add(now.part());
            assertThat(now.done()).isBetween(0L, now.all());
        }
    });

    private static Tip tip(int feed, int number) {
        return new Tip(new FeedId(DeviceId.of(Hash.sha256(new byte[] {(byte) feed}).bytes()), 1, SCOPE), number,
                Hash.sha256(new byte[] {(byte) number}));
    }

    private static Have have(Tip... tips) {
        return new Have(SCOPE, List.of(tips), List.of());
    }

    @Test
    void whatIsOwedIsCountedFromTheEndsOfFeeds() {
        assertThat(ExchangeProgress.lacking(have(tip(1, 7), tip(2, 3)), have(tip(1, 5)))).isEqualTo(5);
        assertThat(ExchangeProgress.lacking(have(tip(1, 5)), have(tip(1, 7), tip(2, 3)))).isZero();
        assertThat(ExchangeProgress.lacking(have(tip(1, 5), tip(1, 6)), have(tip(1, 5)))).as("a fork").isEqualTo(1);
    }

    @Test
    void theBarOnlyGoesForward() {
        owing.stands(ExchangePhase.SENDING);
        owing.stands(given(5), 5, 0);
        owing.stands(given(6), 4, 90);
        owing.stands(given(10), 0, 30);
        owing.stands(given(40), 0, 0);
        owing.stands(given(41), 3, 0);
        assertThat(parts).isSorted().allMatch(part -> part >= 0 && part <= 1).contains(0.5).endsWith(1.0, 1.0);
        assertThat(phases).containsExactly(ExchangePhase.SENDING, ExchangePhase.SENDING, ExchangePhase.SENDING, ExchangePhase.RECEIVING, ExchangePhase.VERIFYING, ExchangePhase.SENDING);
    }

    @Test
    void packingCountsAndLeavesRoomForWhatIsToBeGiven() {
        owing.packed(0, 400);
        owing.packed(200, 400);
        owing.packed(400, 400);
        assertThat(parts).startsWith(0.0).isSorted().allMatch(part -> part <= 0.3);
        owing.gives(2);
        double begin = parts.getLast();
        owing.stands(given(2), 2, 0);
        assertThat(parts.getLast()).as("half of what is left of the way").isEqualTo(begin + (1 - begin) / 2);
        owing.packed(0, 10);
        assertThat(parts.getLast()).as("what is made on the way does not bring it back").isEqualTo(begin + (1 - begin) / 2);
    }

    private static ExchangeCounts given(int batches) {
        return IntStream.range(0, batches).mapToObj(_ -> ExchangeCounts.given(1, 0, 0, 0)).reduce(ExchangeCounts.NOTHING, ExchangeCounts::plus);
    }
}
