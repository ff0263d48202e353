/** The line over the grid: the active cell in full (KPI, channel, period, value, origin, note), and the keys. */
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useCall } from '../../api/index.ts';
import { momentText, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { Button, Icon, KeyHint } from '../../ui/index.ts';
import css from './figures.module.css';
import type { CellAt } from './lines.ts';
import { holding, sourceOf } from './originWords.ts';
import type { Sheet } from './plan.ts';
import { periodWords } from './span.ts';
import { shownText, unitText } from './typed.ts';
import type { GridControl } from './useGrid.ts';

/** How long the active cell must stay before its origin is asked for: held arrow keys ask nothing. */
const PATIENCE = 120;

export function FormulaBar({ sheet, control }: { readonly sheet: Sheet; readonly control: GridControl }) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const { href } = usePlace();
  const { activeLine: line, selection } = control;
  const col = selection?.active.col ?? 0;
  const start = sheet.starts[col];
  const cell = line?.cells[col];
  const hints = t.figures.hints;
  return (
    <div className={css['formula']}>
      {line && (
        <Link
          className={css['where']}
          href={href('explorer', {
            kpi: String(line.kpi.id),
            ...(line.channelId !== null && { channel: String(line.channelId) }),
          })}
          title={t.figures.openExplorer}
        >
          {t.figures.rowOf(line.name, line.channel)}
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
          {line.channelId === null ? (
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
              at={{ kpi: line.kpi.id, channel: line.channelId, cadence: sheet.cadence, start }}
              computed={!line.editable}
              onOpen={() => control.float('origin')}
            />
          )}
        </>
      )}
      <span className={css['hints']}>
        {hints.type} <KeyHint keys="0" /> {hints.zero} <KeyHint keys="N" /> {hints.na}{' '}
        <KeyHint keys={t.figures.keys.delete} /> {hints.missing} <KeyHint keys={t.figures.keys.note} />{' '}
        {hints.note}
      </span>
    </div>
  );

  function emptyWords(): string {
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

function OriginLine({
  at,
  computed,
  onOpen,
}: {
  readonly at: CellAt;
  readonly computed: boolean;
  readonly onOpen: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const settled = useSettled(at, PATIENCE);
  const { data } = useCall('figures.origin', settled);
  if (computed)
    return (
      <Button
        kind="link"
        size="small"
        className={css['source']}
        onClick={onOpen}
        title={`${t.figures.origin.title} (${t.figures.keys.origin})`}
      >
        {t.figures.origin.computed}
      </Button>
    );
  if (!data || settled === null) return null;
  const now = holding(data);
  if (!now && !data.finer && data.note === null) return null;
  return (
    <>
      <Button
        kind="link"
        size="small"
        className={css['source']}
        onClick={onOpen}
        title={`${t.figures.origin.title} (${t.figures.keys.origin})`}
      >
        {now ? t.figures.origin.by(sourceOf(now, t), momentText(now.at, language)) : t.figures.states.rolled}
      </Button>
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
