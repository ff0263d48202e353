/** How the number of the chosen period was made: value, formula, inputs and where they come from, range, signals. */
import { Link } from 'wouter';
import type { Explorer } from '../../../shared/contract/api/views.ts';
import { formatCoverage } from '../../../shared/domain/format.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, IconButton, NotApplicable, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { Annotations } from '../dashboard/Annotations.tsx';
import type { Finding } from './findings.ts';
import css from './Made.module.css';
import { MadeInputs } from './MadeInputs.tsx';
import { findingWords } from './signalText.ts';

export interface MadeProps {
  readonly data: Explorer;
  readonly faces: Faces;
  readonly findings: readonly Finding[];
  readonly onClose: () => void;
}

export function Made({ data, faces, findings, onClose }: MadeProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { made, kpi } = data;
  const words = t.explorer.made;
  const [last, today] = [isoOf(addDays(endOf(place.period), -1)), isoOf(place.today)];
  const starts = data.points.map((point) => point.start);
  return (
    <div className={css['made']}>
      <header className={css['head']}>
        <h2>{words.title}</h2>
        <IconButton icon="close" label={t.explorer.panel.hide} onClick={onClose} />
      </header>
      <Value data={data} />
      <section>
        <h3>{words.formula}</h3>
        <div className={css['formula']}>
          {made.formula !== null && (
            <code>
              <strong>{kpi.key}</strong> = {made.formula}
            </code>
          )}
          <span>
            {made.formula === null
              ? `${words.recorded} ${words.aggregation[kpi.timeAggregation]}`
              : words.aggregation.formula}
          </span>
        </div>
      </section>
      <MadeInputs data={data} faces={faces} />
      <UsualRange data={data} />
      {data.limits !== null && (
        <section>
          <h3>{words.signals}</h3>
          {findings.length === 0 ? (
            <p className={css['grey']}>{words.noSignals}</p>
          ) : (
            <ol className={css['findings']}>
              {findings.map((finding) => {
                const text = findingWords(finding, starts, data.cadence, kpi.unit, format, t);
                return (
                  <li key={finding.mark}>
                    <span className={css['mark']}>{finding.mark}</span>
                    <span>
                      {text.text} {text.rule !== null && <span className={css['grey']}>{text.rule}</span>}
                    </span>
                  </li>
                );
              })}
            </ol>
          )}
        </section>
      )}
      <div className={css['annotations']}>
        <Annotations annotations={data.annotations} day={last < today ? last : today} letters kpi={kpi.id} />
      </div>
      <p className={css['links']}>
        <Link href={place.href('figures', { kpi: String(kpi.id) })}>{t.app.nav.figures}</Link>
        <Link href={place.href('kpis')}>{t.app.nav.kpis}</Link>
      </p>
    </div>
  );
}

function Value({ data }: { readonly data: Explorer }) {
  const t = useT();
  const format = useFormat();
  const { made, kpi } = data;
  const { now, base, judgement } = made;
  const words = t.explorer.made;
  const equal =
    now.coverage !== undefined &&
    base.coverage !== undefined &&
    formatCoverage(now.coverage, format.language) === formatCoverage(base.coverage, format.language);
  const both = equal && now.coverage !== undefined ? words.both(format.coverage(now.coverage)) : '';
  const goal = format.goal(judgement, kpi.unit).replace(/^\u2265\u202f/, '');
  return (
    <section className={css['value']}>
      <p>
        {now.state === 'value' && now.value !== null && (
          <span className={css['figure']}>{format.value(now.value, kpi.unit)}</span>
        )}
        {now.state === 'notApplicable' && <NotApplicable />}
        {(now.state === 'missing' || now.state === 'notComputable') && <Gap width={90} />}
        <span className={css['grey']}>
          {words.of(format.local(kpi.name).toLowerCase(), format.period(made.period, 'long'))}
        </span>
      </p>
      <p>
        <ChangeText
          change={made.change}
          unit={kpi.unit}
          strong
          {...(base.value !== null &&
            made.basePeriod !== null && {
              against: words.against(
                format.value(base.value, kpi.unit),
                format.period(made.basePeriod, 'medium'),
                both,
              ),
            })}
        />
      </p>
      <p className={css['status']}>
        <StatusWord status={judgement.status} />
        <span className={css['grey']}>
          {goal !== '' &&
            (judgement.floor === undefined
              ? t.status.goal(goal)
              : words.goalFloor(goal, format.value(judgement.floor, kpi.unit)))}
          {judgement.score !== undefined && `, ${words.score(format.number(judgement.score, 1))}`}
          {judgement.reason !== undefined && t.status.judgement[judgement.reason]}
        </span>
      </p>
      {now.reasons.map((reason) => (
        <p key={reason} className={css['grey']}>
          {t.status.value[reason]}
        </p>
      ))}
      {now.coverage !== undefined && !equal && (
        <p className={css['grey']}>
          {t.status.coverage(
            now.coverage.recorded,
            now.coverage.expected,
            format.coverage(now.coverage).split(' ').slice(1).join(' '),
          )}
        </p>
      )}
      {now.asOf !== undefined && (
        <p className={css['grey']}>{t.status.asOf(format.date(now.asOf, 'medium'))}</p>
      )}
    </section>
  );
}

function UsualRange({ data }: { readonly data: Explorer }) {
  const t = useT();
  const format = useFormat();
  const words = t.explorer.made;
  const { limits, noLimits } = data;
  const { unit } = data.kpi;
  const known = data.points.filter((point) => point.value !== null).length;
  if (limits === null) {
    return (
      <section>
        <h3>{words.range}</h3>
        <p className={css['grey']}>
          {noLimits === null || noLimits === 'tooFew'
            ? t.status.signal.tooFew(Math.min(known, 7))
            : t.status.signal[noLimits]}
        </p>
      </section>
    );
  }
  const name = (start: string): string => format.period({ cadence: data.cadence, start }, 'medium');
  return (
    <section>
      <h3>{words.range}</h3>
      <dl className={css['range']}>
        <dt>{words.centre(name(limits.from), name(limits.to))}</dt>
        <dd>{format.value(limits.centre, unit)}</dd>
        <dt>{words.meanRange}</dt>
        <dd>{format.value(limits.meanRange, unit)}</dd>
        <dt>{words.limits(format.value(limits.centre, unit), format.value(limits.meanRange, unit))}</dt>
        <dd>{words.limitsValue(format.value(limits.lower, unit), format.value(limits.upper, unit))}</dd>
      </dl>
    </section>
  );
}
