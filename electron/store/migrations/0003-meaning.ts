/**
 * What the numbers mean beyond their value: definition breaks, confirmed silence of the logs, texts with live numbers,
 * and actions that say which KPI they are to move.
 *
 * Catalogue KPIs that the case log can answer say so from now on (`source`); a figure typed or imported still wins.
 */
export const name = 'meaning';

const sourced = (key: string, measure: string, kinds: readonly string[]): string => `
UPDATE kpis SET definition = json_set(definition, '$.source', json('${JSON.stringify({ log: 'cases', measure, kinds })}'))
  WHERE own = 0 AND key = '${key}' AND json_extract(definition, '$.source') IS NULL;`;

export const sql = `
-- From 'day' on, figures of the KPI (on one channel, or all) count something else. 'factor' turns older values into the
-- new definition, where the person knows one.
CREATE TABLE kpi_breaks (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE,
  client INTEGER NOT NULL REFERENCES clients (id), kpi INTEGER NOT NULL REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  day INTEGER NOT NULL, factor REAL CHECK (factor > 0), note TEXT NOT NULL
) STRICT;
CREATE INDEX kpi_breaks_by_client ON kpi_breaks (client, kpi, day);

-- Days over which a log without entries means zero: stated by the person, or covered by an import. channel NULL: all of them.
CREATE TABLE confirmed_spans (
  id INTEGER PRIMARY KEY, client INTEGER NOT NULL REFERENCES clients (id),
  log TEXT NOT NULL CHECK (log IN ('cases', 'evidence')), kpi INTEGER REFERENCES kpis (id), channel INTEGER REFERENCES channels (id),
  first INTEGER NOT NULL, last INTEGER NOT NULL CHECK (last >= first), batch INTEGER REFERENCES batches (id), at TEXT NOT NULL
) STRICT;
CREATE INDEX confirmed_spans_by_client ON confirmed_spans (client, log);
CREATE INDEX evidence_by_client ON evidence (client, kpi, day);

-- What a person writes in a report: 'body' with tokens, 'told' what each token said when it was last approved.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE, client INTEGER NOT NULL REFERENCES clients (id),
  cadence INTEGER NOT NULL CHECK (cadence BETWEEN 0 AND 4), first INTEGER NOT NULL, base TEXT NOT NULL,
  language TEXT NOT NULL CHECK (language IN ('en', 'es')), section TEXT NOT NULL,
  body TEXT NOT NULL, told TEXT NOT NULL CHECK (json_valid(told)), at TEXT NOT NULL,
  UNIQUE (client, cadence, first, base, language, section)
) STRICT;

ALTER TABLE actions ADD COLUMN channel INTEGER REFERENCES channels (id);
ALTER TABLE actions ADD COLUMN state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'doing', 'done', 'dropped'));
-- The rule that proposed it and the figures that fired it; NULL where a person thought of it.
ALTER TABLE actions ADD COLUMN rule TEXT;
ALTER TABLE actions ADD COLUMN fired TEXT CHECK (fired IS NULL OR json_valid(fired));
-- Period and value of its KPI on the day it was decided, so that its effect can be looked at.
ALTER TABLE actions ADD COLUMN before_cadence INTEGER;
ALTER TABLE actions ADD COLUMN before_first INTEGER;
ALTER TABLE actions ADD COLUMN before_value REAL;
UPDATE actions SET state = 'done' WHERE done_at IS NOT NULL;

-- Calendar months from 1900 to 2199: figures are rolled up by them. 'i' is year x 12 + month - 1.
CREATE TABLE months (i INTEGER PRIMARY KEY, first INTEGER NOT NULL, until INTEGER NOT NULL) STRICT;
INSERT INTO months (i, first, until)
  WITH RECURSIVE n (i) AS (SELECT 1900 * 12 UNION ALL SELECT i + 1 FROM n WHERE i < 2199 * 12 + 11)
  SELECT i,
    unixepoch(printf('%04d-%02d-01', i / 12, i % 12 + 1)) / 86400,
    unixepoch(printf('%04d-%02d-01', (i + 1) / 12, (i + 1) % 12 + 1)) / 86400
  FROM n;

-- Proposals the person does not want to see again: one rule on one KPI and channel in one period.
CREATE TABLE dismissed_recommendations (
  client INTEGER NOT NULL REFERENCES clients (id), mark TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (client, mark)
) STRICT, WITHOUT ROWID;
${sourced('queries', 'opened', ['query'])}
${sourced('queries_answered', 'answered', ['query'])}
${sourced('first_response_time', 'firstReplyMean', ['query', 'complaint'])}
${sourced('conflicts', 'opened', ['conflict'])}
${sourced('conflicts_resolved', 'resolved', ['conflict'])}
${sourced('conflicts_resolved_without_escalation', 'resolvedUnescalated', ['conflict'])}
${sourced('cases_resolved', 'resolved', ['query', 'complaint', 'conflict'])}
${sourced('resolution_time', 'resolutionMean', ['query', 'complaint', 'conflict'])}
${sourced('complaints', 'opened', ['complaint'])}
${sourced('guideline_violations', 'opened', ['violation'])}
${sourced('violations_addressed', 'resolved', ['violation'])}
`;
