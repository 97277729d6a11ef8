package vn.banso.simulation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import vn.banso.ledger.batch.Batch;

/** What a road does to parcels: loses them, cuts them, repeats and reorders what is in them. */
final class Faults {
    static final Faults NONE = new Faults(new Step(Step.Act.TALK, 0, 0, 0, 0));

    private static final int GRANTS_FORGOTTEN = 6;

    private final int kind;
    private final Random random;

    Faults(Step step) {
        kind = step.c() % 8;
        random = new Random(step.salt());
    }

    /** Empty where the parcel never arrives. */
    Optional<Road.Parcel> carry(Road.Parcel parcel) {
        return kind > 3 && random.nextInt(6) == 0 ? Optional.empty() : Optional.of(distort(parcel));
    }

    /** What is left of a parcel: every whole batch of the part that arrived, in some order, some of them twice. */
    Road.Parcel distort(Road.Parcel parcel) {
        if (kind == 0 || parcel.batches().isEmpty()) {
            return parcel;
        }
        List<Batch> batches = new ArrayList<>(parcel.batches());
        if ((kind & 1) != 0) {
            Collections.shuffle(batches, random);
        }
        if ((kind & 2) != 0) {
            batches.addAll(parcel.batches().subList(0, random.nextInt(batches.size())));
        }
        if (kind == GRANTS_FORGOTTEN) {
            batches.removeIf(b -> b.header().scope().equals(Cast.GOVERNANCE));
            return new Road.Parcel(parcel.from(), parcel.have(), batches, parcel.receipts());
        }
        boolean cut = (kind & 4) != 0;
        return new Road.Parcel(parcel.from(), parcel.have(), cut ? batches.subList(0, random.nextInt(batches.size())) : batches,
                cut ? List.of() : parcel.receipts());
    }
}
