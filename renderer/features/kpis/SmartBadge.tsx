/** The SMART check of a target in a list: five boxes in the order of the letters, and the reasons behind a press. */
import type { Smart } from '../../../shared/contract/api/advice.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Icon, Popover } from '../../ui/index.ts';
import css from './SmartBadge.module.css';
import { smartMarks, smartOrder } from './target/SmartLights.tsx';
import marks from './target/SmartLights.module.css';
import { reasonText } from './target/smartWords.ts';
import type { SmartContext } from './target/smartWords.ts';

export interface SmartBadgeProps {
  readonly smart: readonly Smart[];
  readonly name: string;
  readonly context: Omit<SmartContext, 't'>;
}

export function SmartBadge({ smart, name, context }: SmartBadgeProps) {
  const t = useT();
  const words = t.kpis.smart;
  const lights = smartOrder.flatMap((light) => smart.find((one) => one.light === light) ?? []);
  const weak = lights.filter((one) => one.state === 'no' || one.state === 'partly');
  const told = weak.map((one) => `${words.lights[one.light]}: ${words.states[one.state]}`).join(', ');
  return (
    <Popover
      arrow
      label={words.of(name)}
      trigger={
        <button
          type="button"
          className={css['badge']}
          aria-label={`${words.of(name)}. ${told === '' ? words.allYes : told}`}
        >
          {lights.map((one) => (
            <span
              key={one.light}
              className={cx(marks['mark'], css['box'], one.state === 'yes' ? css['well'] : marks[one.state])}
            >
              <Icon name={smartMarks[one.state]} />
            </span>
          ))}
        </button>
      }
    >
      <div className={css['sheet']}>
        <h2>{words.of(name)}</h2>
        <ul>
          {lights.map((one) => (
            <li key={one.light}>
              <span className={cx(marks['mark'], marks[one.state])}>
                <Icon name={smartMarks[one.state]} />
              </span>
              <span>
                <strong>{words.lights[one.light]}</strong>{' '}
                <span className={marks[`${one.state}Text`]}>{words.states[one.state]}</span>
                <br />
                {one.reasons.map((reason) => reasonText(reason, { ...context, t })).join(' ')}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Popover>
  );
}
