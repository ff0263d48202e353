/** What a closed period still needs: read for the toolbar, the grid's marks and the panel alike, so that all say the same. */
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/api.ts';
import type { MissingItem } from '../../../shared/contract/api/figures.ts';
import type { ChannelFace, KpiFace } from '../../../shared/contract/values.ts';
import { useCall } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { seriesKey } from './lines.ts';
import type { FigureLine, View } from './lines.ts';

export type Owed = Output<'figures.owed'>;

/** The last month that is over. */
export function useOwed(): Owed | undefined {
  const client = useClient();
  return useCall('figures.owed', { client: client.id }).data;
}

/** Lines of the grid that are off, by their id; over all channels where the KPI is judged over all. */
export function useOff(
  owed: Owed | undefined,
  lines: readonly FigureLine[],
  view: View,
): ReadonlyMap<string, 'open' | 'written'> {
  return useMemo(() => {
    const found = new Map<string, 'open' | 'written'>();
    if (!owed || owed.notes.length === 0) return found;
    const here = new Set(lines.map((line) => line.id));
    for (const note of owed.notes) {
      const wished = view === 'channels' ? `${note.kpi}|*` : seriesKey(note.kpi, note.channel);
      // Judged over all channels where only one records it: its own line stands for it.
      const id = here.has(wished) ? wished : lines.find((line) => line.kpi.key === note.kpi)?.id;
      if (id !== undefined && found.get(id) !== 'open')
        found.set(id, note.text === null ? 'open' : 'written');
    }
    return found;
  }, [owed, lines, view]);
}

/** One missing figure, and where it is found. */
export interface MissingSpot {
  readonly item: MissingItem;
  readonly start: string;
}

/** All missing figures, those at the shown cadence first, in the order of the list. */
export function spotsOf(owed: Owed | undefined, cadence: string): readonly MissingSpot[] {
  const items = owed?.missing ?? [];
  const ordered = [
    ...items.filter((item) => item.cadence === cadence),
    ...items.filter((item) => item.cadence !== cadence),
  ];
  return ordered.flatMap((item) => item.starts.map((start) => ({ item, start })));
}

export interface Faces {
  readonly kpi: (key: string) => KpiFace | undefined;
  readonly channel: (id: string | null) => ChannelFace | undefined;
}

export function facesOf(owed: Pick<Owed, 'kpis' | 'channels'>): Faces {
  const kpis = new Map(owed.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(owed.channels.map((channel) => [channel.id, channel]));
  return { kpi: (key) => kpis.get(key), channel: (id) => (id === null ? undefined : channels.get(id)) };
}
