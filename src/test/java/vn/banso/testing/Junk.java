package vn.banso.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.banso.ledger.batch.Batch;
import vn.banso.ledger.batch.BatchHeader;
import vn.banso.ledger.batch.Hash;
import vn.banso.ledger.batch.HeaderForm;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Purpose;

/** Batches that anybody can make: rightly signed by whoever makes them, with nothing in them that anybody can open. */
public final class Junk {
    private Junk() {}

    /** A feed of so many batches. */
    public static List<Batch> feed(DeviceKeys author, long incarnation, ScopeId scope, int batches) {
        List<Batch> feed = new ArrayList<>();
        Hash previous = Hash.NONE;
        for (int number = 1; number <= batches; number++) {
            feed.add(batch(author, incarnation, scope, number, previous, 1));
            previous = feed.getLast().hash();
        }
        return feed;
    }

    /** So many feeds of one batch each. */
    public static List<Batch> feeds(DeviceKeys author, ScopeId scope, int feeds) {
        List<Batch> all = new ArrayList<>();
        for (int i = 0; i < feeds; i++) {
            all.add(batch(author, i + 1, scope, 1, Hash.NONE, 1));
        }
        return all;
    }

    /** @param changes how many it says it holds */
    public static Batch batch(DeviceKeys author, long incarnation, ScopeId scope, int number, Hash previous, int changes) {
        byte[] body = new byte[40];
        new Random(incarnation * 31 + number).nextBytes(body);
        byte[] header = HeaderForm.write(new BatchHeader(author.signingKey(), incarnation, scope, number, previous, 1, 7, new byte[12],
                changes, 40, body.length, Hash.sha256(body)));
        try {
            return Batch.of(header, author.sign(Purpose.BATCH, header), body);
        } catch (MalformedException e) {
            throw new AssertionError(e);
        }
    }
}
