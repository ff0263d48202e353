/** The number itself with what it stands on: change and base, status and goal, coverage, and everything odd about it. */
import type { Made } from '../../../shared/contract/api/numbers.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import { MadeNumber } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, NotApplicable, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './made.module.css';

export interface HeadProps {
  readonly made: Made;
  readonly faces: Faces;
  /** What change and goal lead to; `null` where they are explained below. */
  readonly target: NumberTarget | null;
}

export function Head({ made, faces, target }: HeadProps) {
  const t = useT();
  const format = useFormat();
  const { measured, comparison, judgement, kpi } = made;
  const where = [faces.name(kpi.key), faces.channel(made.channel), format.span(made.span, 'long')];
  const base = comparison?.base.value ?? null;
  return (
    <section className={css['head']}>
      <p className={css['value']}>
        {measured.value !== null && (
          <span className={css['figure']}>{format.value(measured.value, kpi.unit)}</span>
        )}
        {measured.state === 'notApplicable' && <NotApplicable />}
        {(measured.state === 'missing' || measured.state === 'notComputable') && <Gap width={90} />}
        <span className={css['grey']}>{where.filter((part) => part !== null).join(', ')}</span>
      </p>
      {comparison !== null && comparison.baseSpan !== null && (
        <p className={css['change']}>
          <MadeNumber target={target && { ...target, about: 'change' }}>
            <ChangeText
              change={comparison.change}
              unit={kpi.unit}
              strong
              {...(base !== null && {
                against: `${t.status.change.vs(format.value(base, kpi.unit))}, ${format.span(comparison.baseSpan, 'medium')}`,
              })}
            />
          </MadeNumber>
        </p>
      )}
      {judgement !== null && (
        <p className={css['status']}>
          <StatusWord status={judgement.status} />
          <span className={css['grey']}>
            {judgement.goal !== undefined && (
              <MadeNumber target={target && { ...target, about: 'goal' }}>{goalLine()}</MadeNumber>
            )}
            {judgement.reason !== undefined && ` ${t.status.judgement[judgement.reason]}`}
          </span>
        </p>
      )}
      <Notes made={made} faces={faces} embedded={target !== null} />
    </section>
  );

  function goalLine(): string {
    const goal = judgement === null ? '' : format.goal(judgement, kpi.unit).replace(/^\u2265\u202f/, '');
    return [
      t.status.goal(goal),
      ...(judgement?.floor === undefined ? [] : [t.status.floor(format.value(judgement.floor, kpi.unit))]),
      ...(judgement?.score === undefined ? [] : [t.made.goal.scored(format.number(judgement.score, 1))]),
    ].join(', ');
  }
}

function Notes({
  made,
  faces,
  embedded,
}: {
  readonly made: Made;
  readonly faces: Faces;
  readonly embedded: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const { measured, span, left, breaks, judgement } = made;
  const { coverage, asOf } = measured;
  const words = t.made;
  const units = made.running ? span.units : undefined;
  const lines = [
    ...measured.reasons.map((reason) => `${t.status.value[reason]}.`),
    ...(coverage !== undefined && coverage.expected > 1
      ? [
          `${t.status.coverage(
            coverage.recorded,
            coverage.expected,
            format.coverage(coverage).split(' ').slice(1).join(' '),
          )}.`,
        ]
      : []),
    ...(asOf === undefined ? [] : [`${sentenceOf(t.status.asOf(format.date(asOf, 'medium')))}.`]),
    ...(units === undefined
      ? []
      : [words.running(units.done, units.of, cadenceWord(units.cadence, units.of, format.language))]),
    ...(left.length === 0 ? [] : [words.left(left.map((id) => faces.channel(id) ?? id).join(', '))]),
    ...(embedded ? [] : breaks).map((one) =>
      `${words.break(format.date(one.day, 'medium'))} ${one.note}`.trim(),
    ),
    ...(judgement?.counter === undefined || judgement.status !== 'unconfirmed'
      ? []
      : [
          words.goal.counter(
            faces.name(judgement.counter.kpi),
            t.status.words[judgement.counter.status].toLowerCase(),
          ),
        ]),
  ];
  return (
    <>
      {[...new Set(lines)].map((line) => (
        <p key={line} className={css['grey']}>
          {line}
        </p>
      ))}
    </>
  );
}

function sentenceOf(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
