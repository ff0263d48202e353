/** Which imports, or whose hand, the figures of a step come from: each leads to where it can be looked at. */
import { Link } from 'wouter';
import type { Made, Source, Step } from '../../../shared/contract/api/numbers.ts';
import { clientHref, momentDate } from '../../app/index.ts';
import type { NumberTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { periodParam, toPeriod } from '../../i18n/period.ts';
import css from './made.module.css';

export interface SourcesProps {
  readonly step: Step;
  readonly made: Made;
  readonly target: NumberTarget;
}

export function Sources({ step, made, target }: SourcesProps) {
  const t = useT();
  if (step.sources.length > 0)
    return (
      <ul className={css['sources']}>
        {step.sources.map((source) => (
          <li key={source.batch}>
            <Origin
              source={source}
              step={step}
              made={made}
              target={target}
              alone={step.sources.length === 1}
            />
          </li>
        ))}
      </ul>
    );
  if (step.over?.kind === 'log')
    return step.over.log === 'content' ? (
      <Items step={step} made={made} target={target} />
    ) : (
      <span className={css['grey']}>{t.made.log[step.over.log](step.over.entries)}</span>
    );
  const empty = step.measured.value === null && step.used === null;
  if (step.kind === 'part') return null;
  return <span className={css['grey']}>{empty ? t.made.sources.none : t.made.inside}</span>;
}

/** The items themselves, on their screen: those of the period, and of the channel where it is one. */
function Items({ step, made, target }: SourcesProps) {
  const t = useT();
  if (step.over?.kind !== 'log') return null;
  const { entries, left = 0 } = step.over;
  const to = clientHref(target.client, 'content', {
    period: periodParam(toPeriod(made.period)),
    base: target.base,
    published: 'period',
    channel: step.channel ?? made.channel ?? undefined,
  });
  return <Link href={to}>{t.made.items.link(entries + left)}</Link>;
}

function Origin({
  source,
  step,
  made,
  target,
  alone,
}: SourcesProps & { readonly source: Source; readonly alone: boolean }) {
  const t = useT();
  const format = useFormat();
  const words = t.made.sources;
  const period = periodParam(toPeriod(made.period));
  const shared = { period, base: target.base };
  const name = source.kind === 'import' ? words.import(source.batch) : words[source.kind];
  const to =
    source.kind === 'edit'
      ? clientHref(target.client, 'figures', { ...shared, ...figuresPlace(step, made) })
      : clientHref(target.client, 'imports', { ...shared, batch: String(source.batch) });
  const counts = [
    ...(alone || source.figures === 0 ? [] : [words.of(source.figures)]),
    ...(source.zeros === 0 ? [] : [words.zeros(source.zeros)]),
  ];
  return (
    <>
      <Link href={to} title={source.label}>
        {name}
      </Link>{' '}
      <span className={css['grey']}>
        {[format.date(momentDate(source.at), 'short'), ...counts].join(', ')}
      </span>
    </>
  );
}

/** Where in the figures grid a step's figures lie. */
export function figuresPlace(step: Step, made: Made): Readonly<Record<string, string | undefined>> {
  const cadence =
    step.over?.kind === 'time' ? step.over.cadence : step.over?.kind === 'exact' ? step.span.cadence : null;
  const kpi = made.kpis.find((one) => one.key === step.kpi) ?? made.kpi;
  return {
    kpi: String(kpi.id),
    channel: step.channel ?? made.channel ?? undefined,
    ...(cadence !== null && cadence !== 'year' && { by: cadence, from: step.span.from }),
  };
}
