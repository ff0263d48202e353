/**
 * Every cell that differs, with what went out, what came back and what is here today: virtualised, in groups by kind and
 * sheet. A grid for the keyboard: arrows move, Space takes a cell (or a group) or leaves it, left and right close and open.
 */
import { useMemo, useState } from 'react';
import { returnedKinds } from '../../../shared/contract/api/returns.ts';
import type { Returned } from '../../../shared/contract/api/returns.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Segmented } from '../../ui/index.ts';
import { LINE_HEIGHT, LinePanel, LineTable } from '../preview/index.ts';
import { CellLine } from './CellLine.tsx';
import css from './Differences.module.css';
import { GroupLine } from './GroupLine.tsx';
import { useNames } from './useNames.ts';
import { cellsShown, chosenOf, groupsOf, linesOf } from './rows.ts';
import type { Line, Shown } from './rows.ts';

/** px: two lines of words. */
const FIGURE_HEIGHT = 42;
const heads = ['kpi', 'channel', 'period', 'was', 'came', 'here', 'cell', 'why'] as const;
const figures: ReadonlySet<string> = new Set(['was', 'came', 'here']);

const keyOf = (line: Line): string => (line.kind === 'group' ? line.group.id : line.cell.id);

/** Notes and texts are as long as somebody wrote them. */
function heightOf(line: Line): number | null {
  if (line.kind === 'group') return LINE_HEIGHT;
  return line.cell.kind === 'note' || line.cell.kind === 'text' ? null : FIGURE_HEIGHT;
}

interface DifferencesProps {
  readonly returned: Returned;
  readonly onTake: (ids: readonly string[] | null, take: boolean) => void;
}

export function Differences({ returned, onTake }: DifferencesProps) {
  const t = useT();
  const nameOf = useNames();
  const [shown, setShown] = useState<Shown>('all');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const cells = useMemo(() => cellsShown(returned.cells, shown), [returned.cells, shown]);
  const lines = useMemo(() => linesOf(groupsOf(cells), closed), [cells, closed]);
  const fold = (line: Line, open: boolean): void => {
    if (line.kind !== 'group') return;
    const next = new Set(closed);
    if (open) next.delete(line.group.id);
    else next.add(line.group.id);
    setClosed(next);
  };
  const takeLine = (line: Line): void => {
    const own = line.kind === 'group' ? line.group.cells : [line.cell];
    const able = own.filter((cell) => cell.takeable).map((cell) => cell.id);
    if (able.length > 0) onTake(able, chosenOf(own) !== 'all');
  };

  return (
    <LinePanel
      label={t.returns.rows.title}
      className={css['columns']}
      tools={
        <Tools
          returned={returned}
          shown={shown}
          onShown={setShown}
          onTake={(take) =>
            onTake(
              shown === 'all' ? null : cells.filter((cell) => cell.takeable).map((cell) => cell.id),
              take,
            )
          }
        />
      }
    >
      <LineTable
        key={shown}
        label={t.returns.kinds[shown]}
        keys={t.returns.rows.keys}
        mark={t.returns.columns.take}
        heads={heads.map((key) => ({ key, text: t.returns.columns[key], figure: figures.has(key) }))}
        none={t.returns.rows.none}
        lines={lines}
        keyOf={keyOf}
        heightOf={heightOf}
        openOf={(line) => (line.kind === 'group' ? line.open : null)}
        onFold={fold}
        onKey={(line, key) => {
          if (key !== ' ' && (key !== 'Enter' || line.kind === 'group')) return false;
          takeLine(line);
          return true;
        }}
      >
        {(line, place) =>
          line.kind === 'group' ? (
            <GroupLine
              place={place}
              group={line.group}
              open={line.open}
              columns={heads.length + 1}
              onFold={(open) => fold(line, open)}
              onTake={() => takeLine(line)}
            />
          ) : (
            <CellLine place={place} cell={line.cell} name={nameOf(line.cell)} onTake={() => takeLine(line)} />
          )
        }
      </LineTable>
    </LinePanel>
  );
}

/** By kind with counts, and all or none of what is shown. */
function Tools({
  returned,
  shown,
  onShown,
  onTake,
}: {
  readonly returned: Returned;
  readonly shown: Shown;
  readonly onShown: (shown: Shown) => void;
  readonly onTake: (take: boolean) => void;
}) {
  const t = useT();
  const format = useFormat();
  const count = (one: Shown): number => cellsShown(returned.cells, one).length;
  const chosen = chosenOf(cellsShown(returned.cells, shown));
  return (
    <>
      <Segmented
        label={t.returns.show}
        value={shown}
        onChange={onShown}
        items={(['all', ...returnedKinds, 'look'] as const)
          .filter((one) => one === 'all' || one === shown || count(one) > 0)
          .map((one) => ({ value: one, label: t.returns.kinds[one], count: format.number(count(one), 0) }))}
      />
      <div className={css['choose']}>
        <Button size="small" disabled={chosen === 'never' || chosen === 'all'} onClick={() => onTake(true)}>
          {t.returns.rows.takeAll}
        </Button>
        <Button size="small" disabled={chosen === 'never' || chosen === 'none'} onClick={() => onTake(false)}>
          {t.returns.rows.takeNone}
        </Button>
      </div>
    </>
  );
}
