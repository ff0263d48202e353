/** Which rows of the scorecard are shown, and in what order. Pure. */
import type { ScorecardSort } from '../../../shared/contract/layouts/scorecard.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import { statuses } from '../../../shared/domain/results.ts';
import type { ScoreRow, Status } from '../../../shared/domain/results.ts';
import { bare } from '../../../shared/domain/cells/text.ts';
import type { Faces } from '../../ui/faces.ts';

export interface Filter {
  /** Empty: all of them. */
  readonly statuses: ReadonlySet<Status>;
  /** Part of a KPI's name, accents and case aside. */
  readonly text: string;
  /** Channels by id, `all` for a row over all of them; empty: any. */
  readonly channels: ReadonlySet<string>;
  readonly vanityOnly: boolean;
}

export const noFilter: Filter = { statuses: new Set(), text: '', channels: new Set(), vanityOnly: false };
export const overAll = 'all';

/** Filters beside the statuses, which are counted on their own button. */
export function furtherFilters({ text, channels, vanityOnly }: Filter): number {
  return Number(text.trim() !== '') + Number(channels.size > 0) + Number(vanityOnly);
}

export function rowKey(row: Pick<ScoreRow, 'kpi' | 'channel'>): string {
  return `${row.kpi} ${row.channel ?? ''}`;
}

export function passes(row: ScoreRow, filter: Filter, faces: Faces): boolean {
  const { text, channels, vanityOnly } = filter;
  return (
    (filter.statuses.size === 0 || filter.statuses.has(row.judgement.status)) &&
    (channels.size === 0 || channels.has(row.channel ?? overAll)) &&
    (!vanityOnly || faces.kpi(row.kpi)?.vanity === true) &&
    bare(faces.name(row.kpi)).includes(bare(text.trim()))
  );
}

/** Groups with the rows that pass; a group without any goes. */
export function filtered(data: Scorecard, filter: Filter, faces: Faces): Scorecard['groups'] {
  return data.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => passes(row, filter, faces)) }))
    .filter((group) => group.rows.length > 0);
}

/** Rows in the order asked for; what has no number comes last either way, and equals keep their order. */
export function sorted(
  rows: readonly ScoreRow[],
  sort: ScorecardSort | null,
  faces: Faces,
): readonly ScoreRow[] {
  if (sort === null) return rows;
  if (sort.by === 'kpi') {
    const names = rows.toSorted((a, b) => faces.name(a.kpi).localeCompare(faces.name(b.kpi)));
    return sort.descending ? names.toReversed() : names;
  }
  const { by, descending } = sort;
  return rows.toSorted((a, b) => {
    const [left, right] = [numberOf(a, by), numberOf(b, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return descending ? right - left : left - right;
  });
}

function numberOf(row: ScoreRow, by: Exclude<ScorecardSort['by'], 'kpi'>): number | null {
  switch (by) {
    case 'change':
      return row.change.ratio ?? null;
    case 'status':
      return statuses.indexOf(row.judgement.status);
    case 'score':
      return row.judgement.score ?? null;
    case 'weight':
      return row.weight;
    case 'coverage': {
      const { coverage } = row.now;
      return coverage === undefined || coverage.expected === 0 ? null : coverage.recorded / coverage.expected;
    }
  }
}

/** The note on a row, where there is one. */
export function noteOn(
  row: Pick<ScoreRow, 'kpi' | 'channel'>,
  notes: readonly StatusNote[],
  faces: Faces,
): StatusNote | undefined {
  const id = faces.kpi(row.kpi)?.id;
  return notes.find(
    (note) => note.kpi === id && (note.channel === null ? null : String(note.channel)) === row.channel,
  );
}

/** A KPI that is off in a closed period wants a word on why. */
export function wantsNote(row: ScoreRow): boolean {
  return row.judgement.status === 'off';
}
