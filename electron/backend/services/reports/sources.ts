/**
 * Where the figures of a report's KPIs come from, as a client reads it: the platforms of the imports, the person's own
 * sheets by their file, or that they were typed.
 *
 * Bound: what a report holds already; each batch is looked up once, each KPI names a few.
 */
import type { KpiDefinition, Language, LogSource } from '../../../../shared/domain/kpi.ts';
import { isPlatformOf, platformName } from '../../../../shared/domain/platforms.ts';
import type { ReportFigure } from '../../../../shared/domain/report.ts';
import { filesOf, getBatch } from '../../../store/queries/batches.ts';
import type { BatchFileRow, BatchRow } from '../../../store/queries/batches.ts';
import type { ReadContext } from '../../context.ts';
import type { ClientBook } from '../book.ts';

interface Words {
  readonly typed: string;
  readonly demo: string;
  readonly more: string;
  readonly logs: Readonly<Record<LogSource['log'], string>>;
}
const words: Readonly<Record<Language, Words>> = {
  en: {
    typed: 'Typed by hand',
    demo: 'Demo figures',
    more: 'and others',
    logs: { cases: 'Case log', content: 'Published content' },
  },
  es: {
    typed: 'Escrito a mano',
    demo: 'Cifras de ejemplo',
    more: 'y otras',
    logs: { cases: 'Registro de casos', content: 'Contenido publicado' },
  },
};
const MOST = 4;

interface Known {
  readonly batch: BatchRow | undefined;
  readonly files: readonly BatchFileRow[];
}

/** Names of what stands behind figures of each KPI, most figures first. */
export function sourcesByKpi(
  ctx: ReadContext,
  book: ClientBook,
  figures: readonly ReportFigure[],
  language: Language,
): (definitions: readonly KpiDefinition[]) => string[] {
  const networks = new Map(book.channelRows.map((channel) => [String(channel.id), channel.network]));
  const batches = new Map<number, Known>();
  const knownOf = (id: number): Known => {
    let known = batches.get(id);
    if (known === undefined)
      batches.set(id, (known = { batch: getBatch(ctx.store, id), files: filesOf(ctx.store, id) }));
    return known;
  };
  // By KPI, batch and channel first: names are worked out once each, not once a figure.
  const counts = new Map<string, Map<string, { batch: number; channel: string; n: number }>>();
  for (const { kpi, batch, channel } of figures) {
    let own = counts.get(kpi);
    if (own === undefined) counts.set(kpi, (own = new Map()));
    const key = `${batch} ${channel}`;
    const one = own.get(key);
    if (one === undefined) own.set(key, { batch, channel, n: 1 });
    else one.n += 1;
  }
  return (definitions) => {
    const named = new Map<string, number>();
    for (const { key, source } of definitions) {
      if (source !== undefined && !counts.has(key)) named.set(words[language].logs[source.log], 0);
      for (const { batch, channel, n } of counts.get(key)?.values() ?? []) {
        for (const name of namesOf(knownOf(batch), networks.get(channel) ?? '', language))
          named.set(name, (named.get(name) ?? 0) + n);
      }
    }
    const names = [...named]
      .toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
      .map(([name]) => name);
    return names.length > MOST ? [...names.slice(0, MOST), words[language].more] : names;
  };
}

function namesOf({ batch, files }: Known, network: string, language: Language): string[] {
  if (batch === undefined) return [];
  if (batch.kind === 'edit') return [words[language].typed];
  if (batch.kind === 'demo') return [words[language].demo];
  const own = files.filter((file) => file.status !== 'refused');
  // Several files of one import: those of the channel's own network, where that is told.
  const fitting = own.filter((file) => isPlatformOf(file.platform, network));
  const names = (fitting.length > 0 ? fitting : own).map((file) => platformName(file.platform) || file.name);
  return names.length > 0 ? [...new Set(names)] : [batch.label];
}
