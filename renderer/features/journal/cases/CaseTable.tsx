/** The case log as a table, newest first; reply, resolution and escalation are marked in the row. */
import { useState } from 'react';
import type { CaseDto } from '../../../../shared/contract/api/logs.ts';
import type { Tag } from '../../../../shared/contract/api/tags.ts';
import type { ChannelFace } from '../../../../shared/contract/values.ts';
import { useAppState } from '../../../app/index.ts';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import { cx, ErrorPanel, IconButton } from '../../../ui/index.ts';
import { Menu } from '../../../ui/Menu.tsx';
import { EditCase } from './EditCase.tsx';
import { MomentCell } from './MomentCell.tsx';
import { shownMoment } from '../moments.ts';
import { TagPicker } from '../../tags/index.ts';
import css from '../table.module.css';
import { useCaseEdits } from './useCaseEdits.ts';
import type { CaseEdits } from './useCaseEdits.ts';

export function CaseTable({
  cases,
  channels,
  causes,
  tags,
}: {
  readonly cases: readonly CaseDto[];
  readonly channels: readonly ChannelFace[];
  readonly causes: readonly string[];
  /** All the client's. */
  readonly tags: readonly Tag[];
}) {
  const t = useT();
  const edits = useCaseEdits();
  const [edited, setEdited] = useState<CaseDto | null>(null);
  const { columns } = t.journal.list;
  const names = new Map(channels.map((channel) => [channel.id, channel.name]));
  return (
    <>
      {edits.error && edited === null && <ErrorPanel error={edits.error} inline />}
      <table className={css['table']} aria-label={t.journal.list.label}>
        <thead>
          <tr>
            <th scope="col">{columns.opened}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.channel}</th>
            <th scope="col" className={css['about']}>
              {columns.about}
            </th>
            <th scope="col">{columns.sentiment}</th>
            <th scope="col">{columns.firstReply}</th>
            <th scope="col">{columns.resolved}</th>
            <th scope="col" className={css['middle']}>
              {columns.escalated}
            </th>
            <th scope="col">
              <span className="visually-hidden">{columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <CaseRow
              key={one.id}
              one={one}
              channel={one.channel === null ? null : (names.get(String(one.channel)) ?? null)}
              tags={tags}
              edits={edits}
              onEdit={() => setEdited(one)}
            />
          ))}
        </tbody>
      </table>
      {edited && (
        <EditCase
          key={edited.id}
          one={edited}
          channels={channels}
          causes={causes}
          edits={edits}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  );
}

function CaseRow({
  one,
  channel,
  tags,
  edits,
  onEdit,
}: {
  readonly one: CaseDto;
  readonly channel: string | null;
  readonly tags: readonly Tag[];
  readonly edits: CaseEdits;
  readonly onEdit: () => void;
}) {
  const t = useT();
  const language = useLanguage();
  const { today } = useAppState();
  const words = t.journal.list;
  const opened = shownMoment(one.opened, today, language);
  const name = words.name(t.journal.kinds[one.kind], opened);
  return (
    <tr className={css['row']}>
      <th scope="row" className={css['opened']}>
        {opened}
      </th>
      <td>{t.journal.kinds[one.kind]}</td>
      <td className={css['grey']}>{channel ?? t.journal.fields.noChannel}</td>
      <td className={css['about']}>
        <div className={css['first']}>
          <span className={one.cause === null ? css['grey'] : undefined}>{one.cause ?? words.noCause}</span>
          <TagPicker all={tags} borne={one.tags} of={{ cases: [one.id] }} name={name} />
        </div>
        {one.note !== null && <div className={css['note']}>{one.note}</div>}
        {one.link !== null && <div className={css['link']}>{one.link}</div>}
      </td>
      <td className={css['grey']}>{one.sentiment === null ? '' : t.journal.sentiments[one.sentiment]}</td>
      <td>
        <MomentCell
          what={t.journal.fields.firstReply}
          mark={words.replyNow(name)}
          opened={one.opened}
          value={one.firstReply}
          onChange={(firstReply) =>
            edits.change(
              one,
              { firstReply },
              firstReply === null ? words.unmarked.firstReply : words.marked.firstReply,
            )
          }
        />
      </td>
      <td>
        <MomentCell
          what={t.journal.fields.resolved}
          mark={words.resolveNow(name)}
          opened={one.opened}
          value={one.resolved}
          onChange={(resolved) =>
            edits.change(
              one,
              { resolved },
              resolved === null ? words.unmarked.resolved : words.marked.resolved,
            )
          }
        />
      </td>
      <td className={css['middle']}>
        <IconButton
          icon="flag"
          className={cx(css['flag'], one.escalated && css['on'])}
          label={words.escalate(name)}
          pressed={one.escalated}
          onClick={() =>
            edits.change(
              one,
              { escalated: !one.escalated },
              one.escalated ? words.escalatedTaken : words.escalatedNoted,
            )
          }
        />
      </td>
      <td className={css['end']}>
        <Menu
          align="end"
          trigger={<IconButton icon="more" label={words.menu(name)} />}
          groups={[
            [{ id: 'edit', label: words.edit, icon: 'pencil', onSelect: onEdit }],
            [
              {
                id: 'remove',
                label: words.remove,
                icon: 'trash',
                danger: true,
                onSelect: () => edits.remove(one),
              },
            ],
          ]}
        />
      </td>
    </tr>
  );
}
