/** Actions as a table: where each stands, who and by when, and what its KPI did since. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { FollowedAction } from '../../../../shared/contract/api/advice.ts';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import { useCommand } from '../../../api/index.ts';
import { momentDate, useAppState, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { cx, ErrorPanel, IconButton, Select } from '../../../ui/index.ts';
import { ActionForm, actionStates, Effect, isOver, ruleName, useActionStates } from '../../advice/index.ts';
import css from '../table.module.css';

export function ActionTable({
  actions,
  kpis,
}: {
  readonly actions: readonly FollowedAction[];
  readonly kpis: readonly ClientKpi[];
}) {
  const t = useT();
  const states = useActionStates();
  const update = useCommand('actions.update');
  const [edited, setEdited] = useState<number | null>(null);
  const words = t.journal.actions;
  const error = states.error ?? update.error;
  return (
    <>
      {error && <ErrorPanel error={error} inline />}
      <table className={css['table']} aria-label={t.advice.actions.title}>
        <thead>
          <tr>
            <th scope="col" className={css['action']}>
              {words.columns.action}
            </th>
            <th scope="col">{words.columns.state}</th>
            <th scope="col">{words.columns.owner}</th>
            <th scope="col">{words.columns.due}</th>
            <th scope="col" className={css['effect']}>
              {words.columns.since}
            </th>
            <th scope="col">
              <span className="visually-hidden">{t.journal.evidence.columns.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) =>
            action.id === edited ? (
              <tr key={action.id} className={css['row']}>
                <td colSpan={6} className={css['editing']}>
                  <ActionForm
                    label={t.advice.actions.edit(action.text)}
                    start={{ text: action.text, owner: action.owner, due: action.due }}
                    submit={t.common.save}
                    busy={update.isPending}
                    onCancel={() => setEdited(null)}
                    onSubmit={(draft) =>
                      update.mutate({ action: action.id, ...draft }, { onSuccess: () => setEdited(null) })
                    }
                  />
                </td>
              </tr>
            ) : (
              <Row
                key={action.id}
                action={action}
                kpi={kpis.find((kpi) => kpi.id === action.kpi)}
                states={states}
                onEdit={() => setEdited(action.id)}
              />
            ),
          )}
        </tbody>
      </table>
    </>
  );
}

function Row({
  action,
  kpi,
  states,
  onEdit,
}: {
  readonly action: FollowedAction;
  readonly kpi: ClientKpi | undefined;
  readonly states: ReturnType<typeof useActionStates>;
  readonly onEdit: () => void;
}) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const { today } = useAppState();
  const words = t.advice.actions;
  const late = !isOver(action.state) && action.due !== null && action.due < today;
  return (
    <tr className={css['row']}>
      <th scope="row" className={css['action']}>
        <div className={cx(action.state === 'dropped' && css['struck'])}>{action.text}</div>
        {kpi !== undefined && (
          <div className={css['note']}>
            <Link
              href={place.href('explorer', {
                kpi: String(kpi.id),
                channel: action.channel === null ? undefined : String(action.channel),
              })}
            >
              {format.local(kpi.definition.name)}
            </Link>
            {action.rule !== null && ` · ${ruleName(action.rule, t)}`}
          </div>
        )}
      </th>
      <td>
        <Select
          label={words.stateOf(action.text)}
          value={action.state}
          onChange={(state) => states.set(action, state)}
          disabled={states.busy}
          items={actionStates.map((value) => ({ value, label: words.states[value] }))}
        />
      </td>
      <td className={css['grey']}>{action.owner}</td>
      <td className={cx(late ? css['late'] : css['grey'])}>
        {action.state === 'done' && action.doneAt !== null
          ? words.doneOn(format.date(momentDate(action.doneAt), 'short'))
          : action.due !== null && (late ? words.overdue : words.by)(format.date(action.due, 'short'))}
      </td>
      <td className={css['effect']}>
        {kpi !== undefined && action.effect !== null && <Effect effect={action.effect} kpi={kpi} />}
      </td>
      <td className={css['end']}>
        <IconButton icon="pencil" label={words.edit(action.text)} onClick={onEdit} />
      </td>
    </tr>
  );
}
