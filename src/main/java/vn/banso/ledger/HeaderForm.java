package vn.banso.ledger;

/** The bytes of a batch header. */
public final class HeaderForm {
    private HeaderForm() {}

    public static BatchHeader read(byte[] bytes) throws MalformedException {
        throw new UnsupportedOperationException();
    }

    public static byte[] write(BatchHeader header) {
        throw new UnsupportedOperationException();
    }
}
