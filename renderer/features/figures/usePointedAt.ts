/**
 * A row that another screen points at (`?kpi=4&channel=2`, and the first column by `from`): it becomes the active one
 * once it is there, and is left alone from then on.
 */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { usePlace } from '../../app/index.ts';
import type { Sheet } from './plan.ts';
import { at } from './selection.ts';
import type { GridControl } from './useGrid.ts';

export function usePointedAt(sheet: Sheet, select: GridControl['select'], usualCol: number): void {
  const place = usePlace();
  const [kpi, channel, from] = [place.param('kpi'), place.param('channel'), place.param('from')];
  const line =
    kpi === undefined
      ? undefined
      : sheet.lines.find(
          (one) =>
            one.kind === 'figures' &&
            String(one.kpi.id) === kpi &&
            (channel === undefined || String(one.channelId) === channel),
        )?.id;
  const first = sheet.starts.findIndex((start) => start === from);
  const col = first < 0 ? usualCol : first;
  // The column follows the window's width; only another row is another place.
  const column = useRef(col);
  useLayoutEffect(() => {
    column.current = col;
  });
  useEffect(() => {
    if (line !== undefined) select(at({ line, col: column.current }));
  }, [line, select]);
}
