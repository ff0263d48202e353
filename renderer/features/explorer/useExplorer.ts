/** Everything the explorer asks for, from what the address says: the course, and what stands beside it. */
import { useMemo } from 'react';
import type { Breakdown, Explorer, ExplorerSeries } from '../../../shared/contract/api/explorer.ts';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { cadences } from '../../../shared/domain/time.ts';
import { useCall } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { toDto } from '../../i18n/period.ts';
import { choiceOf } from './choice.ts';
import type { Choice, HeatMode, Kind, MultiplesMode } from './choice.ts';
import { heatModesFor, kindOf, kindsFor, multiplesModesFor } from './kinds.ts';
import type { Facts, KindOffer } from './kinds.ts';
import { daysOf, spanChoice } from './span.ts';
import type { DaySpan, SpanChoice, Step } from './span.ts';

/** Members asked for; a chart draws fewer and says how many it leaves out. */
const MEMBERS = 24;
/** Cells of the heat map of KPIs by channel. */
const CELLS = 80;

export interface ExplorerState {
  /** KPIs as they are offered: headlines first. */
  readonly kpis: readonly ClientKpi[];
  readonly channels: readonly Channel[];
  readonly kpi: ClientKpi | null;
  readonly channel: Channel | null;
  readonly second: ClientKpi | null;
  readonly choice: Choice;
  readonly step: Step;
  readonly span: SpanChoice;
  readonly days: DaySpan;
  readonly kind: Kind;
  readonly offers: readonly KindOffer[];
  readonly heat: HeatMode;
  readonly heatModes: readonly HeatMode[];
  readonly multiples: MultiplesMode;
  readonly multiplesModes: readonly MultiplesMode[];
  readonly data: Explorer | undefined;
  readonly beside: ExplorerSeries | undefined;
  readonly breakdown: Breakdown | undefined;
  readonly pending: boolean;
  readonly error: CallError | null;
  readonly retry: () => void;
  /** False until it is known whether there are KPIs. */
  readonly known: boolean;
}

