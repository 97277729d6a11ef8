package vn.banso.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.ledger.body.BodyForm;
import vn.banso.ledger.change.Change;
import vn.banso.ledger.parcel.Frame;
import vn.banso.ledger.parcel.Parcel;
import vn.banso.register.sample.Region;
import vn.banso.register.values.ScopeId;

/** What a change costs on the wire: header, signature, seal and frames of a parcel included. */
class BodySizeTest {
    private static final byte[] KEY = new byte[32];
    private static final DeviceId AUTHOR = DeviceId.ofKey(KEY);

    @Test
    void aDayCostsAtMost17BytesAChange() throws MalformedException {
        int days = 10;
        for (Region region : Region.values()) {
            List<List<Change>> visits = new SampleChanges(region.ordinal(), region, 30 * days, AUTHOR).households();
            double mean = 0;
            for (int day = 0; day < days; day++) {
                List<Change> changes = visits.subList(day * 30, day * 30 + 30).stream().flatMap(List::stream).limit(100).toList();
                mean += perChange(changes) / days;
            }
            System.out.printf("%s: a day of 100 changes, %.2f B a change%n", region, mean);
            assertThat(mean).isLessThanOrEqualTo(17);
        }
    }

    @Test
    void bulkCostsAtMost14BytesAChange() throws MalformedException {
        for (Region region : Region.values()) {
            List<Change> all = new SampleChanges(region.ordinal(), region, 2_000, AUTHOR).all();
            List<Change> batch = all.subList(0, BodyForm.split(all));
            System.out.printf("%s: a batch of %d changes, %d bytes, %.2f B a change%n", region, batch.size(), parcel(batch), perChange(batch));
            assertThat(perChange(batch)).isLessThanOrEqualTo(14);
        }
    }

    @Test
    void oneEditCostsAtMost350Bytes() throws MalformedException {
        SampleChanges commune = new SampleChanges(5, Region.MOUNTAIN, 60, AUTHOR);
        List<Change> created = commune.households().stream().flatMap(List::stream).toList();
        List<Change> edits = new ArrayList<>(commune.edits(created));
        System.out.printf("one edit %d B, %d edits %.2f B each%n", parcel(edits.subList(0, 1)), edits.size(), perChange(edits));
        for (Change edit : edits) {
            assertThat(parcel(List.of(edit))).isLessThanOrEqualTo(350);
        }
    }

    private static double perChange(List<Change> changes) throws MalformedException {
        return (double) parcel(changes) / changes.size();
    }

    private static int parcel(List<Change> changes) throws MalformedException {
        BodyForm.Packed packed = BodyForm.pack(changes);
        assertThat(BodyForm.read(packed.bytes(), packed.plainLength(), changes.size(), AUTHOR)).isEqualTo(changes);
        byte[] body = Arrays.copyOf(packed.bytes(), packed.bytes().length + HeaderForm.TAG_LENGTH);
        byte[] header = HeaderForm.write(new BatchHeader(KEY, 5, new ScopeId(3), 7, Hash.sha256(body), 1, 9, new byte[12], changes.size(),
                packed.plainLength(), body.length, Hash.sha256(body)));
        return Parcel.write(List.of(new Frame.BatchFrame(Batch.of(header, new byte[64], body)))).length;
    }
}
