/** The line of tools: kind of chart, split, second KPI, span, zoom, kept charts. */
import { usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Combobox, Select } from '../../ui/index.ts';
import type { Kind } from './choice.ts';
import { splitParam } from './choice.ts';
import { dimensionWord } from './dimensionWord.ts';
import { KindPicker } from './KindPicker.tsx';
import { SavedViews } from './SavedViews.tsx';
import { shownText } from './shownText.ts';
import { SpanPicker } from './SpanPicker.tsx';
import css from './toolbar.module.css';
import type { Drawing } from './useDrawing.ts';
import type { ExplorerState } from './useExplorer.ts';
import { isWhole, zoomParam } from './zoom.ts';
import { ZoomButtons } from './ZoomButtons.tsx';

const NONE = 'none';

export function Tools({
  state,
  drawing,
}: {
  readonly state: ExplorerState;
  readonly drawing: Drawing | null;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { kpi, kpis, second, choice, breakdown, data, kind } = state;
  const name = kpi === null ? '' : format.local(kpi.definition.name);
  const chooseKind = (next: Kind): void => {
    const other = kpis.find((one) => one.id !== kpi?.id);
    place.set({
      kind: next,
      with: next !== 'combined' ? undefined : (second?.id ?? other?.id)?.toString(),
      zoom: undefined,
      at: undefined,
    });
  };
  const split = splitParam(choice.split) ?? NONE;
  const dimensions = breakdown?.dimensions ?? [];
  const channelSplit = (data?.byChannel.length ?? 0) > 1;
  const zoomable = drawing !== null && drawing.timed && kind !== 'multiples' && !drawing.empty;
  return (
    <div className={css['tools']}>
      <KindPicker value={kind} offers={state.offers} onChange={chooseKind} />
      <Select
        label={t.explorer.split.label}
        value={split}
        onChange={(next) =>
          place.set({
            by: next === NONE ? undefined : next,
            ...(next !== NONE && { with: undefined }),
            ...(next === 'channel' && { channel: undefined }),
            at: undefined,
          })
        }
        items={[
          { value: NONE, label: t.explorer.split.none },
          ...(channelSplit || split === 'channel'
            ? [{ value: 'channel', label: t.explorer.split.channel }]
            : []),
          ...dimensions.map((one) => ({
            value: `dim:${one.key}`,
            label: t.explorer.split.by(dimensionWord(t, one.key)),
            hint: t.explorer.split.members(one.members),
          })),
          // What the address asks for stays to be seen, though there is nothing of it here.
          ...(choice.split?.by === 'dim' && dimensions.every((one) => `dim:${one.key}` !== split)
            ? [{ value: split, label: t.explorer.split.by(dimensionWord(t, choice.split.dimension)) }]
            : []),
        ]}
      />
      <Combobox
        label={t.explorer.second.label}
        value={second === null ? NONE : String(second.id)}
        onChange={(next) =>
          place.set({
            with: next === NONE ? undefined : next,
            kind: undefined,
            ...(next !== NONE && { by: undefined }),
          })
        }
        items={[
          { value: NONE, label: t.explorer.second.none },
          ...kpis
            .filter((one) => one.id !== kpi?.id)
            .map((one) => ({
              value: String(one.id),
              label: format.local(one.definition.name),
              words: `${one.definition.name.en} ${one.definition.name.es} ${one.definition.key}`,
            })),
        ]}
      />
      <SpanPicker
        key={`${state.days.from}${state.days.to}`}
        value={state.span}
        days={state.days}
        onPreset={(preset) => place.set({ span: preset, zoom: undefined, at: undefined })}
        onDays={({ from, to }) => place.set({ span: `${from}..${to}`, zoom: undefined, at: undefined })}
      />
      {zoomable && data !== undefined && (
        <ZoomButtons
          range={drawing.range}
          total={drawing.starts.length}
          shown={
            isWhole(drawing.range, drawing.starts.length)
              ? ''
              : shownText(data, drawing.range, format, t.explorer.zoom.shown)
          }
          onZoom={(range) => place.set({ zoom: zoomParam(range, drawing.starts) }, { replace: true })}
        />
      )}
      <div className={css['saved']}>
        <SavedViews suggestion={`${name} · ${t.explorer.kinds.name[kind]}`} />
      </div>
    </div>
  );
}
