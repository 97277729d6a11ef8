package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.*;
import org.junit.jupiter.api.Test;
import vn.banso.register.*;

class FirstFormsTest {
    @Test
    void roundTrips() throws Exception {
        var ids = new FreshIds(new Random(1));
        byte[] key = new byte[32];
        DeviceId author = DeviceId.ofKey(key);
        var fields = new TreeMap<Integer, Value>(Map.of(16, new Value.Text("Nguyễn Thị Hồng 😀"), 17, new Value.Day(1980, 0, 0),
                18, new Value.Code(3), 19, Value.BLANK, 20, new Value.Whole(-7), 21, new Value.Ref(ids.next()),
                22, new Value.Items(new TreeSet<>(Set.of("a", "b"))), 23, new Value.Bytes(new byte[]{1, 2})));
        Change one = Change.of(1, 2, ids.next(), author, new Stamp(1_790_000_000_000L), fields, new TreeMap<>());
        Change two = Change.of(2, 2, one.entry(), author, one.stamp().next(0), new TreeMap<>(Map.of(18, new Value.Code(1))),
                new TreeMap<>(Map.of(18, new TreeSet<>(Set.of(one.id())))));
        assertThat(ChangeForm.read(ChangeForm.write(two))).isEqualTo(two);
        EntryState state = EntryState.empty(2, one.entry()).apply(one).apply(two);
        assertThat(StateForm.read(StateForm.write(state))).isEqualTo(state);
        var packed = BodyForm.pack(List.of(one, two));
        assertThat(BodyForm.read(packed.bytes(), packed.plainLength(), 2, author)).containsExactly(one, two);
        byte[] body = new byte[50];
        byte[] header = HeaderForm.write(new BatchHeader(key, 5, new ScopeId(3), 1, Hash.NONE, 1, 9, new byte[12], 2,
                packed.plainLength(), 50, Hash.sha256(body)));
        Batch batch = Batch.of(header, new byte[64], body);
        byte[] parcel = Parcel.write(List.of(new Frame.BatchFrame(batch), new Frame.HaveFrame(new Have(new ScopeId(3),
                List.of(new Tip(batch.feed(), 1, batch.hash())), List.of(4L)))));
        var contents = Parcel.read(parcel);
        assertThat(contents.complete()).isTrue();
        assertThat(Parcel.write(contents.frames())).isEqualTo(parcel);
    }
}
