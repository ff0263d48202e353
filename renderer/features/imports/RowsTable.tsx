/**
 * Every figure and what becomes of it: virtualised, loaded page by page, in groups by fate. A grid for the keyboard:
 * arrows move, Enter takes the file's figure or keeps one's own, left and right close and open a group.
 */
import { useMemo, useState } from 'react';
import type { ImportRow, ImportSession } from '../../../shared/contract/imports/session.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import { useT } from '../../i18n/index.tsx';
import { LINE_HEIGHT, LinePanel, LineTable } from '../preview/index.ts';
import { FigureRow, isTaken } from './FigureRow.tsx';
import { GroupRow } from './GroupRow.tsx';
import { layoutOf } from './rowLayout.ts';
import type { Fate, Line } from './rowLayout.ts';
import css from './RowsTable.module.css';
import { RowsTools, wanted } from './RowsTools.tsx';
import type { Filter } from './RowsTools.tsx';
import type { ImportActs } from './useImport.ts';
import { useRows } from './useRows.ts';

/** px: what a row of each fate usually has to say. */
const fixedHeights: Readonly<Record<Fate, number>> = {
  added: 42,
  changed: 42,
  unchanged: 42,
  kept: 74,
  refused: 74,
};
const heads = ['kpi', 'channel', 'period', 'book', 'file', 'diff', 'where', 'why'] as const;
const figures: ReadonlySet<string> = new Set(['book', 'file', 'diff']);

const keyOf = (line: Line): string => (line.kind === 'group' ? line.fate : `${line.fate} ${line.offset}`);
const heightOf = (line: Line): number => (line.kind === 'row' ? fixedHeights[line.fate] : LINE_HEIGHT);

/** Why there is nothing in the table. */
function emptyText(t: Catalogue, session: ImportSession, { show, file, kpi, client }: Filter): string {
  if (session.parts.length === 0) return t.imports.noRowsYet;
  const all = file === null && kpi === null && client === null && show === 'differences';
  return all && session.counts.unchanged > 0 ? t.imports.foot.nothingNew : t.imports.noRows;
}

export function RowsTable({ session, acts }: { readonly session: ImportSession; readonly acts: ImportActs }) {
  const t = useT();
  const [filter, setFilter] = useState<Filter>({ show: 'differences', file: null, client: null, kpi: null });
  const [closed, setClosed] = useState<ReadonlySet<Fate>>(new Set());
  const [took, setTook] = useState(false);
  const fates = wanted[filter.show];
  const rows = useRows(session, { fates, file: filter.file, client: filter.client, kpi: filter.kpi });
  const layout = useMemo(() => layoutOf(rows.counts, fates, closed), [rows.counts, fates, closed]);
  const fold = ({ fate }: Line, open: boolean): void => {
    const next = new Set(closed);
    if (open) next.delete(fate);
    else next.add(fate);
    setClosed(next);
  };
  const takeRows = (ids: readonly string[] | null, take: boolean): void => {
    setTook(take || (ids !== null && took));
    acts.takeRows(ids, take);
  };
  const turn = (row: ImportRow): void => {
    if (row.fate === 'kept' || isTaken(row)) takeRows([row.id], row.fate === 'kept');
  };

  return (
    <LinePanel
      label={t.imports.rows.title}
      className={css['columns']}
      tools={
        <RowsTools
          session={session}
          filter={filter}
          onFilter={setFilter}
          counts={rows.counts}
          kpis={rows.kpis}
          took={took}
          onTakeAll={(take) => takeRows(null, take)}
        />
      }
    >
      <LineTable
        key={JSON.stringify(filter)}
        label={t.imports.fates[filter.show]}
        keys={t.imports.rows.keys}
        mark={t.imports.columns.fate}
        heads={heads.map((key) => ({ key, text: t.imports.columns[key], figure: figures.has(key) }))}
        none={emptyText(t, session, filter)}
        lines={layout}
        keyOf={keyOf}
        heightOf={heightOf}
        openOf={(line) => (line.kind === 'group' ? line.open : null)}
        onFold={fold}
        onKey={(line, key) => {
          if (key !== 'Enter' || line.kind !== 'row') return false;
          const row = rows.at(line.offset);
          if (row) turn(row);
          return true;
        }}
      >
        {(line, place) =>
          line.kind === 'group' ? (
            <GroupRow place={place} line={line} columns={heads.length + 1} onFold={fold} />
          ) : (
            <FigureRow
              place={place}
              row={rows.at(line.offset)}
              session={session}
              several={filter.file === null && session.files.length > 1}
              onTurn={turn}
            />
          )
        }
      </LineTable>
    </LinePanel>
  );
}
