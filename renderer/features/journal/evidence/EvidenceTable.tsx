/** The entries behind one count, newest first. */
import { useState } from 'react';
import type { EvidenceDto } from '../../../../shared/contract/api/logs.ts';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import { useCommand } from '../../../api/index.ts';
import { useClient } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { ErrorPanel, IconButton, useToast } from '../../../ui/index.ts';
import css from '../table.module.css';
import { EditEvidence } from './EditEvidence.tsx';

export function EvidenceTable({
  entries,
  channels,
}: {
  readonly entries: readonly EvidenceDto[];
  readonly channels: readonly ChannelFace[];
}) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const toast = useToast();
  const remove = useCommand('evidence.remove');
  const add = useCommand('evidence.add');
  const [edited, setEdited] = useState<EvidenceDto | null>(null);
  const words = t.journal.evidence;
  const names = new Map(channels.map((channel) => [channel.id, channel.name]));
  const error = remove.error ?? add.error;
  const takeOut = (entry: EvidenceDto): void => {
    const { id, ...values } = entry;
    remove.mutate(
      { evidence: id },
      {
        onSuccess: () =>
          toast({ text: words.removed, undo: () => add.mutate({ client: client.id, ...values }) }),
      },
    );
  };
  return (
    <>
      {error && <ErrorPanel error={error} inline />}
      <table className={css['table']} aria-label={words.label}>
        <thead>
          <tr>
            <th scope="col">{words.columns.day}</th>
            <th scope="col" className={css['what']}>
              {words.columns.what}
            </th>
            <th scope="col">{words.columns.channel}</th>
            <th scope="col">
              <span className="visually-hidden">{words.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id} className={css['row']}>
              <th scope="row" className={css['opened']}>
                {format.date(entry.day, 'medium')}
              </th>
              <td className={css['what']}>
                <div>{entry.what}</div>
                {entry.note !== null && <div className={css['note']}>{entry.note}</div>}
                {entry.link !== null && <div className={css['link']}>{entry.link}</div>}
              </td>
              <td className={css['grey']}>
                {entry.channel === null
                  ? t.journal.fields.noChannel
                  : (names.get(String(entry.channel)) ?? '')}
              </td>
              <td className={css['end']}>
                <IconButton
                  icon="pencil"
                  label={words.editOne(entry.what)}
                  onClick={() => setEdited(entry)}
                />
                <IconButton icon="trash" label={words.remove(entry.what)} onClick={() => takeOut(entry)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {edited && (
        <EditEvidence key={edited.id} one={edited} channels={channels} onClose={() => setEdited(null)} />
      )}
    </>
  );
}
