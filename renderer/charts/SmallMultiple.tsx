/** One of several lines that share a scale, each at its own centre: the eye compares heights across them. */
import { useRef } from 'react';
import css from './charts.module.css';
import { heightOf, smallLine } from './shapes.ts';
import { useSize } from './useChart.ts';

export interface SmallMultipleProps {
  readonly values: readonly (number | null)[];
  /** Lowest and highest over all of them. */
  readonly domain: readonly [low: number, high: number];
  readonly centre: number | null;
  readonly label: string;
  readonly height?: number;
}

export function SmallMultiple({ values, domain, centre, label, height = 64 }: SmallMultipleProps) {
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const box = { width: size?.width ?? 240, height, pad: 5 };
  const line = smallLine(values, domain[0], domain[1], box);
  const y = centre === null ? null : heightOf(centre, domain[0], domain[1], box);
  return (
    <div ref={place} style={{ height }}>
      <svg
        className={css['track']}
        viewBox={`0 0 ${box.width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {y !== null && <path className={css['smallCentre']} d={`M0 ${y}H${box.width}`} />}
        <path className={css['smallLine']} d={line.path} />
        {line.lone.map(([x, top]) => (
          <circle key={x} className={css['smallDot']} cx={x} cy={top} r="1.4" />
        ))}
        {line.newest !== null && (
          <circle className={css['smallDot']} cx={line.newest[0]} cy={line.newest[1]} r="3" />
        )}
      </svg>
    </div>
  );
}
