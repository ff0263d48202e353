/**
 * What the files of one drop tell each other: the network of a bare title, the range of a table without dates, the day
 * of the export.
 */
import type { ImportNoteCode } from '../../../../../shared/contract/imports/codes.ts';
import type { Day } from '../../../../../shared/domain/time.ts';
import type { Inspection } from '../../model.ts';
import type { SharedFacts, Span } from '../context.ts';
import type { Planned } from '../planTables.ts';
import { rangeKey } from './whichNetwork.ts';

/** A file by itself, with what it knows. */
export interface Inspected {
  readonly inspection: Inspection;
  readonly planned: readonly Planned[];
  readonly platform: string | null;
  readonly networks: readonly string[];
  readonly span?: Span;
  readonly exportDay?: Day;
  /** True when a sibling's facts could change the result. */
  readonly lacks: boolean;
}

/** Notes on what a file alone makes likely and the files beside it may prove. */
export const likelyOnly: ReadonlySet<ImportNoteCode> = new Set([
  'snapshot-of-export',
  'snapshot-of-range',
  'network-of-words',
  'network-of-client',
  'year-of-file',
]);

export function mergeFacts(files: readonly Inspected[]): SharedFacts {
  const networks = new Map<string, Set<string>>();
  const networksByRange = new Map<string, Set<string>>();
  const spans = new Map<string, Span>();
  const exportDays = new Map<string, Day>();
  for (const one of files) {
    if (one.platform === null) continue;
    const known = networks.get(one.platform) ?? new Set<string>();
    networks.set(one.platform, known);
    for (const network of one.networks) known.add(network);
    for (const range of new Set(one.networks.length === 1 ? one.planned.map(rangeKey) : [])) {
      if (range === undefined) continue;
      const key = `${one.platform}|${range}`;
      networksByRange.set(key, new Set([...(networksByRange.get(key) ?? []), ...one.networks]));
    }
    if (one.span) spans.set(one.platform, one.span);
    if (one.exportDay !== undefined) exportDays.set(one.platform, one.exportDay);
  }
  return { networks, networksByRange, spans, exportDays };
}
