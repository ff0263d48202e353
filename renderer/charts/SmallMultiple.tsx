/**
 * One of several lines, each at its own centre. On one scale the eye compares heights across them; on scales of their own
 * it compares shapes. Gaps are hatched.
 */
import { useId, useRef } from 'react';
import css from './charts.module.css';
import { gapsOf } from './model.ts';
import type { SlotState } from './model.ts';
import { heightOf, smallLine } from './shapes.ts';
import { useSize } from './useChart.ts';

export interface SmallMultipleProps {
  readonly values: readonly (number | null)[];
  readonly states?: readonly SlotState[];
  /** Lowest and highest over all of them, or over this one alone. */
  readonly domain: readonly [low: number, high: number];
  readonly centre: number | null;
  readonly label: string;
  readonly height?: number;
}

export function SmallMultiple({ values, states, domain, centre, label, height = 64 }: SmallMultipleProps) {
  const place = useRef<HTMLDivElement>(null);
  const hatch = useId();
  const size = useSize(place);
  const box = { width: size?.width ?? 240, height, pad: 5 };
  const line = smallLine(values, domain[0], domain[1], box);
  const y = centre === null ? null : heightOf(centre, domain[0], domain[1], box);
  const step = (box.width - 2 * box.pad) / Math.max(1, values.length - 1);
  const gaps = gapsOf(values, states);
  return (
    <div ref={place} style={{ height }}>
      <svg
        className={css['track']}
        viewBox={`0 0 ${box.width} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {gaps.length > 0 && (
          <defs>
            <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse">
              <path className={css['smallHatch']} d="M-1 7L7 -1M-1 1L1 -1M5 7L7 5" />
            </pattern>
          </defs>
        )}
        {gaps.map(([from, to]) => (
          <rect
            key={from}
            x={Math.max(0, box.pad + (from - 0.5) * step)}
            y="0"
            width={Math.max(2, (to - from + 1) * step)}
            height={height}
            fill={`url(#${hatch})`}
          />
        ))}
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
