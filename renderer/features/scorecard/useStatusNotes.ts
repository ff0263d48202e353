/** The notes of a period, and saving one with a way back. */
import type { Input } from '../../../shared/contract/api.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import type { PeriodDto } from '../../../shared/contract/values.ts';
import type { ScoreRow } from '../../../shared/domain/results.ts';
import { asCallError, callOnce, useCall, useCommand } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import type { Faces } from '../../ui/faces.ts';
import { useToast } from '../../ui/index.ts';

export interface StatusNotes {
  readonly notes: readonly StatusNote[];
  readonly saving: boolean;
  readonly save: (
    row: Pick<ScoreRow, 'kpi' | 'channel'>,
    faces: Faces,
    text: string | null,
    then: () => void,
  ) => void;
}

const none: readonly StatusNote[] = [];

export function useStatusNotes(client: number, period: PeriodDto): StatusNotes {
  const t = useT();
  const toast = useToast();
  const set = useCommand('statusNotes.set');
  const { data, isPlaceholderData } = useCall('statusNotes.list', { client, period });
  const failed = (error: unknown): void => {
    const { what, todo } = t.errors.codes[asCallError(error).code];
    toast({ text: `${what} ${todo}` });
  };
  return {
    // Those of another period would stand beside the wrong rows.
    notes: data === undefined || isPlaceholderData ? none : data,
    saving: set.isPending,
    save: (row, faces, text, then) => {
      const id = faces.kpi(row.kpi)?.id;
      if (id === undefined) return;
      const place: Omit<Input<'statusNotes.set'>, 'text'> = {
        client,
        kpi: id,
        channel: row.channel === null ? null : Number(row.channel),
        period,
      };
      set.mutateAsync({ ...place, text }).then(({ before }) => {
        then();
        toast({
          text: text === null ? t.scorecard.note.removed : t.scorecard.note.saved,
          undo: () => void callOnce('statusNotes.set', { ...place, text: before }).catch(failed),
        });
      }, failed);
    },
  };
}
