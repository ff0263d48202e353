/** Twelve periods as a small line: grey, the goal dotted, the newest point in the accent. Says nothing alone. */
import { sparkShape } from './sparkline.ts';
import css from './Sparkline.module.css';

export interface SparklineProps {
  readonly values: readonly (number | null)[];
  readonly goals?: readonly (number | null)[];
  readonly width?: number;
  readonly height?: number;
  /** Read aloud; without it the line is decoration beside its figure. */
  readonly label?: string;
}

export function Sparkline({ values, goals = [], width = 84, height = 24, label }: SparklineProps) {
  const shape = sparkShape(values, goals, width, height);
  return (
    <svg
      className={css['spark']}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {shape.goal && <path className={css['goal']} d={shape.goal} />}
      {shape.line && <path className={css['line']} d={shape.line} />}
      {shape.lone.map(([x, y]) => (
        <circle key={x} className={css['lone']} cx={x} cy={y} r="1.1" />
      ))}
      {shape.last && <circle className={css['last']} cx={shape.last[0]} cy={shape.last[1]} r="2.5" />}
    </svg>
  );
}
