/**
 * Figures: a spreadsheet of KPI and channel against periods, or of KPI against the channels of one period. This file lays
 * the screen out; the grid's rules are in useGrid (what a person does), editLog (what is stored), useFigures and source
 * (what is shown).
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { OwedNote } from '../../../shared/contract/api/figures.ts';
import { coarserOf } from '../../../shared/domain/coarser.ts';
import { shiftPeriod } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { ImportButton, navigate, Page, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto, toPeriod } from '../../i18n/period.ts';
import { Button, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import css from './figures.module.css';
import { FindBar } from './FindBar.tsx';
import { FormulaBar } from './FormulaBar.tsx';
import { useGeometry } from './geometry.ts';
import { Grid } from './Grid.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { flat, seriesKey } from './lines.ts';
import { NewChannel } from './NewChannel.tsx';
import { OwedPanel } from './OwedPanel.tsx';
import {
  kpisIn,
  newestClosed,
  useBlockRows,
  useContents,
  useScreenKeys,
  useSheet,
  useTotalLabel,
  useWidth,
} from './screenParts.ts';
import { at } from './selection.ts';
import { isReach } from './span.ts';
import { SpanPicker } from './SpanPicker.tsx';
import { StatusBar } from './StatusBar.tsx';
import { StatusNoteCard } from './StatusNoteCard.tsx';
import { Toolbar } from './Toolbar.tsx';
import type { Side } from './Toolbar.tsx';
import { useFigures } from './useFigures.ts';
import { useFind } from './useFind.ts';
import { useGrid } from './useGrid.ts';
import type { InView } from './useGridView.ts';
import { useMissing } from './useMissing.ts';
import { useOff, useOwed } from './useOwed.ts';
import { usePointedAt } from './usePointedAt.ts';

/** Lines fetched ahead of those on screen, at either side. */
const AHEAD = 60;

