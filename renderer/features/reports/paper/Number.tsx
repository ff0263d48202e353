/** Numbers of rows, and what can be asked of them: on a live paper how each was made, in print plain. */
import type { ReactNode } from 'react';
import type { ReportRow } from '../../../../shared/domain/report.ts';
import type { MadeAbout } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { Gap, NotApplicable } from '../../../ui/GapCell.tsx';
import { usePaper } from './Context.tsx';

export interface AskedProps {
  readonly row: ReportRow;
  readonly side?: 'base';
  readonly about?: MadeAbout;
  readonly aside?: boolean;
  readonly children: ReactNode;
}

/** Its children, askable where the paper is live. */
export function Asked(props: AskedProps) {
  const { details } = usePaper();
  return details === null ? props.children : <details.parts.Asked {...props} />;
}

/** The value of a row, or the look of its absence. */
export function NowValue({ row, gap }: { readonly row: ReportRow; readonly gap: number }) {
  const format = useFormat();
  const { faces } = usePaper();
  const { state, value } = row.now;
  if (state === 'notApplicable') return <NotApplicable />;
  if (state !== 'value' || value === null) return <Gap width={gap} />;
  return <Asked row={row}>{format.value(value, faces.unit(row.kpi))}</Asked>;
}
