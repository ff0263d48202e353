/** Until when a log is complete, and the way to say so: only over such days does no entry mean zero. */
import { useState } from 'react';
import type { Input } from '../../../shared/contract/api.ts';
import type { ConfirmedDto } from '../../../shared/contract/api/logs.ts';
import { addDays, isoOf } from '../../../shared/domain/time.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import { Button, DateInput, ErrorPanel, IconButton, Popover, useToast } from '../../ui/index.ts';
import { ChannelField, channelOf } from './choices.tsx';
import css from './CompleteUntil.module.css';

type Log = Pick<Input<'logs.list'>, 'log' | 'kpi'>;

export function CompleteUntil(log: Log) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const [open, setOpen] = useState(false);
  const { data } = useCall('logs.list', { client: client.id, ...log });
  if (!data) return null;
  const until = completeUntil(data.spans);
  return (
    <span className={css['complete']}>
      <span className={until === null ? undefined : css['known']}>
        {until === null ? t.journal.complete.never : t.journal.complete.until(format.date(until, 'medium'))}
      </span>
      <Popover
        open={open}
        onOpenChange={setOpen}
        align="end"
        label={t.journal.complete.title}
        trigger={<Button size="small">{t.journal.complete.action}</Button>}
      >
        <Confirm
          log={log}
          spans={data.spans}
          first={data.first}
          until={until}
          onDone={() => setOpen(false)}
        />
      </Popover>
    </span>
  );
}

/** Last day of the stretches confirmed for every channel; `null` where there is none. */
function completeUntil(spans: readonly ConfirmedDto[]): string | null {
  const ends = spans.filter((span) => span.channel === null).map((span) => span.to);
  return ends.toSorted().at(-1) ?? null;
}

function Confirm({
  log,
  spans,
  first,
  until,
  onDone,
}: {
  readonly log: Log;
  readonly spans: readonly ConfirmedDto[];
  /** Day of the first entry. */
  readonly first: string | null;
  readonly until: string | null;
  readonly onDone: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const channels = useCall('channels.list', { client: client.id }).data ?? [];
  const confirm = useCommand('logs.confirm');
  const remove = useCommand('logs.remove');
  const yesterday = addDays(place.today, -1);
  const begin = until === null ? (first ?? isoOf(place.period.start)) : isoOf(addDays(dayOfIso(until), 1));
  // Confirmed up to yesterday already: what is left to say is today.
  const [from, setFrom] = useState(begin);
  const [to, setTo] = useState(isoOf(dayOfIso(begin) > yesterday ? place.today : yesterday));
  const [channel, setChannel] = useState('none');
  const words = t.journal.complete;
  const spanText = (span: ConfirmedDto): string =>
    words.span(format.date(span.from, 'medium'), format.date(span.to, 'medium'));
  const name = (id: number | null): string =>
    id === null ? words.allChannels : (channels.find((one) => one.id === id)?.name ?? '');
  return (
    <form
      className={css['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate(
          { client: client.id, ...log, channel: channelOf(channel), from, to },
          {
            onSuccess: (span) => {
              onDone();
              toast({
                text: words.until(format.date(span.to, 'medium')),
                undo: () => remove.mutate({ span: span.id }),
              });
            },
          },
        );
      }}
    >
      <p className={css['why']}>{log.log === 'cases' ? words.cases : words.evidence}</p>
      <div className={css['fields']}>
        <DateInput label={words.from} value={from} onChange={setFrom} />
        <DateInput label={words.to} value={to} onChange={setTo} />
      </div>
      {channels.length > 1 && (
        <ChannelField
          value={channel}
          onChange={setChannel}
          none={words.allChannels}
          channels={channels.map(({ id, name: label, network }) => ({
            id: String(id),
            name: label,
            network,
          }))}
        />
      )}
      {confirm.error && <ErrorPanel error={confirm.error} inline />}
      <Button kind="primary" submit busy={confirm.isPending} disabled={from === '' || to === ''}>
        {words.confirm}
      </Button>
      {spans.length > 0 && (
        <section aria-label={words.spans}>
          <h3 className={css['head']}>{words.spans}</h3>
          <ul className={css['spans']}>
            {spans.map((span) => (
              <li key={span.id}>
                <span>
                  {spanText(span)}
                  <small>{span.imported ? words.imported : name(span.channel)}</small>
                </span>
                {!span.imported && (
                  <IconButton
                    icon="close"
                    label={words.remove(spanText(span))}
                    onClick={() =>
                      remove.mutate(
                        { span: span.id },
                        {
                          onSuccess: () =>
                            toast({
                              text: words.takenBack,
                              undo: () =>
                                confirm.mutate({
                                  client: client.id,
                                  ...log,
                                  channel: span.channel,
                                  from: span.from,
                                  to: span.to,
                                }),
                            }),
                        },
                      )
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </form>
  );
}
