package vn.banso.architecture.planted.ledger;

import javax.crypto.Cipher;

/** Fault: sealing outside the room of keys. */
public class SealsInTheLedger {
    public Cipher cipher;
}
