/** The line over the grid: the active cell in full (KPI, channel, period, value, origin, note), and the keys. */
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useCall } from '../../api/index.ts';
import { momentText, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, Icon, KeyHint, StatusMark } from '../../ui/index.ts';
import css from './figures.module.css';
import type { CellAt } from './lines.ts';
import { holding, sourceOf } from './originWords.ts';
import { addressOf, cellAt } from './plan.ts';
import type { Sheet } from './plan.ts';
import { periodWords } from './span.ts';
import { shownText, unitText } from './typed.ts';
import type { GridControl } from './useGrid.ts';

/** How long the active cell must stay before its origin is asked for: held arrow keys ask nothing. */
const PATIENCE = 120;

export interface FormulaBarProps {
  readonly sheet: Sheet;
  readonly control: GridControl;
  /** The active line is off in the closed period, of this name. */
  readonly off: { readonly period: string; readonly written: boolean } | null;
  readonly find: ReactNode;
}

export function FormulaBar({ sheet, control, off, find }: FormulaBarProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const { href } = usePlace();
  const { activeLine: line, selection } = control;
  const col = selection?.active.col ?? 0;
  const start = sheet.starts[col];
  const cell = line && cellAt(sheet, line, col);
  const address = line && addressOf(sheet, line, col);
  const channel = sheet.channelNames?.[col] ?? line?.channel ?? '';
  const hints = t.figures.hints;
  return (
    <div className={css['formula']}>
      {line && (
        <Link
          className={css['where']}
          href={href('explorer', {
            kpi: String(line.kpi.id),
            ...(address && address.channel !== null && { channel: String(address.channel) }),
          })}
          title={t.figures.openExplorer}
        >
          {channel === '' ? line.name : t.figures.rowOf(line.name, channel)}
        </Link>
      )}
      {line && start !== undefined && (
        <>
          <span className={css['quiet']}>
            {periodWords(toPeriod({ cadence: sheet.cadence, start }), format.calendar, language)}
          </span>
          <span className={css['value']}>
            {cell && cell.value !== null ? (
              <>
                <b>{shownText(cell.value, line.unit, format.style)}</b> {unitText(line.unit, format.style)}
              </>
            ) : (
              <span className={css['quiet']}>{emptyWords()}</span>
            )}
          </span>
          {cell?.usual && (
            <span className={css['unusual']}>
              <Icon name="warning" />
              {unusualWords(cell.usual)}
            </span>
          )}
          {!address || address.channel === null || !line.editable ? (
            <Button
              kind="link"
              size="small"
              className={css['source']}
              onClick={() => control.float('origin')}
              title={`${t.figures.origin.title} (${t.figures.keys.origin})`}
            >
              {t.figures.origin.computed}
            </Button>
          ) : (
            <OriginLine
              at={{ ...address, channel: address.channel }}
              onOpen={() => control.float('origin')}
            />
          )}
        </>
      )}
      {off && (
        <Button kind="link" size="small" className={css['why']} onClick={() => control.float('why')}>
          <StatusMark status="off" faint={off.written} />
          {off.written ? t.figures.owed.change(off.period) : t.figures.owed.write(off.period)}
        </Button>
      )}
      {find ?? (
        <span className={css['hints']}>
          {hints.type} <KeyHint keys="0" /> {hints.zero} <KeyHint keys="N" /> {hints.na}{' '}
          <KeyHint keys={t.figures.keys.delete} /> {hints.missing} <KeyHint keys={t.figures.keys.note} />{' '}
          {hints.note}
        </span>
      )}
    </div>
  );

  function unusualWords({ from, to }: { readonly from: number; readonly to: number }): string {
    const whole = line?.unit.kind === 'count';
    const text = (value: number): string =>
      line ? shownText(whole ? Math.round(value) : value, line.unit, format.style) : '';
    return t.figures.unusual(cell?.value !== null && (cell?.value ?? 0) > to, text(from), text(to));
  }

  function emptyWords(): string {
    if (!cell) return t.common.loading;
    if (cell?.reason && cell.state === 'notComputable') return t.status.value[cell.reason];
    switch (cell?.state) {
      case 'notApplicable':
        return t.figures.states.notApplicable;
      case 'missing':
        return t.figures.states.missing;
      case 'notComputable':
        return t.figures.states.notComputable;
      default:
        return t.figures.states.notExpected;
    }
  }
}

function OriginLine({ at, onOpen }: { readonly at: CellAt; readonly onOpen: () => void }) {
  const t = useT();
  const language = useLanguage();
  const settled = useSettled(at, PATIENCE);
  const { data } = useCall('figures.origin', settled);
  if (!data || settled === null) return null;
  const now = holding(data);
  if (!now && !data.finer && data.note === null) return null;
  return (
    <>
      {(now ?? data.finer) && (
        <Button
          kind="link"
          size="small"
          className={css['source']}
          onClick={onOpen}
          title={`${t.figures.origin.title} (${t.figures.keys.origin})`}
        >
          {now
            ? t.figures.origin.by(sourceOf(now, t), momentText(now.at, language))
            : t.figures.states.rolled}
        </Button>
      )}
      {data.note !== null && (
        <button type="button" className={css['note']} onClick={onOpen} title={data.note}>
          <Icon name="note" />
          <span className={css['clip']}>{data.note}</span>
        </button>
      )}
    </>
  );
}

/** The place, once it has not changed for a while; `null` until then. */
function useSettled(at: CellAt, wait: number): CellAt | null {
  const { kpi, channel, cadence, start } = at;
  const [settled, setSettled] = useState<CellAt | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSettled({ kpi, channel, cadence, start }), wait);
    return () => {
      clearTimeout(timer);
      setSettled(null);
    };
  }, [kpi, channel, cadence, start, wait]);
  return settled;
}
