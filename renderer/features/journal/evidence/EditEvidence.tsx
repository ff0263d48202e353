/** One entry of evidence, to correct it. */
import { useState } from 'react';
import type { EvidenceDto } from '../../../../shared/contract/api/logs.ts';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import { useCommand } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { DateInput, TextArea, TextInput, useToast } from '../../../ui/index.ts';
import { ChannelField, channelOf, choiceOf } from '../choices.tsx';
import { EditDialog } from '../EditDialog.tsx';
import css from '../journal.module.css';

export function EditEvidence({
  one,
  channels,
  onClose,
}: {
  readonly one: EvidenceDto;
  readonly channels: readonly ChannelFace[];
  readonly onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const update = useCommand('evidence.update');
  const [day, setDay] = useState<string>(one.day);
  const [channel, setChannel] = useState(choiceOf(one.channel));
  const [what, setWhat] = useState(one.what);
  const [link, setLink] = useState(one.link ?? '');
  const [note, setNote] = useState(one.note ?? '');
  const ready = day !== '' && what.trim() !== '';
  const save = (): void => {
    if (!ready) return;
    const { id, kpi: _kpi, ...before } = one;
    update.mutate(
      { evidence: id, day, channel: channelOf(channel), what: what.trim(), link, note },
      {
        onSuccess: () => {
          onClose();
          toast({
            text: t.journal.evidence.changed,
            undo: () => update.mutate({ evidence: id, ...before }),
          });
        },
      },
    );
  };
  return (
    <EditDialog
      title={t.journal.evidence.edit}
      ready={ready}
      busy={update.isPending}
      error={update.error}
      onSave={save}
      onClose={onClose}
    >
      <div className={css['pair']}>
        <DateInput label={t.journal.fields.day} value={day} onChange={setDay} />
        <ChannelField value={channel} onChange={setChannel} channels={channels} />
      </div>
      <TextInput label={t.journal.fields.what} value={what} onChange={setWhat} maxLength={400} />
      <TextInput label={t.journal.fields.link} value={link} onChange={setLink} maxLength={2000} />
      <TextArea label={t.journal.fields.note} value={note} onChange={setNote} rows={2} maxLength={2000} />
    </EditDialog>
  );
}
