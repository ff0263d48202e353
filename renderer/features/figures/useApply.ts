/** Sending what an action wrote as one batch with a name, and saying what of it could not be done. */
import { useCallback } from 'react';
import { MOST_EDITS } from '../../../shared/contract/api/figures.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { useToast } from '../../ui/index.ts';
import type { EditLog } from './editLog.ts';
import type { FigureLine } from './lines.ts';
import type { Plan, Sheet } from './plan.ts';
import { periodWords } from './span.ts';
import type { Refusal } from './typed.ts';

/** What was done, for its name in the history. */
export type How = 'typed' | 'pasted' | 'filled' | 'cleared' | 'stated';

/** A refusal of the active cell, or of a whole action in words. */
export type Said = Refusal | { readonly words: string };

export interface ApplyInput {
  readonly sheetNow: () => Sheet;
  readonly log: EditLog;
  readonly setSaid: (said: Said | null) => void;
  readonly setTold: (told: string) => void;
}

export function useApply({ sheetNow, log, setSaid, setTold }: ApplyInput): (plan: Plan, how: How) => void {
  const t = useT();
  const language = useLanguage();
  const { calendar } = useFormat();
  const toast = useToast();
  /** What an action is called in the history: the one cell it wrote, or how many and how. */
  const labelOf = useCallback(
    (plan: Plan, how: How): string => {
      const [only] = plan.writes;
      if (!only || plan.writes.length > 1) return t.figures.did[how](plan.writes.length);
      const sheet = sheetNow();
      const line = sheet.lines.find(
        (one): one is FigureLine =>
          one.kind === 'figures' &&
          one.kpi.id === only.kpi &&
          (one.channelId === only.channel || sheet.channels !== null),
      );
      const period = periodWords(toPeriod(only), calendar, language);
      if (!line) return period;
      const channel = sheet.channelNames?.[sheet.channels?.indexOf(only.channel) ?? -1] ?? line.channel;
      return t.figures.cellOf(line.name, channel, period);
    },
    [sheetNow, t, calendar, language],
  );

  /** Sends a plan; says what it could not do. A single computed cell is answered where it stands. */
  return useCallback(
    (plan: Plan, how: How) => {
      if (plan.writes.length > MOST_EDITS) {
        setSaid({ words: t.figures.tooMany(plan.writes.length, MOST_EDITS) });
        return;
      }
      const computed = plan.refused.filter((one) => one.reason === 'computed');
      const others = plan.refused.filter((one) => one.reason !== 'computed');
      log.refuse(others);
      const news: string[] = [];
      if (plan.writes.length === 0 && others.length === 0 && computed.length > 0)
        setSaid({ reason: 'computed' });
      else if (computed.length > 0) news.push(t.figures.passedOver(computed.length));
      if (others.length > 1) news.push(t.figures.notTaken(others.length));
      if (plan.outside > 0) news.push(t.figures.outside(plan.outside));
      for (const text of news) toast({ text });
      if (plan.writes.length > 0) {
        const label = labelOf(plan, how);
        const [only] = plan.writes;
        setTold(
          plan.writes.length === 1 && only
            ? t.figures.told.saved(label, only.value === null ? t.figures.states.missing : only.text)
            : [label, ...news].join('. '),
        );
        void log.write(plan.writes, label).then((code) => {
          if (code) setTold(t.errors.codes[code].what);
        });
      } else if (others.length === 1) setTold(t.figures.notTaken(1));
    },
    [log, toast, t, labelOf, setSaid, setTold],
  );
}
