/**
 * Imports in full: unchanged figures are claims too (packed), readings of support cases, recipes with whole mappings,
 * rates of foreign currencies, spans over which an export covered what was published, and what each export said of an item.
 *
 * Catalogue KPIs that content items can answer say so from now on (`source`); a figure typed or imported still wins.
 */
export const name = 'imports';

const sourced = (key: string, measure: string): string => `
UPDATE kpis SET definition = json_set(definition, '$.source', json('${JSON.stringify({ log: 'content', measure, kinds: [] })}'))
  WHERE own = 0 AND key = '${key}' AND json_extract(definition, '$.source') IS NULL;`;

export const sql = `
-- Figures that a batch found in the book as they are: claims like any other, packed as long as nobody asks. Unpacked into
-- 'claims' before a batch that wrote the same series is taken back or put back. 'days': Int32 little-endian, ascending;
-- 'figures': Float64 little-endian, one a day.
CREATE TABLE same_claims (
  batch INTEGER NOT NULL REFERENCES batches (id), client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL,
  cadence INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, days BLOB NOT NULL, figures BLOB NOT NULL,
  flags INTEGER NOT NULL DEFAULT 0, PRIMARY KEY (client, kpi, channel, cadence, batch)
) STRICT, WITHOUT ROWID;

-- A figure that a batch said and that was kept out (a hand edit, a newer export): it counts once that batch is gone.
ALTER TABLE claims ADD COLUMN under INTEGER REFERENCES batches (id);

-- What one unit of a file's currencies was worth in the client's, as typed: {"USD": 0.92}.
ALTER TABLE batch_files ADD COLUMN rates TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(rates));

-- How tables of files of this shape are read, by table name; answers alone did not carry that.
ALTER TABLE recipes ADD COLUMN mappings TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(mappings));
ALTER TABLE recipes ADD COLUMN platform TEXT;
ALTER TABLE recipes ADD COLUMN last_used TEXT;

-- What each import said of a case: the newest reading of a live batch is shown. 'as_of' is the moment of the export.
-- What a person changed of an imported case is in 'edited' and stands over every reading; 'removed' is the same for all of it.
ALTER TABLE cases ADD COLUMN source TEXT;
ALTER TABLE cases ADD COLUMN edited TEXT CHECK (edited IS NULL OR json_valid(edited));
ALTER TABLE cases ADD COLUMN removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1));
CREATE UNIQUE INDEX cases_by_source ON cases (client, source, external_id) WHERE external_id IS NOT NULL;
CREATE TABLE case_readings (
  case_id INTEGER NOT NULL REFERENCES cases (id), batch INTEGER NOT NULL REFERENCES batches (id), as_of TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)), PRIMARY KEY (case_id, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_readings_by_batch ON case_readings (batch);

-- Content joins the logs whose silence may mean zero. 'kinds': of cases, those that the import tells apart; NULL: all.
CREATE TABLE confirmed_spans_next (
  id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients (id),
  log TEXT NOT NULL CHECK (log IN ('cases', 'evidence', 'content')), kpi INTEGER REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first), batch INTEGER REFERENCES batches (id), at TEXT NOT NULL,
  kinds TEXT CHECK (kinds IS NULL OR json_valid(kinds))
) STRICT;
INSERT INTO confirmed_spans_next (id, client, log, kpi, channel, first, last, batch, at) SELECT id, client, log, kpi, channel, first, last, batch, at FROM confirmed_spans;
DROP TABLE confirmed_spans;
ALTER TABLE confirmed_spans_next RENAME TO confirmed_spans;
CREATE INDEX confirmed_spans_by_client ON confirmed_spans (client, log);

-- What each export said of an item beside its figures: an item is there while a live batch has a reading of it, and its
-- words are those of the newest such reading ('settleItems' keeps content_items so). 'as_of' is a day.
CREATE TABLE content_readings (
  item INTEGER NOT NULL REFERENCES content_items (id), as_of INTEGER NOT NULL, batch INTEGER NOT NULL REFERENCES batches (id),
  title TEXT NOT NULL, link TEXT, type TEXT, published INTEGER, PRIMARY KEY (item, as_of, batch)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_readings_by_batch ON content_readings (batch);
CREATE INDEX content_by_link ON content_items (channel, link) WHERE link IS NOT NULL;
INSERT INTO content_readings (item, as_of, batch, title, link, type, published)
  SELECT DISTINCT m.item, m.as_of, m.batch, i.title, i.link, i.type, i.published
    FROM content_metrics m JOIN content_items i ON i.id = m.item;
-- Exports told no range so far: from the first to the last day they have an item of.
INSERT INTO confirmed_spans (client, log, kpi, channel, first, last, batch, at)
  SELECT b.client, 'content', NULL, i.channel, min(i.published), max(i.published), b.id, b.at
    FROM batches b JOIN content_readings r ON r.batch = b.id JOIN content_items i ON i.id = r.item
   WHERE i.published IS NOT NULL GROUP BY b.id, i.channel;
${sourced('posts_published', 'published')}
`;
