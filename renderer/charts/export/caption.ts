/** Whose figures of when: stands under every picture that leaves the window. */
import { baseLabel, nowLabel } from '../../../shared/domain/baseWords.ts';
import { useClient } from '../../app/state.ts';
import { usePlace } from '../../app/place.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';

/** `Northline Labs · October 2026 · against October 2025`. */
export function useCaption(): string {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const { period, base, calendar } = usePlace();
  const now = nowLabel(base, period, calendar, format.language, 'long');
  const then = baseLabel(base, period, calendar, format.language, 'long');
  return t.charts.caption(client.name, now, then);
}
