/**
 * What a batch said of notes and texts, so that it goes back with it. A place that says something else by now than what
 * the batch wrote (or, on putting back, than what it took away) was changed since, and stays as it is.
 */
import type { ReadStore, WriteStore } from '../openStore.ts';
import { statement } from '../rows.ts';
import { saveStatusNote, statusNotesIn } from './statusNotes.ts';
import type { StatusNotePlace } from './statusNotes.ts';
import { deleteText, getText, insertText, updateText } from './texts.ts';
import type { TextPlace, TextRow } from './texts.ts';

export function noteAt(store: ReadStore, place: StatusNotePlace): string | null {
  const { client, kpi, channel, cadence, day } = place;
  return (
    statusNotesIn(store, client, cadence, day).find((note) => note.kpi === kpi && note.channel === channel)
      ?.text ?? null
  );
}

interface NoteChange extends StatusNotePlace {
  readonly before: string | null;
  readonly after: string | null;
}

/** Writes a note on behalf of a batch. */
export function changeNote(
  store: WriteStore,
  batch: number,
  place: StatusNotePlace,
  after: string | null,
  at: string,
): void {
  const { client, kpi, channel, cadence, day } = place;
  statement<unknown[], never>(
    store,
    'INSERT INTO status_note_changes (batch, client, kpi, channel, cadence, day, before, after) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(batch, client, kpi, channel, cadence, day, noteAt(store, place), after);
  saveStatusNote(store, place, after, at);
}

/** Where a text is, and how a new one is called. */
export type TextSpot = TextPlace & Pick<TextRow, 'section'>;
/** What stands in a text; `null`: there is none. */
export type TextSaid = Pick<TextRow, 'body' | 'told'> | null;

interface TextChange extends TextSpot {
  readonly before_body: string | null;
  readonly before_told: string | null;
  readonly after_body: string | null;
  readonly after_told: string | null;
}

/** Writes a text on behalf of a batch. Answers its number, 0 for one that goes. */
export function changeText(
  store: WriteStore,
  batch: number,
  spot: TextSpot,
  after: TextSaid,
  as: { readonly uid: string; readonly at: string },
): number {
  const before = getText(store, spot);
  const { client, cadence, first, base, language, section } = spot;
  statement<unknown[], never>(
    store,
    `INSERT INTO text_changes (batch, client, cadence, first, base, language, section, before_body, before_told, after_body, after_told)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    batch,
    client,
    cadence,
    first,
    base,
    language,
    section,
    before?.body ?? null,
    before?.told ?? null,
    after?.body ?? null,
    after?.told ?? null,
  );
  return say(store, spot, before, after, as);
}

function say(
  store: WriteStore,
  spot: TextSpot,
  before: TextRow | undefined,
  after: TextSaid,
  { uid, at }: { readonly uid: string; readonly at: string },
): number {
  if (after === null) {
    if (before) deleteText(store, before.id);
    return 0;
  }
  const { client, cadence, first, base, language, section } = spot;
  const { body, told } = after;
  if (before === undefined)
    return insertText(store, { uid, client, cadence, first, base, language, section, body, told, at });
  updateText(store, { id: before.id, body, told, at });
  return before.id;
}

/** The notes a batch wrote, and whether each is what stands there now. */
export function notesOf(store: ReadStore, batch: number): (NoteChange & { readonly shown: boolean })[] {
  return statement<[number], NoteChange>(
    store,
    `SELECT client, kpi, channel, cadence, day, before, after FROM status_note_changes WHERE batch = ?
     ORDER BY kpi, channel`,
  )
    .all(batch)
    .map((change) => ({ ...change, shown: noteAt(store, change) === change.after }));
}

/** The texts a batch wrote, and whether each says now what it made of it. */
export function textsOf(store: ReadStore, batch: number): (TextSpot & { readonly shown: boolean })[] {
  return statement<[number], TextChange>(store, 'SELECT * FROM text_changes WHERE batch = ? ORDER BY section')
    .all(batch)
    .map((change) => ({
      ...spotOf(change),
      shown: (getText(store, spotOf(change))?.body ?? null) === change.after_body,
    }));
}

/** Makes what a batch said of notes and texts hold (`live`), or what stood there before. In the caller's transaction. */
export function settleReturned(
  store: WriteStore,
  batch: number,
  live: boolean,
  as: { readonly uid: () => string; readonly at: string },
): { readonly changed: number; readonly texts: number; readonly keptLater: number } {
  const notes = statement<[number], NoteChange>(
    store,
    'SELECT client, kpi, channel, cadence, day, before, after FROM status_note_changes WHERE batch = ?',
  ).all(batch);
  const texts = statement<[number], TextChange>(store, 'SELECT * FROM text_changes WHERE batch = ?').all(
    batch,
  );
  let keptLater = 0;
  for (const { before, after, ...place } of notes) {
    const [expected, next] = live ? [before, after] : [after, before];
    if (noteAt(store, place) === expected) saveStatusNote(store, place, next, as.at);
    else keptLater += 1;
  }
  for (const change of texts) {
    const before = saidOf(change.before_body, change.before_told);
    const after = saidOf(change.after_body, change.after_told);
    const [expected, next] = live ? [before, after] : [after, before];
    const now = getText(store, spotOf(change));
    if ((now?.body ?? null) === (expected?.body ?? null))
      say(store, spotOf(change), now, next, { uid: as.uid(), at: as.at });
    else keptLater += 1;
  }
  return { changed: notes.length + texts.length, texts: texts.length, keptLater };
}

function saidOf(body: string | null, told: string | null): TextSaid {
  return body === null ? null : { body, told: told ?? '[]' };
}

function spotOf({ client, cadence, first, base, language, section }: TextChange): TextSpot {
  return { client, cadence, first, base, language, section };
}
