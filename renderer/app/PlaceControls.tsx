/** Period and base in the bar, tied to the address: for every screen that looks at a period. */
import type { ReactNode } from 'react';
import type { Cadence } from '../../shared/domain/time.ts';
import { BasePicker } from '../ui/BasePicker.tsx';
import { PeriodPicker } from '../ui/PeriodPicker.tsx';
import { usePlace } from './place.ts';

export interface PlaceControlsProps {
  readonly allowed?: readonly Cadence[];
  /** Words instead of the period's own, where the span on screen is another one (a running period). */
  readonly periodLabel?: ReactNode;
  readonly noBase?: boolean;
  /** The bar holds much else: the base in few words. */
  readonly tight?: boolean;
}

export function PlaceControls({ allowed, periodLabel, noBase, tight = false }: PlaceControlsProps) {
  const place = usePlace();
  return (
    <>
      <PeriodPicker
        period={place.period}
        onChange={place.setPeriod}
        today={place.today}
        {...(allowed && { allowed })}
        {...(periodLabel !== undefined && { label: periodLabel })}
      />
      {!noBase && (
        <BasePicker base={place.base} onChange={place.setBase} period={place.period} tight={tight} />
      )}
    </>
  );
}
