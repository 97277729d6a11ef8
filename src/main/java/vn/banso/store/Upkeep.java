package vn.banso.store;


/** Looking after a store: checking, backup, passphrase. */
public final class Upkeep {
    private final Inside in;
    private final Door door;

    Upkeep(Inside in, Door door) {
        this.in = in;
        this.door = door;
    }

    /**
     * A new passphrase for the vault; nothing else is written anew.
     *
     * @throws StoreException WRONG_PASSPHRASE
     */
    public void changePassphrase(char[] passphrase, char[] newPassphrase) {
        door.enter(() -> Opening.rewrap(in, passphrase, newPassphrase));
    }
}
