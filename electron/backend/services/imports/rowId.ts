/** The name of a figure within its session: what it is about, so that it survives reading the file again. */
import type { FigureColumn } from '../../exchange/model.ts';
import type { SessionFile } from './session.ts';

export function rowId(file: Pick<SessionFile, 'id'>, column: FigureColumn, i: number): string {
  const { kpi, network, account, cadence, dimension } = column;
  const place = `${file.id}|${kpi}|${network}|${account ?? ''}|${cadence}|${column.days[i] ?? 0}`;
  return dimension === undefined ? place : `${place}|${dimension}|${column.members?.[i] ?? ''}`;
}
