/** The due list as it is shown: by the place where one signs in, what is due before what is not. Pure. */
import type { Output } from '../../../shared/contract/api.ts';
import type { DueItem, ExportGuideDto, StoppedExport } from '../../../shared/contract/api/due.ts';
import type { IsoDate } from '../../../shared/domain/time.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { Format } from '../../i18n/format.tsx';

export type DueAnswer = Output<'due.list'>;

export interface DuePlace {
  /** A proper name; `own` and `typed` for what no platform exports. */
  readonly place: string;
  readonly guides: readonly ExportGuideDto[];
  readonly items: readonly DueItem[];
}

const last = ['own', 'typed'];

/** Places with what is due there, the one that waits longest first; sheets and typing after the platforms. */
export function placesOf(items: readonly DueItem[], guides: readonly ExportGuideDto[]): DuePlace[] {
  const guide = new Map(guides.map((one) => [one.id, one]));
  const groups = Map.groupBy(items, (item) => guide.get(item.export)?.place ?? item.export);
  return [...groups]
    .map(([place, own]): DuePlace => {
      const ids = new Set(own.map((item) => item.export));
      return { place, guides: guides.filter((one) => ids.has(one.id)), items: own };
    })
    .toSorted((a, b) => last.indexOf(a.place) - last.indexOf(b.place));
}

export function isDue(item: DueItem, today: IsoDate): boolean {
  return item.since <= today;
}

/** What an export is called on its place. */
export function exportName(
  item: Pick<DueItem, 'export'> & Partial<Pick<DueItem, 'file' | 'kpis'>>,
  guides: readonly ExportGuideDto[],
  t: Catalogue,
  format: Format,
): string {
  if (item.export === 'typed') {
    const [first, ...others] = item.kpis ?? [];
    return first === undefined ? t.due.typed : t.due.kpis(format.local(first.name), others.length);
  }
  const guide = guides.find((one) => one.id === item.export);
  return guide ? format.local(guide.name) : (item.file ?? t.due.own);
}

export function placeName(place: string, t: Catalogue): string {
  if (place === 'own') return t.due.own;
  return place === 'typed' ? t.due.typed : place;
}

/** Place and export, for a sentence. */
export function wholeName(
  item: StoppedExport | DueItem,
  guides: readonly ExportGuideDto[],
  t: Catalogue,
  format: Format,
): string {
  const place = guides.find((one) => one.id === item.export)?.place;
  const name = exportName(item, guides, t, format);
  const parts = [item.channelName, place, name].filter((part) => part !== null && part !== undefined);
  return [...new Set(parts)].join(', ');
}
