/** The changes of a KPI's definition: listed, written down, changed and taken out where the KPI stands. */
import { useState } from 'react';
import type { BreakDto } from '../../../shared/contract/api/breaks.ts';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { asCallError, callOnce, useCall, useCommand } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, IconButton, useToast } from '../../ui/index.ts';
import { BreakForm } from '../explorer/BreakForm.tsx';
import { factorText } from '../explorer/chartParts.ts';
import css from './KpiPanel.module.css';

type Draft = Omit<BreakDto, 'id' | 'kpi'>;
const blank: Draft = { day: '', note: '', channel: null, factor: null };

export function KpiBreaks({
  kpi,
  channels,
}: {
  readonly kpi: ClientKpi;
  readonly channels: readonly Channel[];
}) {
  const t = useT();
  const words = t.explorer.definition;
  const add = useCommand('breaks.add');
  const update = useCommand('breaks.update');
  // `new`, or the id of the one being changed.
  const [open, setOpen] = useState<'new' | number | null>(null);
  const close = (): void => setOpen(null);
  const choices = channels.map(({ id, name }) => ({ id: String(id), name }));
  const breaks = (useCall('breaks.list', { client: kpi.client }).data ?? []).filter(
    (one) => one.kpi === kpi.id,
  );
  return (
    <section className={css['section']} aria-label={t.kpis.panel.breaks}>
      <h3>{t.kpis.panel.breaks}</h3>
      {breaks.length === 0 && open === null && <p className={css['grey']}>{words.none}</p>}
      <ul>
        {breaks.map((one) => (
          <li key={one.id}>
            {open === one.id ? (
              <BreakForm
                start={one}
                channels={choices}
                busy={update.isPending}
                error={update.error}
                onCancel={close}
                onSubmit={(draft) => update.mutate({ break: one.id, ...draft }, { onSuccess: close })}
              />
            ) : (
              <Line
                one={one}
                channel={channels.find((channel) => channel.id === one.channel)?.name ?? t.common.allChannels}
                onEdit={() => setOpen(one.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {open === 'new' ? (
        <BreakForm
          start={blank}
          channels={choices}
          busy={add.isPending}
          error={add.error}
          onCancel={close}
          onSubmit={(draft) => add.mutate({ kpi: kpi.id, ...draft }, { onSuccess: close })}
        />
      ) : (
        <div>
          <Button kind="link" size="small" onClick={() => setOpen('new')}>
            {words.add}
          </Button>
        </div>
      )}
    </section>
  );
}

function Line({
  one,
  channel,
  onEdit,
}: {
  readonly one: BreakDto;
  readonly channel: string;
  readonly onEdit: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const remove = useCommand('breaks.remove');
  const words = t.explorer.definition;
  const { id: _id, ...fields } = one;
  const takeBack = (): void => {
    callOnce('breaks.add', fields).catch((error: unknown) =>
      toast({ text: t.errors.codes[asCallError(error).code].what }),
    );
  };
  return (
    <div className={css['line']}>
      <div>
        <div className={css['goal']}>{words.from(format.date(one.day, 'medium'))}</div>
        <div>{one.note}</div>
        <div className={css['grey']}>
          {[
            channel,
            one.factor === null ? words.noFactor : words.factor(factorText(one.factor, format)),
          ].join('. ')}
        </div>
      </div>
      <span className={css['lineTools']}>
        <IconButton icon="pencil" label={words.edit} onClick={onEdit} />
        <IconButton
          icon="trash"
          label={words.remove}
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(
              { break: one.id },
              { onSuccess: () => toast({ text: words.removed, undo: takeBack }) },
            )
          }
        />
      </span>
    </div>
  );
}
