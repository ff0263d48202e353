/** A chart's figures as a table: gaps are hatched and named, figures stand right. */
import { Gap } from '../ui/GapCell.tsx';
import css from './charts.module.css';
import type { ChartTable } from './model.ts';

export function ChartTableView({ table, caption }: { readonly table: ChartTable; readonly caption: string }) {
  return (
    // Scrollable by keyboard: the region takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css['tableScroll']} tabIndex={0} role="region" aria-label={caption}>
      <table className={css['table']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((text, i) => (
                // The place in the row is the cell's identity: columns never move.
                // oxlint-disable-next-line react/no-array-index-key
                <td key={i}>{text === '' ? <Gap width={32} /> : text}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
