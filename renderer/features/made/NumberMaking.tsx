/** How one number was made: value, rule, parts with their sources, change, goal, usual range, definition breaks. */
import { useEffect, useMemo, useRef } from 'react';
import { Link } from 'wouter';
import type { Made } from '../../../shared/contract/api/numbers.ts';
import { clientHref } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import { makeFaces } from '../../ui/faces.ts';
import { ChangeSection, GoalSection, RangeSection } from './Beside.tsx';
import { Head } from './Head.tsx';
import css from './made.module.css';
import { Parts } from './Parts.tsx';
import { figuresPlace } from './Sources.tsx';
import { readable, ruleOf } from './stepWords.ts';
import { baseOf } from './targets.ts';

export interface NumberMakingProps {
  readonly made: Made;
  readonly target: NumberTarget;
  /** Another number that this one leads to. `from` was pressed. */
  readonly onDeeper: (target: NumberTarget, from: HTMLElement) => void;
  /** The screen around it tells of usual range and breaks itself; change and goal are gone into from their lines. */
  readonly embedded?: boolean;
}

export function NumberMaking({ made, target, onDeeper, embedded = false }: NumberMakingProps) {
  const t = useT();
  const format = useFormat();
  const faces = useMemo(() => makeFaces(made, format), [made, format]);
  const words = t.made;
  const box = useRef<HTMLDivElement>(null);
  const { about } = target;
  useEffect(() => {
    if (about === 'change' || about === 'goal')
      box.current?.querySelector(`[data-about="${about}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [about]);
  const rule = ruleOf(made, format, t);
  const [root] = made.steps;
  const shared = { period: periodParam(toPeriod(made.period)), base: target.base };
  const kpi = String(made.kpi.id);
  return (
    <div ref={box} className={css['making']}>
      <Head made={made} faces={faces} target={embedded ? target : null} />
      <section>
        <h3>{words.formula}</h3>
        <div className={css['formula']}>
          {made.formula !== null && (
            <code>
              <strong>{faces.name(made.kpi.key)}</strong> ={' '}
              {readable(
                root?.text === undefined || root.text === '' ? made.formula : root.text,
                faces,
                format,
              )}
            </code>
          )}
          <span>{rule.length === 0 ? words.time[made.kpi.timeAggregation](0, null) : rule.join(' ')}</span>
        </div>
      </section>
      <Parts made={made} faces={faces} target={target} onDeeper={onDeeper} />
      {!embedded && (
        <>
          {made.comparison?.baseSpan && (
            <ChangeSection
              made={made}
              comparison={made.comparison}
              onBase={(from) => onDeeper(baseOf(target), from)}
            />
          )}
          <GoalSection made={made} faces={faces} target={target} />
          <RangeSection made={made} />
          <p className={css['links']}>
            <Link
              href={clientHref(target.client, 'explorer', {
                ...shared,
                kpi,
                channel: made.channel ?? undefined,
              })}
            >
              {words.open.explorer}
            </Link>
            <Link
              href={clientHref(target.client, 'figures', {
                ...shared,
                ...(root === undefined ? { kpi } : figuresPlace(root, made)),
              })}
            >
              {words.open.figures}
            </Link>
            <Link href={clientHref(target.client, 'kpis', { ...shared, kpi })}>{words.open.kpi}</Link>
          </p>
        </>
      )}
    </div>
  );
}
