/** What the KPI gives on this client's figures while it is being defined: course, newest value, and what it is made of. */
import type { ClientKpi, KpiPreview } from '../../../shared/contract/api/kpis.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Measured } from '../../../shared/domain/results.ts';
import type { Cadence } from '../../../shared/domain/time.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap, NotApplicable, Sparkline } from '../../ui/index.ts';
import { inNames } from './formulaText.ts';
import css from './OwnKpiPreview.module.css';

type Point = KpiPreview['points'][number];

export interface OwnKpiPreviewProps {
  /** `undefined`: not asked for yet. */
  readonly preview: KpiPreview | undefined;
  /** The form has moved on since. */
  readonly stale: boolean;
  /** In the reader's language; may be empty still. */
  readonly name: string;
  readonly unit: Unit;
  /** Absent for a KPI that is not computed. */
  readonly formula: string | undefined;
  readonly kpis: readonly ClientKpi[];
}

const shown = 6;

export function OwnKpiPreview({ preview, stale, name, unit, formula, kpis }: OwnKpiPreviewProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.preview;
  const nameOf = (key: string): string | undefined => {
    const found = kpis.find((kpi) => kpi.definition.key === key);
    return found && format.local(found.definition.name);
  };
  const channelName = (id: string): string => preview?.channels.find((one) => one.id === id)?.name ?? id;
  const can = preview !== undefined && preview.check?.ok !== false;
  const newest = preview?.points.find((point) => point.start === preview.newest);
  const hasValues = preview?.points.some((point) => point.measured.value !== null) ?? false;
  return (
    <section className={cx(css['preview'], stale && css['stale'])} aria-label={words.title}>
      <h2>{words.title}</h2>
      {formula !== undefined && formula.trim() !== '' && (
        <p className={css['reads']}>
          {name !== '' && <strong>{name}: </strong>}
          {inNames(formula, nameOf)}
        </p>
      )}
      {!can && <p className={css['grey']}>{preview === undefined ? words.nothing : words.cannot}</p>}
      {can && (
        <>
          <Newest cadence={preview.cadence} point={newest} unit={unit} />
          {hasValues && <Course preview={preview} unit={unit} label={words.course(name || t.kpis.own)} />}
          {preview.byChannel.length > 0 && newest !== undefined && hasValues && (
            <section>
              <h3>{words.byChannel}</h3>
              <ul className={css['rows']}>
                {preview.byChannel.map(({ channel, points }) => (
                  <li key={channel}>
                    <span>{channelName(channel)}</span>
                    <Sparkline values={wholeValues(points)} />
                    <Figure measured={points.find((p) => p.start === newest.start)?.measured} unit={unit} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {preview.operands.length > 0 && (
            <section>
              <h3>
                {words.operands}
                {newest !== undefined && (
                  <span className={css['grey']}>
                    {' '}
                    {[
                      periodName({ cadence: preview.cadence, start: newest.start }, format),
                      ...(preview.sharedBy ?? []).map(channelName),
                    ].join(' · ')}
                  </span>
                )}
              </h3>
              <ul className={css['rows']}>
                {preview.operands.map(({ kpi, recorded, measured }) => {
                  const own = kpis.find((one) => one.definition.key === kpi)?.definition.unit;
                  return (
                    <li key={kpi}>
                      <span>{nameOf(kpi) ?? kpi}</span>
                      {recorded && own !== undefined ? (
                        <Figure measured={measured} unit={own} />
                      ) : (
                        <span className={css['lacking']}>
                          <Gap width={22} /> {words.lacking}
                        </span>
                      )}
                    </li>
                  );
                })}
              </ul>
            </section>
          )}
          <section>
            <h3>{words.kinds[preview.kind].title}</h3>
            <p className={css['grey']}>{words.kinds[preview.kind].text}</p>
          </section>
        </>
      )}
    </section>
  );
}

/** A running period beside whole ones would look like a fall. */
function wholeValues(points: readonly Point[]): readonly (number | null)[] {
  const whole = points.filter((point) => !point.running);
  const has = whole.some((point) => point.measured.value !== null);
  return (has ? whole : points).map((point) => point.measured.value);
}

function periodName(period: PeriodDto, format: Format): string {
  return period.cadence === 'day' ? format.date(period.start, 'medium') : format.period(period, 'medium');
}

interface NewestProps {
  readonly cadence: Cadence;
  readonly point: Point | undefined;
  readonly unit: Unit;
}

function Newest({ cadence, point, unit }: NewestProps) {
  const t = useT();
  const format = useFormat();
  if (point === undefined) return <p className={css['grey']}>{t.kpis.preview.noFigures}</p>;
  const { measured, start, running } = point;
  const period = periodName({ cadence, start }, format);
  const { coverage, asOf, value } = measured;
  const notes = [
    running ? t.kpis.preview.running : null,
    coverage === undefined ? null : format.coverage(coverage),
    asOf === undefined ? null : t.status.asOf(format.date(asOf, 'medium')),
  ].filter((note) => note !== null);
  return (
    <div>
      {value === null ? (
        <p className={css['none']}>
          <Gap width={40} />
          {t.kpis.preview.noValue(period)}
        </p>
      ) : (
        <p className={css['figure']}>
          {format.value(value, unit)} <span className={css['grey']}>{format.words(unit)}</span>
        </p>
      )}
      <p className={css['grey']}>{[...(value === null ? [] : [period]), ...notes].join(' · ')}</p>
      {measured.reasons
        .filter((reason) => reason !== 'partial')
        .map((reason) => (
          <p key={reason} className={css['grey']}>
            {t.status.value[reason]}
          </p>
        ))}
    </div>
  );
}

interface CourseProps {
  readonly preview: KpiPreview;
  readonly unit: Unit;
  readonly label: string;
}

function Course({ preview: { points, cadence }, unit, label }: CourseProps) {
  const t = useT();
  const format = useFormat();
  return (
    <div>
      <Sparkline values={wholeValues(points)} width={312} height={64} label={label} />
      <table className={css['last']}>
        <caption className="visually-hidden">{label}</caption>
        <tbody>
          {points.slice(-shown).map(({ start, measured, running }) => (
            <tr key={start}>
              <th scope="row">
                {periodName({ cadence, start }, format)}
                {running && <span className={css['grey']}> {t.kpis.preview.running}</span>}
              </th>
              <td>
                <Figure measured={measured} unit={unit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure({ measured, unit }: { readonly measured: Measured | undefined; readonly unit: Unit }) {
  const t = useT();
  const format = useFormat();
  const { value = null, state, reasons = [] } = measured ?? {};
  if (value !== null) return <span className={css['value']}>{format.value(value, unit)}</span>;
  if (reasons.includes('nonAdditive'))
    return <span className={css['lacking']}>{t.kpis.preview.byParts}</span>;
  const reason = state === 'notComputable' ? reasons[0] : undefined;
  return (
    <span className={css['value']}>
      {state === 'notApplicable' ? (
        <NotApplicable />
      ) : (
        <Gap width={22} label={t.status.value[reason ?? 'nothingRecorded']} />
      )}
    </span>
  );
}
