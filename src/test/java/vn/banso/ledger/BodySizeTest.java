package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.banso.register.ScopeId;

/** What a change costs on the wire, header, signature, seal and frames included. */
class BodySizeTest {
    private static final byte[] KEY = new byte[32];
    private static final DeviceId AUTHOR = DeviceId.ofKey(KEY);
    private static final int TAG = 16;

    @Test
    void aDayABulkAndOneEdit() throws Exception {
        double day = 0;
        int days = 20;
        for (int seed = 0; seed < days; seed++) {
            List<Change> changes = new InventedVillage(seed, AUTHOR).households(20, 4);
            day += (double) parcel(changes) / changes.size() / days;
        }
        InventedVillage village = new InventedVillage(99, AUTHOR);
        List<Change> bulk = village.households(900);
        double big = (double) parcel(bulk) / bulk.size();
        List<Change> edits = new ArrayList<>(village.edits(bulk.subList(0, 100)));
        double edited = (double) parcel(edits) / edits.size();
        int one = parcel(edits.subList(0, 1));
        System.out.printf("day %.2f B per change, bulk %.2f B (%d changes in %d B), 100 edits %.2f B, one edit %d B%n", day, big, bulk.size(),
                parcel(bulk), edited, one);
        assertThat(day).isLessThanOrEqualTo(17);
        assertThat(big).isLessThanOrEqualTo(14);
        assertThat(one).isLessThanOrEqualTo(350);
    }

    private static int parcel(List<Change> changes) throws Exception {
        var packed = BodyForm.pack(changes);
        List<Change> back = BodyForm.read(packed.bytes(), packed.plainLength(), changes.size(), AUTHOR);
        assertThat(back).containsExactlyInAnyOrderElementsOf(changes);
        byte[] body = java.util.Arrays.copyOf(packed.bytes(), packed.bytes().length + TAG);
        Batch batch = Batch.of(HeaderForm.write(new BatchHeader(KEY, 5, new ScopeId(3), 7, Hash.sha256(body), 1, 9, new byte[12], changes.size(),
                packed.plainLength(), body.length, Hash.sha256(body))), new byte[64], body);
        return Parcel.write(List.of(new Frame.BatchFrame(batch))).length;
    }
}
