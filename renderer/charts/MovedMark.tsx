/** Twelve periods between their limits, in the size of a mark; the newest point is ringed where a rule fired. */
import type { Signal } from '../../shared/domain/results.ts';
import { cx } from '../ui/cx.ts';
import css from './charts.module.css';
import { domainOf, heightOf, smallLine } from './shapes.ts';

const box = { width: 64, height: 30, pad: 4 };

export function MovedMark({
  values,
  signal,
}: {
  readonly values: readonly (number | null)[];
  readonly signal: Signal;
}) {
  const { lower, upper } = signal;
  const domain = domainOf([values, [lower ?? null, upper ?? null]]);
  if (domain === null)
    return <svg className={css['moved']} width={box.width} height={box.height} aria-hidden="true" />;
  const [low, high] = domain;
  const line = smallLine(values, low, high, box);
  const y = (value: number): number => heightOf(value, low, high, box);
  const fired = signal.rule !== undefined;
  return (
    <svg
      className={cx(css['moved'], fired && css['movedFired'])}
      width={box.width}
      height={box.height}
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden="true"
    >
      {lower !== undefined && upper !== undefined && (
        <>
          <rect
            className={css['movedBand']}
            x="0"
            width={box.width}
            y={y(upper)}
            height={Math.max(1, y(lower) - y(upper))}
          />
          <path className={css['movedLimit']} d={`M0 ${y(upper)}H${box.width}M0 ${y(lower)}H${box.width}`} />
        </>
      )}
      <path className={css['movedLine']} d={line.path} />
      {fired && line.last !== null && (
        <>
          <circle className={css['ringOuter']} cx={line.last[0]} cy={line.last[1]} r="3.75" />
          <circle className={css['ringDot']} cx={line.last[0]} cy={line.last[1]} r="1.6" />
        </>
      )}
    </svg>
  );
}
