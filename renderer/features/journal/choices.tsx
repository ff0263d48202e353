/** The choices a case is made of, as items of a `Select`, and the selects themselves. */
import type { CaseDto } from '../../../shared/contract/api/logs.ts';
import type { ChannelFace } from '../../../shared/contract/values.ts';
import { caseKinds } from '../../../shared/domain/kpi.ts';
import type { CaseKind } from '../../../shared/domain/kpi.ts';
import { useT } from '../../i18n/index.tsx';
import { Field, Select } from '../../ui/index.ts';

export type Sentiment = NonNullable<CaseDto['sentiment']> | 'none';
const sentiments = ['none', 'positive', 'neutral', 'negative'] as const;

/** A channel as a choice: its id, or `none`. */
export function channelOf(choice: string): number | null {
  return choice === 'none' ? null : Number(choice);
}
export function choiceOf(channel: number | null): string {
  return channel === null ? 'none' : String(channel);
}

export function KindField({
  value,
  onChange,
}: {
  readonly value: CaseKind;
  readonly onChange: (kind: CaseKind) => void;
}) {
  const t = useT();
  return (
    <Field label={t.journal.fields.kind}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={value}
          onChange={onChange}
          items={caseKinds.map((kind) => ({ value: kind, label: t.journal.kinds[kind] }))}
        />
      )}
    </Field>
  );
}

export function ChannelField({
  value,
  onChange,
  channels,
  none,
}: {
  readonly value: string;
  readonly onChange: (choice: string) => void;
  readonly channels: readonly ChannelFace[];
  /** What no channel means here; unless told, that it is on none. */
  readonly none?: string;
}) {
  const t = useT();
  return (
    <Field label={t.journal.fields.channel}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={value}
          onChange={onChange}
          items={[
            ...channels.map((channel) => ({ value: channel.id, label: channel.name })),
            { value: 'none', label: none ?? t.journal.fields.noChannel },
          ]}
        />
      )}
    </Field>
  );
}

export function SentimentField({
  value,
  onChange,
}: {
  readonly value: Sentiment;
  readonly onChange: (sentiment: Sentiment) => void;
}) {
  const t = useT();
  return (
    <Field label={t.journal.fields.sentiment}>
      {({ id, labelId }) => (
        <Select
          id={id}
          labelledBy={labelId}
          look="form"
          value={value}
          onChange={onChange}
          items={sentiments.map((one) => ({ value: one, label: t.journal.sentiments[one] }))}
        />
      )}
    </Field>
  );
}
