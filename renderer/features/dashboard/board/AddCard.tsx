/** What can be put on the dashboard: any KPI on any of its channels in four forms, the standing cards, a text. */
import { useMemo, useState } from 'react';
import { cardId, kpiShows, standingCards } from '../../../../shared/contract/layouts/dashboard.ts';
import type { DashboardCard, KpiShow } from '../../../../shared/contract/layouts/dashboard.ts';
import type { KpiFace } from '../../../../shared/contract/values.ts';
import { isRunning, periodsBack } from '../../../../shared/domain/period.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { toDto } from '../../../i18n/period.ts';
import { Button, Combobox, Dialog, Field, Segmented, Select } from '../../../ui/index.ts';
import { dimensionWord } from '../../explorer/dimensionWord.ts';
import { pinned } from '../pin.ts';
import css from './AddCard.module.css';
import { standingSizes } from './sizes.ts';

export interface AddCardProps {
  readonly cards: readonly DashboardCard[];
  readonly kpis: readonly KpiFace[];
  readonly onAdd: (card: DashboardCard, name: string) => void;
  readonly onClose: () => void;
}

export function AddCard({ cards, kpis, onAdd, onClose }: AddCardProps) {
  const t = useT();
  const words = t.dashboard.picker;
  const there = new Set(cards.map(cardId));
  const standing = standingCards.filter((kind) => !there.has(kind));
  return (
    <Dialog open wide onClose={onClose} title={words.title}>
      <div className={css['picker']}>
        <section aria-label={words.kpi}>
          <h3 className={css['heading']}>{words.kpi}</h3>
          <KpiChoice there={there} kpis={kpis} onAdd={onAdd} />
        </section>
        <section aria-label={words.standing}>
          <h3 className={css['heading']}>{words.standing}</h3>
          {standing.length === 0 ? (
            <p className={css['note']}>{words.allThere}</p>
          ) : (
            <ul className={css['standing']}>
              {standing.map((kind) => (
                <li key={kind}>
                  <Button
                    size="small"
                    icon="plus"
                    onClick={() => onAdd({ kind, size: standingSizes[kind] }, t.dashboard.cards[kind])}
                  >
                    {t.dashboard.cards[kind]}
                  </Button>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section aria-label={words.own}>
          <h3 className={css['heading']}>{words.own}</h3>
          <Button
            size="small"
            icon="pencil"
            onClick={() =>
              onAdd(
                { kind: 'text', size: 'small', id: crypto.randomUUID(), text: '' },
                t.dashboard.cards.text,
              )
            }
          >
            {words.text}
          </Button>
        </section>
      </div>
    </Dialog>
  );
}

const EVERYWHERE = 'all';

function KpiChoice({
  there,
  kpis,
  onAdd,
}: {
  readonly there: ReadonlySet<string>;
  readonly kpis: readonly KpiFace[];
  readonly onAdd: AddCardProps['onAdd'];
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const words = t.dashboard.picker;
  const [kpi, setKpi] = useState<string | null>(null);
  const [channel, setChannel] = useState(EVERYWHERE);
  const [show, setShow] = useState<KpiShow>('number');
  const [dimension, setDimension] = useState<string | null>(null);
  const face = kpis.find((one) => String(one.id) === kpi);
  const channelId = channel === EVERYWHERE ? null : Number(channel);
  const ask = face === undefined ? null : { client: client.id, kpi: face.id };
  const period = toDto(place.period);
  const all = useCall(
    'dashboard.card',
    ask === null ? null : { ...ask, channel: null, chart: null, period, base: place.base },
  );
  const own = useCall(
    'dashboard.card',
    ask === null || channelId === null
      ? null
      : { ...ask, channel: channelId, chart: null, period, base: place.base },
  );
  const closed = isRunning(place.period, place.today) ? periodsBack(place.period, 1) : place.period;
  const at = isoOf(closed.start);
  const split = useCall(
    'explorer.breakdown',
    ask === null || show !== 'breakdown'
      ? null
      : { ...ask, channel: channelId, cadence: closed.cadence, from: at, to: at, dimension: null, most: 1 },
  );
  const dimensions = split.data?.dimensions ?? [];
  const by = dimension ?? dimensions[0]?.key ?? null;
  const items = useMemo(
    () =>
      kpis
        .map((one) => ({ value: String(one.id), label: format.local(one.name), words: one.key }))
        .toSorted((a, b) => a.label.localeCompare(b.label, format.language)),
    [kpis, format],
  );
  const channels = all.data?.channels ?? [];
  const shown = (channelId === null ? all.data : own.data)?.row;
  const base = face === undefined ? null : pinned(face.id, channelId, show);
  const card =
    base === null ? null : show === 'breakdown' ? (by === null ? null : { ...base, dimension: by }) : base;
  const already = card !== null && there.has(cardId(card));
  return (
    <div className={css['form']}>
      <Field label={words.choose}>
        {({ id }) => (
          <Combobox
            id={id}
            look="form"
            label={words.choose}
            value={kpi}
            placeholder={t.common.search}
            items={items}
            onChange={(next) => {
              setKpi(next);
              setChannel(EVERYWHERE);
              setDimension(null);
            }}
          />
        )}
      </Field>
      {face !== undefined && (
        <>
          {channels.length > 1 && (
            <Field label={words.channel}>
              {({ id }) => (
                <Select
                  id={id}
                  look="form"
                  label={words.channel}
                  value={channel}
                  onChange={setChannel}
                  items={[
                    { value: EVERYWHERE, label: t.common.allChannels },
                    ...channels.map((one) => ({ value: one.id, label: one.name })),
                  ]}
                />
              )}
            </Field>
          )}
          <div className={css['shows']}>
            <Segmented
              label={words.show}
              value={show}
              onChange={setShow}
              fill
              items={kpiShows.map((value) => ({
                value,
                label: words.shows[value],
                disabled: value === 'channels' && (channels.length < 2 || channelId !== null),
              }))}
            />
          </div>
          {show === 'breakdown' && dimensions.length > 1 && by !== null && (
            <Field label={words.dimension}>
              {({ id }) => (
                <Select
                  id={id}
                  look="form"
                  label={words.dimension}
                  value={by}
                  onChange={setDimension}
                  items={dimensions.map((one) => ({ value: one.key, label: dimensionWord(t, one.key) }))}
                />
              )}
            </Field>
          )}
          <div className={css['end']}>
            <span className={css['note']}>
              {show === 'breakdown'
                ? split.data !== undefined && (by === null ? words.noSplit : dimensionWord(t, by))
                : shown !== undefined &&
                  (shown.now.value === null
                    ? words.noValue(format.period(place.period, 'medium'))
                    : words.preview(
                        format.value(shown.now.value, face.unit),
                        format.period(place.period, 'medium'),
                      ))}
            </span>
            <Button
              kind="primary"
              disabled={card === null || already}
              onClick={() => card !== null && onAdd(card, format.local(face.name))}
            >
              {already ? words.there : words.add}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
