/** What the importer is told where a client has the whole catalogue, as in the product. */
import { loadCatalogue } from '../../electron/backend/catalogue.ts';
import type { ExtractedTable, Inspection } from '../../electron/backend/exchange/model.ts';
import { readBytes } from '../../electron/backend/exchange/readers/readFile.ts';
import { inspectFile } from '../../electron/backend/exchange/recognition/inspect.ts';
import type { InspectContext } from '../../electron/backend/exchange/recognition/inspect.ts';
import { aliasMap } from '../../electron/backend/services/imports/facts.ts';
import { dayOf, isoOf } from '../../shared/domain/time.ts';
import type { Day } from '../../shared/domain/time.ts';

const catalogue = loadCatalogue('resources');

export const ownContext: InspectContext = {
  today: dayOf(2026, 11, 21),
  catalogueAliases: aliasMap(catalogue),
  units: new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi.unit.kind])),
  kpiNames: new Map(catalogue.kpis.map((kpi) => [kpi.key, kpi.name.en])),
};

export function inspectOwn(
  name: string,
  content: Uint8Array | string,
  more: Partial<InspectContext> = {},
): Inspection {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return inspectFile(readBytes(name, bytes), { ...ownContext, ...more });
}

/** `kpi/network@account/cadence/start#member` -> value, rounded beyond what a test cares for. */
export function figuresOf(tables: readonly ExtractedTable[]): Record<string, number> {
  const out: Record<string, number> = {};
  for (const table of tables)
    for (const column of table.figures)
      for (const [i, day] of column.days.entries()) {
        const account = column.account === undefined ? '' : `@${column.account}`;
        const member = column.members?.[i] === undefined ? '' : `#${column.members[i]}`;
        const key = `${column.kpi}/${column.network}${account}/${column.cadence}/${isoOf(day as Day)}${member}`;
        // A figure that comes twice would be counted twice: never overwrite in silence.
        out[key in out ? `${key} again` : key] = Math.round((column.values[i] ?? Number.NaN) * 1e9) / 1e9;
      }
  return out;
}
