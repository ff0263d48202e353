/** What to write in the mail a report goes out with. */
import type { Output, Parsed } from '../../../../shared/contract/api.ts';
import { coverMessage } from '../../../../shared/domain/message/message.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import { todayOf } from '../../context.ts';
import type { ReadContext } from '../../context.ts';
import { reportModel } from '../reports/model.ts';

export function deliveryMessage(
  ctx: ReadContext,
  { formats, ...report }: Parsed<'deliveries.message'>,
): Output<'deliveries.message'> {
  return coverMessage(reportModel(ctx, report), formats, isoOf(todayOf(ctx)));
}
