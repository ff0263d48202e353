/** Finds a figure by KPI, channel and what it is to say, and puts it into the text. */
import { useState } from 'react';
import { tokenWhats, writeToken, writtenName } from '../../../shared/domain/text/tokens.ts';
import type { TokenWhat } from '../../../shared/domain/text/tokens.ts';
import type { Input } from '../../../shared/contract/api.ts';
import { useCall } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Combobox, Field, Select } from '../../ui/index.ts';
import css from './Commentary.module.css';

const ANY = '';

export interface TokenPickerProps {
  readonly report: Omit<Input<'texts.preview'>, 'body'>;
  readonly onInsert: (token: string) => void;
}

export function TokenPicker({ report, onInsert }: TokenPickerProps) {
  const t = useT();
  const format = useFormat();
  const words = t.texts.insert;
  const kpis = useCall('kpis.list', { client: report.client }).data ?? [];
  const channels = useCall('channels.list', { client: report.client }).data ?? [];
  const [kpi, setKpi] = useState<string | null>(null);
  const [channel, setChannel] = useState(ANY);
  const [what, setWhat] = useState<TokenWhat>('value');
  const on = channels.find((one) => String(one.id) === channel);
  const token =
    kpi === null ? null : writeToken({ kpi, channel: on === undefined ? null : writtenName(on.name), what });
  const { data, isPlaceholderData } = useCall(
    'texts.preview',
    token === null ? null : { ...report, body: `: ${token}` },
  );
  const piece = isPlaceholderData ? undefined : data?.pieces.at(-1);
  const counted = kpis
    .filter((one) => one.figures > 0 || one.shown)
    .toSorted((a, b) => Number(b.shown) - Number(a.shown));
  return (
    <fieldset className={css['picker']}>
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