export function FiguresScreen() {
  const t = useT();
  const place = usePlace();
  const client = useClient();
  const format = useFormat();
  const [width, measure] = useWidth();
  const [viewWidth, measureView] = useWidth();
  const figures = useFigures(width);
  const { data, groups, log, logState, filter, view, span, rows, source } = figures;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback((group: string) => {
    setFolded((old) => {
      const next = new Set(old);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  }, []);
  const [side, setSide] = useState<Side>(null);
  const lines = useMemo(() => flat(groups, folded), [groups, folded]);
  const sheet = useSheet(figures, lines);
  const total = useMemo(() => {
    if (view === 'channels') return null;
    const periods = Array.from({ length: span.count }, (_, i) => shiftPeriod(span.first, i));
    return toDto(coarserOf(periods, place.today, place.calendar));
  }, [view, span, place.today, place.calendar]);
  const totalLabel = useTotalLabel(total, span, place.today);
  const geometry = useGeometry(lines, sheet.periods, viewWidth ?? width ?? 0, useContents(figures, sheet));
  const newest = view === 'channels' ? 0 : newestClosed(sheet.starts, span.cadence, place.today);
  const blockRows = useBlockRows(figures, sheet);
  const control = useGrid(sheet, log, newest, blockRows);
  usePointedAt(sheet, control.select, newest);
  const scroller = useRef<HTMLDivElement>(null);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      measureView(element);
    },
    [measureView],
  );

  // Asked for while the grid scrolls, without drawing the screen anew.
  const seen = useRef<InView>({ top: 0, bottom: 40, left: 0, right: 20 });
  const { wanted } = rows;
  const want = useCallback(
    (next: InView) => {
      seen.current = next;
      const { top, bottom, left, right } = next;
      const figureLines = (from: number, to: number) =>
        lines.slice(Math.max(0, from), to + 1).filter((line) => line.kind === 'figures');
      source?.want(
        wanted(figureLines(top, bottom), left, right),
        wanted(figureLines(top - AHEAD, bottom + AHEAD), left, right).series,
      );
    },
    [source, lines, wanted],
  );
  // What a selection adds up to, and what it copies, needs all of its figures.
  const { block } = control;
  useEffect(() => {
    if (block && (block.top !== block.bottom || block.left !== block.right)) blockRows.load(block);
  }, [block, blockRows]);

  const owed = useOwed();
  const off = useOff(owed, figures.lines, view);
  const missing = useMissing({ owed, sheet, groups, folded, fold, control, span });
  const history = useCall('figures.history', { client: client.id, limit: 1 }).data;
  const find = useFind(sheet, control, seen);
  useScreenKeys(control.travel, missing.next, find.show);
  const why = useMemo((): { readonly note: OwedNote } | null => {
    const line = control.activeLine;
    if (!line || !owed || !off.has(line.id)) return null;
    const own = owed.notes.filter((note) => note.kpi === line.kpi.key);
    const channel = line.channelId === null ? null : String(line.channelId);
    const note = own.find((one) => one.channel === channel) ?? own[0];
    return note ? { note } : null;
  }, [control.activeLine, owed, off]);

  const none = figures.kpis?.length === 0 ? 'kpis' : data?.channels.length === 0 ? 'channels' : null;
  const addKpi = place.href('kpis/catalogue');
  const reach = place.param('reach');
  const goToNote = (note: OwedNote): void => {
    const id = view === 'channels' ? `${note.kpi}|*` : seriesKey(note.kpi, note.channel);
    const line =
      figures.lines.find((one) => one.id === id) ?? figures.lines.find((one) => one.kpi.key === note.kpi);
    if (!line) return;
    missing.reveal(line.id);
    control.select(at({ line: line.id, col: newest }));
    // Once the line is there to be pointed at.
    requestAnimationFrame(() => control.float('why'));
  };
  const shownKpis = useMemo(() => groups.reduce((n, group) => n + kpisIn(group.rows), 0), [groups]);
  const { travel } = control;
  // Drawn anew when something in it changed, not with every answer while the grid scrolls.
  const toolbar = useMemo(
    () => (
      <Toolbar
        view={view}
        onView={(next) => place.set({ view: next === 'periods' ? undefined : next, from: undefined })}
        cadence={span.cadence}
        onCadence={(by) => place.set({ by, from: undefined })}
        undo={history?.undo ?? null}
        redo={history?.redo ?? null}
        onTravel={(way) => void travel(way)}
        kpis={{ shown: shownKpis, all: data?.kpis.length ?? 0 }}
        words={filter.words}
        onWords={filter.setWords}
        computed={filter.computed}
        onComputed={filter.setComputed}
        all={filter.all}
        onAll={(all) => place.set({ all: all ? '1' : undefined }, { replace: true })}
        missing={owed?.count}
        notes={owed?.notes.filter((note) => note.text === null).length ?? 0}
        side={side}
        onSide={setSide}
      />
    ),
    [
      view,
      place,
      span.cadence,
      history,
      travel,
      shownKpis,
      data,
      filter.words,
      filter.setWords,
      filter.computed,
      filter.setComputed,
      filter.all,
      owed,
      side,
    ],
  );
  const controls = useMemo(
    () => (
      <SpanPicker
        span={span}
        today={place.today}
        onChange={(from) => place.set({ from })}
        reach={view === 'channels' ? null : isReach(reach) ? reach : 'screen'}
        onReach={(next) => place.set({ reach: next === 'screen' ? undefined : next, from: undefined })}
      />
    ),
    [span, place, view, reach],
  );
  return (
    <Page
      title={t.figures.title}
      flush
      controls={none === null && controls}
      actions={
        <>
          <ImportButton />
          {none !== 'kpis' && (
            <Button
              kind={none === null ? 'primary' : 'secondary'}
              icon="plus"
              onClick={() => navigate(addKpi)}
            >
              {t.figures.addKpi}
            </Button>
          )}
        </>
      }
      {...(none === null && { toolbar })}
      {...(none === null &&
        side === 'owed' && {
          aside: <OwedPanel owed={owed} onGo={missing.go} onWhy={goToNote} onClose={() => setSide(null)} />,
        })}
      {...(none === null &&
        side === 'history' && {
          aside: (
            <HistoryPanel onTravel={(to) => void control.travel({ to })} onClose={() => setSide(null)} />
          ),
        })}
    >
      <div ref={measure} className={css['screen']}>
        {figures.error && (
          <div className={css['empty']}>
            <ErrorPanel error={figures.error} onRetry={figures.retry} />
          </div>
        )}
        {none === 'kpis' && (
          <EmptyState
            centred
            title={t.figures.empty.kpis.title}
            action={
              <LinkButton to={addKpi} kind="primary" icon="plus">
                {t.figures.addKpi}
              </LinkButton>
            }
          >
            {t.figures.empty.kpis.text}
          </EmptyState>
        )}
        {none === 'channels' && <NewChannel />}
        {none === null && data && !figures.error && (
          <>
            <FormulaBar
              sheet={sheet}
              control={control}
              off={
                why && owed
                  ? { period: format.period(toPeriod(owed.period), 'long'), written: why.note.text !== null }
                  : null
              }
              find={
                find.open ? (
                  <FindBar
                    words={find.words}
                    onWords={find.setWords}
                    at={find.at}
                    hits={find.hits}
                    onStep={find.step}
                    onClose={() => {
                      find.close();
                      control.close();
                    }}
                  />
                ) : null
              }
            />
            {lines.length === 0 ? (
              <EmptyState
                centred
                title={t.figures.empty.rows.title}
                action={
                  <Button
                    onClick={() => {
                      filter.setWords('');
                      filter.setComputed(true);
                    }}
                  >
                    {t.figures.filter.clear}
                  </Button>
                }
              >
                {filter.words === '' ? t.figures.empty.rows.text : t.figures.filter.none}
              </EmptyState>
            ) : (
              <Grid
                // Other columns are another view: it opens at the newest of them.
                key={`${view} ${sheet.cadence} ${reach ?? ''}`}
                sheet={sheet}
                control={control}
                geometry={geometry}
                log={logState}
                totalLabel={totalLabel}
                folded={folded}
                onFold={fold}
                off={off}
                scroller={scroller}
                attach={attach}
                onSeen={want}
                note={
                  why && owed && control.activeLine ? (
                    <StatusNoteCard
                      line={control.activeLine}
                      note={why.note}
                      period={owed.period}
                      onClose={control.close}
                    />
                  ) : null
                }
              />
            )}
            <StatusBar sheet={sheet} block={block} saving={logState.working > 0} told={control.told} />
          </>
        )}
      </div>
    </Page>
  );
}
