/** Everything of one case, to correct it. */
import { useState } from 'react';
import type { CaseDto } from '../../../../shared/contract/api/logs.ts';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import { useT } from '../../../i18n/index.tsx';
import { DateInput, Switch, TextArea, TextInput } from '../../../ui/index.ts';
import { CauseInput } from './CauseInput.tsx';
import { ChannelField, channelOf, choiceOf, KindField, SentimentField } from '../choices.tsx';
import type { Sentiment } from '../choices.tsx';
import { EditDialog } from '../EditDialog.tsx';
import css from '../journal.module.css';
import { momentOf, partsOf } from '../moments.ts';
import type { MomentParts } from '../moments.ts';
import { TimeInput } from '../TimeInput.tsx';
import type { CaseEdits } from './useCaseEdits.ts';

const notYet: MomentParts = { date: '', time: '' };

export function EditCase({
  one,
  channels,
  causes,
  edits,
  onClose,
}: {
  readonly one: CaseDto;
  readonly channels: readonly ChannelFace[];
  readonly causes: readonly string[];
  readonly edits: CaseEdits;
  readonly onClose: () => void;
}) {
  const t = useT();
  const [kind, setKind] = useState(one.kind);
  const [channel, setChannel] = useState(choiceOf(one.channel));
  const [opened, setOpened] = useState(() => partsOf(one.opened));
  const [firstReply, setFirstReply] = useState(() =>
    one.firstReply === null ? notYet : partsOf(one.firstReply),
  );
  const [resolved, setResolved] = useState(() => (one.resolved === null ? notYet : partsOf(one.resolved)));
  const [escalated, setEscalated] = useState(one.escalated);
  const [sentiment, setSentiment] = useState<Sentiment>(one.sentiment ?? 'none');
  const [cause, setCause] = useState(one.cause ?? '');
  const [link, setLink] = useState(one.link ?? '');
  const [note, setNote] = useState(one.note ?? '');
  const begun = momentOf(opened);
  const whole = begun !== null && isSettled(firstReply) && isSettled(resolved);
  const { fields } = t.journal;

  const save = (): void => {
    if (begun === null || !whole) return;
    const change = {
      kind,
      channel: channelOf(channel),
      opened: begun,
      firstReply: momentOf(firstReply),
      resolved: momentOf(resolved),
      escalated,
      sentiment: sentiment === 'none' ? null : sentiment,
      cause,
      link,
      note,
    };
    edits.change(one, change, t.journal.edit.changed, onClose);
  };

  return (
    <EditDialog
      title={t.journal.edit.title}
      ready={whole}
      busy={edits.busy}
      error={edits.error}
      onSave={save}
      onClose={onClose}
    >
      <div className={css['pair']}>
        <KindField value={kind} onChange={setKind} />
        <ChannelField value={channel} onChange={setChannel} channels={channels} />
      </div>
      <MomentFields
        label={fields.opened}
        event={t.journal.list.columns.opened}
        parts={opened}
        onChange={setOpened}
      />
      <MomentFields
        label={fields.firstReply}
        event={fields.firstReply}
        parts={firstReply}
        onChange={setFirstReply}
      />
      <MomentFields label={fields.resolved} event={fields.resolved} parts={resolved} onChange={setResolved} />
      <Switch label={fields.escalated} checked={escalated} onChange={setEscalated} />
      <div className={css['pair']}>
        <SentimentField value={sentiment} onChange={setSentiment} />
        <CauseInput value={cause} onChange={setCause} causes={causes} />
      </div>
      <TextInput label={fields.link} value={link} onChange={setLink} maxLength={2000} />
      <TextArea label={fields.note} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </EditDialog>
  );
}

/** A moment, or none at all; not half of one. */
function isSettled(parts: MomentParts): boolean {
  return (parts.date === '' && parts.time === '') || momentOf(parts) !== null;
}

function MomentFields({
  label,
  event,
  parts,
  onChange,
}: {
  /** Above the date. */
  readonly label: string;
  /** What happened then. */
  readonly event: string;
  readonly parts: MomentParts;
  readonly onChange: (parts: MomentParts) => void;
}) {
  const t = useT();
  return (
    <div className={css['pair']}>
      <DateInput label={label} value={parts.date} onChange={(date) => onChange({ ...parts, date })} />
      <TimeInput
        label={`${t.journal.fields.time}: ${event.toLowerCase()}`}
        value={parts.time}
        onChange={(time) => onChange({ ...parts, time })}
      />
    </div>
  );
}
