/** The changes of a KPI's definition: listed, written down, changed and taken out where the KPI stands. */
import { useState } from 'react';
import type { BreakDto } from '../../../shared/contract/api/breaks.ts';
import type { Channel } from '../../../shared/contract/api/clients.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { asCallError, callOnce, useCall, useCommand } from '../../api/index.ts';
import type { CallError } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Button,
  DateInput,
  ErrorPanel,
  Field,
  IconButton,
  NumberInput,
  Select,
  TextInput,
  useToast,
} from '../../ui/index.ts';
import { factorText } from '../explorer/chartParts.ts';
import css from './KpiPanel.module.css';

type Draft = Omit<BreakDto, 'id' | 'kpi'>;
const blank: Draft = { day: '', note: '', channel: null, factor: null };
const ALL = 'all';

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
              <BreakFields
                start={one}
                channels={channels}
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
        <BreakFields
          start={blank}
          channels={channels}
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

interface BreakFieldsProps {
  readonly start: Draft;
  readonly channels: readonly Channel[];
  readonly busy: boolean;
  readonly error: CallError | null;
  readonly onSubmit: (draft: Draft) => void;
  readonly onCancel: () => void;
}

function BreakFields({ start, channels, busy, error, onSubmit, onCancel }: BreakFieldsProps) {
  const t = useT();
  const words = t.explorer.definition;
  const [day, setDay] = useState(start.day);
  const [note, setNote] = useState(start.note);
  const [channel, setChannel] = useState(start.channel);
  // `undefined`: what stands there is no number.
  const [factor, setFactor] = useState<number | null | undefined>(start.factor);
  const [tried, setTried] = useState(false);
  const wrong = factor === undefined || (factor !== null && factor <= 0);
  return (
    <form
      className={css['breakForm']}
      aria-label={words.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (day !== '' && note.trim() !== '' && !wrong) onSubmit({ day, note: note.trim(), channel, factor });
      }}
    >
      <DateInput
        label={words.day}
        value={day}
        onChange={setDay}
        error={tried && day === '' ? words.dayMissing : undefined}
      />
      <TextInput
        label={words.note}
        placeholder={words.notePlaceholder}
        maxLength={400}
        value={note}
        onChange={setNote}
        error={tried && note.trim() === '' ? words.noteMissing : undefined}
      />
      <Field label={words.channel}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={channel === null ? ALL : String(channel)}
            onChange={(next) => setChannel(next === ALL ? null : Number(next))}
            items={[
              { value: ALL, label: t.common.all },
              ...channels.map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
        )}
      </Field>
      <NumberInput
        label={words.factorLabel}
        optional
        hint={words.factorHint}
        unit={{ kind: 'number' }}
        value={factor ?? null}
        onChange={setFactor}
        error={tried && wrong ? words.factorWrong : undefined}
      />
      {error && <ErrorPanel error={error} inline />}
      <div className={css['breakFoot']}>
        <Button kind="ghost" size="small" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button size="small" submit busy={busy}>
          {t.kpis.form.save}
        </Button>
      </div>
    </form>
  );
}
