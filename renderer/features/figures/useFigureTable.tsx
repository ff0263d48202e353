/** The grid's columns and rows as a TanStack table: what is frozen at either side, and which groups are open. */
import {
  columnPinningFeature,
  createExpandedRowModel,
  rowExpandingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { ColumnDef, ExpandedState, Row } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { FigureLine, GroupLine, Line } from './lines.ts';
import type { Sheet } from './plan.ts';
import {
  ChannelText,
  CoverHead,
  CoverText,
  FigureText,
  NameText,
  PeriodHead,
  PlainHead,
  TotalHead,
  TotalText,
  UnitText,
} from './cellText.tsx';
import type { TotalLabel } from './cellText.tsx';

const features = tableFeatures({
  columnPinningFeature,
  rowExpandingFeature,
  expandedRowModel: createExpandedRowModel(),
});
export type Features = typeof features;
export type TableRow = Row<Features, Line>;

/** `null` on group lines: they have no cells. */
const figure =
  <V,>(read: (line: FigureLine) => V) =>
  (line: Line): V | null =>
    line.kind === 'figures' ? read(line) : null;

const pinned = { start: ['kpi', 'channel', 'unit'], end: ['total', 'cover'] };
const rowsOf = (line: Line): readonly Line[] | undefined => (line.kind === 'group' ? line.rows : undefined);
const idOf = (line: Line): string => line.id;

export function useFigureTable(
  groups: readonly GroupLine[],
  starts: Sheet['starts'],
  cadence: Sheet['cadence'],
  totalLabel: TotalLabel,
  folded: ReadonlySet<string>,
) {
  const columns = useMemo((): ColumnDef<Features, Line>[] => {
    const periods = starts.map((start, at): ColumnDef<Features, Line> => ({
      id: start,
      accessorFn: figure((line) => line.cells[at]),
      header: () => <PeriodHead cadence={cadence} start={start} />,
      cell: ({ row }) => <FigureText line={row.original} at={at} />,
    }));
    return [
      {
        id: 'kpi',
        accessorFn: figure((line) => line.name),
        header: () => <PlainHead column="kpi" />,
        cell: ({ row }) => <NameText line={row.original} />,
      },
      {
        id: 'channel',
        accessorFn: figure((line) => line.channel),
        header: () => <PlainHead column="channel" />,
        cell: ({ row }) => <ChannelText line={row.original} />,
      },
      {
        id: 'unit',
        accessorFn: figure((line) => line.unit),
        header: () => <PlainHead column="unit" />,
        cell: ({ row }) => <UnitText line={row.original} />,
      },
      ...periods,
      {
        id: 'total',
        accessorFn: figure((line) => line.total.value),
        header: () => <TotalHead label={totalLabel} />,
        cell: ({ row }) => <TotalText line={row.original} />,
      },
      {
        id: 'cover',
        accessorFn: figure((line) => line.total),
        header: () => <CoverHead />,
        cell: ({ row }) => <CoverText line={row.original} running={totalLabel.running} />,
      },
    ];
  }, [starts, cadence, totalLabel]);
  const expanded = useMemo(
    (): ExpandedState => Object.fromEntries(groups.map((group) => [group.id, !folded.has(group.id)])),
    [groups, folded],
  );
  return useTable({
    features,
    columns,
    data: groups,
    getRowId: idOf,
    getSubRows: rowsOf,
    state: { expanded, columnPinning: pinned },
  });
}
export type FigureTable = ReturnType<typeof useFigureTable>;
