/** The chart itself: what it shows in words, the step, its legend, and what opens at a point. */
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import { isoOf } from '../../../shared/domain/time.ts';
import { ImportButton, usePlace } from '../../app/index.ts';
import { Chart, ChartMenu, ChartViewButton, Legend, useCaption } from '../../charts/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { EmptyState, Panel, Segmented } from '../../ui/index.ts';
import { usePinItem } from '../dashboard/pin.ts';
import type { Faces } from '../../ui/faces.ts';
import { BelowChart } from './BelowChart.tsx';
import { ChartModes, HeatScale } from './ChartModes.tsx';
import { ChartStage } from './ChartStage.tsx';
import type { Picked } from './ChartStage.tsx';
import { dimensionWord } from './dimensionWord.ts';
import css from './explorer.module.css';
import type { Finding } from './findings.ts';
import { PointSheet } from './PointSheet.tsx';
import { steps } from './span.ts';
import type { Drawing } from './useDrawing.ts';
import type { ExplorerState } from './useExplorer.ts';
import type { Notes } from './useNotes.ts';
import { zoomParam } from './zoom.ts';
import type { Range } from './zoom.ts';

export interface ChartPanelProps {
  readonly state: ExplorerState;
  readonly data: Explorer;
  readonly faces: Faces;
  readonly findings: readonly Finding[];
  readonly drawing: Drawing;
  readonly notes: Notes;
  readonly onRestart: (day: string) => void;
  /** Instead of a drawn chart: small multiples. */
  readonly instead?: ReactNode;
}

export function ChartPanel(props: ChartPanelProps) {
  const { state, data, faces, findings, drawing, instead } = props;
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const caption = useCaption();
  const pin = usePinItem({
    kpi: data.kpi.id,
    channel: state.channel?.id ?? null,
    name: format.local(data.kpi.name),
    show: state.choice.split?.by === 'channel' ? 'channels' : 'trend',
  });
  const { kind, choice, step, channel, second } = state;
  const { starts, range } = drawing;
  const name = format.local(data.kpi.name);
  const scope = (channel === null ? null : faces.channel(String(channel.id))) ?? t.common.allChannelsWord;
  const view = choice.table ? 'table' : 'chart';
  const toggle = (): void => place.set({ view: view === 'chart' ? 'table' : undefined }, { replace: true });
  const zoom = useCallback(
    (next: Range) => place.set({ zoom: zoomParam(next, starts) }, { replace: true }),
    [place, starts],
  );
  const splitBy =
    choice.split === null
      ? null
      : choice.split.by === 'channel'
        ? t.explorer.split.channel.toLowerCase()
        : t.explorer.split.by(dimensionWord(t, choice.split.dimension)).toLowerCase();
  const kpisByChannel = kind === 'heat' && state.heat === 'kpis' && choice.split === null;
  const detail = (
    kpisByChannel
      ? [format.period(place.period, 'long')]
      : [
          ...(kind === 'combined' && second !== null
            ? [t.explorer.second.of(format.local(second.definition.name))]
            : []),
          scope,
          ...(splitBy === null ? [] : [splitBy]),
          t.explorer.per[data.cadence],
          ...(kind === 'combined' || splitBy !== null ? [] : [t.explorer.direction[data.kpi.direction]]),
        ]
  ).join(', ');
  const label = `${name}, ${scope}, ${t.explorer.per[data.cadence]}`;
  const opens = drawing.timed && instead === undefined;
  const sheet = (picked: Picked, close: () => void): ReactNode => {
    const point = data.points[picked.index];
    return point === undefined ? null : (
      <PointSheet
        data={data}
        faces={faces}
        channel={channel === null ? null : String(channel.id)}
        point={point}
        share={picked.share}
        lastDay={isoOf(place.today)}
        notes={props.notes}
        onRestart={
          kind === 'xmr' && point.value !== null && data.tested.cadence === data.cadence && picked.index > 0
            ? () => {
                props.onRestart(point.start);
                close();
              }
            : undefined
        }
        onMade={() => {
          place.set({ at: point.start, made: undefined }, { replace: true });
          close();
        }}
        onClose={close}
      />
    );
  };
  const periodName = (index: number): string => {
    const start = data.points[index]?.start;
    return start === undefined ? '' : format.period({ cadence: data.cadence, start }, 'medium');
  };
  return (
    <Panel
      className={css['chartPanel'] ?? ''}
      title={<span className={css['chartTitle']}>{kpisByChannel ? t.explorer.heat.kpis : name}</span>}
      detail={detail}
      actions={
        <>
          {kind === 'heat' &&
          choice.split === null &&
          drawing.heat !== null &&
          state.heat !== 'parts' ? null : (
            <Segmented
              label={t.explorer.cadence}
              value={step}
              onChange={(next) => place.set({ step: next, zoom: undefined, at: undefined })}
              items={steps.map((value) => ({ value, label: t.common.cadence[value] }))}
            />
          )}
          {instead === undefined && !drawing.empty && (
            <span className={css['doings']}>
              <ChartViewButton view={view} onToggle={toggle} />
              <ChartMenu
                picture={{
                  build: drawing.build,
                  title: kpisByChannel ? t.explorer.heat.kpis : name,
                  detail,
                  legend: drawing.legend,
                  caption,
                }}
                view={view}
                onToggle={toggle}
                more={[[pin]]}
              />
            </span>
          )}
        </>
      }
    >
      {(!drawing.empty || choice.split === null) && <ChartModes state={state} />}
      {instead ??
        (drawing.empty ? (
          <Nothing state={state} data={data} />
        ) : (
          <>
            <div className={css['keys']}>
              {drawing.heat !== null && <HeatScale heat={drawing.heat} />}
              <Legend items={drawing.legend} />
              {drawing.left > 0 && <p className={css['left']}>{t.explorer.parts.notNamed(drawing.left)}</p>}
            </div>
            <div className={css['course']}>
              {opens ? (
                <ChartStage
                  build={drawing.build}
                  label={label}
                  view={view}
                  total={starts.length}
                  range={range}
                  onZoom={zoom}
                  sheet={sheet}
                  sheetLabel={({ index }) => t.explorer.point.title(periodName(index))}
                />
              ) : (
                <Chart build={drawing.build} label={label} view={view} />
              )}
            </div>
            {kind === 'xmr' && <BelowChart data={data} findings={findings} drawing={drawing} view={view} />}
          </>
        ))}
    </Panel>
  );
}

function Nothing({ state, data }: Pick<ChartPanelProps, 'state' | 'data'>) {
  const t = useT();
  const { split } = state.choice;
  const apart = state.breakdown?.split?.apart === true;
  return (
    <div className={css['nothing']}>
      {split?.by === 'dim' ? (
        <EmptyState
          title={
            apart ? t.explorer.parts.apartTitle : t.explorer.parts.none(dimensionWord(t, split.dimension))
          }
        >
          {apart ? t.explorer.parts.apartText : t.explorer.parts.noneText}
        </EmptyState>
      ) : (
        <EmptyState title={t.explorer.noPoints(t.explorer.byStep[data.cadence])} action={<ImportButton />}>
          {t.explorer.noPointsText}
        </EmptyState>
      )}
    </div>
  );
}
