/**
 * The first schema.
 *
 * - Figures are clustered for the dashboard's question: client, KPI, channel, cadence, first day.
 * - A row of `figures` is the newest live claim on that cell; `claims` keeps the others, for changed cells only.
 * - Integer ids are internal and immutable; `uid` is what will name a thing outside this store.
 * - `cadence` is 0 day, 1 week, 2 month, 3 quarter, 4 year; days are days since 1970-01-01.
 */
export const name = 'first';

export const sql = `
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE clients (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE, trade TEXT NOT NULL, color TEXT NOT NULL,
  logo BLOB, logo_type TEXT,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')), number_format TEXT NOT NULL, currency TEXT NOT NULL,
  week_start INTEGER NOT NULL CHECK (week_start BETWEEN 1 AND 7),
  fiscal_year_start INTEGER NOT NULL CHECK (fiscal_year_start BETWEEN 1 AND 12),
  created_at TEXT NOT NULL, archived_at TEXT,
  CHECK ((logo IS NULL) = (logo_type IS NULL))
) STRICT;

CREATE TABLE channels (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), network TEXT NOT NULL,
  name TEXT NOT NULL COLLATE NOCASE, handle TEXT,
  active_from INTEGER, active_to INTEGER, created_by INTEGER REFERENCES batches (id),
  UNIQUE (client, name), CHECK (active_to IS NULL OR active_from IS NULL OR active_to >= active_from)
) STRICT;

-- Account ids, handles and properties seen in imports: an identity belongs to one channel.
CREATE TABLE channel_identities (
  network TEXT NOT NULL, account TEXT NOT NULL COLLATE NOCASE, channel INTEGER NOT NULL REFERENCES channels (id),
  batch INTEGER REFERENCES batches (id), PRIMARY KEY (network, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE kras (
  client INTEGER NOT NULL REFERENCES clients (id), key TEXT NOT NULL,
  name_en TEXT NOT NULL, name_es TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (client, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  client INTEGER NOT NULL REFERENCES clients (id), key TEXT NOT NULL,
  name_en TEXT NOT NULL, name_es TEXT NOT NULL, position INTEGER NOT NULL, PRIMARY KEY (client, key)
) STRICT, WITHOUT ROWID;

-- 'definition' is the whole KpiDefinition; formulas in it name KPIs as {id} so that a key may change.
CREATE TABLE kpis (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), key TEXT NOT NULL, definition TEXT NOT NULL CHECK (json_valid(definition)),
  own INTEGER NOT NULL, shown INTEGER NOT NULL, weight REAL NOT NULL DEFAULT 1 CHECK (weight >= 0),
  headline INTEGER, created_by INTEGER REFERENCES batches (id), UNIQUE (client, key)
) STRICT;

CREATE TABLE batches (
  id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kind TEXT NOT NULL CHECK (kind IN ('import', 'edit', 'demo')),
  label TEXT NOT NULL, at TEXT NOT NULL, live INTEGER NOT NULL DEFAULT 1 CHECK (live IN (0, 1)),
  counts TEXT NOT NULL CHECK (json_valid(counts))
) STRICT;
CREATE INDEX batches_by_client ON batches (client, id);

CREATE TABLE batch_files (
  batch INTEGER NOT NULL REFERENCES batches (id), position INTEGER NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL,
  platform TEXT, report TEXT, status TEXT NOT NULL, as_of TEXT, PRIMARY KEY (batch, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX batch_files_by_hash ON batch_files (sha256);

-- Where a batch wrote, so that taking it back reads only there.
CREATE TABLE batch_spans (
  batch INTEGER NOT NULL REFERENCES batches (id), kpi INTEGER NOT NULL, channel INTEGER NOT NULL, cadence INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (batch, kpi, channel, cadence)
) STRICT, WITHOUT ROWID;

-- value NULL: stated not applicable. A missing figure has no row.
CREATE TABLE figures (
  client INTEGER NOT NULL, kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER NOT NULL REFERENCES channels (id),
  cadence INTEGER NOT NULL CHECK (cadence BETWEEN 0 AND 4), day INTEGER NOT NULL,
  value REAL, batch INTEGER NOT NULL REFERENCES batches (id), flags INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (client, kpi, channel, cadence, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE breakdowns (
  client INTEGER NOT NULL, kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER NOT NULL REFERENCES channels (id),
  cadence INTEGER NOT NULL, day INTEGER NOT NULL, dimension TEXT NOT NULL, member TEXT NOT NULL,
  value REAL NOT NULL, batch INTEGER NOT NULL REFERENCES batches (id),
  PRIMARY KEY (client, kpi, channel, dimension, cadence, day, member, batch)
) STRICT, WITHOUT ROWID;

-- Claims on a figure that are not the one shown: older ones, and those of batches taken back.
-- cleared 1: the claim says "no figure" (a person emptied the cell).
CREATE TABLE claims (
  client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL, cadence INTEGER NOT NULL, day INTEGER NOT NULL,
  batch INTEGER NOT NULL REFERENCES batches (id), value REAL, cleared INTEGER NOT NULL DEFAULT 0, flags INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (client, kpi, channel, cadence, day, batch)
) STRICT, WITHOUT ROWID;

-- Days over which a source's silence means zero (sources that leave out zero days).
CREATE TABLE silent_spans (
  client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL, cadence INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, batch INTEGER NOT NULL REFERENCES batches (id),
  PRIMARY KEY (client, kpi, channel, cadence, first, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE figure_notes (
  client INTEGER NOT NULL, kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER NOT NULL REFERENCES channels (id),
  cadence INTEGER NOT NULL, day INTEGER NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (client, kpi, channel, cadence, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE content_items (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), channel INTEGER NOT NULL REFERENCES channels (id),
  external_id TEXT NOT NULL, title TEXT NOT NULL, link TEXT, type TEXT, published INTEGER, created_by INTEGER REFERENCES batches (id),
  UNIQUE (channel, external_id)
) STRICT;
CREATE INDEX content_by_client ON content_items (client, channel, published);

-- Lifetime metrics as of a day, one row per batch: what counts is the newest as_of of a live batch.
CREATE TABLE content_metrics (
  item INTEGER NOT NULL REFERENCES content_items (id), kpi INTEGER NOT NULL REFERENCES kpis (id),
  as_of INTEGER NOT NULL, batch INTEGER NOT NULL REFERENCES batches (id), value REAL NOT NULL,
  PRIMARY KEY (item, kpi, as_of, batch)
) STRICT, WITHOUT ROWID;

CREATE TABLE cases (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), channel INTEGER REFERENCES channels (id),
  kind TEXT NOT NULL CHECK (kind IN ('query', 'complaint', 'conflict', 'violation')),
  opened TEXT NOT NULL, first_reply TEXT, resolved TEXT, escalated INTEGER NOT NULL DEFAULT 0,
  sentiment TEXT CHECK (sentiment IN ('positive', 'neutral', 'negative')), cause TEXT, link TEXT, note TEXT,
  external_id TEXT, batch INTEGER REFERENCES batches (id)
) STRICT;
CREATE INDEX cases_by_client ON cases (client, opened);

CREATE TABLE tags (
  id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients (id), name TEXT NOT NULL COLLATE NOCASE,
  kind TEXT NOT NULL, UNIQUE (client, name)
) STRICT;
CREATE TABLE content_tags (
  item INTEGER NOT NULL REFERENCES content_items (id), tag INTEGER NOT NULL REFERENCES tags (id), PRIMARY KEY (item, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE case_tags (
  case_id INTEGER NOT NULL REFERENCES cases (id), tag INTEGER NOT NULL REFERENCES tags (id), PRIMARY KEY (case_id, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  kind TEXT NOT NULL CHECK (kind IN ('atLeast', 'atMost', 'between', 'growPrevious', 'growLastYear', 'baseline')),
  cadence INTEGER NOT NULL CHECK (cadence BETWEEN 0 AND 4), first INTEGER NOT NULL, until INTEGER CHECK (until > first),
  goal REAL NOT NULL, goal_to REAL, floor REAL, baseline REAL
) STRICT;
CREATE INDEX targets_by_client ON targets (client, kpi);

CREATE TABLE annotations (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  day INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX annotations_by_client ON annotations (client, day);

CREATE TABLE actions (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER REFERENCES kpis (id),
  text TEXT NOT NULL, owner TEXT NOT NULL, due INTEGER, done_at TEXT, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  day INTEGER NOT NULL, what TEXT NOT NULL, link TEXT, note TEXT
) STRICT;

-- A remembered mapping: answers given for files of one shape.
CREATE TABLE recipes (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES clients (id),
  shape TEXT NOT NULL, name TEXT NOT NULL, answers TEXT NOT NULL CHECK (json_valid(answers)), used INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL,
  UNIQUE (client, shape)
) STRICT;

-- What went out, as it was.
CREATE TABLE deliverables (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES clients (id),
  cadence INTEGER NOT NULL, first INTEGER NOT NULL, base TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL,
  file_name TEXT NOT NULL, at TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, model BLOB NOT NULL
) STRICT;
CREATE INDEX deliverables_by_client ON deliverables (client, at);

-- Every change but figures (those are claims): what it was, what it became.
CREATE TABLE ledger (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, client INTEGER, batch INTEGER,
  entity TEXT NOT NULL, entity_id INTEGER NOT NULL, change TEXT NOT NULL CHECK (change IN ('create', 'update', 'remove', 'undo', 'redo')),
  before TEXT, after TEXT
) STRICT;
CREATE INDEX ledger_by_client ON ledger (client, id);
`;
