/** Texts of a report's period that no longer say what was approved: counted, without telling what each number rests on. */
import { typedText } from '../../../../shared/domain/text/names.ts';
import { resolveText } from '../../../../shared/domain/text/resolve.ts';
import { changedCount, stalenessOf } from '../../../../shared/domain/text/stale.ts';
import type { Approved } from '../../../../shared/domain/text/stale.ts';
import { parseText } from '../../../../shared/domain/text/tokens.ts';
import type { Period } from '../../../../shared/domain/time.ts';
import type { BaseKind } from '../../../../shared/domain/base.ts';
import type { Language } from '../../../../shared/domain/kpi.ts';
import { textsOfPeriod } from '../../../store/queries/texts.ts';
import { cadenceCode } from '../../../store/rows.ts';
import type { ReadContext } from '../../context.ts';
import { periodDto } from '../periods.ts';
import { worldOf } from './world.ts';

export interface TextState {
  readonly base: BaseKind;
  readonly language: Language;
  readonly section: string;
  /** Tokens that say something else now, or whose KPI is gone. */
  readonly changed: number;
}

/** Every version of the period's texts; `only`: those of one base and language. */
export function textStates(
  ctx: ReadContext,
  client: number,
  period: Period,
  only?: Pick<TextState, 'base' | 'language'>,
): TextState[] {
  const all = textsOfPeriod(ctx.store, client, cadenceCode(period.cadence), period.start);
  const wanted = only ? all.filter((row) => row.base === only.base && row.language === only.language) : all;
  return wanted.map((row) => {
    const version = { base: row.base as BaseKind, language: row.language as Language };
    const world = worldOf(ctx, { client, period: periodDto(period), ...version });
    const pieces = resolveText(parseText(typedText(row.body, world.names)), world);
    const changed = changedCount(stalenessOf(JSON.parse(row.told) as Approved[], pieces));
    return { ...version, section: row.section, changed };
  });
}
