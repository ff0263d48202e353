/** What a returned workbook is held against: what it carried of itself, or, where that is lost, what the book says today. */
import type { Unit } from '../../../../shared/domain/kpi.ts';
import type { WentText } from '../../../../shared/domain/returned/lines.ts';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { writeKey } from '../workbook/keys.ts';
import { carriedValues } from './carriedKeys.ts';
import type { Carried, Printed } from './carried.ts';

export interface Baseline {
  /** It is what went out, and no stand-in. */
  readonly known: boolean;
  /** What a cell said; `undefined`: there was none of that key. */
  readonly value: (key: string) => Printed | undefined;
  readonly ownNote: (key: string) => boolean;
  /** A paragraph in its pieces; `null`: there was none. */
  readonly text: (key: string) => WentText | null;
  readonly kpiName: (key: string) => string | null;
  readonly unit: (kpi: string) => Unit | null;
  readonly channelName: (id: string) => string | null;
}

export function baselineOf(carried: Carried): Baseline {
  const values = carriedValues(carried);
  const own = new Set(carried.notes.flatMap(([key, , mine]) => (mine ? [key] : [])));
  const texts = new Map(carried.texts);
  const kpis = new Map(carried.kpis.map(([key, name, unit]) => [key, { name, unit }]));
  const channels = new Map(carried.channels.map(([id, name]) => [id, name]));
  return {
    known: true,
    value: (key) => values.get(key),
    ownNote: (key) => own.has(key),
    text: (key) => texts.get(key) ?? null,
    kpiName: (key) => kpis.get(key)?.name ?? null,
    unit: (key) => kpis.get(key)?.unit ?? null,
    channelName: (id) => channels.get(id) ?? null,
  };
}

/** Stands for what went out: today's notes and texts. Figures are asked of the book itself. */
export function baselineOfToday(model: ReportModel | null): Baseline {
  const rows = model?.groups.flatMap((group) => group.rows) ?? [];
  const notes = new Map(
    rows.map((row) => [writeKey({ kind: 'note', kpi: row.kpi, channel: row.channel }), row] as const),
  );
  const texts = new Map(
    (model?.commentary ?? []).flatMap(({ section, paragraphs }) =>
      paragraphs.map((pieces, paragraph): [string, WentText] => [
        writeKey({ kind: 'text', section, paragraph }),
        pieces.map(({ text, token }) => [text, token]),
      ]),
    ),
  );
  const kpis = new Map(model?.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(model?.channels.map((channel) => [channel.id, channel.name]));
  return {
    known: false,
    value: (key) =>
      notes.get(key)?.note ??
      texts
        .get(key)
        ?.map(([text]) => text)
        .join(''),
    ownNote: (key) => notes.get(key)?.why !== undefined,
    text: (key) => texts.get(key) ?? null,
    kpiName: (key) => kpis.get(key)?.name ?? null,
    unit: (key) => kpis.get(key)?.unit ?? null,
    channelName: (id) => channels.get(id) ?? null,
  };
}
