/** Tables of a batch's page: its files, its figures by KPI and channel, and what was changed since. */
import { Link } from 'wouter';
import type { Batch, BatchDetail } from '../../../shared/contract/imports/batches.ts';
import { platformName } from '../../../shared/domain/platforms.ts';
import { clientHref } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { cx, Panel, sentence } from '../../ui/index.ts';
import log from './BatchLog.module.css';
import css from './BatchScreen.module.css';
import type { ImportBook } from './book.tsx';
import { reportName } from './words.ts';

interface DetailProps {
  readonly detail: BatchDetail;
  readonly book: ImportBook;
}

export function BatchFiles({ batch }: { readonly batch: Batch }) {
  const t = useT();
  const format = useFormat();
  const words = t.imports.batch.fileColumns;
  const statuses: Readonly<Record<string, string>> = t.imports.batch.statuses;
  const rated = batch.files.some((file) => Object.keys(file.rates).length > 0);
  return (
    <Panel title={t.imports.batch.files} flush>
      <table className={log['table']}>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.read}</th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.asOf}</th>
            {rated && <th scope="col">{words.rates}</th>}
          </tr>
        </thead>
        <tbody>
          {batch.files.map((file) => (
            <tr key={file.name}>
              <td className={css['name']}>{file.name}</td>
              <td className={log['quiet']}>
                {sentence(
                  [platformName(file.platform), reportName(t, file.report)].filter(Boolean).join(', '),
                )}
              </td>
              <td className={log['quiet']}>{statuses[file.status] ?? file.status}</td>
              <td>{file.asOf ? format.date(file.asOf.slice(0, 10), 'medium') : ''}</td>
              {rated && (
                <td>
                  {Object.entries(file.rates)
                    .map(([from, rate]) =>
                      t.imports.question.ratio(from, format.number(rate, 4), format.style.currency),
                    )
                    .join('; ')}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

export function BatchFigures({ detail, book }: DetailProps) {
  const t = useT();
  const format = useFormat();
  const words = t.imports.batch.figureColumns;
  const { client } = detail.batch;
  return (
    <table className={log['table']}>
      <thead>
        <tr>
          <th scope="col">{words.kpi}</th>
          <th scope="col">{words.channel}</th>
          <th scope="col">{words.each}</th>
          <th scope="col">{words.span}</th>
          <th scope="col" className={log['figure']}>
            {words.cells}
          </th>
          <th scope="col" className={log['figure']}>
            {words.shown}
          </th>
        </tr>
      </thead>
      <tbody>
        {detail.figures.map((line) => (
          <tr key={`${line.kpi} ${line.channel} ${line.cadence}`}>
            <td className={log['strong']}>{book.kpiName(client, line.kpi)}</td>
            <td className={log['quiet']}>{line.channel}</td>
            <td className={log['quiet']}>{t.common.cadence[line.cadence].toLowerCase()}</td>
            <td>{spanOf(t, format, line)}</td>
            <td className={log['figure']}>{format.number(line.cells, 0)}</td>
            <td className={cx(log['figure'], line.shown < line.cells && css['fewer'])}>
              {format.number(line.shown, 0)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function spanOf(
  t: Catalogue,
  format: ReturnType<typeof useFormat>,
  { cadence, first, last }: BatchDetail['figures'][number],
): string {
  if (cadence === 'day') {
    return first === last
      ? format.date(last, 'medium')
      : t.imports.question.span(format.date(first, 'medium'), format.date(last, 'medium'));
  }
  const name = (start: string): string => format.period({ cadence, start }, 'medium');
  return first === last ? name(last) : t.imports.question.span(name(first), name(last));
}

/** Figures that something later changed: they stay when the batch is taken back. */
export function LaterCells({ detail, book }: DetailProps) {
  const t = useT();
  const format = useFormat();
  const words = t.imports.batch;
  const { later, laterTotal } = detail;
  const { client } = detail.batch;
  const value = (kpi: string, number: number | null): string =>
    number === null ? words.gone : book.value(client, kpi, number);
  return (
    <Panel title={words.later} {...(laterTotal > 0 && { detail: words.laterDetail(laterTotal) })} flush>
      {later.length === 0 ? (
        <p className={css['empty']}>{words.laterNone}</p>
      ) : (
        <table className={log['table']}>
          <thead>
            <tr>
              <th scope="col">{words.laterColumns.kpi}</th>
              <th scope="col">{words.laterColumns.channel}</th>
              <th scope="col">{words.laterColumns.period}</th>
              <th scope="col" className={log['figure']}>
                {words.laterColumns.said}
              </th>
              <th scope="col" className={log['figure']}>
                {words.laterColumns.shown}
              </th>
              <th scope="col">{words.laterColumns.by}</th>
            </tr>
          </thead>
          <tbody>
            {later.map((cell) => (
              <tr key={`${cell.kpi} ${cell.channel} ${cell.cadence} ${cell.start}`}>
                <td className={log['strong']}>{book.kpiName(client, cell.kpi)}</td>
                <td className={log['quiet']}>{cell.channel}</td>
                <td>{format.period({ cadence: cell.cadence, start: cell.start }, 'medium')}</td>
                <td className={log['figure']}>
                  <s className={log['quiet']}>{value(cell.kpi, cell.value)}</s>
                </td>
                <td className={cx(log['figure'], log['strong'])}>{value(cell.kpi, cell.shown)}</td>
                <td>
                  <Link className={log['label']} href={clientHref(client, `imports/${cell.byBatch}`)}>
                    {cell.by === 'import'
                      ? words.byImport(cell.byBatch)
                      : cell.by === 'edit'
                        ? words.byEdit
                        : words.byDemo}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {laterTotal > later.length && later.length > 0 && (
        <p className={css['empty']}>{words.laterMore(format.number(laterTotal - later.length, 0))}</p>
      )}
    </Panel>
  );
}
