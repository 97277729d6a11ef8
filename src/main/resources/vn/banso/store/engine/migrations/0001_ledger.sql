-- The ledger: batches as they came, what is written but not sealed yet, what was refused, receipts.
-- entry holds the fold of all changes, one sealed row each; the register that people ask is made of it in memory and stands in no file.
-- Scopes, incarnations and key ids are 64 bits as signed integers; entry ids, devices and hashes are bytes.

CREATE TABLE meta (
    key TEXT NOT NULL PRIMARY KEY,
    value
) WITHOUT ROWID;

CREATE TABLE scope_key (
    scope INTEGER NOT NULL,
    key_id INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (scope, key_id)
) WITHOUT ROWID;

-- Province and scope keys once more, in one sealed row: where the page of the first is damaged, nothing else could be opened.
CREATE TABLE identity_copy (
    n INTEGER PRIMARY KEY,
    sealed BLOB NOT NULL
);

-- own: sealed on this node. handed: given to somebody, by a folder or to a peer. length: bytes of header, signature and body.
-- redacted: what an officer signed in place of the body.
CREATE TABLE batch (
    n INTEGER PRIMARY KEY,
    scope INTEGER NOT NULL,
    device BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    hash BLOB NOT NULL,
    previous BLOB NOT NULL,
    standing TEXT NOT NULL,
    reason INTEGER,
    own INTEGER NOT NULL DEFAULT 0,
    handed INTEGER NOT NULL DEFAULT 0,
    length INTEGER NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL,
    redacted BLOB,
    body BLOB NOT NULL
);
CREATE UNIQUE INDEX batch_hash ON batch (hash);
CREATE INDEX batch_previous ON batch (previous);
CREATE INDEX batch_feed ON batch (scope, device, incarnation, number);
CREATE INDEX batch_redacted ON batch (scope) WHERE redacted IS NOT NULL;
CREATE INDEX batch_standing ON batch (standing, scope) WHERE standing <> 'APPLIED';

-- The ends of all feeds: placed batches that no placed batch follows. Kept with the batches, never looked for among them.
CREATE TABLE feed_end (
    scope INTEGER NOT NULL,
    device BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    hash BLOB NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (scope, device, incarnation, hash)
) WITHOUT ROWID;

-- How far each batch has come, as the states of records are numbered. here: by what this node itself is and did.
-- told: by the receipts of others, 0 where none speaks of it.
CREATE TABLE batch_level (
    batch INTEGER PRIMARY KEY,
    here INTEGER NOT NULL,
    told INTEGER NOT NULL
);

-- Batches of authors whom nobody vouches for here: part of nothing until a grant comes. holder: the device that brought them and was
-- granted something itself; nothing for all others together.
CREATE TABLE unvouched (
    hash BLOB NOT NULL PRIMARY KEY,
    device BLOB NOT NULL,
    scope INTEGER NOT NULL,
    incarnation INTEGER NOT NULL,
    number INTEGER NOT NULL,
    handed INTEGER NOT NULL DEFAULT 0,
    holder BLOB NOT NULL,
    since INTEGER NOT NULL,
    header BLOB NOT NULL,
    signature BLOB NOT NULL,
    body BLOB NOT NULL
) WITHOUT ROWID;
CREATE INDEX unvouched_device ON unvouched (device, number);

-- How much is kept that counts for nothing: ASIDE and CARRIED by the device that wrote it, UNVOUCHED by its holder.
CREATE TABLE kept (
    holder BLOB NOT NULL,
    room TEXT NOT NULL,
    batches INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (holder, room)
) WITHOUT ROWID;
CREATE TRIGGER batch_kept AFTER INSERT ON batch WHEN NEW.standing <> 'APPLIED' BEGIN
    INSERT OR IGNORE INTO kept VALUES (NEW.device, CASE NEW.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END, 0, 0);
    UPDATE kept SET batches = batches + 1, bytes = bytes + NEW.length
        WHERE holder = NEW.device AND room = CASE NEW.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END;
END;
CREATE TRIGGER batch_moved AFTER UPDATE OF standing, length ON batch
        WHEN OLD.standing <> NEW.standing OR OLD.length <> NEW.length BEGIN
    UPDATE kept SET batches = batches - 1, bytes = bytes - OLD.length WHERE OLD.standing <> 'APPLIED'
        AND holder = OLD.device AND room = CASE OLD.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END;
    INSERT OR IGNORE INTO kept SELECT NEW.device, CASE NEW.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END, 0, 0
        WHERE NEW.standing <> 'APPLIED';
    UPDATE kept SET batches = batches + 1, bytes = bytes + NEW.length WHERE NEW.standing <> 'APPLIED'
        AND holder = NEW.device AND room = CASE NEW.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END;
