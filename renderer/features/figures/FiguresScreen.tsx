/**
 * Figures: a spreadsheet of KPI and channel against periods. This file lays the screen out; the grid's rules are in
 * useGrid (what a person does), editLog (what is stored) and useFigures (what is shown).
 */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { IsoDate } from '../../../shared/domain/time.ts';
import { ImportButton, navigate, Page, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import css from './figures.module.css';
import { FormulaBar } from './FormulaBar.tsx';
import { useGeometry } from './geometry.ts';
import { Grid } from './Grid.tsx';
import { NewChannel } from './NewChannel.tsx';
import {
  kpisIn,
  missingIn,
  newestClosed,
  nextOf,
  useScreenKeys,
  useSheet,
  useTotalLabel,
  useWidth,
} from './screenParts.ts';
import { SpanPicker } from './SpanPicker.tsx';
import { StatusBar } from './StatusBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { useFigures } from './useFigures.ts';
import { useFigureTable } from './useFigureTable.tsx';
import { useGrid } from './useGrid.ts';
import { usePointedAt } from './usePointedAt.ts';

const noPeriods: readonly IsoDate[] = [];

export function FiguresScreen() {
  const t = useT();
  const place = usePlace();
  const [width, measure] = useWidth();
  const [viewWidth, measureView] = useWidth();
  const figures = useFigures(width);
  const { data, groups, log, logState, filter, shown } = figures;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = useCallback((group: string) => {
    setFolded((old) => {
      const next = new Set(old);
      if (!next.delete(group)) next.add(group);
      return next;
    });
  }, []);
  const starts = data?.periods ?? noPeriods;
  const totalLabel = useTotalLabel(data?.total, shown, place.today);
  const table = useFigureTable(groups, starts, shown, totalLabel, folded);
  const { rows } = table.getRowModel();
  const lines = useMemo(() => rows.map((row) => row.original), [rows]);
  const sheet = useSheet(lines, starts, shown, figures.kpis);
  const geometry = useGeometry(lines, starts.length, viewWidth ?? width ?? 0);
  const newest = newestClosed(starts, shown, place.today);
  const control = useGrid(sheet, log, newest);
  usePointedAt(sheet, control.select, newest);
  const scroller = useRef<HTMLDivElement>(null);
  const attach = useCallback(
    (element: HTMLDivElement | null) => {
      scroller.current = element;
      measureView(element);
    },
    [measureView],
  );

  const figureRows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const missing = useMemo(() => missingIn(figureRows), [figureRows]);
  const goToMissing = useCallback(
    (back: boolean) => {
      const spot = nextOf(missing, figureRows, control.selection?.active, back);
      if (!spot) return;
      const group = groups.find((one) => one.rows.some((row) => row.id === spot.line));
      if (group && folded.has(group.id)) fold(group.id);
      control.select({ active: spot, reach: spot });
    },
    [missing, figureRows, groups, control, folded, fold],
  );
  useScreenKeys(control.travel, goToMissing);

  const none = figures.kpis?.length === 0 ? 'kpis' : data?.channels.length === 0 ? 'channels' : null;
  const addKpi = place.href('kpis/catalogue');
  return (
    <Page
      title={t.figures.title}
      flush
      controls={
        none === null && (
          <SpanPicker span={figures.span} today={place.today} onChange={(from) => place.set({ from })} />
        )
      }
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
      {...(none === null && {
        toolbar: (
          <Toolbar
            cadence={figures.span.cadence}
            onCadence={(by) => place.set({ by, from: undefined })}
            log={logState}
            onTravel={(way) => void control.travel(way)}
            kpis={{ shown: kpisIn(figureRows), all: data?.kpis.length ?? 0 }}
            words={filter.words}
            onWords={filter.setWords}
            computed={filter.computed}
            onComputed={filter.setComputed}
            all={filter.all}
            onAll={(all) => place.set({ all: all ? '1' : undefined }, { replace: true })}
            missing={missing.length}
            onMissing={() => goToMissing(false)}
          />
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
            <FormulaBar sheet={sheet} control={control} />
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
                key={sheet.cadence}
                table={table}
                sheet={sheet}
                control={control}
                geometry={geometry}
                log={logState}
                folded={folded}
                onFold={fold}
                dimmed={figures.dimmed}
                scroller={scroller}
                attach={attach}
              />
            )}
            <StatusBar sheet={sheet} block={control.block} saving={logState.working > 0} />
          </>
        )}
      </div>
    </Page>
  );
}
