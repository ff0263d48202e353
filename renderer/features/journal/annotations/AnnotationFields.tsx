/** What an annotation says: the day, what happened, and the KPI and channel it is about. */
import type { RefObject } from 'react';
import type { Annotation } from '../../../../shared/contract/api/views.ts';
import type { ChannelFace, KpiFace } from '../../../../shared/contract/values.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { Combobox, DateInput, Field, TextInput } from '../../../ui/index.ts';
import { ChannelField, channelOf } from '../choices.tsx';

export interface AnnotationDraft {
  readonly day: string;
  readonly text: string;
  /** A KPI's id, or `none`. */
  readonly kpi: string;
  /** A channel's id, or `none`. */
  readonly channel: string;
}

export interface Faces {
  readonly kpis: readonly KpiFace[];
  readonly channels: readonly ChannelFace[];
}

/** The draft of one that is there. */
export function draftOf(one: Annotation, kpis: readonly KpiFace[]): AnnotationDraft {
  const kpi = kpis.find((face) => face.key === one.kpi);
  return {
    day: one.day,
    text: one.text,
    kpi: kpi === undefined ? 'none' : String(kpi.id),
    channel: one.channel ?? 'none',
  };
}

export function isReady(draft: AnnotationDraft): boolean {
  return draft.day !== '' && draft.text.trim() !== '';
}

export function valuesOf(draft: AnnotationDraft) {
  return {
    day: draft.day,
    text: draft.text.trim(),
    kpi: draft.kpi === 'none' ? null : Number(draft.kpi),
    channel: channelOf(draft.channel),
  };
}

export function AnnotationFields({
  draft,
  onChange,
  faces,
  line,
}: {
  readonly draft: AnnotationDraft;
  readonly onChange: (draft: AnnotationDraft) => void;
  readonly faces: Faces;
  /** The field of what happened: where writing begins. */
  readonly line?: RefObject<HTMLInputElement | null>;
}) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      <DateInput
        label={t.journal.fields.day}
        value={draft.day}
        onChange={(day) => onChange({ ...draft, day })}
      />
      <TextInput
        {...(line && { ref: line })}
        label={t.journal.fields.what}
        value={draft.text}
        onChange={(text) => onChange({ ...draft, text })}
        maxLength={400}
      />
      <Field label={t.journal.fields.kpi}>
        {({ id }) => (
          <Combobox
            id={id}
            look="form"
            label={t.journal.fields.kpi}
            value={draft.kpi}
            onChange={(kpi) => onChange({ ...draft, kpi })}
            items={[
              { value: 'none', label: t.journal.annotations.everything },
              ...faces.kpis.map((kpi) => ({ value: String(kpi.id), label: format.local(kpi.name) })),
            ]}
          />
        )}
      </Field>
      <ChannelField
        value={draft.channel}
        onChange={(channel) => onChange({ ...draft, channel })}
        channels={faces.channels}
        none={t.journal.annotations.anyChannel}
      />
    </>
  );
}
