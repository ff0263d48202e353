/** The three layouts drawn: where dates stand (dark), where KPIs are named (grey), where figures are (lines). */
import type { Shape } from './draft.ts';
import css from './aside.module.css';

const columns = [1, 14, 27];
const rows = [1, 10, 19];

type Part = 'date' | 'kpi' | 'value';

function partAt(shape: Shape, row: number, column: number): Part | null {
  if (shape === 'long') return (['date', 'kpi', 'value'] as const)[column] ?? null;
  if (row === 0 && column === 0) return null;
  const [down, across]: readonly [Part, Part] = shape === 'series' ? ['date', 'kpi'] : ['kpi', 'date'];
  if (column === 0) return down;
  return row === 0 ? across : 'value';
}

export function ShapePicture({ shape }: { readonly shape: Shape }) {
  return (
    <svg className={css['picture']} viewBox="0 0 40 28" aria-hidden="true">
      {rows.flatMap((y, row) =>
        columns.map((x, column) => {
          const part = partAt(shape, row, column);
          return part === null ? null : (
            <rect
              key={`${x} ${y}`}
              className={css[part === 'kpi' ? 'name' : part]}
              x={x}
              y={y}
              width="12"
              height="8"
              rx="1"
            />
          );
        }),
      )}
    </svg>
  );
}
