/** Words of the way back: a workbook that a client sends back, cell by cell. */
import { plural } from '../messages.ts';

const many = (n: number, one: string, other: string): string => plural('en', n, { one, other });

export const returns = {
  title: 'Returned workbook',
  open: 'Look at a returned workbook…',
  /** What it says of itself. */
  about: {
    title: 'What came back',
    client: 'Client',
    report: 'Report',
    made: 'Made on',
    file: 'File',
    madeUnknown: 'the file does not say',
    named: (name: string) => `“${name}” in the file`,
  },
  /** One line each; joined to a sentence. */
  came: {
    figure: (n: number, text: string) => many(n, '1 figure changed', `${text} figures changed`),
    entry: (n: number, text: string) => many(n, '1 cell filled in', `${text} cells filled in`),
    note: (n: number, text: string) => many(n, '1 note', `${text} notes`),
    text: (n: number, text: string) =>
      many(n, '1 paragraph of commentary', `${text} paragraphs of commentary`),
  },
  /** Beneath it. */
  meaning: 'Nothing is in the book yet: tick what you want to take.',
  kinds: {
    all: 'Differences',
    figure: 'Figures',
    entry: 'Filled in',
    note: 'Notes',
    text: 'Commentary',
    look: 'To look at',
  },
  kindText: {
    figure: 'changed in the workbook',
    entry: 'typed into the sheet to fill in',
  },
  onSheet: (sheet: string) => `sheet “${sheet}”`,
  show: 'Show',
  columns: {
    take: 'Take',
    kpi: 'KPI',
    channel: 'Channel',
    period: 'Period',
    was: 'Went out',
    came: 'Came back',
    here: 'Here today',
    cell: 'Cell',
    why: 'Why',
  },
  rows: {
    title: 'Every cell that differs',
    open: (kind: string) => `Show: ${kind}`,
    close: (kind: string) => `Hide: ${kind}`,
    take: (what: string) => `Take: ${what}`,
    takeGroup: (kind: string) => `Take all: ${kind}`,
    cannot: 'Cannot be taken',
    takeAll: 'Take all',
    takeNone: 'Take none',
    keys: 'Arrow keys move, Space takes a cell or leaves it, left and right close and open a group.',
    empty: 'empty',
    none: 'None here',
  },
  text: {
    removed: 'taken out:',
    added: 'written in:',
    legend: 'struck out as it went out, underlined as it came back',
    here: 'Here today:',
    wasEmpty: 'It went out empty.',
    cameEmpty: 'It came back empty.',
  },
  reasons: {
    changedHere: 'Changed here since it went out',
    changedHereTaken: 'Replaces what changed here since',
    notAValue: 'Not a value of this KPI',
    unknownKpi: 'There is no such KPI here',
    unknownChannel: 'There is no such channel here',
    computed: 'Computed here: it takes no figures',
    error: 'The cell shows an error',
    twice: 'Two rows of it say different things',
    otherBook: 'Another book made it: only figures are taken',
    future: 'Its period has not begun',
    alreadySo: 'So in the book already',
    emptied: 'Emptied: taking it removes the figure',
  },
  does: {
    title: 'What taking it does',
    figure: 'Figures changed',
    entry: 'Cells filled in',
    note: 'Notes changed',
    text: 'Paragraphs changed',
    replaces: 'Replace what changed here since',
    left: 'Left as they are here',
    same: 'Came back as they went out',
  },
  overwritten: {
    title: (n: number, text: string) =>
      many(n, '1 computed cell was overwritten', `${text} computed cells were overwritten`),
    text: 'Never taken: these are computed from Figures.',
    more: (n: string) => `and ${n} more`,
    to: 'became',
  },
  problems: {
    title: 'Look at the file',
    manifestDamaged:
      'The part that says what went out is damaged. The file is held against the book of today: look at each difference.',
    sheetMissing: (where: string) => `The sheet “${where}” is gone. What stood on it cannot be read.`,
    columnMissing: (where: string) => `A column is gone: ${where}. What stood in it cannot be read.`,
    rowsWithoutKey: (n: number, where: string) =>
      many(
        n,
        `1 row has lost its hidden key (${where}): nobody can say which figure it is.`,
        `${n} rows have lost their hidden key (${where}): nobody can say which figures they are.`,
      ),
    todo: 'Ask for the workbook again, or type these figures under Figures.',
  },
  otherBook: 'Another Pulsebook made this workbook. Only its figures are taken.',
  before: (at: string) => `This very file came in before, on ${at}.`,
  seeBatch: (batch: number) => `See import ${batch}`,
  whose: {
    title: 'Whose figures are these?',
    text: (name: string) =>
      `Another Pulsebook made this workbook, for “${name}”. Say whose figures they are here, and you see what differs before anything is stored.`,
    client: 'Client',
    nobody: 'There is no client here yet',
    nobodyText: 'Make one first, then drop the workbook again.',
  },
  nothing: {
    title: 'Nothing was changed',
    text: (n: number, text: string) =>
      many(
        n,
        'The one cell that is read back says what went out, or what is here today.',
        `All ${text} cells that are read back say what went out, or what is here today.`,
      ),
    known: 'Nothing to take',
    textKnown: 'What was changed in it is in the book already.',
    textSome: 'What can still be read of it says what went out, or what is here today.',
    leave: 'Back to imports',
  },
  foot: {
    chosen: (taken: number, all: number, takenText: string, allText: string) =>
      taken === all
        ? many(all, 'The cell is taken', `All ${allText} cells are taken`)
        : `${takenText} of ${allText} cells are taken`,
    none: 'Nothing chosen',
    ledger: 'One step in the ledger. It can be taken back on any later day.',
  },
  take: (n: number, text: string) => many(n, 'Take 1 cell', `Take ${text} cells`),
  takeNone: 'Take cells',
  taking: 'Taking…',
  leave: 'Leave it',
  left: 'Left. Nothing was taken.',
  taken: (what: string) => `Taken: ${what}.`,
  /** Of a batch and of what was just taken. */
  tookFigures: (n: number, text: string) => many(n, '1 figure', `${text} figures`),
  tookNotes: (n: number, text: string) => many(n, '1 note', `${text} notes`),
  tookTexts: (n: number, text: string) => many(n, '1 paragraph', `${text} paragraphs`),
  toImports: 'To imports',
  /** On the page of the batch that it became. */
  batch: {
    added: 'Cells filled in',
    changed: 'Cells changed',
    kept: 'Left as they were here',
    refused: 'Could not be taken',
    notes: 'Notes',
    note: 'What it changed',
    state: 'State',
    stands: 'stands in the book',
    changedSince: 'changed since; stays',
    texts: 'Texts of reports',
    section: 'Section',
    language: 'Language',
    countNotes: (n: number) => many(n, '1 note', `${n} notes`),
    countTexts: (n: number) => many(n, '1 text of a report', `${n} texts of reports`),
    and: ' and ',
    goBack: (what: string) => `Also again what they were before: ${what}, unless changed since.`,
    comeBack: (what: string) => `Also come back: ${what}, unless changed since.`,
  },
  /** On the card of a file among others. */
  card: {
    what: 'Workbook that came back',
    of: 'Workbook of',
    report: 'Report',
    differ: (n: number, text: string) => many(n, '1 cell differs', `${text} cells differ`),
    nothing: 'Nothing was changed',
    look: 'Look',
    taken: 'Taken',
    foot: 'Each workbook is taken or left on its own screen.',
    list: 'Workbooks that came back',
  },
};
