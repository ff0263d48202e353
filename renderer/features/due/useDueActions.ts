/** What a person does with a line of the due list; each can be taken back from its toast. */
import type { DueItem, StoppedExport } from '../../../shared/contract/api/due.ts';
import { asCallError, callOnce } from '../../api/index.ts';
import { useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';

export interface DueActions {
  readonly stop: (item: DueItem, name: string) => void;
  readonly resume: (item: StoppedExport, name: string) => void;
  /** The channel ended on the last day that is covered. */
  readonly end: (item: DueItem) => void;
}

export function useDueActions(): DueActions {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const { today } = useAppState();
  const run = (work: Promise<unknown>, then: () => void): void => {
    work.then(then, (error: unknown) => {
      const { what, todo } = t.errors.codes[asCallError(error).code];
      toast({ text: `${what} ${todo}` });
    });
  };
  const quietly = (work: Promise<unknown>): void => run(work, () => undefined);
  const placeOf = ({ client, channel, export: id }: StoppedExport | DueItem) => ({
    client,
    channel,
    export: id,
  });
  return {
    stop: (item, name) =>
      run(callOnce('due.stop', placeOf(item)), () =>
        toast({
          text: t.due.stopped(name),
          undo: () => quietly(callOnce('due.resume', placeOf(item))),
        }),
      ),
    resume: (item, name) =>
      run(callOnce('due.resume', placeOf(item)), () =>
        toast({ text: t.due.resumed(name), undo: () => quietly(callOnce('due.stop', placeOf(item))) }),
      ),
    end: (item) => {
      const { channel, channelName } = item;
      if (channel === null || channelName === null) return;
      const activeTo = item.covered < today ? item.covered : today;
      run(callOnce('channels.update', { channel, activeTo }), () =>
        toast({
          text: t.due.ended(channelName, format.date(activeTo, 'medium')),
          undo: () => quietly(callOnce('channels.update', { channel, activeTo: null })),
        }),
      );
    },
  };
}
