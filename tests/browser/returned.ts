/** Workbooks that came back, as a test says them: of Northline Labs, October 2026. */
import type { Returned, ReturnedCell } from '../../shared/contract/api/returns.ts';

/** A changed figure that is taken, but for what a test says otherwise. */
export function aCell(id: string, more: Partial<ReturnedCell> = {}): ReturnedCell {
  return {
    id,
    kind: 'figure',
    sheet: 'Figures',
    cell: `E${id.replaceAll(/\D/g, '') || '2'}`,
    kpi: 'interactions',
    kpiName: 'Interactions',
    channel: '1',
    channelName: 'Forum',
    unit: { kind: 'count' },
    period: { cadence: 'week', start: '2026-10-05' },
    section: null,
    was: 98,
    came: 104,
    here: 98,
    reason: null,
    takeable: true,
    taken: true,
    ...more,
  };
}

export const aNote = (id: string, more: Partial<ReturnedCell> = {}): ReturnedCell =>
  aCell(id, {
    kind: 'note',
    sheet: 'Scorecard',
    period: null,
    unit: null,
    was: 'Two came from one thread.',
    came: 'Three came from one thread.',
    here: 'Two came from one thread.',
    ...more,
  });

export const aText = (id: string, more: Partial<ReturnedCell> = {}): ReturnedCell =>
  aCell(id, {
    kind: 'text',
    sheet: 'Summary',
    kpi: null,
    kpiName: '',
    channel: null,
    channelName: null,
    period: null,
    unit: null,
    section: 'summary',
    was: 'Interactions rose by 12 in October.',
    came: 'Interactions rose by 14 in October, thanks to the meet-up.',
    here: 'Interactions rose by 12 in October.',
    ...more,
  });

export function aReturn(cells: readonly ReturnedCell[], more: Partial<Returned> = {}): Returned {
  return {
    session: 'r1',
    fileName: 'Northline-Labs-2026-10.xlsx',
    workbook: {
      client: 'Northline Labs',
      language: 'en',
      period: { cadence: 'month', start: '2026-10-01' },
      periodLabel: 'October 2026',
      madeAt: '2026-11-03T10:00:00.000Z',
    },
    client: 1,
    own: true,
    cells: [...cells],
    same: 1204,
    overwritten: [],
    overwrittenTotal: 0,
    problems: [],
    before: null,
    ...more,
  };
}
