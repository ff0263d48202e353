/** Annotations being written, changed and taken out, each with a way back. */
import type { Annotation } from '../../../shared/contract/api/views.ts';
import { callOnce, useCommand } from '../../api/index.ts';
import { useClient } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export interface NoteDraft {
  readonly day: string;
  readonly text: string;
  readonly kpi: number | null;
  readonly channel: number | null;
}

export interface Notes {
  readonly add: (draft: NoteDraft, done: () => void) => void;
  readonly change: (annotation: Annotation, draft: NoteDraft, done: () => void) => void;
  readonly remove: (annotation: Annotation) => void;
  readonly busy: boolean;
  readonly error: ReturnType<typeof useCommand<'annotations.add'>>['error'];
}

/** `kpiId`: the id of the KPI that an annotation names by its key. */
export function useNotes(kpiId: (key: string) => number | null): Notes {
  const t = useT();
  const client = useClient();
  const toast = useToast();
  const add = useCommand('annotations.add');
  const update = useCommand('annotations.update');
  const remove = useCommand('annotations.remove');
  const words = t.explorer.note;
  const draftOf = ({ day, text, kpi, channel }: Annotation): NoteDraft => ({
    day,
    text,
    kpi: kpi === null ? null : kpiId(kpi),
    channel: channel === null ? null : Number(channel),
  });
  return {
    add: (draft, done) =>
      add.mutate(
        { client: client.id, ...draft },
        {
          onSuccess: (made) => {
            toast({
              text: words.added,
              undo: () => void callOnce('annotations.remove', { annotation: made.id }),
            });
            done();
          },
        },
      ),
    change: (annotation, draft, done) =>
      update.mutate(
        { annotation: annotation.id, ...draft },
        {
          onSuccess: () => {
            toast({
              text: words.changed,
              undo: () =>
                void callOnce('annotations.update', { annotation: annotation.id, ...draftOf(annotation) }),
            });
            done();
          },
        },
      ),
    remove: (annotation) =>
      remove.mutate(
        { annotation: annotation.id },
        {
          onSuccess: () =>
            toast({
              text: words.removed,
              undo: () => void callOnce('annotations.add', { client: client.id, ...draftOf(annotation) }),
            }),
        },
      ),
    busy: add.isPending || update.isPending,
    error: add.error ?? update.error ?? remove.error,
  };
}
