/** Figures that should be there in a period and are not: for the due list, the badge beside "Figures" and coverage warnings. */
import { measure } from '../../../shared/domain/measure.ts';
import { isRunning } from '../../../shared/domain/period.ts';
import { endOf } from '../../../shared/domain/time.ts';
import type { Period } from '../../../shared/domain/time.ts';
import type { ClientBook } from './book.ts';
import { channelsOf, firstFigure } from './scopes.ts';

export interface MissingFigures {
  readonly kpi: string;
  readonly channel: string;
  readonly recorded: number;
  readonly expected: number;
}

/** KPI and channel pairs with fewer sub-periods recorded than expected in a closed period; computed KPIs are never missing themselves. */
export function missingFigures(book: ClientBook, period: Period): MissingFigures[] {
  if (isRunning(period, book.today)) return [];
  return book.kpis
    .filter((kpi) => kpi.definition.timeAggregation !== 'formula')
    .flatMap((kpi) =>
      channelsOf(book, kpi.row.key).flatMap((channel): MissingFigures[] => {
        const first = firstFigure(book, kpi.row.key, channel);
        const ends = book.channels.find((one) => one.id === channel)?.activeTo;
        if (first >= endOf(period) || (ends !== null && ends !== undefined && ends < period.start)) return [];
        const now = measure(book, kpi.row.key, channel, period);
        if (now.state === 'notApplicable') return [];
        const recorded = now.coverage?.recorded ?? (now.state === 'value' ? 1 : 0);
        const expected = now.coverage?.expected ?? 1;
        return recorded < expected ? [{ kpi: kpi.row.key, channel, recorded, expected }] : [];
      }),
    );
}
