package vn.banso.ledger;

import java.util.Arrays;
import java.util.List;
import vn.banso.ledger.batch.BytesOut;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.parcel.BatchRun;
import vn.banso.ledger.parcel.BatchRun.Share;
import vn.banso.ledger.parcel.BatchRunForm;

/** The golden bytes of runs of batches, and filler for all. */
final class GoldenRuns {
    private GoldenRuns() {}

    record Made(String file, byte[] bytes, String why) {}

    static BatchRun run(int first, Share... shares) {
        return new BatchRun(GoldenMaker.KEY, 0x1122334455667788L, GoldenMaker.SCOPE, first, first == 1 ? Hash.NONE : Hash.sha256(GoldenMaker.KEY), 1, -3,
                bytes(HeaderForm.NONCE_LENGTH, 100),
                List.of(bytes(64, 64), bytes(64, 65), bytes(64, 66)), List.of(shares), 300, bytes(200, 7));
    }

    private static Made made(String name, BatchRun run, String why) {
        return new Made("run-" + name + ".bin", BatchRunForm.write(run), why);
    }

    static List<Made> all() {
        Share[] mixed = {new Share(0, 3), new Share(2, 1), new Share(1, 200), new Share(2, 1)};
        byte[] first = BatchRunForm.write(run(1, mixed));
        byte[] one = Arrays.copyOf(first, 71);
        one[70] = 1;
        byte[] version = first.clone();
        version[0] = 2;
        return List.of(
                made("first", run(1, mixed), "three batches from the first of a feed on, of which two are mixed in time"),
                made("later", run(300, mixed), "later ones"),
                made("beyond", run(1, new Share(3, 1)), "a change of a batch that is not in it"),
                made("share-in-two", run(1, new Share(0, 1), new Share(0, 1)), "a share in two"),
                made("empty-share", run(1, new Share(0, 0)), "a share of nothing"),
                made("too-many", run(1, new Share(0, 60_000)), "more changes than so short a body may hold"),
                new Made("run-one.bin", one, "a run of one batch"),
                new Made("run-version-2.bin", version, "a version that this format does not know"));
    }

    static byte[] bytes(int length, int first) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return bytes;
    }

    static byte[] with(byte[] start, int... rest) {
        BytesOut out = new BytesOut(64).bytes(start);
        Arrays.stream(rest).forEach(out::u8);
        return out.toBytes();
    }
}
