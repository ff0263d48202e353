/** Finds a figure by KPI, channel, what it is to say and of which period, and puts it into the text. All by keyboard. */
import { useEffect, useRef, useState } from 'react';
import { tokenWhats, writeToken, writtenName } from '../../../../shared/domain/text/tokens.ts';
import type { TokenWhat } from '../../../../shared/domain/text/tokens.ts';
import type { Input } from '../../../../shared/contract/api.ts';
import { useCall } from '../../../api/index.ts';
import { usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { periodParam } from '../../../i18n/period.ts';
import { Button, Combobox, Field, Select } from '../../../ui/index.ts';
import css from './Commentary.module.css';
import { otherPeriods } from './periods.ts';

const ANY = '';

export interface TokenPickerProps {
  readonly report: Omit<Input<'texts.preview'>, 'body'>;
  /** The KPI list takes the focus: it was asked for while writing. */
  readonly takesFocus: boolean;
  readonly onInsert: (token: string) => void;
  readonly onClose: () => void;
}

export function TokenPicker({ report, takesFocus, onInsert, onClose }: TokenPickerProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.texts.insert;
  const kpis = useCall('kpis.list', { client: report.client }).data ?? [];
  const channels = useCall('channels.list', { client: report.client }).data ?? [];
  const [kpi, setKpi] = useState<string | null>(null);
  const [channel, setChannel] = useState(ANY);
  const [what, setWhat] = useState<TokenWhat>('value');
  const [when, setWhen] = useState(ANY);
  const box = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('button')?.focus();
  }, [takesFocus]);
  const on = channels.find((one) => String(one.id) === channel);
  const token =
    kpi === null
      ? null
      : writeToken({
          kpi,
          channel: on === undefined ? null : writtenName(on.name),
          what,
          period: when === ANY ? null : when,
        });
  const { data, isPlaceholderData } = useCall(
    'texts.preview',
    token === null ? null : { ...report, body: `: ${token}` },
  );
  const piece = isPlaceholderData ? undefined : data?.pieces.at(-1);
  const counted = kpis
    .filter((one) => one.figures > 0 || one.shown)
    .toSorted((a, b) => Number(b.shown) - Number(a.shown));
  return (
    // Escape goes back to the text.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <fieldset
      ref={box}
      className={css['picker']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <legend className="visually-hidden">{words.title}</legend>
      <Combobox
        look="form"
        label={words.kpi}
        placeholder={words.pick}
        value={kpi}
        onChange={setKpi}
        items={counted.map(({ definition }) => ({
          value: definition.key,
          label: format.local(definition.name),
          words: `${definition.key} ${Object.values(definition.name).join(' ')}`,
        }))}
      />
      <div className={css['pair']}>
        <Field label={words.what}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={what}
              onChange={setWhat}
              items={tokenWhats.map((value) => ({ value, label: t.texts.whats[value] }))}
            />
          )}
        </Field>
        <Field label={words.channel}>
          {({ id, labelId }) => (
            <Select
              id={id}
              labelledBy={labelId}
              look="form"
              value={channel}
              onChange={setChannel}
              items={[
                { value: ANY, label: t.common.all },
                ...channels.map((one) => ({ value: String(one.id), label: one.name })),
              ]}
            />
          )}
        </Field>
      </div>
      <Field label={words.period}>
        {({ id, labelId }) => (
          <Select
            id={id}
            labelledBy={labelId}
            look="form"
            value={when}
            onChange={setWhen}
            items={[
              { value: ANY, label: words.ofReport(format.period(report.period, 'long')) },
              ...otherPeriods(place.period, place.today, place.calendar).map((period) => ({
                value: periodParam(period),
                label: format.period(period, 'long'),
              })),
            ]}
          />
        )}
      </Field>
      <div className={css['says']}>
        <p aria-live="polite">
          {piece !== undefined && (
            <>
              <span className={css['grey']}>{words.says}</span> {piece.text}
            </>
          )}
        </p>
        <Button icon="plus" disabled={token === null} onClick={() => token !== null && onInsert(token)}>
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}
