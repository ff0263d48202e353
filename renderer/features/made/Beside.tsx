/** What stands beside a value: how the change, the goal and the usual range were made. */
import { Link } from 'wouter';
import type { Made } from '../../../shared/contract/api/numbers.ts';
import { clientHref } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, sentence } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './made.module.css';

interface ChangeProps {
  readonly made: Made;
  readonly comparison: NonNullable<Made['comparison']>;
  readonly onBase: (from: HTMLElement) => void;
}

export function ChangeSection({ made, comparison, onBase }: ChangeProps) {
  const t = useT();
  const format = useFormat();
  const words = t.made.change;
  const { now, base, baseSpan, span, change, wholeBase } = comparison;
  const { unit } = made.kpi;
  const figure = (value: number | null) => (value === null ? <Gap width={32} /> : format.value(value, unit));
  if (baseSpan === null) return null;
  // The change itself is a difference, in points.
  const pointwise = unit.kind === 'percent' || unit.kind === 'points';
  return (
    <section data-about="change">
      <h3>{words.title}</h3>
      <dl className={css['facts']}>
        <dt>{sentence(format.span(span, 'long'))}</dt>
        <dd>{figure(now.value)}</dd>
        <dt>{sentence(format.span(baseSpan, 'long'))}</dt>
        <dd>
          <button
            type="button"
            className={css['deeper']}
            title={words.base}
            onClick={(event) => onBase(event.currentTarget)}
          >
            {figure(base.value)}
          </button>
        </dd>
        {change.perWeek !== undefined && (
          <>
            <dt>{words.perWeek}</dt>
            <dd>
              {format.value(change.perWeek.now, unit)}, {format.value(change.perWeek.base, unit)}
            </dd>
          </>
        )}
        {change.difference !== undefined && !pointwise && (
          <>
            <dt>{words.difference}</dt>
            <dd>{format.value(change.difference, unit, { sign: true })}</dd>
          </>
        )}
        <dt>{pointwise || change.ratio === undefined ? words.title : words.share}</dt>
        <dd>
          <ChangeText change={change} unit={unit} />
        </dd>
        {wholeBase !== null && wholeBase.value !== null && (
          <>
            <dt>{words.wholeBase(wholeName(made, format))}</dt>
            <dd>{format.value(wholeBase.value, unit)}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** The period that the base is a part of. */
function wholeName(made: Made, format: ReturnType<typeof useFormat>): string {
  const span = made.comparison?.baseSpan;
  if (span === null || span === undefined) return '';
  return format.period({ cadence: span.cadence, start: span.from }, 'medium');
}

export function GoalSection({
  made,
  faces,
  target: from,
}: {
  readonly made: Made;
  readonly faces: Faces;
  readonly target: NumberTarget;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.made.goal;
  const { judgement, target, kpi } = made;
  if (judgement?.goal === undefined) return null;
  const { unit } = kpi;
  const { pace, floor, score } = judgement;
  return (
    <section data-about="goal">
      <h3>{words.title}</h3>
      {target !== null && (
        <p className={css['target']}>
          {words.target(
            [
              targetText(target, made, format, t),
              ...(target.channel === null || made.channel !== null
                ? []
                : [faces.channel(target.channel) ?? target.channel]),
            ].join(', '),
          )}
        </p>
      )}
      <dl className={css['facts']}>
        <dt>{words.goal}</dt>
        <dd>{format.goal(judgement, unit)}</dd>
        {floor !== undefined && (
          <>
            <dt>{words.floor}</dt>
            <dd>{format.value(floor, unit)}</dd>
          </>
        )}
        {pace !== undefined && (
          <>
            <dt>{words.line(format.value(pace.share, { kind: 'percent' }, { digits: 0 }))}</dt>
            <dd>{format.value(pace.goal, unit)}</dd>
          </>
        )}
        {score !== undefined && (
          <>
            <dt>{words.score}</dt>
            <dd>{format.number(score, 1)}</dd>
          </>
        )}
      </dl>
      <p className={css['links']}>
        <Link href={clientHref(from.client, `kpis/target/${kpi.id}`)}>{words.open}</Link>
      </p>
    </section>
  );
}

/** `at least 1,500 a month, since 1 Jan 2026`. */
function targetText(
  target: NonNullable<Made['target']>,
  made: Made,
  format: ReturnType<typeof useFormat>,
  t: ReturnType<typeof useT>,
): string {
  const words = t.made.goal;
  const { unit } = made.kpi;
  const growth = target.kind === 'growPrevious' || target.kind === 'growLastYear';
  const goal = growth
    ? format.value(target.goal, { kind: 'percent' }, { sign: true })
    : format.value(target.goal, unit);
  const kind = {
    atLeast: () => words.kind.atLeast(goal),
    atMost: () => words.kind.atMost(goal),
    between: () => words.kind.between(goal, format.value(target.goalTo ?? target.goal, unit)),
    growPrevious: () => words.kind.growPrevious(goal),
    growLastYear: () => words.kind.growLastYear(goal),
    baseline: () =>
      words.kind.baseline(goal, target.baseline === null ? '' : format.value(target.baseline, unit)),
  }[target.kind]();
  const from = format.date(target.from, 'medium');
  const when = target.to === null ? words.since(from) : words.until(from, format.date(target.to, 'medium'));
  const each = growth ? '' : ` ${words.each[target.cadence]}`;
  return `${kind}${each}, ${when}`;
}

export function RangeSection({ made }: { readonly made: Made }) {
  const t = useT();
  const format = useFormat();
  const { signal, kpi } = made;
  if (signal === null) return null;
  const { lower, upper, none, rule, side, run } = signal;
  const words = t.status.signal;
  const above = side !== 'below';
  const said =
    none !== undefined
      ? none === 'tooFew'
        ? words.tooFew(signal.points)
        : words[none]
      : rule === undefined
        ? words.none
        : rule === 'outside'
          ? above
            ? words.above
            : words.below
          : rule === 'eightOneSide'
            ? above
              ? words.runAbove(run ?? 8)
              : words.runBelow(run ?? 8)
            : above
              ? words.nearUpper
              : words.nearLower;
  return (
    <section>
      <h3>{t.made.range}</h3>
      <dl className={css['facts']}>
        <dt>{said}</dt>
        <dd>
          {lower !== undefined &&
            upper !== undefined &&
            t.made.rangeOf(format.value(lower, kpi.unit), format.value(upper, kpi.unit))}
        </dd>
      </dl>
    </section>
  );
}
