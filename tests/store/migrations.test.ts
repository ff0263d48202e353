/** Each migration from the version before it, with data in it. */
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { applyMigrations } from '../../electron/store/openStore.ts';

describe('2, identity-per-batch', () => {
  it('keeps the accounts that are known, and lets a second batch know them too', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = ON');
    applyMigrations(db, 0, 1);
    db.exec(`
      INSERT INTO clients (id, uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
        VALUES (1, 'c', 'One', '', '#000000', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01');
      INSERT INTO channels (id, uid, client, network, name) VALUES (7, 'h', 1, 'instagram', 'Instagram');
      INSERT INTO batches (id, uid, client, kind, label, at, counts) VALUES (1, 'b1', 1, 'import', '', '', '{}'), (2, 'b2', 1, 'import', '', '', '{}');
      INSERT INTO channel_identities (network, account, channel, batch) VALUES ('instagram', '8844', 7, 1);
    `);
    applyMigrations(db, 1, 2);
    db.exec(
      `INSERT INTO channel_identities (network, account, channel, batch) VALUES ('instagram', '8844', 7, 2)`,
    );
    expect(db.prepare('SELECT account, channel, batch FROM channel_identities ORDER BY batch').all()).toEqual(
      [
        { account: '8844', channel: 7, batch: 1 },
        { account: '8844', channel: 7, batch: 2 },
      ],
    );
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    db.close();
  });
});
