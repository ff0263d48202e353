/** The line a case is written in. Kind and channel stay for the next one; the moment is now until it is changed. */
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import type { CaseKind } from '../../../../shared/domain/kpi.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { DateInput, TextInput, useToast } from '../../../ui/index.ts';
import { CauseInput } from './CauseInput.tsx';
import { ChannelField, channelOf, KindField, SentimentField } from '../choices.tsx';
import type { Sentiment } from '../choices.tsx';
import { EntryForm } from '../EntryForm.tsx';
import { momentNow, momentOf, partsOf } from '../moments.ts';
import type { MomentParts } from '../moments.ts';
import { TimeInput } from '../TimeInput.tsx';

const blank = { sentiment: 'none' as Sentiment, cause: '', link: '', note: '' };
const minute = 60_000;

export function CaseEntry({
  channels,
  causes,
  cause,
}: {
  readonly channels: readonly ChannelFace[];
  readonly causes: readonly string[];
  /** The field of the cause: where writing begins. */
  readonly cause: RefObject<HTMLInputElement | null>;
}) {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const add = useCommand('cases.add');
  const remove = useCommand('cases.remove');
  const now = useNow();
  const [kind, setKind] = useState<CaseKind>('query');
  const [channel, setChannel] = useState(channels[0]?.id ?? 'none');
  // `null`: not touched, so it is now.
  const [opened, setOpened] = useState<MomentParts | null>(null);
  const [rest, setRest] = useState(blank);
  const shown = opened ?? partsOf(now);
  const moment = momentOf(opened ?? partsOf(momentNow()));

  const save = (): void => {
    if (moment === null || add.isPending) return;
    const { sentiment, ...words } = rest;
    add.mutate(
      {
        client: client.id,
        kind,
        channel: channelOf(channel),
        opened: moment,
        firstReply: null,
        resolved: null,
        escalated: false,
        sentiment: sentiment === 'none' ? null : sentiment,
        ...words,
      },
      {
        onSuccess: ({ id }) => {
          setOpened(null);
          setRest(blank);
          cause.current?.focus();
          toast({
            text: t.journal.entry.added(t.journal.kinds[kind]),
            undo: () => remove.mutate({ case: id }),
          });
        },
      },
    );
  };

  return (
    <EntryForm
      label={t.journal.entry.label}
      fields="case"
      submit={t.journal.entry.add}
      ready={moment !== null}
      busy={add.isPending}
      error={add.error}
      onSave={save}
    >
      <KindField value={kind} onChange={setKind} />
      <ChannelField value={channel} onChange={setChannel} channels={channels} />
      <DateInput
        label={t.journal.fields.opened}
        value={shown.date}
        onChange={(date) => setOpened({ ...shown, date })}
      />
      <TimeInput
        label={t.journal.fields.time}
        value={shown.time}
        onChange={(time) => setOpened({ ...shown, time })}
      />
      <SentimentField value={rest.sentiment} onChange={(sentiment) => setRest({ ...rest, sentiment })} />
      <CauseInput
        ref={cause}
        value={rest.cause}
        onChange={(next) => setRest({ ...rest, cause: next })}
        causes={causes}
        placeholder={t.journal.entry.causeHint}
      />
      <TextInput
        label={t.journal.fields.link}
        value={rest.link}
        onChange={(link) => setRest({ ...rest, link })}
        maxLength={2000}
      />
      <TextInput
        label={t.journal.fields.note}
        value={rest.note}
        onChange={(note) => setRest({ ...rest, note })}
        maxLength={2000}
      />
    </EntryForm>
  );
}

/** The moment it is, kept up to the minute while the line waits. */
function useNow(): string {
  const [now, setNow] = useState(() => momentNow());
  useEffect(() => {
    const timer = setInterval(() => setNow(momentNow()), minute / 4);
    return () => clearInterval(timer);
  }, []);
  return now;
}
