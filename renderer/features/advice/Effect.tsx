/** What an action's KPI did since it was decided: before and after in figures; only a rule that fired makes it a signal. */
import type { FollowedAction } from '../../../shared/contract/api/advice.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, SignalMark } from '../../ui/index.ts';
import css from './Followed.module.css';

export function Effect({
  effect,
  kpi,
}: {
  readonly effect: NonNullable<FollowedAction['effect']>;
  readonly kpi: ClientKpi;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.advice.actions;
  const text = (value: number | null): string =>
    value === null ? words.noValue : format.value(value, kpi.definition.unit);
  const before = text(effect.before.value);
  const from = format.period(effect.before.period, 'medium');
  const { after } = effect;
  if (after === null) return <p className={css['effect']}>{words.waiting(before, from)}</p>;
  return (
    <p className={css['effect']}>
      {words.since(before, from, text(after.value), format.period(after.period, 'medium'))}
      <span className={cx(css['verdict'], effect.signal && css['signal'])}>
        {effect.signal && <SignalMark />}
        {effect.signal ? words.signal : words.usual}
      </span>
    </p>
  );
}
