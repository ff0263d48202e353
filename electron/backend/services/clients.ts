/** Clients as they are: looked up, listed, told to the window. */
import type { Parsed } from '../../../shared/contract/api.ts';
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { NumberFormat, Style } from '../../../shared/domain/format.ts';
import { periodAt, shiftPeriod } from '../../../shared/domain/time.ts';
import type { Calendar, Day, Period } from '../../../shared/domain/time.ts';
import { getClient, hasWeeklyFigures, listClients } from '../../store/queries/clients.ts';
import type { ClientRow } from '../../store/queries/clients.ts';
import { cadenceOf } from '../../store/rows.ts';
import type { ReadContext } from '../context.ts';
import { found } from '../errors.ts';
import { encodeLogo } from './logo.ts';

export function requireClient(ctx: ReadContext, id: number): ClientRow {
  return found(getClient(ctx.store, id), 'client-not-found', `there is no client ${id}`);
}

export function calendarOf(client: ClientRow): Calendar {
  return { weekStart: client.week_start, fiscalYearStart: client.fiscal_year_start };
}

/** How the client's numbers are written, in a language. */
export function styleOf(client: ClientRow, language: 'en' | 'es'): Style {
  return { language, numberFormat: client.number_format as NumberFormat, currency: client.currency };
}

/** Two letters that stand for a name: "Almazara Olivo Alto" is AO, "Larkbed" is LA. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word));
  const letters =
    words.length >= 2
      ? `${words[0]?.[0] ?? ''}${words[1]?.[0] ?? ''}`
      : name.replaceAll(/[^\p{L}\p{N}]/gu, '').slice(0, 2);
  return letters.toLocaleUpperCase() || '·';
}

export function clientDto(ctx: ReadContext, row: ClientRow): Client {
  return {
    id: row.id,
    name: row.name,
    trade: row.trade,
    color: row.color,
    language: row.language,
    numberFormat: row.number_format as NumberFormat,
    currency: row.currency,
    weekStart: row.week_start,
    fiscalYearStart: row.fiscal_year_start,
    reportCadence: row.report_cadence === null ? null : scheduleOf(row.report_cadence),
    reportAfter: row.report_after,
    initials: initialsOf(row.name),
    logo: encodeLogo(row.logo, row.logo_type),
    archivedAt: row.archived_at,
    weekStartFrozen: hasWeeklyFigures(ctx.store, row.id),
  };
}

/** Reports are due by the week, month, quarter or year: the schema lets no other code in. */
function scheduleOf(code: number): NonNullable<Client['reportCadence']> {
  const cadence = cadenceOf(code);
  return cadence === 'day' ? 'week' : cadence;
}

export function clientsList(ctx: ReadContext, input: Parsed<'clients.list'>): Client[] {
  return listClients(ctx.store, input.archived ?? false).map((row) => clientDto(ctx, row));
}

/** The newest whole month: what every screen opens with. */
export function lastWholeMonth(today: Day, calendar: Calendar): Period {
  return shiftPeriod(periodAt('month', today, calendar), -1);
}
