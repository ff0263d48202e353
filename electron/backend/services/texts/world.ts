/** What a text of a report is read in: the client's book and names, the report's period and base, the text's language. */
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { textNames } from '../../../../shared/domain/text/names.ts';
import type { TextWorld } from '../../../../shared/domain/text/resolve.ts';
import type { PeriodDto } from '../../../../shared/contract/values.ts';
import type { TextPlace } from '../../../store/queries/texts.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import { bookOf } from '../book.ts';
import type { ClientBook } from '../book.ts';
import { styleOf } from '../clients.ts';
import { periodOf } from '../periods.ts';
import { scopesOf } from '../scopes.ts';

export interface ReportOf {
  readonly client: number;
  readonly period: PeriodDto;
  readonly base: BaseKind;
  readonly language: Language;
}

export interface ReportWorld extends TextWorld {
  readonly book: ClientBook;
}

export function worldOf(ctx: ReadContext, report: ReportOf): ReportWorld {
  const book = bookOf(ctx, report.client);
  return {
    book,
    names: textNames(
      book.kpis.map(({ row, definition }) => ({
        id: row.id,
        key: definition.key,
        names: Object.values(definition.name),
      })),
      book.channelRows,
    ),
    style: styleOf(book.client, report.language),
    period: periodOf(report.period, book.calendar),
    base: report.base,
    scopeOf: (kpi) => {
      const scopes = scopesOf(book, kpi);
      return scopes.length === 1 ? (scopes[0] ?? null) : null;
    },
  };
}

/** Where the texts of a report are kept. */
export function placeOf(world: ReportWorld): TextPlace {
  return {
    client: world.book.client.id,
    cadence: cadenceCode(world.period.cadence),
    first: world.period.start,
    base: world.base,
    language: world.style.language,
  };
}
