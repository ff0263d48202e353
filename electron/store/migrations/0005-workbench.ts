/**
 * What the workbench keeps: how a person arranged a screen, when a client's next report is due, why a KPI is off, and
 * what typing in the grid did, so that it can be taken back after a restart, notes included.
 */
export const name = 'workbench';

export const sql = `
-- How a screen of a client is arranged, as the screen's own schema says (shared/contract/layouts).
CREATE TABLE layouts (
  client INTEGER NOT NULL REFERENCES clients (id), screen TEXT NOT NULL, layout TEXT NOT NULL CHECK (json_valid(layout)),
  at TEXT NOT NULL, PRIMARY KEY (client, screen)
) STRICT, WITHOUT ROWID;

-- When reports are due: every week (1), month (2), quarter (3) or year (4), so many days after its last day. NULL: never.
ALTER TABLE clients ADD COLUMN report_cadence INTEGER CHECK (report_cadence BETWEEN 1 AND 4);
ALTER TABLE clients ADD COLUMN report_after INTEGER NOT NULL DEFAULT 10 CHECK (report_after BETWEEN 0 AND 90);
UPDATE clients SET report_cadence = 2;

-- Why a KPI stands where it stands in a period; asked for where it is off. channel 0: all channels.
CREATE TABLE status_notes (
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER NOT NULL,
  cadence INTEGER NOT NULL CHECK (cadence BETWEEN 0 AND 4), day INTEGER NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (client, kpi, channel, cadence, day)
) STRICT, WITHOUT ROWID;

-- Notes on figures that an edit wrote, changed or took away, so that they go back with it.
CREATE TABLE note_changes (
  batch INTEGER NOT NULL REFERENCES batches (id), client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL,
  cadence INTEGER NOT NULL, day INTEGER NOT NULL, before TEXT, after TEXT,
  PRIMARY KEY (batch, kpi, channel, cadence, day)
) STRICT, WITHOUT ROWID;

-- Where a person started the natural limits of a KPI's course anew. channel NULL: the course over all channels.
CREATE TABLE limit_starts (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES clients (id),
  kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER REFERENCES channels (id), day INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX limit_starts_place ON limit_starts (kpi, coalesce(channel, 0), day);

-- Exports that a client has none of, or not any more: no longer asked for. 'export' as in services/due/guides; channel 0: no one channel's.
CREATE TABLE stopped_exports (
  client INTEGER NOT NULL REFERENCES clients (id), channel INTEGER NOT NULL, export TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (client, channel, export)
) STRICT, WITHOUT ROWID;

-- Figures that are no longer asked for: of a KPI on a channel, from the period that begins on the day.
CREATE TABLE unasked_figures (
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER NOT NULL REFERENCES kpis (id),
  channel INTEGER NOT NULL REFERENCES channels (id), day INTEGER NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (client, kpi, channel)
) STRICT, WITHOUT ROWID;

-- When a batch was taken back: what a person undid last is what comes back first.
ALTER TABLE batches ADD COLUMN undone_at TEXT;
`;
