/** A page of the scorecard: the same rows, statuses and scores as on screen and in the workbook. */
import type { ReportModel, ReportRow } from '../../../shared/domain/report.ts';
import { MadeNumber } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, NotApplicable, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import type { Line } from './pages.ts';
import css from './Paper.module.css';
import { useReportTargets } from './useReportTargets.ts';
import { PaperText } from './PaperText.tsx';

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
              {format.span(model.span, 'medium')}
            </th>
            {withBase && (
              <th scope="col" className={css['num']}>
                {model.baseSpan !== null && format.span(model.baseSpan, 'medium')}
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
            line.kind === 'text' ? (
              <tr key={line.text.section} className={css['textRow']}>
                <td colSpan={withBase ? 8 : 6}>
                  <PaperText text={line.text} />
                </td>
              </tr>
            ) : line.kind === 'group' ? (
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
                model={model}
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
  model,
  faces,
  withBase,
  score,
}: {
  readonly row: ReportRow;
  readonly model: ReportModel;
  readonly faces: Faces;
  readonly withBase: boolean;
  readonly score: (value: number | undefined) => string;
}) {
  const t = useT();
  const format = useFormat();
  const unit = faces.unit(row.kpi);
  const targets = useReportTargets(model);
  const goal = format.goal(row.judgement, unit);
  return (
    <tr>
      <th scope="row" className={css['wide']}>
        {faces.name(row.kpi)}
      </th>
      <td className={css['grey']}>{faces.channel(row.channel) ?? t.scorecard.allChannels}</td>
      <td className={css['num']}>
        {row.now.state === 'value' && row.now.value !== null && (
          <MadeNumber target={targets(row)}>
            <strong>{format.value(row.now.value, unit)}</strong>
          </MadeNumber>
        )}
        {row.now.state === 'notApplicable' && <NotApplicable />}
        {(row.now.state === 'missing' || row.now.state === 'notComputable') && <Gap width={36} />}
      </td>
      {withBase && (
        <td className={`${css['num']} ${css['grey']}`}>
          {row.base.value === null ? (
            '–'
          ) : (
            <MadeNumber target={targets(row, { side: 'base' })} aside>
              {format.value(row.base.value, unit)}
            </MadeNumber>
          )}
        </td>
      )}
      {withBase && (
        <td className={css['num']}>
          {row.now.state === 'notApplicable' ? (
            '–'
          ) : (
            <MadeNumber target={targets(row, { about: 'change' })} aside>
              <ChangeText change={row.change} unit={unit} signal={row.signal} />
            </MadeNumber>
          )}
        </td>
      )}
      <td className={`${css['num']} ${css['grey']}`}>
        {goal !== '' && (
          <MadeNumber target={targets(row, { about: 'goal' })} aside>
            {goal}
          </MadeNumber>
        )}
      </td>
      <td>
        <StatusWord status={row.judgement.status} />
      </td>
      <td className={css['num']}>
        <MadeNumber target={row.judgement.score === undefined ? null : targets(row, { about: 'goal' })} aside>
          {score(row.judgement.score)}
        </MadeNumber>
      </td>
    </tr>
  );
}
