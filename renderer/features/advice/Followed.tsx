/** The actions that were decided: state, owner, due day, KPI, and what its figure did since. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { FollowedAction } from '../../../shared/contract/api/advice.ts';
import type { ClientKpi } from '../../../shared/contract/api/kpis.ts';
import { useCommand } from '../../api/index.ts';
import { momentDate, useAppState, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, ErrorPanel, IconButton, Select } from '../../ui/index.ts';
import { ActionForm } from './ActionForm.tsx';
import { actionStates, isOver, useActionStates } from './actionStates.ts';
import type { ActionState } from './actionStates.ts';
import { Effect } from './Effect.tsx';
import css from './Followed.module.css';
import { ruleName } from './ruleWords.ts';

export interface FollowedProps {
  readonly actions: readonly FollowedAction[];
  readonly kpis: readonly ClientKpi[];
}

export function Followed({ actions, kpis }: FollowedProps) {
  const t = useT();
  const client = useClient();
  const add = useCommand('actions.add');
  const [writing, setWriting] = useState(false);
  const [all, setAll] = useState(false);
  // What was just ended stays in its place until one leaves, so that a slip is mended where it was made.
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const words = t.advice.actions;
  const current = actions.filter((action) => !isOver(action.state) || touched.has(action.id));
  const over = actions.filter((action) => isOver(action.state) && !touched.has(action.id));
  const open = actions.filter((action) => !isOver(action.state)).length;
  const line = (action: FollowedAction) => (
    <Line
      key={action.id}
      action={action}
      kpi={kpis.find((kpi) => kpi.id === action.kpi)}
      onTouch={() => setTouched((old) => new Set([...old, action.id]))}
    />
  );
  return (
    <section className={css['followed']} aria-label={words.title}>
      <header>
        <h2>{words.title}</h2>
        <span>{words.open(open)}</span>
        <Button kind="link" size="small" aria-expanded={writing} onClick={() => setWriting(!writing)}>
          {words.add}
        </Button>
      </header>
      {writing && (
        <ActionForm
          label={words.add}
          start={{ text: '', owner: '', due: null }}
          submit={words.add}
          busy={add.isPending}
          onCancel={() => setWriting(false)}
          onSubmit={(draft) =>
            add.mutate({ client: client.id, kpi: null, ...draft }, { onSuccess: () => setWriting(false) })
          }
        />
      )}
      {add.error && <ErrorPanel inline error={add.error} />}
      {current.length === 0 && !writing && (
        <p className={css['none']}>
          {words.none} {words.noneText}
        </p>
      )}
      <ul>{current.map(line)}</ul>
      {over.length > 0 && (
        <>
          <Button kind="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
            {words.over(over.length)}
          </Button>
          {all && <ul>{over.map(line)}</ul>}
        </>
      )}
    </section>
  );
}

function Line({
  action,
  kpi,
  onTouch,
}: {
  readonly action: FollowedAction;
  readonly kpi: ClientKpi | undefined;
  readonly onTouch: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { today } = useAppState();
  const update = useCommand('actions.update');
  const states = useActionStates();
  const [editing, setEditing] = useState(false);
  const words = t.advice.actions;
  const error = update.error ?? states.error;
  const over = isOver(action.state);
  const late = !over && action.due !== null && action.due < today;
  const setState = (state: ActionState): void => {
    onTouch();
    states.set(action, state);
  };
  if (editing)
    return (
      <li className={css['action']}>
        <ActionForm
          label={words.edit(action.text)}
          start={{ text: action.text, owner: action.owner, due: action.due }}
          submit={t.common.save}
          busy={update.isPending}
          onCancel={() => setEditing(false)}
          onSubmit={(draft) =>
            update.mutate({ action: action.id, ...draft }, { onSuccess: () => setEditing(false) })
          }
        />
      </li>
    );
  return (
    <li className={css['action']} aria-label={action.text}>
      <div className={css['top']}>
        <p className={cx(css['text'], over && css['over'])}>{action.text}</p>
        <IconButton
          className={css['edit']}
          icon="pencil"
          label={words.edit(action.text)}
          onClick={() => setEditing(true)}
        />
      </div>
      <div className={css['row']}>
        <Select
          label={words.stateOf(action.text)}
          value={action.state}
          onChange={setState}
          disabled={states.busy}
          items={actionStates.map((value) => ({ value, label: words.states[value] }))}
        />
        <span className={css['meta']}>
          {action.owner !== '' && <span>{action.owner}</span>}
          {action.state === 'done' && action.doneAt !== null ? (
            <span>{words.doneOn(format.date(momentDate(action.doneAt), 'short'))}</span>
          ) : (
            action.due !== null && (
              <span className={cx(late && css['late'])}>
                {(late ? words.overdue : words.by)(format.date(action.due, 'short'))}
              </span>
            )
          )}
        </span>
      </div>
      {kpi !== undefined && (
        <p className={css['about']}>
          <Link
            href={place.href('explorer', {
              kpi: String(kpi.id),
              channel: action.channel === null ? undefined : String(action.channel),
            })}
            aria-label={t.advice.openExplorer(format.local(kpi.definition.name))}
          >
            {format.local(kpi.definition.name)}
          </Link>
          {action.rule !== null && <span className={css['grey']}>{ruleName(action.rule, t)}</span>}
        </p>
      )}
      {kpi !== undefined && action.effect !== null && <Effect effect={action.effect} kpi={kpi} />}
      {error && <ErrorPanel inline error={error} />}
    </li>
  );
}
