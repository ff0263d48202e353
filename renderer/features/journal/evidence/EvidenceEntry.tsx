/** The line an entry of evidence is written in. */
import { useState } from 'react';
import type { RefObject } from 'react';
import type { ChannelFace, KpiFace } from '../../../../shared/contract/values.ts';
import { isoOf } from '../../../../shared/domain/time.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { DateInput, TextInput, useToast } from '../../../ui/index.ts';
import { ChannelField, channelOf } from '../choices.tsx';
import { EntryForm } from '../EntryForm.tsx';

const blank = { what: '', link: '', note: '' };

export function EvidenceEntry({
  kpi,
  channels,
  what,
}: {
  readonly kpi: KpiFace;
  readonly channels: readonly ChannelFace[];
  /** The field of what happened: where writing begins. */
  readonly what: RefObject<HTMLInputElement | null>;
}) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const add = useCommand('evidence.add');
  const remove = useCommand('evidence.remove');
  const [day, setDay] = useState(() => isoOf(place.today));
  const [channel, setChannel] = useState('none');
  const [words, setWords] = useState(blank);
  const ready = day !== '' && words.what.trim() !== '';
  const save = (): void => {
    if (!ready || add.isPending) return;
    add.mutate(
      { client: client.id, kpi: kpi.id, channel: channelOf(channel), day, ...words },
      {
        onSuccess: ({ id }) => {
          setWords(blank);
          what.current?.focus();
          toast({ text: t.journal.evidence.added, undo: () => remove.mutate({ evidence: id }) });
        },
      },
    );
  };
  return (
    <EntryForm
      label={t.journal.evidence.new}
      fields="evidence"
      submit={t.journal.evidence.add}
      ready={ready}
      busy={add.isPending}
      error={add.error}
      onSave={save}
    >
      <DateInput label={t.journal.fields.day} value={day} onChange={setDay} />
      <ChannelField value={channel} onChange={setChannel} channels={channels} />
      <TextInput
        ref={what}
        label={t.journal.fields.what}
        value={words.what}
        onChange={(next) => setWords({ ...words, what: next })}
        maxLength={400}
      />
      <TextInput
        label={t.journal.fields.link}
        value={words.link}
        onChange={(link) => setWords({ ...words, link })}
        maxLength={2000}
      />
      <TextInput
        label={t.journal.fields.note}
        value={words.note}
        onChange={(note) => setWords({ ...words, note })}
        maxLength={2000}
      />
    </EntryForm>
  );
}
