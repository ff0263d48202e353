/** Drafted texts of small books, as body and as they read. */
import type { BaseKind } from '../../../shared/domain/base.ts';
import type { Book } from '../../../shared/domain/book.ts';
import type { Style } from '../../../shared/domain/format.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import { scoreRow } from '../../../shared/domain/scorecard.ts';
import { draftArea, draftSummary } from '../../../shared/domain/text/draft/draft.ts';
import type { DraftAction, DraftWorld } from '../../../shared/domain/text/draft/draft.ts';
import { textNames } from '../../../shared/domain/text/names.ts';
import { resolveText } from '../../../shared/domain/text/resolve.ts';
import type { TextPiece, TextWorld } from '../../../shared/domain/text/resolve.ts';
import { parseText } from '../../../shared/domain/text/tokens.ts';
import type { Period } from '../../../shared/domain/time.ts';
import { kpi, period, run, share, stock } from './support.ts';

const styles: Readonly<Record<Language, Style>> = {
  en: { language: 'en', numberFormat: '1,234.5', currency: 'EUR' },
  es: { language: 'es', numberFormat: '1.234,5', currency: 'EUR' },
};

const names = (en: string, es: string) => ({ name: { en, es } });
/** A few KPIs of every kind, with names as the catalogue has them. */
export const definitions = [
  kpi('orders', names('Orders from social', 'Pedidos desde redes')),
  kpi('reach', names('Reach', 'Alcance')),
  stock('followers', names('Followers', 'Seguidores')),
  kpi('likes', { ...names('Likes', '«Me gusta»'), vanity: true, counter: 'sentiment' }),
  kpi('sentiment', {
    ...names('Sentiment', 'Sentimiento'),
    unit: { kind: 'points' },
    min: -100,
    max: 100,
    timeAggregation: 'mean',
    channelAggregation: 'mean',
  }),
  share('rate', names('Engagement rate', 'Tasa de interacción')),
  kpi('reply', {
    ...names('First response time', 'Tiempo de primera respuesta'),
    unit: { kind: 'duration' },
    timeAggregation: 'mean',
    direction: 'down',
  }),
  kpi('posts', { ...names('Posts published', 'Publicaciones'), direction: 'range' }),
];
/** 24 months to October 2026. */
export const months = (of: string, values: readonly (number | undefined)[], channel = '1') =>
  run(of, channel, 'month', '2024-11-01', values);
/** Ups and downs without a signal. */
export const wave = (n: number, low: number, high: number): number[] =>
  Array.from({ length: n }, (_, i) => (i % 2 === 0 ? low : high));

export interface Drafting {
  readonly book: Book;
  /** A KPI, or a KPI on a channel, a row; those of the headlines first. */
  readonly rows: readonly (string | readonly [kpi: string, channel: string])[];
  readonly headlines: number;
  readonly period?: Period;
  readonly base?: BaseKind;
  readonly actions?: readonly DraftAction[];
  readonly client?: string;
  readonly channels?: readonly { readonly id: number; readonly name: string }[];
}

export interface Drafted {
  readonly body: string;
  readonly pieces: readonly TextPiece[];
  /** As it reads, paragraphs parted by an empty line. */
  readonly text: string;
}

const october = period('month', '2026-10-01');

function worldOf(of: Drafting, language: Language): DraftWorld & TextWorld {
  const channels = of.channels ?? [
    { id: 1, name: 'Instagram' },
    { id: 2, name: 'TikTok' },
  ];
  const keys = [...new Set(of.rows.map((row) => (typeof row === 'string' ? row : row[0])))];
  return {
    client: of.client ?? 'Larkbed',
    book: of.book,
    style: styles[language],
    period: of.period ?? october,
    base: of.base ?? 'lastYear',
    scopeOf: () => null,
    channels,
    names: textNames(
      keys.map((key, id) => ({ id: id + 1, key, names: [key] })),
      channels,
    ),
  };
}

function rowsOf({ rows }: Drafting, world: DraftWorld): ScoreRow[] {
  return rows.map((row) => {
    const [of, channel] = typeof row === 'string' ? [row, null] : row;
    return scoreRow(world.book, of, channel, world.period, world.base);
  });
}

function read(body: string, world: TextWorld): Drafted {
  const pieces = resolveText(parseText(body), world);
  return { body, pieces, text: pieces.map((piece) => piece.text).join('') };
}

export function summary(of: Drafting, language: Language): Drafted {
  const world = worldOf(of, language);
  const rows = rowsOf(of, world);
  const headlines = rows.slice(0, of.headlines);
  return read(draftSummary({ rows, headlines, actions: of.actions ?? [] }, world), world);
}

export function area(of: Drafting, language: Language, place = 'stage:engagement'): Drafted {
  const world = worldOf(of, language);
  return read(draftArea(rowsOf(of, world), place, world), world);
}
