package vn.banso.ledger;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import vn.banso.register.ScopeId;

/**
 * What a node states of a scope: these feeds I hold up to here, these batches or changes I set aside. A receipt is cumulative:
 * the one with the highest serial replaces the earlier ones of the same node, incarnation and scope.
 *
 * @param nodeKey public signing key of the node that states it
 * @param lines one for each branch of each feed that the node holds
 */
public record Receipt(byte[] nodeKey, long incarnation, long serial, ScopeId scope, List<Line> lines, List<SetAside> setAside) {

    /**
     * @param applied whether everything up to the tip is part of the node's register (or set aside below); otherwise it is only
     *     carried
     */
    public record Line(DeviceId device, long incarnation, int number, Hash tip, boolean applied) {}

    /** @param change empty where the whole batch was set aside */
    public record SetAside(Hash batch, Optional<ChangeId> change, int reason) {}

    public DeviceId node() {
        return DeviceId.ofKey(nodeKey);
    }

    /** A receipt as it travels: the exact bytes, and the node's Ed25519 signature over them. */
    public record Signed(Receipt receipt, byte[] bytes, byte[] signature) {
        public Hash hash() {
            return Hash.sha256(bytes);
        }

        /**
         * What a have-list names the receipt by: 32 bits of its node, incarnation and scope, then the 32 bits of its serial. Of two
         * marks with equal upper halves the greater replaces the other.
         */
        public long mark() {
            byte[] line = ByteBuffer.allocate(32).put(receipt.node().bytes()).putLong(receipt.incarnation())
                    .putLong(receipt.scope().value()).array();
            return (long) ByteBuffer.wrap(Hash.sha256(line).bytes()).getInt() << 32 | receipt.serial() & 0xffff_ffffL;
        }
    }
}
