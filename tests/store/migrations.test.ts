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

describe('4, imports', () => {
  it('keeps what exports said of posts, and the days they cover; the KPIs that posts answer say so', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = ON');
    applyMigrations(db, 0, 3);
    db.exec(`
      INSERT INTO clients (id, uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
        VALUES (1, 'c', 'One', '', '#000000', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01');
      INSERT INTO channels (id, uid, client, network, name) VALUES (7, 'h', 1, 'instagram', 'Instagram');
      INSERT INTO batches (id, uid, client, kind, label, at, counts) VALUES (1, 'b1', 1, 'import', '', '2026-10-20', '{}'), (2, 'b2', 1, 'import', '', '2026-11-02', '{}');
      INSERT INTO kpis (id, uid, client, key, definition, own, shown) VALUES
        (3, 'k3', 1, 'posts_published', '{"key":"posts_published"}', 0, 1), (4, 'k4', 1, 'reach', '{"key":"reach"}', 0, 1),
        (5, 'k5', 1, 'own_posts', '{"key":"own_posts"}', 1, 1);
      INSERT INTO content_items (id, uid, client, channel, external_id, title, link, type, published, created_by) VALUES
        (11, 'i1', 1, 7, '1001', 'First', 'https://example.com/1', 'IG image', 20362, 1),
        (12, 'i2', 1, 7, '1002', 'Second', NULL, NULL, 20370, 2);
      INSERT INTO content_metrics (item, kpi, as_of, batch, value) VALUES
        (11, 4, 20380, 1, 10), (11, 4, 20394, 2, 20), (12, 4, 20394, 2, 5);
    `);
    applyMigrations(db, 3, 4);
    expect(
      db
        .prepare('SELECT item, as_of, batch, title, published FROM content_readings ORDER BY item, as_of')
        .all(),
    ).toEqual([
      { item: 11, as_of: 20380, batch: 1, title: 'First', published: 20362 },
      { item: 11, as_of: 20394, batch: 2, title: 'First', published: 20362 },
      { item: 12, as_of: 20394, batch: 2, title: 'Second', published: 20370 },
    ]);
    expect(
      db.prepare('SELECT log, channel, first, last, batch FROM confirmed_spans ORDER BY batch').all(),
    ).toEqual([
      { log: 'content', channel: 7, first: 20362, last: 20362, batch: 1 },
      { log: 'content', channel: 7, first: 20362, last: 20370, batch: 2 },
    ]);
    const sources = db.prepare("SELECT key, json_extract(definition, '$.source') AS source FROM kpis").all();
    expect(sources).toEqual([
      { key: 'posts_published', source: '{"log":"content","measure":"published","kinds":[]}' },
      { key: 'reach', source: null },
      { key: 'own_posts', source: null },
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });
});

describe('5, workbench', () => {
  it('keeps the clients, whose reports are due each month from then on', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = ON');
    applyMigrations(db, 0, 4);
    db.exec(`
      INSERT INTO clients (id, uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
        VALUES (1, 'c', 'One', '', '#000000', 'en', '1,234.5', 'EUR', 1, 1, '2026-01-01');
      INSERT INTO batches (id, uid, client, kind, label, at, live, counts) VALUES (1, 'b1', 1, 'edit', '', '', 0, '{}');
    `);
    applyMigrations(db, 4, 5);
    expect(db.prepare('SELECT name, report_cadence, report_after FROM clients').all()).toEqual([
      { name: 'One', report_cadence: 2, report_after: 10 },
    ]);
    expect(db.prepare('SELECT id, live, undone_at FROM batches').all()).toEqual([
      { id: 1, live: 0, undone_at: null },
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
  });
});

describe('6, search', () => {
  it('indexes what is there already, in every table, and follows from then on', () => {
    const db = new Database(':memory:');
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    applyMigrations(db, 0, 5);
    db.exec(`
      INSERT INTO clients (id, uid, name, trade, color, language, number_format, currency, week_start, fiscal_year_start, created_at)
        VALUES (1, 'c', 'Almazara', 'aceite', '#000000', 'es', '1.234,5', 'EUR', 1, 1, '2026-01-01');
      INSERT INTO channels (id, uid, client, network, name) VALUES (7, 'h', 1, 'instagram', 'Instagram');
      INSERT INTO kpis (id, uid, client, key, definition, own, shown) VALUES
        (3, 'k3', 1, 'reach', '{"name":{"en":"Reach","es":"Alcance"},"aliases":{"en":["people reached"],"es":[]}}', 0, 1);
      INSERT INTO figure_notes (client, kpi, channel, cadence, day, text, at) VALUES (1, 3, 7, 2, 20000, 'Campaña de otoño', '');
      INSERT INTO batches (id, uid, client, kind, label, at, counts) VALUES (4, 'b', 1, 'import', '', '', '{}');
      INSERT INTO batch_files (batch, position, name, sha256, status) VALUES (4, 0, 'Datos de septiembre.csv', '', 'ready');
    `);
    applyMigrations(db, 5, 6);
    const found = (query: string): unknown[] =>
      db.prepare('SELECT rowid / 17592186044416 AS kind FROM search WHERE search MATCH ?').pluck().all(query);
    expect(found('words : almazara')).toEqual([1]);
    expect(found('words : alcance AND words : reached')).toEqual([3]);
    expect(found('words : campana')).toEqual([4]);
    expect(found('words : septiembre AND scope : c1')).toEqual([13]);
    expect(found('words : septiembre AND scope : c2')).toEqual([]);
    db.exec("UPDATE figure_notes SET text = 'Feria'; DELETE FROM batch_files");
    const due = db.prepare('SELECT words FROM search_due ORDER BY id').pluck().all();
    expect(due).toEqual(['Campaña de otoño', 'Datos de septiembre.csv']);
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    db.close();
  });
});
