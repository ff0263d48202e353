/** The legend: only for what cannot be labelled on the chart itself. */
import css from './charts.module.css';
import { cx } from '../ui/cx.ts';

export type Swatch =
  | 'now'
  | 'then'
  | 'pale'
  | 'line'
  | 'nowLine'
  | 'goal'
  | 'forecast'
  | 'band'
  | 'ring'
  | 'open'
  | 'gap'
  | 'ink';

export interface LegendItem {
  readonly swatch: Swatch;
  readonly text: string;
}

export function Legend({ items }: { readonly items: readonly LegendItem[] }) {
  return (
    <ul className={css['legend']}>
      {items.map((item) => (
        <li key={item.text} className={css['legendItem']}>
          <Key swatch={item.swatch} />
          {item.text}
        </li>
      ))}
    </ul>
  );
}

function Key({ swatch }: { readonly swatch: Swatch }) {
  switch (swatch) {
    case 'now':
    case 'then':
    case 'pale':
    case 'gap':
      return <span className={cx(css['block'], css[swatch])} />;
    case 'line':
    case 'nowLine':
    case 'ink':
      return (
        <svg className={css[swatch]} width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <path d="M0 4h18" strokeWidth={swatch === 'ink' ? 2 : 1.5} />
          {swatch !== 'ink' && <circle cx="9" cy="4" r="2" />}
        </svg>
      );
    case 'goal':
      return (
        <svg className={css['ink']} width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <path d="M0 4h18" strokeWidth="1.25" strokeDasharray="4 3" />
        </svg>
      );
    case 'forecast':
      return (
        <svg className={css['nowLine']} width="18" height="8" viewBox="0 0 18 8" aria-hidden="true">
          <path d="M0 4h18" strokeWidth="1.5" strokeDasharray="1.5 3" />
        </svg>
      );
    case 'band':
      return (
        <svg className={css['band']} width="18" height="10" viewBox="0 0 18 10" aria-hidden="true">
          <path className={css['bandFill']} d="M0 0h18v10H0z" />
          <path d="M0 .5h18M0 9.5h18" strokeDasharray="4 2.5" />
        </svg>
      );
    case 'open':
      return (
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          <circle className={css['openDot']} cx="5" cy="5" r="3.5" />
        </svg>
      );
    case 'ring':
      return (
        <svg className={css['ringKey']} width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
          <circle className={css['ringOuter']} cx="6" cy="6" r="4.75" />
          <circle className={css['ringDot']} cx="6" cy="6" r="2" />
        </svg>
      );
  }
}
