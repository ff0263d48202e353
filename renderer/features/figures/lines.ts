/**
 * The grid's lines: KPI and channel rows in groups by key result area. A row's identity is its KPI and channel, so
 * that selection, edits and undo survive a refresh.
 */
import type { GridCell, GridRow } from '../../../shared/contract/api/figures.ts';
import type { ChannelFace, KpiFace } from '../../../shared/contract/values.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';

export interface FigureLine {
  readonly kind: 'figures';
  readonly id: string;
  readonly kpi: KpiFace;
  readonly unit: Unit;
  /** What the unit column says. */
  readonly unitText: string;
  /** KPI and channel in the reader's words. */
  readonly name: string;
  readonly channel: string;
  /** `null`: all channels, never typed. */
  readonly channelId: number | null;
  readonly editable: boolean;
  readonly cells: readonly GridCell[];
  readonly total: GridRow['total'];
}

export interface GroupLine {
  readonly kind: 'group';
  readonly id: string;
  readonly name: string;
  readonly rows: readonly FigureLine[];
}

export type Line = FigureLine | GroupLine;

/** Where a figure stands, and its name in maps. */
export interface CellAt {
  readonly kpi: number;
  readonly channel: number;
  readonly cadence: Cadence;
  readonly start: IsoDate;
}
export function cellKey(at: CellAt): string {
  return `${at.kpi}|${at.channel}|${at.cadence}|${at.start}`;
}

export interface GridWords {
  readonly local: (text: KpiFace['name']) => string;
  readonly unitText: (unit: Unit) => string;
  readonly allChannels: string;
  /** Name of a key result area. */
  readonly area: (kra: string) => string;
  /** Place of a key result area among the others. */
  readonly rank: (kra: string) => number;
}

export interface GridData {
  readonly rows: readonly GridRow[];
  readonly kpis: readonly KpiFace[];
  readonly channels: readonly ChannelFace[];
}

export interface LineFilter {
  readonly computed: boolean;
  /** Part of a KPI's or channel's name; empty: all. */
  readonly words: string;
}

/** Groups in the order of the areas, rows in the order they came. Groups without rows are left out. */
export function groupsOf(data: GridData, words: GridWords, filter: LineFilter): GroupLine[] {
  const kpis = new Map(data.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(data.channels.map((channel) => [channel.id, channel.name]));
  const lines = data.rows.flatMap((row): FigureLine[] => {
    const kpi = kpis.get(row.kpi);
    if (!kpi || (!filter.computed && !row.editable)) return [];
    const line: FigureLine = {
      kind: 'figures',
      id: `${row.kpi}|${row.channel ?? ''}`,
      kpi,
      unit: kpi.unit,
      unitText: unitBeside(words, kpi),
      name: words.local(kpi.name),
      channel: row.channel === null ? words.allChannels : (channels.get(row.channel) ?? row.channel),
      channelId: row.channel === null ? null : Number(row.channel),
      editable: row.editable && row.channel !== null,
      cells: row.cells,
      total: row.total,
    };
    return matches(line, filter.words) ? [line] : [];
  });
  return [...Map.groupBy(lines, (line) => line.kpi.kra)]
    .toSorted(([a], [b]) => words.rank(a) - words.rank(b))
    .map(([kra, rows]): GroupLine => ({ kind: 'group', id: `kra:${kra}`, name: words.area(kra), rows }));
}

/** A unit that only repeats the KPI's name (interactions, in interactions) is left out. */
function unitBeside(words: GridWords, kpi: KpiFace): string {
  const unit = words.unitText(kpi.unit);
  return plain(unit) === plain(words.local(kpi.name)) ? '' : unit;
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function matches(line: FigureLine, words: string): boolean {
  const text = plain(`${line.name} ${line.channel}`);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
