/** A page of the scorecard: the same rows, statuses and scores as on screen and in the workbook. */
import type { ReportModel, ReportRow } from '../../../shared/domain/report.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, NotApplicable, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import type { Line } from './pages.ts';
import css from './Paper.module.css';

export interface PaperScorecardProps {
  readonly model: ReportModel;
  readonly faces: Faces;
  readonly lines: readonly Line[];
  readonly first: boolean;
}

export function PaperScorecard({ model, faces, lines, first }: PaperScorecardProps) {
  const t = useT();
  const format = useFormat();
  const head = t.scorecard.head;
  const withBase = model.base.kind !== 'none';
  const score = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : format.number(value, 1);
  return (
    <>
      <div className={css['scoreHead']}>
        <h2 className={css['finding']}>{t.reports.paper.scorecard}</h2>
        {first && (
          <span>
            {t.reports.paper.overall} <strong>{score(model.overall.score)}</strong>
          </span>
        )}
      </div>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col" className={css['wide']}>
              {head.kpi}
            </th>
            <th scope="col">{head.channel}</th>
            <th scope="col" className={css['num']}>
              {format.period(model.period, 'medium')}
            </th>
            {withBase && (
              <th scope="col" className={css['num']}>
                {model.base.start === null
                  ? ''
                  : format.period({ cadence: model.period.cadence, start: model.base.start }, 'medium')}
              </th>
            )}
            {withBase && (
              <th scope="col" className={css['num']}>
                {head.change}
              </th>
            )}
            <th scope="col" className={css['num']}>
              {head.goal}
            </th>
            <th scope="col">{head.status}</th>
            <th scope="col" className={css['num']}>
              {head.score}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.kind === 'group' ? (
              <tr key={line.group.key} className={css['group']}>
                <th scope="rowgroup" colSpan={withBase ? 6 : 4}>
                  {line.group.name}
                </th>
                <td>
                  <StatusWord status={line.group.score.status} />
                </td>
                <td className={css['num']}>{score(line.group.score.score)}</td>
              </tr>
            ) : (
              <Row
                key={`${line.group} ${line.row.kpi} ${line.row.channel}`}
                row={line.row}
                faces={faces}
                withBase={withBase}
                score={score}
              />
            ),
          )}
        </tbody>
      </table>
    </>
  );
}

function Row({
  row,
  faces,
  withBase,
  score,
}: {
  readonly row: ReportRow;
  readonly faces: Faces;
  readonly withBase: boolean;
  readonly score: (value: number | undefined) => string;
}) {
  const t = useT();
  const format = useFormat();
  const unit = faces.unit(row.kpi);
  return (
    <tr>
      <th scope="row" className={css['wide']}>
        {faces.name(row.kpi)}
      </th>
      <td className={css['grey']}>{faces.channel(row.channel) ?? t.scorecard.allChannels}</td>
      <td className={css['num']}>
        {row.now.state === 'value' && row.now.value !== null && (
          <strong>{format.value(row.now.value, unit)}</strong>
        )}
        {row.now.state === 'notApplicable' && <NotApplicable />}
        {(row.now.state === 'missing' || row.now.state === 'notComputable') && <Gap width={36} />}
      </td>
      {withBase && (
        <td className={`${css['num']} ${css['grey']}`}>
          {row.base.value === null ? '–' : format.value(row.base.value, unit)}
        </td>
      )}
      {withBase && (
        <td className={css['num']}>
          {row.now.state === 'notApplicable' ? (
            '–'
          ) : (
            <ChangeText change={row.change} unit={unit} signal={row.signal} />
          )}
        </td>
      )}
      <td className={`${css['num']} ${css['grey']}`}>{format.goal(row.judgement, unit)}</td>
      <td>
        <StatusWord status={row.judgement.status} />
      </td>
      <td className={css['num']}>{score(row.judgement.score)}</td>
    </tr>
  );
}
