/** What was decided, and what came of it: open actions by due day, the finished ones when asked for. */
import { useRef, useState } from 'react';
import { useCall } from '../../../api/index.ts';
import { useClient, usePlace } from '../../../app/index.ts';
import { useT } from '../../../i18n/index.tsx';
import { Button, EmptyState, ErrorPanel, LinkButton, Segmented, Select } from '../../../ui/index.ts';
import { isOver } from '../../advice/index.ts';
import css from '../journal.module.css';
import { ActionEntry } from './ActionEntry.tsx';
import { ActionTable } from './ActionTable.tsx';

const shows = ['open', 'over', 'all'] as const;
const anyone = '*';

export function ActionsView() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const [owner, setOwner] = useState(anyone);
  const line = useRef<HTMLInputElement>(null);
  const actions = useCall('actions.list', { client: client.id });
  const kpis = useCall('kpis.list', { client: client.id });
  const error = actions.error ?? kpis.error;
  const words = t.journal.actions;
  if (error) return <ErrorPanel error={error} onRetry={() => void actions.refetch()} />;
  if (!actions.data || !kpis.data) return null;
  const all = actions.data;
  const owners = [...new Set(all.map((action) => action.owner).filter((name) => name !== ''))].toSorted();
  const shown = all.filter(
    (action) =>
      (show === 'all' || isOver(action.state) === (show === 'over')) &&
      (owner === anyone || action.owner === owner),
  );
  const counts = { open: 0, over: 0, all: all.length };
  for (const action of all) counts[isOver(action.state) ? 'over' : 'open'] += 1;
  return (
    <div className={css['view']}>
      <ActionEntry
        key={client.id}
        kpis={kpis.data}
        owner={all.findLast((action) => action.owner !== '')?.owner ?? ''}
        line={line}
      />
      {all.length === 0 ? (
        <div className={css['empty']}>
          <EmptyState
            title={words.empty}
            centred
            action={<Button onClick={() => line.current?.focus()}>{words.first}</Button>}
          >
            {words.emptyText}
          </EmptyState>
        </div>
      ) : (
        <>
          <search className={css['filters']} aria-label={words.filters}>
            <Segmented
              label={t.journal.list.state}
              value={show}
              onChange={setShow}
              items={shows.map((value) => ({
                value,
                label: words.show[value],
                count: String(counts[value]),
              }))}
            />
            {owners.length > 1 && (
              <Select
                label={words.columns.owner}
                value={owner}
                onChange={setOwner}
                items={[
                  { value: anyone, label: words.anyone },
                  ...owners.map((name) => ({ value: name, label: name })),
                ]}
              />
            )}
            <LinkButton to={place.href('advice')} kind="link" size="small">
              {words.proposals}
            </LinkButton>
          </search>
          {shown.length === 0 ? (
            <div className={css['empty']}>
              <EmptyState title={words.noneShown[show]} />
            </div>
          ) : (
            <ActionTable actions={shown} kpis={kpis.data} />
          )}
        </>
      )}
    </div>
  );
}
