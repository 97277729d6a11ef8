package vn.banso.trust.governance;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.banso.ledger.batch.DeviceId;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.register.values.ScopeId;
import vn.banso.register.values.Value;
import vn.banso.trust.crypto.Aead;
import vn.banso.trust.crypto.DeviceKeys;
import vn.banso.trust.crypto.Fingerprint;
import vn.banso.trust.crypto.Hpke;
import vn.banso.trust.crypto.PartsFormat;
import vn.banso.trust.crypto.Purpose;
import vn.banso.trust.crypto.ScopeKey;

/**
 * How a device comes in without a network: it writes a request, an officer approves it, a welcome comes back. Both are files of
 * a few hundred bytes that may travel by stick, e-mail or chat. The two people compare the {@link Fingerprint}s of the keys by
 * voice; a one-time code over the network may later stand for the voice.
 *
 * <p>The request names its holder in clear, for there is no key yet to seal it to. The grant itself travels in the governance
 * feed, not in the welcome: the welcome only says whom to trust, and hands over the keys that open that feed.
 */
public final class Enrolment {
    private static final String REQUEST = "banso request 1";
    private static final String WELCOME = "banso welcome 1";
    private static final String KEYS = "banso welcome keys 1";
    private static final int LONGEST_HOLDER = 400;

    private Enrolment() {}

    /**
     * Who asks, and for what.
     *
     * @param holder name of the person whose device it is
     * @param role what is asked for; the officer may grant another
     */
    public record Request(byte[] signingKey, byte[] sealingKey, String holder, Role role) {
        public DeviceId device() {
            return DeviceId.ofKey(signingKey);
        }

        public String fingerprint() {
            return Fingerprint.of(signingKey);
        }

        /** Without the holder's name, which must not get into logs. */
        @Override
        public String toString() {
            return "request of device " + device();
        }
    }

    /**
     * Whom the device belongs to from now on.
     *
     * @param rootKey Ed25519 key that every grant of the province leads back to
     * @param province code in the unit list
     * @param listVersion unit list in which that code stands
     * @param governance the scope of grants and keys
     * @param keys the governance keys, for this device alone
     * @param officerKey Ed25519 key of the approving officer
     * @param recoveryKey X25519 key of the officer who may help with a forgotten passphrase
     * @param receiver address of the province's receiver, or empty
     */
    public record Welcome(byte[] rootKey, String province, String listVersion, ScopeId governance, List<ScopeKey> keys,
                          byte[] officerKey, byte[] recoveryKey, String receiver) {
        /** Of the province's root key. */
        public String fingerprint() {
            return Fingerprint.of(rootKey);
        }
    }

    public static byte[] request(DeviceKeys device, String holder, Role role) {
        byte[] body = PartsFormat.write(REQUEST, device.signingKey(), device.sealingKey(), PartsFormat.text(holder),
                new byte[] {(byte) role.code().number()});
        return PartsFormat.write(REQUEST, body, device.sign(Purpose.REQUEST, body));
    }

    /** @throws MalformedException where it is no request, altered, or not signed by the device it names */
    public static Request readRequest(byte[] bytes) throws MalformedException {
        List<byte[]> outer = PartsFormat.read(REQUEST, 2, bytes);
        List<byte[]> body = PartsFormat.read(REQUEST, 4, outer.get(0));
        Optional<Role> role = body.get(3).length == 1 ? Role.of(new Value.Code(body.get(3)[0])) : Optional.empty();
        if (!DeviceKeys.verify(body.get(0), Purpose.REQUEST, outer.get(0), outer.get(1)) || role.isEmpty()
                || !Hpke.isRecipient(body.get(1)) || body.get(2).length > LONGEST_HOLDER) {
            throw PartsFormat.damaged();
        }
        return new Request(body.get(0), body.get(1), PartsFormat.text(body.get(2)), role.get());
    }

    /**
     * The officer's answer to a request.
     *
     * @param governanceKeys all keys of the governance scope the officer holds
     */
    public static byte[] welcome(DeviceKeys officer, Request request, byte[] rootKey, String province, String listVersion,
                                 ScopeId governance, Collection<ScopeKey> governanceKeys, String receiver) {
        byte[] keys = Hpke.seal(request.sealingKey(), KEYS, request.signingKey(), keyBytes(governanceKeys));
        byte[] body = PartsFormat.write(WELCOME, request.signingKey(), rootKey, PartsFormat.text(province), PartsFormat.text(listVersion),
                ByteBuffer.allocate(Long.BYTES).putLong(governance.value()).array(), keys, officer.signingKey(),
                officer.sealingKey(), PartsFormat.text(receiver));
        return PartsFormat.write(WELCOME, body, officer.sign(Purpose.WELCOME, body));
    }

    /**
     * Whose request a welcome answers.
     *
     * @throws MalformedException where it is no welcome, or not signed by the officer it names
     */
    public static DeviceId welcomed(byte[] bytes) throws MalformedException {
        List<byte[]> outer = PartsFormat.read(WELCOME, 2, bytes);
        List<byte[]> p = PartsFormat.read(WELCOME, 9, outer.get(0));
        if (p.get(0).length != DeviceKeys.PUBLIC_KEY || !DeviceKeys.verify(p.get(6), Purpose.WELCOME, outer.get(0), outer.get(1))) {
            throw PartsFormat.damaged();
        }
        return DeviceId.ofKey(p.get(0));
    }

    /**
     * Reads a welcome on the device that asked for it. That the officer may welcome anybody is told by the governance feed,
     * whose root the person at the device compares by its fingerprint.
     *
     * @throws MalformedException where it is no welcome, altered, or for another device
     */
    public static Welcome readWelcome(DeviceKeys device, byte[] bytes) throws MalformedException {
        List<byte[]> outer = PartsFormat.read(WELCOME, 2, bytes);
        List<byte[]> p = PartsFormat.read(WELCOME, 9, outer.get(0));
        if (!Arrays.equals(p.get(0), device.signingKey())
                || !DeviceKeys.verify(p.get(6), Purpose.WELCOME, outer.get(0), outer.get(1))
                || p.get(1).length != DeviceKeys.PUBLIC_KEY || p.get(4).length != Long.BYTES
                || p.get(7).length != DeviceKeys.PUBLIC_KEY) {
            throw PartsFormat.damaged();
        }
        ScopeId governance = new ScopeId(ByteBuffer.wrap(p.get(4)).getLong());
        byte[] keys = device.openSealed(KEYS, p.get(0), p.get(5)).orElseThrow(PartsFormat::damaged);
        return new Welcome(p.get(1), PartsFormat.text(p.get(2)), PartsFormat.text(p.get(3)), governance, keys(governance, keys), p.get(6),
                p.get(7), PartsFormat.text(p.get(8)));
    }

    private static byte[] keyBytes(Collection<ScopeKey> keys) {
        ByteBuffer out = ByteBuffer.allocate(keys.size() * (Integer.BYTES + Aead.KEY));
        keys.forEach(k -> out.putInt(k.epoch()).put(k.key()));
        return out.array();
    }

    private static List<ScopeKey> keys(ScopeId governance, byte[] bytes) throws MalformedException {
        if (bytes.length % (Integer.BYTES + Aead.KEY) != 0) {
            throw PartsFormat.damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<ScopeKey> keys = new ArrayList<>();
        while (in.hasRemaining()) {
            int epoch = in.getInt();
            byte[] key = new byte[Aead.KEY];
            in.get(key);
            keys.add(ScopeKey.of(governance, epoch, key));
        }
        return List.copyOf(keys);
    }
}
