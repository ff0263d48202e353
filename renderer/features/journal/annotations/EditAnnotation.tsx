/** One annotation, to correct it. */
import { useState } from 'react';
import type { Annotation } from '../../../../shared/contract/api/views.ts';
import { useCommand } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { useToast } from '../../../ui/index.ts';
import { EditDialog } from '../EditDialog.tsx';
import { AnnotationFields, draftOf, isReady, valuesOf } from './AnnotationFields.tsx';
import type { Faces } from './AnnotationFields.tsx';

export function EditAnnotation({
  one,
  faces,
  onClose,
}: {
  readonly one: Annotation;
  readonly faces: Faces;
  readonly onClose: () => void;
}) {
  const t = useT();
  const toast = useToast();
  const update = useCommand('annotations.update');
  const [draft, setDraft] = useState(() => draftOf(one, faces.kpis));
  const save = (): void => {
    if (!isReady(draft)) return;
    update.mutate(
      { annotation: one.id, ...valuesOf(draft) },
      {
        onSuccess: () => {
          onClose();
          const before = valuesOf(draftOf(one, faces.kpis));
          toast({
            text: t.journal.annotations.changed,
            undo: () => update.mutate({ annotation: one.id, ...before }),
          });
        },
      },
    );
  };
  return (
    <EditDialog
      title={t.journal.annotations.edit}
      ready={isReady(draft)}
      busy={update.isPending}
      error={update.error}
      onSave={save}
      onClose={onClose}
    >
      <AnnotationFields draft={draft} onChange={setDraft} faces={faces} />
    </EditDialog>
  );
}
