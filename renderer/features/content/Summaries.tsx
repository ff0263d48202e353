/** The median item of the period against that of the base, at equal age: channel by channel. */
import type { Output } from '../../../shared/contract/api.ts';
import type { ContentSummaryDto } from '../../../shared/contract/api/content.ts';
import type { KpiFace } from '../../../shared/contract/values.ts';
import type { ChangeKind } from '../../../shared/domain/results.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, sentence } from '../../ui/index.ts';
import css from './content.module.css';

export function Summaries({
  data,
  metric,
  age,
}: {
  readonly data: Output<'content.list'>;
  readonly metric: KpiFace;
  readonly age: number;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.content.summary;
  const label = words.label(format.local(metric.name), age);
  const now = format.span(data.span, 'medium');
  return (
    <section className={css['strip']} aria-label={label}>
      <div className={css['head']}>
        <h2>{label}</h2>
        <span>
          {sentence(
            data.baseSpan === null
              ? words.alone(now)
              : words.against(now, format.span(data.baseSpan, 'medium')),
          )}
        </span>
      </div>
      {data.summaries.length === 0 ? (
        <p className={css['nothing']}>{words.empty}</p>
      ) : (
        <dl className={css['figures']}>
          {data.summaries.map((one) => (
            <Summary
              key={one.channel}
              one={one}
              name={data.channels.find(({ id }) => id === one.channel)?.name ?? ''}
              metric={metric}
            />
          ))}
        </dl>
      )}
    </section>
  );
}

function Summary({
  one: { now, base, change },
  name,
  metric: { unit },
}: {
  readonly one: ContentSummaryDto;
  readonly name: string;
  readonly metric: KpiFace;
}) {
  const t = useT();
  const format = useFormat();
  const words = t.content.summary;
  const shown = (value: number): string => format.value(value, unit, digitsOf(unit.kind, value));
  const remarks = [
    t.content.count(now.n),
    ...(now.mean === null ? [] : [words.mean(shown(now.mean))]),
    ...(now.provisional === 0 ? [] : [words.provisional(now.provisional)]),
    ...(now.without === 0 ? [] : [words.without(now.without)]),
  ];
  const against =
    base === null || base.median === null
      ? undefined
      : words.base(shown(base.median), t.content.count(base.n));
  return (
    <div className={css['figure']}>
      <dt>{name}</dt>
      <dd>
        <span className={css['line']}>
          <span className={css['value']}>{now.median === null ? <Gap width={56} /> : shown(now.median)}</span>
          {change === null && <span className={css['grey']}>{words.tooFew(now.n, base?.n ?? 0)}</span>}
          {change?.kind === 'baseMissing' && <span className={css['grey']}>{words.baseEmpty}</span>}
          {change !== null && isShown(change.kind) && (
            <ChangeText change={change} unit={unit} {...(against !== undefined && { against })} />
          )}
        </span>
        <span className={css['below']}>{remarks.join(' · ')}</span>
      </dd>
    </div>
  );
}

/** Without items there is nothing to grow; without a base the line above says so once. */
function isShown(kind: ChangeKind): boolean {
  return kind === 'change' || kind === 'baseZero' || kind === 'notComparable';
}

/** A median or mean of counts is rarely whole: above ten its fraction says nothing. */
function digitsOf(kind: KpiFace['unit']['kind'], value: number): { readonly digits?: number } {
  return kind === 'count' && !Number.isInteger(value) ? { digits: Math.abs(value) < 10 ? 1 : 0 } : {};
}
