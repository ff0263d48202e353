/**
 * The grid's lines: KPI and channel (or KPI alone, where the columns are channels) in groups by key result area. A
 * line's identity is its KPI and channel, so that selection, edits and undo survive a refresh. Lines hold no figures:
 * there may be a hundred thousand of them, and only those on screen are asked for (`source.ts`).
 */
import type { Output } from '../../../shared/contract/api.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Cadence, IsoDate } from '../../../shared/domain/time.ts';

/** What the columns are: periods, or the channels of one period. */
export type View = 'periods' | 'channels';

export interface FigureLine {
  readonly kind: 'figures';
  readonly id: string;
  readonly kpi: KpiFace;
  readonly unit: Unit;
  /** What the unit column says. */
  readonly unitText: string;
  /** KPI and channel in the reader's words; where the columns are channels, that is empty. */
  readonly name: string;
  readonly channel: string;
  /** `null`: all channels, never typed; also where the columns are channels. */
  readonly channelId: number | null;
  readonly editable: boolean;
  /** Name and channel without accents and capitals, to be found by. */
  readonly plain: string;
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

export interface LineWords {
  readonly local: (text: KpiFace['name']) => string;
  readonly unitText: (unit: Unit) => string;
  readonly allChannels: string;
}

/** All lines in the client's order. */
export function linesOf(data: Output<'figures.lines'>, words: LineWords, view: View): FigureLine[] {
  const kpis = new Map(data.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(data.channels.map((channel) => [channel.id, channel.name]));
  return data.lines.flatMap((line): FigureLine[] => {
    const kpi = kpis.get(line.kpi);
    if (!kpi) return [];
    const name = words.local(kpi.name);
    const shared = { kind: 'figures', kpi, unit: kpi.unit, unitText: unitBeside(words, kpi), name } as const;
    const nameText = plain(name);
    if (view === 'channels')
      return [
        {
          ...shared,
          id: `${kpi.key}|*`,
          channel: '',
          channelId: null,
          editable: line.editable,
          plain: nameText,
        },
      ];
    return line.channels.map((channel) => {
      const place = channel === null ? words.allChannels : (channels.get(channel) ?? channel);
      return {
        ...shared,
        id: seriesKey(kpi.key, channel),
        channel: place,
        channelId: channel === null ? null : Number(channel),
        editable: line.editable && channel !== null,
        plain: `${nameText} ${plain(place)}`,
      };
    });
  });
}

/** The identity of a KPI on a channel; `null`: all of them. */
export function seriesKey(kpi: string, channel: string | number | null): string {
  return `${kpi}|${channel ?? ''}`;
}

export interface LineFilter {
  readonly computed: boolean;
  /** Part of a KPI's or channel's name; empty: all. */
  readonly words: string;
}

export interface Areas {
  /** Name of a key result area. */
  readonly name: (kra: string) => string;
  /** Its place among the others. */
  readonly rank: (kra: string) => number;
}

/** Groups in the order of the areas, lines in theirs. Groups without lines are left out. */
export function groupsOf(lines: readonly FigureLine[], areas: Areas, filter: LineFilter): GroupLine[] {
  const wanted = wordsOf(filter.words);
  const shown =
    filter.computed && wanted.length === 0
      ? lines
      : lines.filter((line) => (filter.computed || line.editable) && matches(line, wanted));
  return [...Map.groupBy(shown, (line) => line.kpi.kra)]
    .toSorted(([a], [b]) => areas.rank(a) - areas.rank(b))
    .map(([kra, rows]): GroupLine => ({ kind: 'group', id: `kra:${kra}`, name: areas.name(kra), rows }));
}

/** Groups and their lines one under another; those of folded groups left out. */
export function flat(groups: readonly GroupLine[], folded: ReadonlySet<string>): Line[] {
  return groups.flatMap((group): readonly Line[] =>
    folded.has(group.id) ? [group] : [group, ...group.rows],
  );
}

/** A unit that only repeats the KPI's name (interactions, in interactions) is left out. */
function unitBeside(words: LineWords, kpi: KpiFace): string {
  const unit = words.unitText(kpi.unit);
  return plain(unit) === plain(words.local(kpi.name)) ? '' : unit;
}

export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What is looked for, word by word. */
export function wordsOf(text: string): readonly string[] {
  return plain(text).split(/\s+/).filter(Boolean);
}

export function matches(line: FigureLine, words: readonly string[]): boolean {
  return words.every((word) => line.plain.includes(word));
}
