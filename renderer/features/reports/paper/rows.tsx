/** The table of the scorecard, as rows a page can begin or end with. */
import type { ReactNode } from 'react';
import type { ReportGroup, ReportModel, ReportRow } from '../../../../shared/domain/report.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { ChangeText } from '../../../ui/ChangeText.tsx';
import { StatusWord } from '../../../ui/StatusMark.tsx';
import { usePaper } from './Context.tsx';
import type { Block, FlowTable } from './flow.ts';
import { Asked, NowValue } from './Number.tsx';
import css from './table.module.css';

/** Columns of the table: with a base two more. */
const spans = (model: ReportModel): number => (model.base.kind === 'none' ? 6 : 8);

export function scoreTable(id: string, model: ReportModel): FlowTable {
  const widths =
    model.base.kind === 'none' ? [31, 16, 14, 14, 14.5, 10.5] : [21, 11.5, 10.5, 10.5, 12, 11.5, 13, 10];
  return {
    id,
    className: css['table'] ?? '',
    columns: (
      <colgroup>
        {widths.map((width, i) => (
          <col key={`${i} ${width}`} style={{ width: `${width}%` }} />
        ))}
      </colgroup>
    ),
    head: <ScoreHead />,
  };
}

function ScoreHead() {
  const t = useT();
  const format = useFormat();
  const { model } = usePaper();
  const { head } = t.scorecard;
  const withBase = model.base.kind !== 'none';
  return (
    <tr>
      <th scope="col">{head.kpi}</th>
      <th scope="col">{head.channel}</th>
      <th scope="col" className={css['num']}>
        {format.span(model.span, 'medium')}
      </th>
      {withBase && (
        <>
          <th scope="col" className={css['num']}>
            {model.baseSpan !== null && format.span(model.baseSpan, 'medium')}
          </th>
          <th scope="col" className={css['num']}>
            {head.change}
          </th>
        </>
      )}
      <th scope="col" className={css['num']}>
        {head.goal}
      </th>
      <th scope="col">{head.status}</th>
      <th scope="col" className={css['num']}>
        {head.score}
      </th>
    </tr>
  );
}

/** The rows of a group with its head, which stands again where the group goes on on another page. */
export function groupRows(table: FlowTable, model: ReportModel, group: ReportGroup): Block[] {
  const lead = `${table.id}:${group.key}`;
  return [
    { kind: 'row', id: lead, keep: true, table, row: <GroupRow group={group} /> },
    ...group.rows.flatMap((row) => scoreRows(table, model, row, lead)),
  ];
}

export function scoreRows(table: FlowTable, model: ReportModel, row: ReportRow, lead?: string): Block[] {
  const id = `${table.id}:${row.kpi}:${row.channel ?? ''}`;
  const again = lead === undefined ? {} : { lead };
  const own: Block = { kind: 'row', id, table, row: <ScoreRowLine row={row} />, ...again };
  if (row.why === undefined) return [own];
  const why = (
    <td colSpan={spans(model)} className={css['why']}>
      {row.why}
    </td>
  );
  return [
    { ...own, keep: true },
    { kind: 'row', id: `${id}:why`, table, row: why, ...again },
  ];
}

function GroupRow({ group }: { readonly group: ReportGroup }) {
  const { model } = usePaper();
  return (
    <>
      <th scope="rowgroup" className={css['group']} colSpan={spans(model) - 2}>
        {group.name}
      </th>
      <td className={`${css['group']} ${css['indent']}`}>
        <StatusWord status={group.score.status} />
      </td>
      <td className={`${css['group']} ${css['num']}`}>
        <Score value={group.score.score} />
      </td>
    </>
  );
}

function Score({ value }: { readonly value: number | null | undefined }): ReactNode {
  const format = useFormat();
  return value === null || value === undefined ? '–' : format.number(value, 1);
}

function ScoreRowLine({ row }: { readonly row: ReportRow }) {
  const t = useT();
  const format = useFormat();
  const { model, faces } = usePaper();
  const unit = faces.unit(row.kpi);
  const goal = format.goal(row.judgement, unit);
  return (
    <>
      <th scope="row">{faces.name(row.kpi)}</th>
      <td className={css['grey']}>{faces.channel(row.channel) ?? t.scorecard.allChannels}</td>
      <td className={`${css['num']} ${css['strong']}`}>
        <NowValue row={row} gap={36} />
      </td>
      {model.base.kind !== 'none' && (
        <>
          <td className={`${css['num']} ${css['grey']}`}>
            {row.base.value === null ? (
              '–'
            ) : (
              <Asked row={row} side="base" aside>
                {format.value(row.base.value, unit)}
              </Asked>
            )}
          </td>
          <td className={css['num']}>
            {row.now.state === 'notApplicable' ? (
              '–'
            ) : (
              <Asked row={row} about="change" aside>
                <ChangeText change={row.change} unit={unit} signal={row.signal} />
              </Asked>
            )}
          </td>
        </>
      )}
      <td className={`${css['num']} ${css['grey']}`}>
        {goal !== '' && (
          <Asked row={row} about="goal" aside>
            {goal}
          </Asked>
        )}
      </td>
      <td>
        <StatusWord status={row.judgement.status} />
      </td>
      <td className={css['num']}>
        <Score value={row.judgement.score} />
      </td>
    </>
  );
}
