package vn.banso.ledger.batch;

import vn.banso.register.values.ScopeId;

/**
 * The line of batches written by one device, in one incarnation, for one scope.
 *
 * @param incarnation a random number, drawn whenever an installation cannot prove that it wrote the feed's last batch
 */
public record FeedId(DeviceId device, long incarnation, ScopeId scope) {

    /**
     * Whether it holds what a device says about devices. That stands in a feed of its own beside what the device records, so that it can be
     * sent first, and alone to whom nothing else is sent; such a feed has an odd incarnation, the other the even one before it.
     */
    public boolean governs() {
        return governs(incarnation);
    }

    public static boolean governs(long incarnation) {
        return (incarnation & 1) == 1;
    }
}
