-- What people ask of a batch of their own: when it was sealed, and what it was last carried off with.

-- sealed_at: of own batches, in milliseconds by the clock of this machine; nothing of batches sealed by an older program.
ALTER TABLE batch ADD COLUMN sealed_at INTEGER;

-- name: of the stick or the receiver, sealed: people call sticks by their own names. at: milliseconds by the clock of this machine.
CREATE TABLE carried (
    batch INTEGER NOT NULL PRIMARY KEY REFERENCES batch (n),
    at INTEGER NOT NULL,
    name BLOB NOT NULL
);
