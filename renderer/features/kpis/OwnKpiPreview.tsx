/** What the KPI gives on this client's figures while it is being defined: course, newest value, and what it is made of. */
import type { ClientKpi, KpiPreview } from '../../../shared/contract/api/kpis.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Measured } from '../../../shared/domain/results.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Format } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { cx, Gap, Sparkline } from '../../ui/index.ts';
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
  const can = preview !== undefined && preview.check?.ok !== false;
  const newest = preview === undefined ? undefined : newestOf(preview.points);
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
          <Newest preview={preview} newest={newest} unit={unit} />
          {newest !== undefined && (
            <Course points={preview.points} unit={unit} label={words.course(name || t.kpis.own)} format={format} />
          )}
          {preview.byChannel.length > 0 && newest !== undefined && (
            <section>
              <h3>{words.byChannel}</h3>
              <ul className={css['rows']}>
                {preview.byChannel.map(({ channel, points }) => (
                  <li key={channel}>
                    <span>{preview.channels.find((one) => one.id === channel)?.name ?? channel}</span>
                    <Sparkline values={points.map((point) => point.measured.value)} />
                    <Figure measured={points.find((p) => p.start === newest.start)?.measured} unit={unit} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          {preview.operands.length > 0 && (
            <section>
              <h3>{words.operands}</h3>
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

/** The newest point that has a value; a running period only where no whole one has. */
function newestOf(points: readonly Point[]): Point | undefined {
  const valued = points.filter((point) => point.measured.value !== null);
  return valued.findLast((point) => !point.running) ?? valued.at(-1);
}

interface NewestProps {
  readonly preview: KpiPreview;
  readonly newest: Point | undefined;
  readonly unit: Unit;
}

function Newest({ preview, newest, unit }: NewestProps) {
  const t = useT();
  const format = useFormat();
  const point = newest ?? preview.points.at(-1);
  if (point === undefined) return <p className={css['grey']}>{t.kpis.preview.noFigures}</p>;
  const { measured, start, running } = point;
  const period = format.period({ cadence: preview.cadence, start }, 'medium');
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

function Course({
  points,
  unit,
  label,
  format,
}: {
  readonly points: readonly Point[];
  readonly unit: Unit;
  readonly label: string;
  readonly format: Format;
}) {
  const t = useT();
  return (
    <div>
      <Sparkline values={points.map((point) => point.measured.value)} width={312} height={64} label={label} />
      <table className={css['last']}>
        <caption className="visually-hidden">{label}</caption>
        <tbody>
          {points.slice(-shown).map(({ start, measured, running }) => (
            <tr key={start}>
              <th scope="row">
                {format.date(start, 'medium')}
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
  const reason = state === 'notComputable' || reasons.includes('nonAdditive') ? reasons[0] : undefined;
  return (
    <span className={css['value']} title={reason && t.status.value[reason]}>
      {state === 'notApplicable' ? t.common.na : <Gap width={22} />}
      <span className="visually-hidden">{t.status.value[reason ?? 'nothingRecorded']}</span>
    </span>
  );
}
