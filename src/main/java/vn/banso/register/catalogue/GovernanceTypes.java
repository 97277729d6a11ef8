package vn.banso.register.catalogue;

/**
 * Who may write and read, written in the register's own way: what concerns the whole province or an area in the province's own scope,
 * all else in the scope of the commune that it concerns.
 */
final class GovernanceTypes {
    static final EntryType PROVINCE = new Declaration(100, "province")
            .text(16, "code", 2).required()
            .text(17, "name", 80).required()
            .text(18, "list_version", 10).required()
            .text(19, "receiver", 200)
            .type();

    static final EntryType GRANT = new Declaration(101, "grant")
            .bytes(16, "device_key").required()
            .bytes(17, "sealing_key").required()
            .identifying(18, "holder", 120).required()
            .code(19, "role", Codes.ROLE).required()
            // Of an area's officer, scope ids of its communes, 16 hexadecimal digits each. Whoever works in one commune is granted that in
            // the commune's own scope, which says where.
            .items(20, "communes")
            .day(21, "until")
            .type();

    static final EntryType REVOCATION = new Declaration(102, "revocation")
            .bytes(16, "device_key").required()
            // The last good batch of each feed: "<incarnation>:<scope>:<number>:<hash>", all but the number hexadecimal.
            .items(17, "last_good")
            .text(18, "reason", 500)
            // Counts the revocations of the device: a later one corrects the earlier.
            .whole(19, "serial", 0, 1_000_000_000)
            .type();

    /** A key of the scope in which it stands, sealed to one device. */
    static final EntryType SCOPE_KEY = new Declaration(103, "scope_key")
            .bytes(16, "device_key").required()
            .whole(18, "epoch", 0, 1_000_000_000).required()
            .text(19, "key_id", 16).required()
            .bytes(20, "sealed").required()
            .type();

    /** A named set of communes: a former district, a cluster. */
    static final EntryType AREA = new Declaration(104, "area")
            .text(16, "name", 120).required()
            .items(17, "communes")
            .type();

    /** An officer has helped to open a device again whose passphrase was forgotten: the answer to one request opens it, and only with this entry. */
    static final EntryType RECOVERY = new Declaration(105, "recovery")
            .bytes(16, "device_key").required()
            // The public key that the request brought, which is of that request alone.
            .bytes(17, "one_time_key").required()
            .type();

    private GovernanceTypes() {}
}
