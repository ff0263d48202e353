/** Texts of a report as they read now, with what each number rests on and what has changed since they were approved. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import type { ReportTextDto, TextPieceDto, TextTold } from '../../../../shared/contract/api/texts.ts';
import { dependenciesOf } from '../../../../shared/domain/dependencies.ts';
import { daysOfSpan } from '../../../../shared/domain/period.ts';
import type { ReportText } from '../../../../shared/domain/report.ts';
import { problemsOf, typedText } from '../../../../shared/domain/text/names.ts';
import { printedText } from '../../../../shared/domain/text/printed.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import type { TextPiece, Told } from '../../../../shared/domain/text/resolve.ts';
import { changedCount, stalenessOf } from '../../../../shared/domain/text/stale.ts';
import type { Approved } from '../../../../shared/domain/text/stale.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import { batchesBehind } from '../../../store/queries/figures.ts';
import { getText, listTexts } from '../../../store/queries/texts.ts';
import type { TextRow } from '../../../store/queries/texts.ts';
import type { ReadContext } from '../../context.ts';
import { periodDto } from '../periods.ts';
import { placeOf, worldOf } from './world.ts';
import type { ReportOf, ReportWorld } from './world.ts';

/** A kept text, read anew: ids as names, tokens as what they say now. */
function reread(world: ReportWorld, row: Pick<TextRow, 'body' | 'told'>) {
  const body = typedText(row.body, world.names);
  const parts = parseText(body);
  const pieces = resolveText(parts, world);
  const stale = stalenessOf(JSON.parse(row.told) as Approved[], pieces);
  return { body, parts, pieces, stale };
}

export function textDto(ctx: ReadContext, world: ReportWorld, row: TextRow): ReportTextDto {
  const { body, parts, pieces, stale } = reread(world, row);
  return {
    section: row.section,
    body,
    pieces: piecesDto(ctx, world, pieces),
    problems: problemsOf(parts, world.names),
    stale: [...stale],
    changed: changedCount(stale),
    at: row.at,
  };
}

export function emptyText(section: string): ReportTextDto {
  return { section, body: '', pieces: [], problems: [], stale: [], changed: 0, at: null };
}

export function textOf(ctx: ReadContext, input: Parsed<'texts.get'>): ReportTextDto {
  const world = worldOf(ctx, input);
  const row = getText(ctx.store, { ...placeOf(world), section: input.section });
  return row === undefined ? emptyText(input.section) : textDto(ctx, world, row);
}

export function textsOf(ctx: ReadContext, input: ReportOf): ReportTextDto[] {
  const world = worldOf(ctx, input);
  return listTexts(ctx.store, placeOf(world)).map((row) => textDto(ctx, world, row));
}

export function previewText(ctx: ReadContext, input: Parsed<'texts.preview'>): Output<'texts.preview'> {
  const world = worldOf(ctx, input);
  const parts = parseText(input.body);
  return {
    pieces: piecesDto(ctx, world, resolveText(parts, world)),
    problems: problemsOf(parts, world.names),
  };
}

/** A section that can have a text; `kra` where it is a key result area. */
export type TextPlaceNamed = Pick<ReportText, 'section' | 'kra' | 'name'>;

/** The texts of a report as they are printed, in the order of their sections. */
export function commentaryOf(
  ctx: ReadContext,
  report: ReportOf,
  sections: readonly TextPlaceNamed[],
): ReportText[] {
  const world = worldOf(ctx, report);
  const rows = new Map(listTexts(ctx.store, placeOf(world)).map((row) => [row.section, row]));
  return sections.flatMap(({ section, kra, name }): ReportText[] => {
    const row = rows.get(section);
    if (row === undefined) return [];
    const { pieces, stale } = reread(world, row);
    const paragraphs = printedText(pieces, stale, report.language);
    return [{ section, kra, name, paragraphs, changed: changedCount(stale) }];
  });
}

/** Pieces with what stands behind each of their numbers. */
export function piecesDto(
  ctx: ReadContext,
  world: ReportWorld,
  pieces: readonly TextPiece[],
): TextPieceDto[] {
  return pieces.map((piece) =>
    piece.kind === 'token' ? { ...piece, told: toldDto(ctx, world, piece.told) } : piece,
  );
}

function toldDto(ctx: ReadContext, world: ReportWorld, told: Told): TextTold {
  const nameOf = (id: string): string => world.names.channelById.get(Number(id))?.name ?? id;
  const { now, base } = told;
  return {
    ...told,
    name: world.book.definition(told.kpi)?.name ?? { en: told.kpi, es: told.kpi },
    channelName: told.channel === null ? null : nameOf(told.channel),
    period: periodDto(told.period),
    now: { ...now, reasons: [...now.reasons] },
    base: { ...base, reasons: [...base.reasons] },
    left: told.left.map(nameOf),
    sources: sourcesOf(ctx, world, told),
  };
}

/** Imports and edits behind a number: of its figures, and of its base's where it speaks of the base too. */
function sourcesOf(ctx: ReadContext, world: ReportWorld, told: Told): TextTold['sources'] {
  const { book } = world;
  const definition = book.definition(told.kpi);
  if (definition === undefined || told.what === 'goal') return [];
  // A counter judges, it is no part of the number.
  const { counter: _counter, ...alone } = definition;
  const kpis = dependenciesOf(alone, (key) => book.definition(key)).flatMap((key) => book.kpiOf(key) ?? []);
  const spans = [
    ...(told.what === 'base' ? [] : [told.span]),
    ...((told.what === 'base' || told.what === 'change') && told.baseSpan !== null ? [told.baseSpan] : []),
  ];
  const channel = told.channel === null ? null : Number(told.channel);
  const found = new Map<number, TextTold['sources'][number]>();
  for (const kpi of kpis) {
    for (const span of spans) {
      const { from, to } = daysOfSpan(span);
      for (const row of batchesBehind(
        ctx.store,
        book.client.id,
        kpi.row.id,
        channel,
        from,
        addDays(to, -1),
      )) {
        const known = found.get(row.batch);
        found.set(row.batch, {
          batch: row.batch,
          label: row.label,
          kind: row.kind as TextTold['sources'][number]['kind'],
          at: row.at,
          figures: (known?.figures ?? 0) + row.figures,
        });
      }
    }
  }
  return [...found.values()].toSorted((a, b) => b.batch - a.batch);
}
