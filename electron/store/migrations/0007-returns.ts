/**
 * What a workbook that came back from the client wrote besides figures, so that it goes back with its batch: why a KPI
 * stands where it stands, and the person's words in a report.
 */
export const name = 'returns';

export const sql = `
-- What a batch did to the note of a KPI in a period; NULL: there is none. channel 0: all channels.
CREATE TABLE status_note_changes (
  batch INTEGER NOT NULL REFERENCES batches (id), client INTEGER NOT NULL, kpi INTEGER NOT NULL, channel INTEGER NOT NULL,
  cadence INTEGER NOT NULL, day INTEGER NOT NULL, before TEXT, after TEXT,
  PRIMARY KEY (batch, kpi, channel, cadence, day)
) STRICT, WITHOUT ROWID;

-- What a batch did to a text of a report, as in 'texts'; a body of NULL: there is none.
CREATE TABLE text_changes (
  batch INTEGER NOT NULL REFERENCES batches (id), client INTEGER NOT NULL, cadence INTEGER NOT NULL, first INTEGER NOT NULL,
  base TEXT NOT NULL, language TEXT NOT NULL, section TEXT NOT NULL,
  before_body TEXT, before_told TEXT, after_body TEXT, after_told TEXT,
  PRIMARY KEY (batch, cadence, first, base, language, section)
) STRICT, WITHOUT ROWID;
`;
