/**
 * What came back against what went out and against what the book says today, cell by cell. Pure: the book is asked through
 * `Here`, and only where a cell says something else than when it went out.
 *
 * In the book that made the workbook, a cell that says what it said is no difference, whatever the book says by now. In
 * another book, and where nobody knows what went out, every figure that the book lacks or has otherwise is one.
 */
import { allowedOf, notAllowed } from '../../../../shared/domain/allowed.ts';
import type { KpiDefinition, Unit } from '../../../../shared/domain/kpi.ts';
import { sameStructure, wordsOfLine } from '../../../../shared/domain/returned/lines.ts';
import type { Line, WentText } from '../../../../shared/domain/returned/lines.ts';
import { plainWords, sameNumber, sameWords } from '../../../../shared/domain/returned/same.ts';
import type { Cadence, IsoDate } from '../../../../shared/domain/time.ts';
import type { ReturnedCell } from '../../../../shared/contract/api/returns.ts';
import type { Printed } from './carried.ts';
import { cellsSaying } from './cellsSaying.ts';
import type { Saying } from './cellsSaying.ts';
import type { Baseline } from './baseline.ts';
import type { FoundCell } from './found.ts';

export type Reason = NonNullable<ReturnedCell['reason']>;

/** Today's book, asked about what a workbook says. */
export interface Here {
  /** It made the workbook: notes and texts are taken too. */
  readonly own: boolean;
  readonly kpi: (key: string) => HereKpi | null;
  /** A channel as the workbook knows it: by its id there. `null`: this book has none that it could be. */
  readonly channel: (id: string) => { readonly key: string; readonly name: string } | null;
  /** `undefined`: nothing recorded; `null`: stated not applicable. */
  readonly figure: (
    kpi: string,
    channel: string,
    cadence: Cadence,
    start: IsoDate,
  ) => number | null | undefined;
  /** The person's own words. */
  readonly note: (kpi: string, channel: string | null) => string | null;
  /** The paragraphs of a section that are printed today. */
  readonly paragraphs: (section: string) => readonly Line[];
  /** Whether a text of that name can be written at all. */
  readonly section: (section: string) => boolean;
  readonly begins: (cadence: Cadence, start: IsoDate) => boolean;
  /** After today. */
  readonly future: (start: IsoDate) => boolean;
}

export type HereKpi = Pick<KpiDefinition, 'min' | 'max' | 'step' | 'unit' | 'timeAggregation'> & {
  readonly name: string;
};

/** A cell that says something else, as the contract has it but for what a person chooses. */
export type ComparedCell = Omit<ReturnedCell, 'taken'> & {
  /** Taken unless somebody says otherwise. */
  readonly usually: boolean;
  /** Of a text. */
  readonly text?: { readonly paragraph: number; readonly added: boolean; readonly went: WentText };
};

export interface Compared {
  readonly cells: readonly ComparedCell[];
  /** Cells that say what they said, or what the book says. */
  readonly same: number;
}

const SECONDS_PER_DAY = 86_400;
/** As the contract takes notes and texts. */
const LONGEST_NOTE = 2000;
const LONGEST_TEXT = 6000;

/** `here` `null`: nobody has said whose it is. `went`: what it carried of itself, or what stands for it. */
export function compareReturned(found: readonly FoundCell[], went: Baseline, here: Here | null): Compared {
  const cells: ComparedCell[] = [];
  let same = 0;
  for (const saying of cellsSaying(found, went)) {
    const cell = compared(saying, went, here);
    if (cell === null) same += 1;
    else cells.push(cell);
  }
  return onceEach(cells, same);
}

function compared(saying: Saying, went: Baseline, here: Here | null): ComparedCell | null {
  const { key, start } = saying;
  switch (key.kind) {
    case 'figure':
      return figureCell(saying, went, here, { ...key, was: numberOr(saying.was), came: saying.cell.value });
    case 'entry': {
      if (start === undefined) return null;
      // Durations are typed as times of day, which are days to a spreadsheet.
      const unit = here?.kpi(key.kpi)?.unit ?? went.unit(key.kpi);
      const scaled = (value: Printed): Printed =>
        typeof value === 'number' && unit?.kind === 'duration'
          ? Math.round(value * SECONDS_PER_DAY * 1000) / 1000
          : value;
      return figureCell(saying, went, here, {
        ...key,
        start,
        was: numberOr(scaled(saying.was)),
        came: scaled(saying.cell.value),
      });
    }
    case 'note':
      return noteCell(saying, went, here, key);
    case 'text':
      return textCell(saying, went, here, key);
  }
}

