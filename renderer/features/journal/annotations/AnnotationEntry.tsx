/** The line an annotation is written in. What it is about stays for the next one. */
import { useState } from 'react';
import type { RefObject } from 'react';
import { isoOf } from '../../../../shared/domain/time.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { useToast } from '../../../ui/index.ts';
import { EntryForm } from '../EntryForm.tsx';
import { AnnotationFields, isReady, valuesOf } from './AnnotationFields.tsx';
import type { AnnotationDraft, Faces } from './AnnotationFields.tsx';

export function AnnotationEntry({
  faces,
  line,
}: {
  readonly faces: Faces;
  readonly line: RefObject<HTMLInputElement | null>;
}) {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const add = useCommand('annotations.add');
  const remove = useCommand('annotations.remove');
  const [draft, setDraft] = useState<AnnotationDraft>(() => ({
    day: isoOf(place.today),
    text: '',
    kpi: 'none',
    channel: 'none',
  }));
  const save = (): void => {
    if (!isReady(draft) || add.isPending) return;
    add.mutate(
      { client: client.id, ...valuesOf(draft) },
      {
        onSuccess: ({ id }) => {
          setDraft({ ...draft, text: '' });
          line.current?.focus();
          toast({ text: t.journal.annotations.added, undo: () => remove.mutate({ annotation: id }) });
        },
      },
    );
  };
  return (
    <EntryForm
      label={t.journal.annotations.new}
      fields="annotation"
      submit={t.common.add}
      ready={isReady(draft)}
      busy={add.isPending}
      error={add.error}
      onSave={save}
    >
      <AnnotationFields draft={draft} onChange={setDraft} faces={faces} line={line} />
    </EntryForm>
  );
}
