/** What the guesses of a table share: the parts of a guess, and columns with the reasons for what they are. */
import type { ImportProblem, ColumnReason } from '../../model.ts';
import type { Period } from '../../../../../shared/domain/time.ts';
import type { Block } from '../tables/blocks.ts';
import type { InspectContext } from '../context.ts';
import { splitCurrency } from '../fold.ts';
import type { Head } from './heads.ts';
import { words } from './looks.ts';
import type { Look } from './looks.ts';
import { slug, unitFor } from '../mapping.ts';
import type { MappedColumn, Mapping } from '../mapping.ts';
import { networkIn } from '../networks.ts';

export interface Guess {
  readonly mapping: Mapping;
  readonly shape: 'series' | 'wide' | 'long';
  /** Columns of figures that no word explains, by the name they are asked for with. */
  readonly unknown: readonly { readonly index: number; readonly name: string }[];
  /** Nothing in it is known: a person says what it is, or leaves it out. */
  readonly open?: true;
  readonly problem?: ImportProblem;
}

/** A table and what was found out about it before the guess. */
export interface Scene {
  readonly block: Block;
  readonly looks: readonly Look[];
  readonly heads: readonly Head[];
  readonly personal: ReadonlySet<number>;
  readonly context: InspectContext;
  /** Year of dates that carry none, by title, sheet or file. */
  readonly year: number | undefined;
  /** The period that title, sheet or file state; asked for only where the table has no dates. */
  readonly period: () => Period | undefined;
}

const channelWords = words(
  'channel network platform canal red plataforma rede social_network red_social social_media redes_sociales medio source_platform',
);

/** A column that names networks: by its name, or by what stands in it. */
export function namesChannels(one: Look): boolean {
  if (one.numeric >= 0.5) return false;
  if (channelWords.has(one.folded)) return true;
  const known = one.texts.filter((text) => !text.includes('://') && networkIn(text) !== undefined).length;
  return known > 0 && known >= one.texts.length * 0.6 && one.length <= 40;
}

export function plain(
  one: Look,
  role: MappedColumn['role'],
  reason: ColumnReason,
  more: Partial<MappedColumn> = {},
): MappedColumn {
  return { index: one.index, header: one.header, role, reasons: [reason], ...more };
}

export function dimensionOf(one: Look): MappedColumn {
  return plain(one, 'dimension', { code: 'words' }, { dimension: slug(one.header) });
}

/** A column of one KPI, with its unit, currency and network by its name. */
export function metricColumn(
  one: Look,
  kpi: string,
  head: Head | undefined,
  context: InspectContext,
  reason: ColumnReason,
): MappedColumn {
  const { index, header } = one;
  const { currency } = splitCurrency(header);
  const wanted = unitFor(kpi, header, context.units);
  const unit = header.includes('%') && wanted === 'count' ? 'percent' : wanted;
  return {
    index,
    header,
    role: 'metric',
    kpi,
    unit,
    reasons: [reason, { code: 'numbers', params: { share: one.numeric } }],
    ...(currency === undefined ? {} : { currency }),
    ...placeOf(head),
  };
}

export function placeOf(head: Head | undefined): Pick<MappedColumn, 'network' | 'account'> {
  if (head?.network === undefined) return {};
  return head.account === undefined
    ? { network: head.network }
    : { network: head.network, account: head.account };
}

/** How the name of an unnamed column is called in questions: its letter. */
export function columnName(header: string, index: number): string {
  if (header !== '') return header;
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26))
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  return name;
}

export function mappingBase(columns: readonly MappedColumn[], report: string, scene: Scene): Mapping {
  return {
    platform: 'generic',
    report,
    kind: 'series',
    language: null,
    recognised: false,
    columns,
    network: 'other',
    ...(scene.year === undefined ? {} : { year: scene.year }),
  };
}
