/** Names and units of the KPIs and channels that a view sends along once, looked up by the way rows name them. */
import type { ScoreRow } from '../../shared/domain/results.ts';
import { endOf } from '../../shared/domain/time.ts';
import type { Day, Period } from '../../shared/domain/time.ts';
import type { ChannelFace, KpiFace } from '../../shared/contract/values.ts';
import type { Unit } from '../../shared/domain/kpi.ts';
import type { Format } from '../i18n/format.tsx';

export interface Faces {
  kpi(key: string): KpiFace | undefined;
  /** In the reader's language; the key itself where nothing better is known. */
  name(key: string): string;
  unit(key: string): Unit;
  /** `null`: no channel in particular. */
  channel(id: string | null): string | null;
}

const plain: Unit = { kind: 'number' };

export function makeFaces(
  view: { readonly kpis: readonly KpiFace[]; readonly channels: readonly ChannelFace[] },
  format: Pick<Format, 'local'>,
): Faces {
  const kpis = new Map(view.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(view.channels.map((channel) => [channel.id, channel.name]));
  return {
    kpi: (key) => kpis.get(key),
    name: (key) => {
      const kpi = kpis.get(key);
      return kpi === undefined ? key : format.local(kpi.name);
    },
    unit: (key) => kpis.get(key)?.unit ?? plain,
    channel: (id) => (id === null ? null : (channels.get(id) ?? id)),
  };
}

/** Signals are of whole periods: beside the change of a running one the mark would point at the wrong number. */
export function isMarked(row: ScoreRow, place: { readonly period: Period; readonly today: Day }): boolean {
  return row.now.state === 'value' && endOf(place.period) <= place.today;
}
