/**
 * The five lights of the SMART check, each with its answer and the reasons. Marks are boxes ticked, half ticked,
 * crossed or questioned, never the shapes of a KPI's status.
 */
import type { Smart } from '../../../../shared/contract/api/advice.ts';
import { useT } from '../../../i18n/index.tsx';
import { cx, Icon, Panel } from '../../../ui/index.ts';
import type { IconName } from '../../../ui/Icon.tsx';
import css from './SmartLights.module.css';
import { reasonText } from './smartWords.ts';
import type { SmartContext } from './smartWords.ts';

/** As the letters go. */
export const smartOrder = [
  'specific',
  'measurable',
  'achievable',
  'relevant',
  'timeBound',
] as const satisfies readonly Smart['light'][];

export const smartMarks: Readonly<Record<Smart['state'], IconName>> = {
  yes: 'check',
  partly: 'minus',
  no: 'close',
  unknown: 'question',
};

export interface SmartLightsProps {
  /** `null`: the target is not whole yet, every light waits. */
  readonly smart: readonly Smart[] | null;
  readonly context: Omit<SmartContext, 't'>;
  readonly dimmed: boolean;
}

export function SmartLights({ smart, context, dimmed }: SmartLightsProps) {
  const t = useT();
  const words = t.kpis.smart;
  return (
    <Panel title={words.title} detail={words.detail}>
      <ul className={cx(css['lights'], dimmed && css['dimmed'])} aria-busy={dimmed}>
        {smartOrder.map((light) => {
          const answer = smart?.find((one) => one.light === light);
          const state = answer?.state ?? 'unknown';
          return (
            <li key={light} className={css['light']}>
              <span className={cx(css['mark'], css[answer === undefined ? 'waiting' : state])}>
                {answer !== undefined && <Icon name={smartMarks[state]} />}
              </span>
              <span className={css['name']}>{words.lights[light]}</span>
              <span className={cx(css['state'], answer !== undefined && css[`${state}Text`])}>
                {answer === undefined ? '–' : words.states[state]}
              </span>
              <span className={css['reasons']}>
                {answer === undefined
                  ? words.waiting
                  : answer.reasons.map((reason) => reasonText(reason, { ...context, t })).join(' ')}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