const numberOr = (value: Printed): number | null => (typeof value === 'number' ? value : null);

interface Figure {
  readonly kpi: string;
  readonly channel: string;
  readonly cadence: Cadence;
  readonly start: IsoDate;
  readonly was: number | null;
  readonly came: Printed;
}

function figureCell(
  saying: Saying,
  went: Baseline,
  here: Here | null,
  { kpi: key, channel: id, cadence, start, was, came }: Figure,
): ComparedCell | null {
  const { failed } = saying.cell;
  const trusted = here?.own === true && went.known;
  const number = typeof came === 'string' ? undefined : came;
  if (trusted && !failed && number !== undefined && sameNumber(was, number)) return null;
  const kpi = here?.kpi(key) ?? null;
  const channel = here?.channel(id) ?? null;
  const recorded =
    kpi !== null && channel !== null ? here?.figure(key, channel.key, cadence, start) : undefined;
  const now = recorded ?? null;
  if (!failed && number !== undefined) {
    if (here !== null && sameNumber(now, number)) return null;
    // An empty cell takes nothing out of a book that it did not come from.
    if (number === null && !trusted && (here === null || !here.own)) return null;
  }
  const wrong = (): Reason | null => {
    if (failed) return 'error';
    if (saying.twice) return 'twice';
    if (here === null) return null;
    if (kpi === null) return 'unknownKpi';
    if (kpi.timeAggregation === 'formula') return 'computed';
    if (channel === null) return 'unknownChannel';
    if (number === undefined || !here.begins(cadence, start)) return 'notAValue';
    if (number !== null && notAllowed(number, allowedOf(kpi)) !== null) return 'notAValue';
    return null;
  };
  const reason = wrong();
  const later = (): Reason | null => {
    if (here === null) return null;
    if (here.future(start)) return 'future';
    if (trusted ? !sameNumber(now, was) : !here.own && now !== null) return 'changedHere';
    return null;
  };
  const unit: Unit | null = kpi?.unit ?? went.unit(key);
  return cellOf(saying, here, {
    kpi: kpi === null ? null : key,
    kpiName: kpi?.name ?? went.kpiName(key) ?? key,
    channel: channel?.key ?? null,
    channelName: channel?.name ?? went.channelName(id) ?? id,
    unit,
    period: { cadence, start },
    was: went.known ? was : null,
    came,
    here: now,
    wrong: reason,
    later: reason === null ? later() : null,
    // Where nobody knows what went out, what looks like a change may be the book's own.
    usually: number !== null && (went.known || here?.own !== true),
  });
}

function noteCell(
  saying: Saying,
  went: Baseline,
  here: Here | null,
  { kpi: key, channel: id }: { readonly kpi: string; readonly channel: string | null },
): ComparedCell | null {
  const { failed, value } = saying.cell;
  const came = value === null ? null : plainWords(String(value));
  const was = typeof saying.was === 'string' ? saying.was : null;
  if (!failed && sameWords(was, came)) return null;
  // What the figures said by themselves is nobody's to take away.
  const ownBefore = went.ownNote(saying.id);
  if (came === null && !failed && !ownBefore) return null;
  const kpi = here?.kpi(key) ?? null;
  const channel = id === null ? null : (here?.channel(id) ?? null);
  const now = here !== null && kpi !== null ? here.note(key, channel?.key ?? null) : null;
  if (!failed && here?.own === true && (now !== null || came === null) && sameWords(now, came)) return null;
  const wrong = (): Reason | null => {
    if (failed) return 'error';
    if (saying.twice) return 'twice';
    if (here === null) return null;
    if (!here.own) return 'otherBook';
    if (kpi === null) return 'unknownKpi';
    if (id !== null && channel === null) return 'unknownChannel';
    return (came ?? '').length > LONGEST_NOTE ? 'notAValue' : null;
  };
  const reason = wrong();
  const changed = reason === null && here !== null && !sameWords(now, ownBefore ? was : null);
  return cellOf(saying, here, {
    kpi: kpi === null ? null : key,
    kpiName: kpi?.name ?? went.kpiName(key) ?? key,
    channel: channel?.key ?? null,
    channelName: id === null ? null : (channel?.name ?? went.channelName(id) ?? id),
    ...wordsTold(went, was, came, now),
    wrong: reason,
    later: changed && went.known ? 'changedHere' : null,
  });
}

