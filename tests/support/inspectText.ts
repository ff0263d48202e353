/** Texts as the files that would hold them, inspected: what recognition tests start from. */
import { strToU8, zipSync } from 'fflate';
import type { Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { fold } from '../../electron/backend/exchange/recognition/fold.ts';
import {
  inspectAll,
  inspectFile,
  inspectTogether,
} from '../../electron/backend/exchange/recognition/inspect.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { totalsOfAll } from '../../electron/backend/exchange/recognition/rows/totals.ts';
import { dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

/** A small catalogue: word -> KPI. */
const words: readonly (readonly [string, string])[] = [
  ['Reach', 'reach'],
  ['Alcance', 'reach'],
  ['Followers', 'followers'],
  ['Seguidores', 'followers'],
  ['New followers', 'new_followers'],
  ['Interacciones', 'interactions'],
  ['Likes', 'likes'],
  ['Me gusta', 'likes'],
  ['Engagement rate', 'engagement_rate'],
  ['Ingresos', 'revenue'],
  ['Impressions', 'impressions'],
];

export const today = dayOf(2026, 11, 21);

export function contextWith(more: Partial<InspectContext> = {}): InspectContext {
  return { today, catalogueAliases: new Map(words.map(([word, key]) => [fold(word), key])), ...more };
}

export function inspectText(
  name: string,
  text: string,
  more: Partial<InspectContext> = {},
  modified?: string,
): Inspection {
  const read = readBytes(name, strToU8(text), modified === undefined ? {} : { modified });
  return inspectFile(read, contextWith(more));
}

export function inspectZip(
  name: string,
  files: Readonly<Record<string, string>>,
  written = new Date(2026, 10, 1, 12),
  more: Partial<InspectContext> = {},
): Inspection[] {
  const entries = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, [strToU8(text), { mtime: written }] as const]),
  );
  return inspectAll(readBytes(name, zipSync(entries as never)), contextWith(more));
}

export function inspectDrop(
  files: Readonly<Record<string, string>>,
  more: Partial<InspectContext> = {},
): Inspection[] {
  return inspectTogether(
    Object.entries(files).map(([name, text]) => readBytes(name, strToU8(text))),
    contextWith(more),
  );
}

/** Sums by KPI, rounded beyond what a test cares for. */
export function sums(inspection: Inspection): Record<string, number> {
  return Object.fromEntries(
    Object.entries(totalsOfAll(inspection.tables)).map(([kpi, sum]) => [kpi, Math.round(sum * 1e6) / 1e6]),
  );
}

/** `kpi/network/dimension` with its days, values and members, for reading in an assertion. */
export function shown(
  inspection: Inspection,
): Record<string, readonly (readonly [string, number, string?])[]> {
  return Object.fromEntries(
    inspection.tables.flatMap((table) =>
      table.figures.map((column) => [
        [column.kpi, column.network, column.account, column.dimension]
          .filter((part) => part !== undefined)
          .join('/'),
        [...column.days].map((day, i) => {
          const value = column.values[i] ?? Number.NaN;
          const member = column.members?.[i];
          return member === undefined
            ? ([isoOf(day as Day), value] as const)
            : ([isoOf(day as Day), value, member] as const);
        }),
      ]),
    ),
  );
}
