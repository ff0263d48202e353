/** One annotation, to correct it. */
import { useState } from 'react';
import type { Annotation } from '../../../../shared/contract/api/views.ts';
import { useCommand } from '../../../api/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, Dialog, ErrorPanel, useToast } from '../../../ui/index.ts';
import css from '../journal.module.css';
import { AnnotationFields, draftOf, isReady, valuesOf } from './AnnotationFields.tsx';
import type { Faces } from './AnnotationFields.tsx';

const formId = 'annotation-form';

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
    <Dialog
      open
      onClose={onClose}
      title={t.journal.annotations.edit}
      footer={
        <>
          <Button onClick={onClose}>{t.common.cancel}</Button>
          <Button kind="primary" submit form={formId} disabled={!isReady(draft)} busy={update.isPending}>
            {t.common.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={css['edit']}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {update.error && <ErrorPanel error={update.error} inline />}
        <AnnotationFields draft={draft} onChange={setDraft} faces={faces} />
      </form>
    </Dialog>
  );
}
