/** One KPI looked at closely. What is looked at (KPI, channel, step, span) is in the address. */
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { addDays, endOf, isoOf } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import { Page, PlaceControls, useClient, usePlace, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import {
  Combobox,
  cx,
  EmptyState,
  ErrorPanel,
  IconButton,
  LinkButton,
  Select,
  StatusMark,
} from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import { Annotations } from '../dashboard/Annotations.tsx';
import { ByChannel } from './ByChannel.tsx';
import { Course } from './Course.tsx';
import css from './explorer.module.css';
import { ExplorerChart } from './ExplorerChart.tsx';
import { findingsOf } from './findings.ts';
import { DefinitionBreaks } from './DefinitionBreaks.tsx';
import { useMaking } from '../made/index.ts';
import { Made } from './Made.tsx';
import { defaultSpan, isStep, spanOf, spans, withRunning } from './span.ts';
import type { Step } from './span.ts';

const ALL = 'all';

export function ExplorerScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const list = useCall('kpis.list', { client: client.id });
  const channels = useCall('channels.list', { client: client.id });
  const offered = useMemo(() => offer(list.data ?? []), [list.data]);
  const asked = Number(place.param('kpi') ?? 0);
  const kpi = list.data?.find((one) => one.id === asked) ?? offered[0] ?? null;
  // A channel of the address that this client does not have is as good as none.
  const channel = channels.data?.find((one) => String(one.id) === place.param('channel')) ?? null;
  const step = stepOf(place.param('step'), kpi);
  const months = monthsOf(place.param('months'), step);
  const { data, error, isPlaceholderData, refetch } = useCall(
    'explorer.get',
    kpi === null || channels.data === undefined
      ? null
      : {
          client: client.id,
          kpi: kpi.id,
          channel: channel?.id ?? null,
          cadence: step,
          ...withRunning(spanOf(place.period, step, months, place.calendar), place.period, step, place),
          period: toDto(place.period),
          base: place.base,
        },
  );
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  const findings = useMemo(
    () => (data === undefined ? [] : findingsOf(data.marks, data.tested.starts)),
    [data],
  );
  const targets = useTargets();
  const target = kpi === null ? null : targets(kpi, channel === null ? null : String(channel.id));
  const making = useMaking(channels.data === undefined ? null : target);
  const made = making.data?.kpi.id === kpi?.id ? making.data : undefined;
  const open = place.param('made') !== 'closed';
  const setOpen = (next: boolean): void =>
    place.set({ made: next ? undefined : 'closed' }, { replace: true });

  if (list.data !== undefined && kpi === null) {
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
  // An annotation is of a day that has been.
  const lastDay = [isoOf(addDays(endOf(place.period), -1)), isoOf(place.today)].toSorted()[0] ?? '';
  const status = made?.judgement?.status ?? null;
  return (
    <Page
      title={t.explorer.title}
      controls={
        <>
          {kpi !== null && (
            <Combobox
              label={t.explorer.kpi}
              value={String(kpi.id)}
              onChange={(id) => place.set({ kpi: id, channel: undefined })}
              items={offered.map((one) => ({
                value: String(one.id),
                label: format.local(one.definition.name),
                words: one.definition.key,
                ...(one.id === kpi.id && status !== null && { mark: <Mark status={status} /> }),
              }))}
            />
          )}
          <Select
            label={t.explorer.channel}
            value={channel === null ? ALL : String(channel.id)}
            onChange={(id) => place.set({ channel: id === ALL ? undefined : id })}
            items={[
              { value: ALL, label: t.common.allChannels },
              ...(channels.data ?? []).map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
          <PlaceControls tight />
        </>
      }
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
        data !== undefined &&
        target !== null &&
        faces !== null && {
          aside: (
            <div className={css['aside']}>
              <Made made={made} target={target} onClose={() => setOpen(false)} />
              <Course data={data} findings={findings} />
              <DefinitionBreaks
                key={data.kpi.id}
                data={data}
                faces={faces}
                change={made?.comparison?.change ?? null}
                channel={channel === null ? null : String(channel.id)}
                day={isoOf(place.period.start)}
              />
              <div className={css['annotations']}>
                <Annotations annotations={data.annotations} day={lastDay} letters kpi={data.kpi.id} />
              </div>
              <p className={css['links']}>
                <Link href={place.href('figures', { kpi: String(data.kpi.id) })}>{t.app.nav.figures}</Link>
                <Link href={place.href('kpis')}>{t.app.nav.kpis}</Link>
              </p>
            </div>
          ),
        })}
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && data !== undefined && faces !== null && (
        <div className={cx(css['screen'], isPlaceholderData && css['dimmed'])} aria-busy={isPlaceholderData}>
          <ExplorerChart
            data={data}
            faces={faces}
            findings={findings}
            channel={channel === null ? null : String(channel.id)}
            step={step}
            months={months}
            onStep={(next) => place.set({ step: next, months: undefined })}
            onMonths={(next) => place.set({ months: String(next) })}
          />
          <ByChannel data={data} faces={faces} total={made?.measured.value ?? null} />
        </div>
      )}
    </Page>
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

/** Headlines first, then what is shown, by name within; KPIs nobody shows last. */
function offer(kpis: readonly ClientKpi[]): ClientKpi[] {
  const rank = (kpi: ClientKpi): number => (kpi.headline !== null ? kpi.headline : kpi.shown ? 1000 : 2000);
  return kpis.toSorted((a, b) => rank(a) - rank(b));
}

/** Weeks for what is recorded by day or week, else the KPI's own cadence. */
function stepOf(asked: string | undefined, kpi: ClientKpi | null): Step {
  if (isStep(asked)) return asked;
  const own = kpi?.definition.cadence;
  if (own === 'month' || own === 'quarter') return own;
  return own === 'year' ? 'quarter' : 'week';
}

function monthsOf(asked: string | undefined, step: Step): number {
  const months = Number(asked ?? 0);
  return spans[step].includes(months) ? months : defaultSpan(step);
}