export function useExplorer(): ExplorerState {
  const client = useClient();
  const place = usePlace();
  const list = useCall('kpis.list', { client: client.id });
  const channelList = useCall('channels.list', { client: client.id });
  const read = useMemo(() => choiceOf(place.param), [place]);
  const kpis = useMemo(() => offer(list.data ?? []), [list.data]);
  const channels = channelList.data ?? none;
  const kpi = kpis.find((one) => String(one.id) === place.param('kpi')) ?? kpis[0] ?? null;
  // A channel of the address that this client does not have is as good as none.
  const channel = channels.find((one) => String(one.id) === place.param('channel')) ?? null;
  // On one channel there is nothing to split by channel.
  const choice = read.split?.by === 'channel' && channel !== null ? { ...read, split: null } : read;
  const second = kpis.find((one) => one.id === choice.second && one.id !== kpi?.id) ?? null;
  const asked = kpi === null || channelList.data === undefined ? null : kpi;
  const area = kpis.filter((one) => one.definition.kra === kpi?.definition.kra);

  const early =
    choice.kind === 'heat' && choice.split === null && second === null
      ? (choice.heat ?? (kpi?.definition.cadence === 'day' ? 'weekday' : 'month'))
      : null;
  const step: Step =
    early === 'month' ? 'month' : early === 'weekday' ? 'day' : stepOf(choice.step, kpi, second);
  const span = spanChoice(
    choice.span ?? (early === 'month' ? 'all' : early === 'weekday' ? '1y' : null),
    step,
  );
  const { period, calendar, today } = place;
  const days = useMemo(
    () => daysOf(span, period, step, { today, calendar }),
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [JSON.stringify(span), period, step, today, calendar],
  );
  const scope = { client: client.id, cadence: step, ...days };
  const main = useCall(
    'explorer.get',
    asked === null
      ? null
      : {
          ...scope,
          kpi: asked.id,
          channel: channel?.id ?? null,
          period: toDto(place.period),
          base: place.base,
          ...(span.preset === 'all' && { trim: true }),
        },
  );
  const dimension = choice.split?.by === 'dim' ? choice.split.dimension : null;
  const broken = useCall(
    'explorer.breakdown',
    asked === null
      ? null
      : { ...scope, kpi: asked.id, channel: channel?.id ?? null, dimension, most: MEMBERS },
  );
  const split = broken.data?.split ?? null;
  const facts: Facts = {
    split: choice.split === null ? null : choice.split.by,
    notParts: choice.split?.by === 'channel' ? channelsAdd(kpi) : (split?.notParts ?? null),
    apart: split?.apart ?? false,
    channels: main.data?.byChannel.length ?? 0,
    others: kpis.length - 1,
    area: area.length,
    daily: kpi?.definition.cadence === 'day',
  };
  const kind = kindOf(choice.kind, second !== null, facts);
  const heatModes = heatModesFor(facts);
  const heat = heatModes.find((mode) => mode === choice.heat) ?? heatModes[0] ?? 'month';
  const multiplesModes = multiplesModesFor(facts);
  const multiples = multiplesModes.find((mode) => mode === choice.multiples) ?? multiplesModes[0] ?? 'parts';

  const wanted = ((): { kpi: number; channel: number | null }[] => {
    if (kind === 'combined' && second !== null) return [{ kpi: second.id, channel: channel?.id ?? null }];
    if (kind === 'multiples' && multiples === 'kra')
      return area.slice(0, MEMBERS).map((one) => ({ kpi: one.id, channel: channel?.id ?? null }));
    if (kind === 'heat' && heat === 'kpis') {
      const most = Math.floor(CELLS / Math.max(1, channels.length));
      return kpis
        .filter((one) => one.shown || one.id === kpi?.id)
        .slice(0, most)
        .flatMap((one) => channels.map((at) => ({ kpi: one.id, channel: at.id })));
    }
    return [];
  })();
  const period1 = toDto(place.period);
  const beside = useCall(
    'explorer.series',
    asked === null || wanted.length === 0
      ? null
      : {
          ...(kind === 'heat'
            ? { client: client.id, cadence: period1.cadence, from: period1.start, to: period1.start }
            : scope),
          series: wanted,
          ...(kind === 'multiples' && { own: true }),
        },
  );
  const error = main.error ?? broken.error ?? beside.error ?? list.error ?? null;
  return {
    kpis,
    channels,
    kpi,
    channel,
    second,
    choice,
    step,
    span,
    days,
    kind,
    offers: kindsFor(facts),
    heat,
    heatModes,
    multiples,
    multiplesModes,
    data: main.data,
    beside: wanted.length === 0 ? undefined : beside.data,
    breakdown: broken.data,
    pending:
      main.isPlaceholderData || broken.isPlaceholderData || (wanted.length > 0 && beside.isPlaceholderData),
    error,
    retry: () => {
      void main.refetch();
      void broken.refetch();
      if (wanted.length > 0) void beside.refetch();
    },
    known: list.data !== undefined,
  };
}

const none: readonly Channel[] = [];

/** Headlines first, then what is shown, by name within; KPIs nobody shows last. */
function offer(kpis: readonly ClientKpi[]): ClientKpi[] {
  const rank = (kpi: ClientKpi): number => (kpi.headline !== null ? kpi.headline : kpi.shown ? 1000 : 2000);
  return kpis.toSorted((a, b) => rank(a) - rank(b));
}

/** Weeks for what is recorded by day or week, else the KPI's own cadence; of two KPIs the rarer, which both can show. */
function stepOf(asked: Step | null, kpi: ClientKpi | null, second: ClientKpi | null): Step {
  if (asked !== null) return asked;
  const own = cadences.findLast(
    (one) => one === kpi?.definition.cadence || one === second?.definition.cadence,
  );
  if (own === 'month' || own === 'quarter') return own;
  return own === 'year' ? 'quarter' : 'week';
}

/** Whether channels are parts of one whole. */
function channelsAdd(kpi: ClientKpi | null): Facts['notParts'] {
  if (kpi === null) return null;
  const { channelAggregation, unit } = kpi.definition;
  if (channelAggregation === 'sum') return null;
  return ['count', 'number', 'money'].includes(unit.kind) ? 'people' : 'rate';
}
