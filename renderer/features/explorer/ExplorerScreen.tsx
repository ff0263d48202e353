/** One KPI looked at closely, in whatever kind of chart tells most of it. What is looked at is in the address. */
import { useMemo } from 'react';
import type { Explorer } from '../../../shared/contract/api/explorer.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { Page, PlaceControls, usePlace, useTargets } from '../../app/index.ts';
import { fitBase } from '../../i18n/base.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Combobox,
  cx,
  EmptyState,
  ErrorPanel,
  IconButton,
  LinkButton,
  Select,
  StatusMark,
  useToast,
} from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { useMaking } from '../made/index.ts';
import { Beside } from './Beside.tsx';
import { ByChannel } from './ByChannel.tsx';
import { ChartPanel } from './ChartPanel.tsx';
import css from './explorer.module.css';
import { findingsOf } from './findings.ts';
import { Members } from './Members.tsx';
import { SideBySide } from './SideBySide.tsx';
import { Tools } from './Tools.tsx';
import { useDrawing } from './useDrawing.ts';
import { useExplorer } from './useExplorer.ts';
import type { ExplorerState } from './useExplorer.ts';
import { useNotes } from './useNotes.ts';

const ALL = 'all';
const EACH = 'each';

export function ExplorerScreen() {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const state = useExplorer();
  const { data, kpi } = state;
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  if (state.known && kpi === null) {
    return (
      <Page title={t.explorer.title}>
        <EmptyState
          centred
          title={t.explorer.empty.title}
          action={
            <LinkButton kind="primary" to={place.href('kpis/catalogue')}>
              {t.explorer.empty.action}
            </LinkButton>
          }
        >
          {t.explorer.empty.text}
        </EmptyState>
      </Page>
    );
  }
  if (data === undefined || faces === null)
    return (
      <Page title={t.explorer.title} controls={<Controls state={state} status={null} />}>
        {state.error !== null && <ErrorPanel error={state.error} onRetry={state.retry} />}
      </Page>
    );
  return <Looked state={state} data={data} faces={faces} />;
}

interface LookedProps {
  readonly state: ExplorerState;
  readonly data: Explorer;
  readonly faces: Faces;
}

function Looked({ state, data, faces }: LookedProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const toast = useToast();
  const { kpi, channel, choice, kind } = state;
  const findings = useMemo(() => findingsOf(data.marks, data.tested.starts), [data]);
  const drawing = useDrawing(state, data, faces, findings);
  const notes = useNotes((key) => data.kpis.find((one) => one.key === key)?.id ?? null);
  const start = useCommand('limits.start');
  const unstart = useCommand('limits.unstart');
  const targets = useTargets();
  const at = data.points.some((point) => point.start === choice.at) ? choice.at : null;
  const on = channel === null ? null : String(channel.id);
  const target =
    kpi === null
      ? null
      : at === null
        ? targets(kpi, on)
        : targets(kpi, on, {
            period: { cadence: data.cadence, start: at },
            base: fitBase(place.base, data.cadence, place.calendar),
          });
  const making = useMaking(target);
  const made = making.data?.kpi.id === kpi?.id ? making.data : undefined;
  const open = place.param('made') !== 'closed';
  const setOpen = (next: boolean): void =>
    place.set({ made: next ? undefined : 'closed' }, { replace: true });
  const restart = (day: string): void =>
    start.mutate(
      { kpi: data.kpi.id, channel: channel?.id ?? null, day },
      {
        onSuccess: (one) =>
          toast({
            text: t.explorer.limits.started(format.date(one.day, 'medium')),
            undo: () => void callOnce('limits.unstart', { start: one.id }),
          }),
      },
    );
  const takeBack = (one: Explorer['limitStarts'][number]): void =>
    unstart.mutate(
      { start: one.id },
      {
        onSuccess: () =>
          toast({
            text: t.explorer.limits.unstarted,
            undo: () => void callOnce('limits.start', { kpi: one.kpi, channel: one.channel, day: one.day }),
          }),
      },
    );
  const error = state.error ?? start.error ?? unstart.error;
  const split = state.breakdown?.split ?? null;
  const byMember = choice.split?.by === 'dim' && split?.dimension === choice.split.dimension;
  return (
    <Page
      title={t.explorer.title}
      controls={<Controls state={state} status={made?.judgement?.status ?? null} />}
      toolbar={<Tools state={state} drawing={drawing} />}
      actions={
        <IconButton
          kind="outline"
          icon="note"
          label={t.explorer.panel.show}
          pressed={open}
          onClick={() => setOpen(!open)}
        />
      }
      {...(open &&
        target !== null && {
          aside: (
            <Beside
              state={state}
              data={data}
              faces={faces}
              findings={findings}
              made={made}
              target={target}
              notes={notes}
              onRestart={restart}
              onTakeBack={takeBack}
              onClose={() => setOpen(false)}
            />
          ),
        })}
    >
      {error && <ErrorPanel error={error} onRetry={state.retry} />}
      {state.error === null && (
        <div className={cx(css['screen'], state.pending && css['dimmed'])} aria-busy={state.pending}>
          <ChartPanel
            state={state}
            data={data}
            faces={faces}
            findings={findings}
            drawing={drawing}
            notes={notes}
            onRestart={restart}
            {...(kind === 'multiples' && {
              instead: <SideBySide state={state} data={data} faces={faces} />,
            })}
          />
          {byMember && split !== null && kind !== 'multiples' ? (
            <Members split={split} data={data} faces={faces} channel={on} />
          ) : (
            kind !== 'multiples' && (
              <ByChannel
                data={data}
                faces={faces}
                total={at === null ? (made?.measured.value ?? null) : null}
              />
            )
          )}
        </div>
      )}
    </Page>
  );
}

function Controls({ state, status }: { readonly state: ExplorerState; readonly status: Status | null }) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { kpi, kpis, channel, channels, choice, data } = state;
  const several = (data?.byChannel.length ?? 0) > 1 || choice.split?.by === 'channel';
  return (
    <>
      {kpi !== null && (
        <Combobox
          label={t.explorer.kpi}
          value={String(kpi.id)}
          onChange={(id) =>
            place.set({
              kpi: id,
              channel: undefined,
              zoom: undefined,
              at: undefined,
              ...(choice.split?.by === 'dim' && { by: undefined }),
            })
          }
          items={kpis.map((one) => ({
            value: String(one.id),
            label: format.local(one.definition.name),
            words: `${one.definition.name.en} ${one.definition.name.es} ${one.definition.key}`,
            ...(one.id === kpi.id && status !== null && { mark: <Mark status={status} /> }),
          }))}
        />
      )}
      <Select
        label={t.explorer.channel}
        value={choice.split?.by === 'channel' ? EACH : channel === null ? ALL : String(channel.id)}
        onChange={(id) =>
          place.set(
            id === EACH
              ? { channel: undefined, by: 'channel', with: undefined, at: undefined }
              : {
                  channel: id === ALL ? undefined : id,
                  at: undefined,
                  ...(choice.split?.by === 'channel' && { by: undefined }),
                },
          )
        }
        items={[
          { value: ALL, label: t.common.allChannels },
          ...(several ? [{ value: EACH, label: t.explorer.split.each }] : []),
          ...channels.map((one) => ({ value: String(one.id), label: one.name })),
        ]}
      />
      <PlaceControls tight />
    </>
  );
}

/** The status of the number being explained; its colour is its own inside the button. */
function Mark({ status }: { readonly status: Status }) {
  return (
    <span className={css['mark']}>
      <StatusMark status={status} />
    </span>
  );
}
