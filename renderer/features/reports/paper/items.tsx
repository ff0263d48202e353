/** One breakdown and one post, as they stand on the paper. */
import type { ReactNode } from 'react';
import type { ReportBreakdown, ReportItem } from '../../../../shared/domain/report.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { usePaper } from './Context.tsx';
import css from './parts.module.css';
import table from './table.module.css';

/** One KPI by its members: a bar each. */
export function Breakdown({ breakdown }: { readonly breakdown: ReportBreakdown }) {
  const t = useT();
  const format = useFormat();
  const { members, rest, unit } = breakdown;
  const most = Math.max(...members.map((member) => member.share), rest?.share ?? 0);
  const line = (name: string, value: number, share: number): ReactNode => (
    <tr key={name}>
      <th scope="row">{name}</th>
      <td>
        <span className={table['bar']}>
          <span style={{ width: `${(share / most) * 100}%` }} />
        </span>
      </td>
      <td className={table['num']}>{format.value(value, unit)}</td>
      <td className={`${table['num']} ${table['grey']}`}>{format.value(share, { kind: 'percent' })}</td>
    </tr>
  );
  return (
    <section className={css['breakdown']}>
      <h3>
        {breakdown.kpi} {t.reports.paper.by(breakdown.name)}{' '}
        {breakdown.channel !== null && <span className={css['grey']}>{breakdown.channel}</span>}
      </h3>
      <table className={table['table']}>
        <colgroup>
          <col style={{ width: '34%' }} />
          <col style={{ width: '28%' }} />
          <col style={{ width: '21%' }} />
          <col style={{ width: '17%' }} />
        </colgroup>
        <tbody>
          {members.map((member) => line(member.name, member.value, member.share))}
          {rest !== null && line(t.reports.paper.rest(rest.count), rest.value, rest.share)}
        </tbody>
      </table>
    </section>
  );
}

/** Cells of one post. */
export function ItemCells({ item }: { readonly item: ReportItem }) {
  const t = useT();
  const format = useFormat();
  const { model } = usePaper();
  const unit = model.content?.unit ?? { kind: 'number' };
  return (
    <>
      <th scope="row">
        <span className={table['clamp']}>{item.title === '' ? t.reports.paper.untitled : item.title}</span>
        {item.link !== null && isWeb(item.link) && (
          <a
            className={table['link']}
            href={item.link}
            rel="noreferrer"
            title={item.link}
            // The app opens nothing outside of itself; in the file that goes out the link works.
            onClick={(event) => event.preventDefault()}
          >
            {item.link.replace(/^https?:\/\/(www\.)?/, '')}
          </a>
        )}
      </th>
      <td className={table['grey']}>{item.channel}</td>
      <td className={table['grey']}>
        {item.published === null ? '–' : format.date(item.published, 'short')}
      </td>
      <td className={`${table['num']} ${table['strong']}`}>
        {format.value(item.value, unit)}
        {item.provisional && '*'}
      </td>
      <td className={table['num']}>
        {item.ratio === null ? '–' : t.reports.paper.times(format.number(item.ratio, 1))}
      </td>
    </>
  );
}

function isWeb(link: string): boolean {
  return /^https?:\/\//i.test(link);
}
