/** What makes a paper in the app live: figures that can be asked how they were made. */
import { MadeNumber } from '../../app/index.ts';
import { TokenChip } from './editor/TokenChip.tsx';
import { usePaper } from './paper/Context.tsx';
import type { LiveParts } from './paper/Context.tsx';
import type { AskedProps } from './paper/Number.tsx';
import { useReportTargets } from './useReportTargets.ts';

export const liveParts: LiveParts = { Asked: AskedLive, Token: TokenChip };

function AskedLive({ row, side, about, aside, children }: AskedProps) {
  const { model } = usePaper();
  const targets = useReportTargets(model);
  const more = { ...(side !== undefined && { side }), ...(about !== undefined && { about }) };
  return (
    <MadeNumber target={targets(row, more)} aside={aside === true}>
      {children}
    </MadeNumber>
  );
}
