/** The targets a KPI has had on a channel, newest first, each with what came of it; removed with undo. */
import type { ClientKpi, TargetDto } from '../../../../shared/contract/api/kpis.ts';
import { cadenceWord } from '../../../../shared/domain/format.ts';
import { callOnce, useCall, useCommand } from '../../../api/index.ts';
import { useAppState } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { IconButton, Panel, StatusMark, useToast } from '../../../ui/index.ts';
import { lastDay, targetText } from '../targets.ts';
import css from './TargetHistory.module.css';
import { tallyOf } from './TargetShows.tsx';

export interface TargetHistoryProps {
  readonly kpi: ClientKpi;
  /** Those of the channel at hand. */
  readonly targets: readonly TargetDto[];
  readonly scope: string;
}

export function TargetHistory({ kpi, targets, scope }: TargetHistoryProps) {
  const t = useT();
  const format = useFormat();
  const words = t.kpis.targetEditor.history;
  return (
    <Panel
      title={words.title}
      detail={words.detail(format.local(kpi.definition.name), scope)}
      flush={targets.length > 0}
    >
      {targets.length === 0 ? (
        <p className={css['none']}>{words.none}</p>
      ) : (
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{words.columns.target}</th>
              <th scope="col">{words.columns.from}</th>
              <th scope="col">{words.columns.to}</th>
              <th scope="col">{words.columns.outcome}</th>
              <th scope="col">
                <span className="visually-hidden">{t.common.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {targets
              .toSorted((a, b) => b.from.localeCompare(a.from))
              .map((target) => (
                <Row key={target.id} target={target} kpi={kpi} />
              ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Row({ target, kpi }: { readonly target: TargetDto; readonly kpi: ClientKpi }) {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const { today } = useAppState();
  const remove = useCommand('targets.remove');
  const words = t.kpis.targetEditor.history;
  const { id, ...fields } = target;
  const holds = target.from <= today && (target.to === null || target.to > today);
  return (
    <tr>
      <th scope="row">
        {targetText(target, kpi.definition, format, t)}
        {holds && <span className={css['tag']}>{words.now}</span>}
        {target.from > today && <span className={css['tag']}>{words.later}</span>}
      </th>
      <td>{format.date(target.from, 'medium')}</td>
      <td>{target.to === null ? words.open : format.date(lastDay(target.to), 'medium')}</td>
      <td>
        <Outcome client={kpi.client} target={target} />
      </td>
      <td className={css['remove']}>
        <IconButton
          icon="trash"
          label={t.kpis.target.remove}
          disabled={remove.isPending}
          onClick={() =>
            remove.mutate(
              { target: id },
              {
                onSuccess: () =>
                  toast({
                    text: t.kpis.target.removed,
                    undo: () => void callOnce('targets.set', fields),
                  }),
              },
            )
          }
        />
      </td>
    </tr>
  );
}

/** The statuses of the closed periods it held for. */
function Outcome({ client, target }: { readonly client: number; readonly target: TargetDto }) {
  const t = useT();
  const format = useFormat();
  const { id: _, ...fields } = target;
  const { data } = useCall('targets.preview', { client, target: fields });
  if (data === undefined) return null;
  const held = data.points.filter(
    (point) => point.start >= target.from && (target.to === null || point.start < target.to),
  );
  // A long history is judged from its newest periods only.
  const [first] = data.points;
  const cut = first !== undefined && first.start > target.from ? first.start : undefined;
  const counts = tallyOf(held);
  const all = counts.reduce((sum, [, n]) => sum + n, 0);
  const words = t.kpis.targetEditor.history;
  if (all === 0) return <span className={css['grey']}>{words.waiting}</span>;
  return (
    <span className={css['outcome']}>
      {counts
        .filter(([, n]) => n > 0)
        .map(([status, n]) => (
          <span key={status} className={css['count']}>
            <StatusMark status={status} />
            {n} {t.status.words[status].toLowerCase()}
          </span>
        ))}
      <span className={css['grey']}>
        {words.of(all, cadenceWord(target.cadence, all, format.language))}
        {cut !== undefined &&
          `, ${words.since(format.period({ cadence: target.cadence, start: cut }, 'medium'))}`}
      </span>
    </span>
  );
}
