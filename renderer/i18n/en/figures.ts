/** Words of the figures screen. */
import { plural } from '../messages.ts';

const figuresOf = (n: number): string => plural('en', n, { one: '1 figure', other: `${n} figures` });
const screens = { day: '1 month', week: 'A screen', month: 'A screen', quarter: 'A screen' } as const;
const years = {
  day: ['1 year', '2 years'],
  week: ['1 year', '2 years'],
  month: ['2 years', '3 years'],
  quarter: ['3 years', '5 years'],
} as const;

export const figures = {
  title: 'Figures',
  addKpi: 'Add KPI',
  cadence: 'Columns',
  columns: { kpi: 'KPI', channel: 'Channel', unit: 'Unit', cover: 'Cover', coverDetail: 'recorded' },
  grid: 'Figures by KPI and period',
  gridByChannel: 'Figures by KPI and channel',
  view: { label: 'View', periods: 'Periods', channels: 'Channels' },
  all: 'All',
  channelsWord: 'channels',
  na: 'n/a',
  span: {
    choose: 'Choose what to show',
    earlier: 'Earlier',
    later: 'Later',
    previous: 'Earlier periods',
    next: 'Later periods',
    reach: 'How far back',
    reaches: {
      screen: (by: keyof typeof screens): string => screens[by],
      year: (by: keyof typeof years): string => years[by][0],
      years: (by: keyof typeof years): string => years[by][1],
    },
  },
  kpis: (n: number) => plural('en', n, { one: '1 KPI', other: `${n} KPIs` }),
  someKpis: (n: number, of: number) => `${n} of ${of} KPIs`,
  filter: {
    label: 'Show only',
    placeholder: 'KPI or channel',
    clear: 'Show all',
    none: 'No KPI or channel is called that',
  },
  computedRows: 'Computed rows',
  allChannels: 'All channels',
  allChannelsHint: 'A row for each channel, also where nothing is recorded yet',
  undoOf: (what: string, keys: string) => `Undo: ${what} (${keys})`,
  redoOf: (what: string, keys: string) => `Redo: ${what} (${keys})`,
  undone: 'Taken back',
  redone: 'Put back',
  undoKept: (kept: number) =>
    plural('en', kept, { one: '1 later edit kept', other: `${kept} later edits kept` }),
  nothingToUndo: 'Nothing to undo',
  nothingToRedo: 'Nothing to redo',
  missing: (n: number) => `${n} missing`,
  noneMissing: 'None missing',
  nextMissing: 'What is missing; F8 goes to the next one',
  /** The line over the grid. The keys are drawn between the words. */
  hints: {
    type: 'Type a number,',
    zero: 'for zero,',
    na: 'for not applicable,',
    missing: 'for missing,',
    note: 'for a note',
  },
  keys: { delete: 'Del', note: 'Shift F2', origin: 'Alt ↓' },
  coverage: (recorded: number, expected: number) => `${recorded}/${expected}`,
  cellOf: (name: string, channel: string, period: string) => `${name}, ${channel}, ${period}`,
  rowOf: (name: string, channel: string) => `${name}, ${channel}`,
  openExplorer: 'Open in the explorer',
  states: {
    missing: 'missing',
    zero: 'zero',
    notApplicable: 'not applicable',
    note: 'note',
    changed: 'changed since',
    provisional: 'provisional',
    unusual: 'far outside its usual range',
    computed: 'computed',
    rolled: 'from finer figures',
    notExpected: 'nothing expected',
    notComputable: 'not computable',
  },
  stats: {
    cells: (n: number) => plural('en', n, { one: '1 cell', other: `${n} cells` }),
    sum: 'Sum',
    mean: 'Mean',
    least: 'Least',
    most: 'Most',
    recorded: 'Recorded',
    of: (n: number, all: number) => `${n} of ${all}`,
    tooMany: 'too many to add up',
  },
  /** Of a figure typed by hand. */
  unusual: (above: boolean, from: string, to: string) =>
    `${above ? 'Far above' : 'Far below'} its usual range, ${from} to ${to}`,
  refusal: {
    notNumber: 'This is not a number. Type one, N for not applicable, or leave it empty.',
    notDuration: 'Write it with its unit: 3 h 20 min',
    sheetError:
      'This is an error of the sheet it came from, not a figure. Type one, or N for not applicable.',
    notWhole: 'This is counted, so it is a whole number.',
    offStep: (step: string) => `It goes in steps of ${step}.`,
    tooSmall: (limit: string) => `It cannot be less than ${limit}.`,
    tooLarge: (limit: string) => `It cannot be more than ${limit}.`,
    computed: 'This row is computed. Change the figures it is made from.',
    otherUnit: 'This row has another unit than the one filled from.',
    kept: (text: string) => `You typed ${text}. It was not saved.`,
  },
  notTaken: (n: number) => `${figuresOf(n)} not taken. The marked cells say why`,
  passedOver: (n: number) =>
    plural('en', n, { one: '1 computed cell passed over', other: `${n} computed cells passed over` }),
  outside: (n: number) =>
    plural('en', n, {
      one: '1 pasted cell had no place in the grid',
      other: `${n} pasted cells had no place in the grid`,
    }),
  tooMany: (n: number, most: number) =>
    `${n} figures are too many for one action. Nothing was changed: take up to ${most} at a time.`,
  stillComing: 'The figures of this selection are still being fetched. Copy again in a moment.',
  tooLargeToCopy: 'This selection is too large to copy. Take up to 50 000 cells.',
  /** A pasted block that brought its own heads. */
  heads: {
    columns: (head: string) =>
      `The first row holds heads, and none is a column here (${head}). Show those periods, or paste without that row. Nothing was changed.`,
    rows: (name: string) =>
      `The first column holds names, and none is a row here (${name}). Paste the figures alone. Nothing was changed.`,
    severalRows: (name: string) =>
      `${name} is more than one row here. Add a column with the channel, or paste the figures alone. Nothing was changed.`,
  },
  astray: (n: number, names: string) =>
    plural('en', n, {
      one: `1 row or column is not here: ${names}`,
      other: `${n} rows or columns are not here: ${names}`,
    }),
  /** What an action is called in the history. */
  did: {
    typed: (n: number) => `${figuresOf(n)} typed`,
    pasted: (n: number) => `${figuresOf(n)} pasted`,
    filled: (n: number) => `${figuresOf(n)} filled`,
    cleared: (n: number) => `${figuresOf(n)} cleared`,
    stated: (n: number) => `${figuresOf(n)} stated not applicable`,
    noted: (cell: string) => `Note on ${cell}`,
  },
  told: {
    saved: (cell: string, text: string) => `${cell}: ${text}`,
    copied: (n: number) => plural('en', n, { one: '1 cell copied', other: `${n} cells copied` }),
  },
  find: {
    title: 'Find in the grid',
    placeholder: 'KPI, channel or figure',
    none: 'Not found',
    hits: (at: number, of: number) => (at === 0 ? `${of} found` : `${at} of ${of}`),
    next: 'Next',
    previous: 'Previous',
  },
  history: {
    title: 'What was typed',
    hint: 'Newest first. Imports are not part of it, and stay as they are.',
    none: 'Nothing typed yet',
    noneHint: 'What you type, paste and fill is listed here, and can be taken back at any later day.',
    counts: (values: number, notes: number) =>
      [
        values > 0 ? figuresOf(values) : '',
        notes > 0 ? plural('en', notes, { one: '1 note', other: `${notes} notes` }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    now: 'where you are',
    undone: (when: string) => `taken back ${when}`,
    back: 'Back to here',
    forth: 'Forward to here',
    toHere: (what: string) => `As it was after: ${what}`,
    beforeFirst: 'Before the first of them',
    more: 'Show earlier ones',
  },
  owed: {
    title: 'Still needed',
    period: 'Month',
    checking: 'Checking',
    missing: (n: number) => plural('en', n, { one: '1 figure missing', other: `${n} figures missing` }),
    nothing: 'Every figure that is expected is here.',
    recorded: (n: number, of: number) => `${n} of ${of} recorded`,
    notes: (n: number) => plural('en', n, { one: '1 note', other: `${n} notes` }),
    whyAsked: 'These KPIs are off. A sentence on why goes beside them in the report.',
    writeOne: 'Write why',
    open: 'off, a note is asked for',
    written: 'off, with a note',
    write: (period: string) => `Off in ${period}: write why`,
    change: (period: string) => `Off in ${period}: your note`,
    whyLabel: (name: string, period: string) => `Why ${name} is off in ${period}`,
    whyHint: 'What happened, and what is done about it',
    naHint: (name: string, channel: string) => `State ${name}, ${channel} not applicable in these periods`,
    stop: 'Stop asking',
    stopHint: (name: string, channel: string) => `Ask no more for ${name}, ${channel}, from this period on`,
    stopped: (name: string, channel: string) => `${name}, ${channel} is no longer asked for`,
    unasked: 'No longer asked for',
    since: (date: string) => `since ${date}`,
    again: 'Ask again',
  },
  fill: 'Fill handle',
  origin: {
    by: (who: string, when: string) => `${who}, ${when}`,
    title: 'Where it comes from',
    from: 'From',
    file: 'File',
    before: 'Before',
    finer: 'Made of',
    import: (batch: number) => `Import ${batch}`,
    edit: 'Typed by you',
    demo: 'Demo figures',
    takenBack: ', taken back',
    cleared: 'cleared',
    computed: 'Computed',
    together: 'All channels together',
    more: (n: number) => `and ${n} more`,
    history: (n: number) => `History (${n})`,
    shorter: 'Shorter',
    open: 'Open import',
    again: (value: string) => `Use ${value} again`,
    none: 'Nobody has recorded this figure.',
    finerOf: (recorded: number, expected: number, word: string) =>
      `${recorded} of ${expected} ${word} recorded`,
  },
  note: {
    title: 'Note',
    label: (cell: string) => `Note on ${cell}`,
    remove: 'Remove note',
  },
  empty: {
    kpis: {
      title: 'No KPIs yet',
      text: 'Pick what counts for this client. Then its figures can be typed or imported here.',
    },
    channels: {
      title: 'No channel yet',
      text: 'A figure belongs to a channel: a network, the website, the shop. Name the first one.',
      network: 'Network or place',
      name: 'Name',
      make: 'Make channel',
    },
    rows: { title: 'Nothing to show', text: 'No row fits what you asked for.' },
  },
};