function textCell(
  saying: Saying,
  went: Baseline,
  here: Here | null,
  { section, paragraph }: { readonly section: string; readonly paragraph: number },
): ComparedCell | null {
  const { failed, value } = saying.cell;
  const added = saying.cell.added === true;
  const known = went.text(saying.cell.key);
  if (known === null || here?.section(section) === false) return null;
  const pieces = added ? [] : known;
  const came = value === null ? null : plainWords(String(value));
  const was = added ? null : pieces.map(([text]) => text).join('');
  if (!failed && sameWords(was, came)) return null;
  const line = added ? undefined : here?.paragraphs(section)[paragraph];
  const now = line === undefined ? null : wordsOfLine(line);
  if (!failed && here?.own === true && !added && sameWords(now, came)) return null;
  const reason: Reason | null = failed
    ? 'error'
    : saying.twice
      ? 'twice'
      : here !== null && !here.own
        ? 'otherBook'
        : (came ?? '').length > LONGEST_TEXT
          ? 'notAValue'
          : null;
  // Its numbers move by themselves: only other words are a change.
  const changed = !added && (line === undefined ? was !== '' : !sameStructure(pieces, line));
  return {
    ...cellOf(saying, here, {
      kpi: null,
      kpiName: '',
      channel: null,
      channelName: null,
      ...wordsTold(went, was, came, now),
      wrong: reason,
      later: reason === null && here !== null && went.known && changed ? 'changedHere' : null,
    }),
    section,
    text: { paragraph, added, went: pieces },
  };
}

type Told = Pick<
  ReturnedCell,
  'kpi' | 'kpiName' | 'channel' | 'channelName' | 'unit' | 'period' | 'was' | 'came' | 'here'
> & {
  /** Why it cannot be taken. */
  readonly wrong: Reason | null;
  /** Why it is not taken by itself. */
  readonly later: Reason | null;
  readonly usually: boolean;
};

/** Of a note or a text: words have no unit and no period, and what was taken away is never taken by itself. */
function wordsTold(
  went: Baseline,
  was: string | null,
  came: string | null,
  here: string | null,
): Pick<Told, 'unit' | 'period' | 'was' | 'came' | 'here' | 'usually'> {
  return {
    unit: null,
    period: null,
    was: went.known ? was : null,
    came,
    here,
    usually: came !== null && went.known,
  };
}

function cellOf({ id, cell, key }: Saying, here: Here | null, told: Told): ComparedCell {
  const { wrong, later, usually, ...shown } = told;
  const takeable = wrong === null && here !== null;
  return {
    id,
    kind: key.kind,
    sheet: cell.sheet,
    cell: cell.cell,
    section: null,
    ...shown,
    reason: wrong ?? later,
    takeable,
    usually: takeable && later === null && usually,
  };
}

/** A figure may stand in Figures and on the sheet to fill in: once where both say the same, else nobody knows which counts. */
function onceEach(cells: readonly ComparedCell[], same: number): Compared {
  const placeOf = ({ kind, kpi, channel, period }: ComparedCell): string | null =>
    (kind === 'figure' || kind === 'entry') && kpi !== null && channel !== null && period !== null
      ? [kpi, channel, period.cadence, period.start].join('|')
      : null;
  const places = Map.groupBy(cells, placeOf);
  let again = 0;
  const once = cells.flatMap((cell): ComparedCell[] => {
    const place = placeOf(cell);
    const all = place === null ? [cell] : (places.get(place) ?? [cell]);
    const [first] = all;
    if (all.length === 1 || first === undefined) return [cell];
    const agree = all.every(({ came }) => came === first.came);
    if (!agree) return [{ ...cell, reason: cell.reason ?? 'twice', takeable: false, usually: false }];
    if (cell === first) return [cell];
    again += 1;
    return [];
  });
  return { cells: once, same: same + again };
}
