/** The figures as they would go in, and what would not, with the reason. */
import { useState } from 'react';
import type { ImportFile } from '../../../shared/contract/imports/session.ts';
import type { TableView } from '../../../shared/contract/imports/table.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { networkName } from '../../i18n/networks.ts';
import { Icon, Segmented } from '../../ui/index.ts';
import { problemText, whereText } from '../imports/words.ts';
import css from './preview.module.css';
import type { Kpis } from './useKpis.ts';
import { refusalText } from './words.ts';

export interface PreviewProps {
  readonly view: TableView;
  readonly file: ImportFile;
  readonly kpis: Kpis;
}

export function Preview({ view, file, kpis }: PreviewProps) {
  const t = useT();
  const format = useFormat();
  const words = t.mapping.preview;
  const [wanted, setWanted] = useState<'figures' | 'refused'>('figures');
  const which = view.refusedTotal === 0 && view.figures > 0 ? 'figures' : wanted;
  const rows = which === 'figures' ? view.preview.length : view.refused.length;
  const all = which === 'figures' ? view.figures : view.refusedTotal;
  return (
    <section className={css['preview']} aria-label={words.label}>
      <header className={css['head']}>
        <h2>{words.label}</h2>
        <p className="visually-hidden" role="status">
          {words.count(format.number(view.figures, 0), format.number(view.refusedTotal, 0))}
        </p>
        {view.headOnly ? (
          <p className={css['quiet']}>{words.headOnly}</p>
        ) : (
          rows < all && (
            <p className={css['quiet']}>{words.first(format.number(rows, 0), format.number(all, 0))}</p>
          )
        )}
        <Segmented
          label={words.which}
          value={which}
          onChange={setWanted}
          items={[
            { value: 'figures', label: words.figures, count: format.number(view.figures, 0) },
            { value: 'refused', label: words.refused, count: format.number(view.refusedTotal, 0) },
          ]}
        />
      </header>
      {view.problems.length > 0 && (
        <ul className={css['problems']}>
          {view.problems.slice(0, 3).map((one) => (
            <li key={`${one.code} ${one.where}`}>
              <Icon name="warning" />
              <span>
                {problemText(t, {
                  code: one.code,
                  message: one.message,
                  ...(one.detail && { detail: one.detail }),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      {/* Its rows are reached by no tab of their own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css['scroll']} tabIndex={0} role="group" aria-label={words[which]}>
        {which === 'figures' ? <Figures view={view} kpis={kpis} /> : <Refused view={view} file={file} />}
      </div>
    </section>
  );
}

function Figures({ view, kpis }: Omit<PreviewProps, 'file'>) {
  const t = useT();
  const format = useFormat();
  const words = t.mapping.preview;
  if (view.preview.length === 0) return <p className={css['nothing']}>{words.nothing}</p>;
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{words.columns.kpi}</th>
          <th scope="col">{words.columns.channel}</th>
          <th scope="col">{words.columns.period}</th>
          <th scope="col" className={css['figure']}>
            {words.columns.value}
          </th>
          <th scope="col" className={css['from']}>
            {words.columns.row}
          </th>
        </tr>
      </thead>
      <tbody>
        {view.preview.map((one, i) => {
          const kpi = kpis.find(one.kpi);
          const unit = kpi?.unit ?? { kind: 'number' as const };
          return (
            // The same figure may stand in two rows of a sheet: only its place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={i}>
              <th scope="row">
                {kpis.nameOf(one.kpi)}
                {one.detail !== null && <span className={css['quiet']}> {one.detail}</span>}
              </th>
              <td>
                {one.network === '' ? words.noChannel : networkName(t, one.network)}
                {one.account !== null && <span className={css['quiet']}> {one.account}</span>}
              </td>
              <td>
                {one.cadence === 'day'
                  ? format.date(one.start, 'medium')
                  : format.period({ cadence: one.cadence, start: one.start }, 'medium')}
              </td>
              <td className={css['figure']}>
                {format.value(one.value, unit)} <span className={css['quiet']}>{format.words(unit)}</span>
              </td>
              <td className={css['from']}>{format.number(one.line, 0)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Refused({ view, file }: Omit<PreviewProps, 'kpis'>) {
  const t = useT();
  const words = t.mapping.preview;
  if (view.refused.length === 0) return <p className={css['nothing']}>{words.noRefused}</p>;
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{words.columns.where}</th>
          <th scope="col">{words.columns.cell}</th>
          <th scope="col">{words.columns.why}</th>
        </tr>
      </thead>
      <tbody>
        {view.refused.map((one, i) => (
          // oxlint-disable-next-line react/no-array-index-key -- one place may be refused twice
          <tr key={i}>
            <th scope="row">{whereText(t, one.where, file.name)}</th>
            <td>{one.text}</td>
            <td>{refusalText(t, one.code, one.text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
