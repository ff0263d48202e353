/**
 * An identity is kept for every batch that brought it, not for the first alone: taking that one back must not free an
 * account whose figures other batches still hold.
 */
export const name = 'identity-per-batch';

export const sql = `
CREATE TABLE identities_by_batch (
  network TEXT NOT NULL, account TEXT NOT NULL COLLATE NOCASE, channel INTEGER NOT NULL REFERENCES channels (id),
  batch INTEGER NOT NULL REFERENCES batches (id), PRIMARY KEY (network, account, batch)
) STRICT, WITHOUT ROWID;
INSERT INTO identities_by_batch (network, account, channel, batch)
  SELECT network, account, channel, batch FROM channel_identities WHERE batch IS NOT NULL;
DROP TABLE channel_identities;
ALTER TABLE identities_by_batch RENAME TO channel_identities;
`;