END;
CREATE TRIGGER batch_gone AFTER DELETE ON batch WHEN OLD.standing <> 'APPLIED' BEGIN
    UPDATE kept SET batches = batches - 1, bytes = bytes - OLD.length
        WHERE holder = OLD.device AND room = CASE OLD.standing WHEN 'WAITING_KEY' THEN 'CARRIED' ELSE 'ASIDE' END;
END;
CREATE TRIGGER unvouched_kept AFTER INSERT ON unvouched BEGIN
    INSERT OR IGNORE INTO kept VALUES (NEW.holder, 'UNVOUCHED', 0, 0);
    UPDATE kept SET batches = batches + 1, bytes = bytes + length(NEW.header) + length(NEW.signature) + length(NEW.body)
        WHERE holder = NEW.holder AND room = 'UNVOUCHED';
END;
CREATE TRIGGER unvouched_gone AFTER DELETE ON unvouched BEGIN
    UPDATE kept SET batches = batches - 1, bytes = bytes - length(OLD.header) - length(OLD.signature) - length(OLD.body)
        WHERE holder = OLD.holder AND room = 'UNVOUCHED';
END;

-- Which feeds a batch closes.
CREATE TABLE closing (
    scope INTEGER NOT NULL,
    device BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    batch INTEGER NOT NULL REFERENCES batch (n) ON DELETE CASCADE,
    PRIMARY KEY (scope, device, incarnation, batch)
) WITHOUT ROWID;

-- Saved here and part of the register, but in no batch yet.
CREATE TABLE own (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    sealed BLOB NOT NULL
);
CREATE INDEX own_entry ON own (scope, id);

-- flags: 1 deleted, 2 erased, 4 one with another entry, 8 goes on in another commune, 16 in conflict.
CREATE TABLE entry (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (scope, id, type)
) WITHOUT ROWID;
CREATE INDEX entry_governance ON entry (scope) WHERE type >= 100;
CREATE INDEX entry_choice ON entry (scope) WHERE type = 18;
CREATE INDEX entry_erased ON entry (scope, id) WHERE flags = 2;
CREATE INDEX entry_conflict ON entry (scope) WHERE flags >= 16;

-- Which batches say something of an entry.
CREATE TABLE touch (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    batch INTEGER NOT NULL,
    PRIMARY KEY (scope, id, batch)
) WITHOUT ROWID;
CREATE INDEX touch_batch ON touch (batch);

CREATE TABLE refused (
    batch INTEGER NOT NULL REFERENCES batch (n),
    change INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    reason INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (batch, change)
) WITHOUT ROWID;
CREATE INDEX refused_entry ON refused (scope, id);

-- link: what the entries themselves say they are one with; alias: the end of each such line.
CREATE TABLE link (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    target BLOB NOT NULL,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;
CREATE INDEX link_target ON link (scope, target);
CREATE TABLE alias (
    scope INTEGER NOT NULL,
    id BLOB NOT NULL,
    canonical BLOB NOT NULL,
    PRIMARY KEY (scope, id)
) WITHOUT ROWID;

-- level: what a receipt of that node is worth: CARRIED, COMMUNE or PROVINCE. bytes: its head, as signed.
CREATE TABLE receipt (
    scope INTEGER NOT NULL,
    node BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    level TEXT NOT NULL,
    bytes BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY (scope, node, incarnation)
) WITHOUT ROWID;

-- What the receipt of a node says of a feed. since: the serial from which on this node knows it so. ends: none where it is stated no more.
CREATE TABLE receipt_feed (
    scope INTEGER NOT NULL,
    node BLOB NOT NULL,
    node_incarnation INTEGER NOT NULL,
    device BLOB NOT NULL,
    incarnation INTEGER NOT NULL,
    since INTEGER NOT NULL,
    ends BLOB NOT NULL,
    PRIMARY KEY (scope, node, node_incarnation, device, incarnation)
) WITHOUT ROWID;

-- What other nodes set aside of a feed, as far as their pages have come. many: of how many.
CREATE TABLE receipt_aside (
    digest BLOB NOT NULL PRIMARY KEY,
    many INTEGER NOT NULL,
    listed BLOB NOT NULL
) WITHOUT ROWID;

-- A form left half-filled is all rows of one form. page: the entry on whose page it is written. type 0: choices that are no field.
CREATE TABLE draft (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    scope INTEGER NOT NULL,
    form BLOB NOT NULL,
    page BLOB NOT NULL,
    id BLOB NOT NULL,
    type INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (scope, id, type)
);
