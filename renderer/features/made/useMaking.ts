/** The making of a number, asked of the backend. */
import { useCall } from '../../api/index.ts';
import type { NumberTarget } from '../../app/index.ts';

/** `null`: nothing is asked. */
export function useMaking(target: NumberTarget | null) {
  return useCall('numbers.made', target === null ? null : callOf(target));
}

function callOf({ client, kpi, channel, period, base, side, at }: NumberTarget) {
  return {
    client,
    kpi,
    channel,
    period,
    base,
    ...(side === 'base' && { side }),
    ...(at !== undefined && {
      at: { span: at.span, channels: at.channels === null ? null : [...at.channels] },
    }),
  };
}
