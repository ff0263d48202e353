/** One export of one channel: how far it is covered, since when the next is due, and what to do about it. */
import type { Client } from '../../../shared/contract/api/clients.ts';
import type { DueItem, ExportGuideDto } from '../../../shared/contract/api/due.ts';
import { clientHref, handOver, pickFiles, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso, periodParam } from '../../i18n/period.ts';
import { addDays, periodAt } from '../../../shared/domain/time.ts';
import { Button, ClientBadge, IconButton, LinkButton } from '../../ui/index.ts';
import { Menu } from '../../ui/Menu.tsx';
import css from './due.module.css';
import { exportName, wholeName } from './lines.ts';
import { useDueActions } from './useDueActions.ts';

export interface DueRowProps {
  readonly item: DueItem;
  readonly guides: readonly ExportGuideDto[];
  readonly client: Client | undefined;
  readonly one: boolean;
  readonly later: boolean;
}

export function DueRow({ item, guides, client, one, later }: DueRowProps) {
  const t = useT();
  const format = useFormat();
  const { today } = useAppState();
  const name = exportName(item, guides, t, format);
  const days = dayOfIso(today) - dayOfIso(item.since);
  return (
    <tr>
      {!one && (
        <td>
          <span className={css['client']}>
            {client && <ClientBadge client={client} />}
            {client?.name}
          </span>
        </td>
      )}
      <td>{item.channelName ?? <span className={css['grey']}>{t.due.anyChannel}</span>}</td>
      <th scope="row">{name}</th>
      <td className={css['when']}>{format.date(item.covered, 'medium')}</td>
      <td className={css['when']}>
        {format.date(item.since, 'medium')}
        {!later && <span className={css['grey']}>{days === 0 ? t.due.today : t.due.days(days)}</span>}
      </td>
      <td className={css['when']}>
        {t.due.every[item.cadence]}
        <span className={css['grey']}>{item.export === 'typed' ? null : t.due.from[item.from]}</span>
      </td>
      <td>
        <Actions item={item} guides={guides} client={client} name={name} />
      </td>
    </tr>
  );
}

function Actions({
  item,
  guides,
  client,
  name,
}: Pick<DueRowProps, 'item' | 'guides' | 'client'> & { readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const { stop, end } = useDueActions();
  const whose = client?.name ?? '';
  const whole = wholeName(item, guides, t, format);
  const { channelName } = item;
  return (
    <span className={css['actions']}>
      {item.export === 'typed' ? (
        <LinkButton size="small" to={typeHref(item, client)}>
          {t.due.type}
          <span className="visually-hidden">: {t.due.typeFor(channelName ?? name, whose)}</span>
        </LinkButton>
      ) : (
        <Button
          size="small"
          aria-label={t.due.importFor(whole, whose)}
          onClick={() => pickFiles((files) => handOver(item.client, files))}
        >
          {t.due.import}
        </Button>
      )}
      <Menu
        align="end"
        trigger={<IconButton icon="more" label={t.due.more(whole, whose)} />}
        groups={[
          [
            { id: 'stop', label: t.due.stop, icon: 'minus', onSelect: () => stop(item, whole) },
            ...(channelName === null
              ? []
              : [
                  {
                    id: 'end',
                    label: t.due.end(channelName),
                    icon: 'archive' as const,
                    onSelect: () => end(item),
                  },
                ]),
          ],
        ]}
      />
    </span>
  );
}

/** The figures of the first KPI to type, at the period that waits. */
function typeHref(item: DueItem, client: Client | undefined): string {
  const calendar = { weekStart: client?.weekStart ?? 1, fiscalYearStart: client?.fiscalYearStart ?? 1 };
  const waits = periodAt(item.cadence, addDays(dayOfIso(item.covered), 1), calendar);
  return clientHref(item.client, 'figures', {
    by: item.cadence,
    period: periodParam(waits),
    kpi: item.kpis[0] && String(item.kpis[0].id),
    channel: item.channel === null ? undefined : String(item.channel),
  });
}
