/** Beside the helper: whether what was chosen is a KPI yet, and what will be made of it. */
import type { KpiDefinition } from '../../../../shared/domain/kpi.ts';
import type { CountPlan } from '../../../../shared/domain/quality/plan.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, Icon, sentence } from '../../../ui/index.ts';
import css from './quality.module.css';
import { nameOf, wayOf } from './wish.ts';
import type { Filled } from './wish.ts';

const lights = ['number', 'unit', 'source', 'cadence'] as const;
type Light = (typeof lights)[number];

export function PlanPanel({ filled, plan }: { readonly filled: Filled; readonly plan: CountPlan | null }) {
  const t = useT();
  const format = useFormat();
  const words = t.quality;
  const answers = useAnswers(filled, plan);
  const isSurvey = wayOf(filled) === 'survey';
  return (
    // It scrolls on a small window and holds nothing else that the keyboard could reach.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['panel']} role="group" aria-label={words.made.title} tabIndex={0}>
      <section aria-labelledby="quality-check">
        <h2 id="quality-check">{words.check.title}</h2>
        <ul className={css['lights']}>
          {lights.map((light) => {
            const answer = answers[light];
            return (
              <li key={light} className={css['light']}>
                <span className={cx(css['mark'], answer.yes && css['yes'])}>
                  {answer.yes && <Icon name="check" />}
                </span>
                <b>{words.check.lights[light]}</b>
                <span className={css['state']}>{answer.yes ? words.check.yes : words.check.no}</span>
                {answer.why !== '' && <span className={css['why']}>{answer.why}</span>}
              </li>
            );
          })}
        </ul>
      </section>
      <section aria-labelledby="quality-made">
        <h2 id="quality-made">{words.made.title}</h2>
        {isSurvey ? (
          <p className={css['grey']}>{words.made.survey}</p>
        ) : plan === null ? (
          <p className={css['grey']}>{words.made.waiting}</p>
        ) : (
          <>
            <KpiLine kpi={plan.kpi} />
            {plan.counts.length > 0 && (
              <>
                <h3>{words.made.counts}</h3>
                {plan.counts.map((count) => (
                  <p key={count.key} className={css['count']}>
                    {format.local(count.name)} <span className={css['unit']}>{format.words(count.unit)}</span>
                  </p>
                ))}
              </>
            )}
          </>
        )}
      </section>
    </div>
  );
}

function KpiLine({ kpi }: { readonly kpi: KpiDefinition }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={css['kpi']}>
      <p>
        <b>{format.local(kpi.name)}</b>
      </p>
      <p className={css['grey']}>{format.local(kpi.definition)}</p>
      {kpi.formula !== undefined && <p className={css['formula']}>{kpi.formula}</p>}
      <p className={css['grey']}>
        {sentence(
          kpi.timeAggregation === 'formula'
            ? t.kpis.overTime.formula
            : `${t.kpis.overTime[kpi.timeAggregation]}; ${t.kpis.overChannels[kpi.channelAggregation]}`,
        )}
      </p>
    </div>
  );
}

interface Answer {
  readonly yes: boolean;
  readonly why: string;
}

function useAnswers(filled: Filled, plan: CountPlan | null): Readonly<Record<Light, Answer>> {
  const t = useT();
  const format = useFormat();
  const words = t.quality.check;
  const yes = (why: string): Answer => ({ yes: true, why });
  const text = filled.text.trim();
  if (wayOf(filled) === 'survey') {
    const points = filled.survey === 'recommend';
    return {
      number: yes(points ? words.kinds.points : words.kinds.percent),
      unit: yes(points ? words.units.points : words.units.percent),
      source: yes(words.surveySource),
      cadence: yes(sentence(`${t.kpis.recordedPer.month}.`)),
    };
  }
  const kpi = plan?.kpi;
  if (kpi === undefined) {
    const not = { yes: false, why: '' };
    const named = format.local(nameOf(filled)).trim() !== '';
    return {
      number: { yes: false, why: named ? words.noTotal : text === '' ? words.nothing : words.named(text) },
      unit: not,
      source: not,
      cadence: not,
    };
  }
  const { kind } = kpi.unit;
  const measured = kind === 'percent' || kind === 'points' || kind === 'duration';
  return {
    number: yes(measured ? words.kinds[kind] : words.kinds.count),
    unit: yes(measured ? words.units[kind] : words.unit(format.words(kpi.unit))),
    source: yes(
      kpi.evidence === true
        ? words.evidence
        : kpi.formula !== undefined
          ? words.computed(wayOf(filled) === 'comments' ? 3 : 2)
          : kpi.weightBy !== undefined
            ? words.weighed
            : words.typed,
    ),
    cadence: yes(sentence(`${t.kpis.recordedPer[kpi.cadence]}.`)),
  };
}
