/**
 * How many of those counted can have been satisfied, beside the headline: causes may overlap, so there are two
 * bounds, and the truth lies between them.
 */
import { Fragment } from 'react';
import type { Dashboard } from '../../../shared/contract/api/views.ts';
import { basePeriod, periodsBack } from '../../../shared/domain/period.ts';
import { MadeNumber, usePlace, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import type { Faces } from '../../ui/faces.ts';
import { CardMenu } from './board/card.tsx';
import css from './Satisfied.module.css';

/** A name in the middle of a sentence: small first letter, unless it is an abbreviation. */
function inSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

export interface SatisfiedProps {
  readonly satisfied: NonNullable<Dashboard['satisfied']>;
  readonly running: boolean;
  readonly faces: Faces;
}

export function Satisfied({ satisfied, running, faces }: SatisfiedProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const unit = faces.unit(satisfied.kpi);
  const { total, least, most, base } = satisfied;
  const period = running ? periodsBack(place.period, 1) : place.period;
  const before = basePeriod(period, place.base);
  const share = (value: number): string =>
    format.value(total === 0 ? 0 : value / total, { kind: 'percent' }, { digits: 0 });
  const width = (value: number): string =>
    `${total === 0 ? 0 : Math.min(100, Math.max(0, (value / total) * 100))}%`;
  const words = t.dashboard.satisfied;
  const targets = useTargets();
  const range = words.range(format.value(least, unit), format.value(most, unit));
  const percent = (value: number): string =>
    format.value(
      value,
      { kind: 'percent' },
      { digits: Math.abs(value * 100 - Math.round(value * 100)) < 0.05 ? 0 : 1 },
    );
  return (
    <section className={css['satisfied']} aria-label={words.title}>
      <header className={css['head']}>
        <h2 className={css['title']}>{words.title}</h2>
        <CardMenu />
      </header>
      <div className={css['line']}>
        <span>{words.total(faces.name(satisfied.kpi), format.period(period, 'medium'))}</span>
        <strong>
          <MadeNumber target={targets(faces.kpi(satisfied.kpi), null, { period: toDto(period) })}>
            {format.value(total, unit)}
          </MadeNumber>
        </strong>
      </div>
      <div className={css['whole']} />
      <div className={css['line']}>
        <span>{words.with}</span>
        <strong>{range}</strong>
      </div>
      <div
        className={css['bar']}
        role="img"
        aria-label={words.label(
          format.value(least, unit),
          format.value(most, unit),
          format.value(total, unit),
        )}
      >
        <span className={css['least']} style={{ width: width(least) }} />
        <span className={css['between']} style={{ left: width(least), width: width(most - least) }} />
      </div>
      <div className={css['bounds']}>
        <span>{words.least(share(least))}</span>
        <span>{words.most(share(most))}</span>
      </div>
      <p className={css['causes']}>
        {satisfied.causes.map((cause, i) => (
          <Fragment key={cause.kpi}>
            {i > 0 && ', '}
            {i === 0 ? faces.name(cause.kpi) : inSentence(faces.name(cause.kpi))}{' '}
            <span className={css['share']}>
              <MadeNumber target={targets(faces.kpi(cause.kpi), null, { period: toDto(period) })}>
                {percent(cause.share)}
              </MadeNumber>
              {i === satisfied.causes.length - 1 && '.'}
            </span>
          </Fragment>
        ))}{' '}
        <span className={css['base']}>
          {base === null || before === null
            ? words.noBase
            : words.base(
                format.period(before, 'medium'),
                format.value(base.least, unit),
                format.value(base.most, unit),
              )}
        </span>
      </p>
    </section>
  );
}
