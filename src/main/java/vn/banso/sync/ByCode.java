package vn.banso.sync;

import java.util.Optional;
import vn.banso.ledger.batch.MalformedException;
import vn.banso.sync.wire.CodeDesk;
import vn.banso.sync.wire.CodeForm;
import vn.banso.sync.wire.PeerException;
import vn.banso.sync.wire.PeerException.Reason;
import vn.banso.trust.governance.Enrolment;
import vn.banso.trust.vault.OneTimeCode;

/**
 * Admission over the network: the same two parcels as by file, under a code that the two people say to each other. The device
 * {@linkplain #ask asks} and its person reads the code to the officer; the officer {@linkplain #request looks} at who asks and
 * {@linkplain #answer answers}; the device {@linkplain #welcome takes} the welcome and says that the code is {@linkplain #spent spent}.
 */
public final class ByCode {
    private final CodeDesk desk;
    private final OneTimeCode.Box box;

    /** Takes as long as one guess of the code. */
    public ByCode(CodeDesk desk, OneTimeCode code) {
        this.desk = desk;
        this.box = code.box();
    }

    /** @param request as {@link Admission#request} writes it */
    public void ask(byte[] request) throws PeerException {
        call(CodeForm.Verb.ASK, box.sealRequest(request));
    }

    /**
     * Who asks.
     *
     * @throws PeerException GONE where nobody asked under this code, or it is spent or too old
     * @throws MalformedException where it is not what a device of ours writes
     */
    public Enrolment.Request request() throws PeerException, MalformedException {
        byte[] sealed = call(CodeForm.Verb.READ, new byte[0]);
        return Admission.readRequest(box.openRequest(sealed).orElseThrow(ByCode::altered));
    }

    /**
     * @param welcome as {@link Admission#approve} writes it, at most {@link #longestWelcome} long
     * @throws PeerException REFUSED where the code was answered before
     */
    public void answer(byte[] welcome) throws PeerException {
        byte[] sealed = box.sealWelcome(welcome);
        if (sealed.length > CodeForm.LONGEST_WELCOME) {
            throw new PeerException(Reason.TOO_LARGE, null);
        }
        call(CodeForm.Verb.ANSWER, sealed);
    }

    /** Leaves room for the seal, and for the last batch, which may be a little longer than what was left. */
    public static int longestWelcome() {
        return CodeForm.LONGEST_WELCOME - (128 << 10);
    }

    /** The welcome; empty where the officer has not answered yet. */
    public Optional<byte[]> welcome() throws PeerException, MalformedException {
        byte[] sealed = call(CodeForm.Verb.FETCH, new byte[0]);
        return sealed.length == 0 ? Optional.empty() : Optional.of(box.openWelcome(sealed).orElseThrow(ByCode::altered));
    }

    /** Nothing lies under the code from now on. */
    public void spent() throws PeerException {
        call(CodeForm.Verb.DONE, new byte[0]);
    }

    private byte[] call(CodeForm.Verb verb, byte[] brought) throws PeerException {
        return desk.byCode(new CodeForm(verb, box.address(), brought).write());
    }

    private static MalformedException altered() {
        return new MalformedException(MalformedException.Reason.DAMAGED, "not what was sealed under this code");
    }
}
