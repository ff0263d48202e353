/** What an import would change in the newest closed month it touches: coverage and headline values, before and after. */
import type { ImportSession as SessionDto } from '../../../../shared/contract/imports/session.ts';
import type { ChannelSeries } from '../../../../shared/domain/book.ts';
import { measure } from '../../../../shared/domain/measure.ts';
import { isoOf, periodAt } from '../../../../shared/domain/time.ts';
import type { Day, Period } from '../../../../shared/domain/time.ts';
import type { WriteContext } from '../../context.ts';
import { bookOf, loadBook } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { fate } from './session.ts';
import type { SessionFile } from './session.ts';

const MAX_ROWS = 4;

export function importEffect(
  ctx: WriteContext,
  client: number,
  files: readonly SessionFile[],
): SessionDto['parts'][number]['effect'] {
  const before = bookOf(ctx, client);
  const period = newestClosedMonth(before, files);
  if (!period) return null;
  const after = loadBook(ctx, client, (key) => overlayOf(files, key));
  const keys = [...new Set(files.flatMap((file) => file.columns.map((staged) => staged.column.kpi)))].filter(
    (key) => before.definition(key),
  );
  const rows = keys
    .map((kpi) => ({
      kpi,
      before: measure(before, kpi, null, period).value,
      after: measure(after, kpi, null, period).value,
    }))
    .filter((row) => row.before !== row.after)
    .slice(0, MAX_ROWS);
  return {
    period: { cadence: period.cadence, start: isoOf(period.start) },
    coverage: { before: coverageText(before, keys, period), after: coverageText(after, keys, period) },
    rows,
  };
}

function newestClosedMonth(book: ClientBook, files: readonly SessionFile[]): Period | null {
  const running = periodAt('month', book.today, book.calendar).start;
  let newest = Number.NEGATIVE_INFINITY;
  for (const file of files)
    for (const { column } of file.columns)
      for (const day of column.days) if (day < running && day > newest) newest = day;
  return Number.isFinite(newest) ? periodAt('month', newest as Day, book.calendar) : null;
}

function overlayOf(files: readonly SessionFile[], kpi: string): ChannelSeries[] {
  return files.flatMap((file) =>
    file.columns
      .filter((staged) => staged.column.kpi === kpi && staged.column.dimension === undefined)
      .map((staged) => ({
        channel: String(staged.route.channel ?? `new:${staged.route.name}`),
        cadence: staged.cadence,
        figures: Array.from(staged.column.days, (day, i) => ({
          day: day as Day,
          value: staged.column.values[i] ?? null,
          i,
        }))
          .filter(({ i }) => staged.fates[i] === fate.added || staged.fates[i] === fate.changed)
          .map(({ day, value }) => ({ day, value }))
          .toSorted((a, b) => a.day - b.day),
      })),
  );
}

/** Recorded of expected sub-periods over the flows among `keys`, as "23/31"; empty where nothing is expected. */
function coverageText(book: ClientBook, keys: readonly string[], period: Period): string {
  let recorded = 0;
  let expected = 0;
  for (const key of keys) {
    const coverage = measure(book, key, null, period).coverage;
    recorded += coverage?.recorded ?? 0;
    expected += coverage?.expected ?? 0;
  }
  return expected === 0 ? '' : `${recorded}/${expected}`;
}
