/**
 * One figure of a text that no longer says what was approved: taken as it is now, or kept as it was with the date it was
 * of. The other figures of the text stay as they are, marked or not.
 */
import type { Parsed } from '../../../../shared/contract/api.ts';
import type { ReportTextDto } from '../../../../shared/contract/api/texts.ts';
import { formatDate } from '../../../../shared/domain/format.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { approvedOf } from '../../../../shared/domain/text/stale.ts';
import type { Approved } from '../../../../shared/domain/text/stale.ts';
import { typedText } from '../../../../shared/domain/text/names.ts';
import { textWords } from '../../../../shared/domain/text/words.ts';
import { dayOf, isoOf } from '../../../../shared/domain/time.ts';
import type { IsoDate } from '../../../../shared/domain/time.ts';
import { getText } from '../../../store/queries/texts.ts';
import { momentOf } from '../../context.ts';
import type { WriteContext } from '../../context.ts';
import { emptyText, textDto } from './read.ts';
import { placeOf, worldOf } from './world.ts';
import { keepText } from './write.ts';

/** A token the text does not have, or no longer has, changes nothing. */
export function settleText(ctx: WriteContext, input: Parsed<'texts.settle'>): ReportTextDto {
  const world = worldOf(ctx, input);
  const row = getText(ctx.store, { ...placeOf(world), section: input.section });
  if (row === undefined) return emptyText(input.section);
  const told = JSON.parse(row.told) as Approved[];
  const approved = told.find((one) => one.token === input.token);
  if (approved === undefined) return textDto(ctx, world, row);
  if (input.how === 'update') {
    const pieces = resolveText(parseText(typedText(row.body, world.names)), world);
    const now = approvedOf(pieces).find((one) => one.token === input.token);
    if (now === undefined) return textDto(ctx, world, row);
    const next = told.map((one) => (one.token === input.token ? { ...now, at: momentOf(ctx) } : one));
    return keepText(ctx, input, { body: row.body, told: JSON.stringify(next) });
  }
  const { language } = world.style;
  const date = formatDate(civilDate(approved.at ?? row.at), language, 'medium');
  const fixed = dated(approved.said, textWords[language].asOf(date));
  const body = parseText(row.body)
    .map((part) => (part.source === input.token ? fixed : part.source))
    .join('');
  const left = told.filter((one) => one.token !== input.token);
  return keepText(ctx, input, { body, told: JSON.stringify(left) });
}

/** A note in brackets, within those that are there. */
function dated(said: string, note: string): string {
  return said.endsWith(')') ? `${said.slice(0, -1)}; ${note})` : `${said} (${note})`;
}

/** The date of a moment on the person's own wall calendar. */
function civilDate(moment: string): IsoDate {
  const at = new Date(moment);
  return isoOf(dayOf(at.getFullYear(), at.getMonth() + 1, at.getDate()));
}
