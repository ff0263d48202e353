/** The first page: the finding as its title, headline figures, what happened, one chart, what moved, what is next. */
import { quietBecause } from '../../../shared/domain/report.ts';
import type { ReportModel, ReportRow } from '../../../shared/domain/report.ts';
import { MadeNumber } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { ChangeText, Gap, NotApplicable, SignalMark, StatusWord } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import css from './Paper.module.css';
import { useReportTargets } from './useReportTargets.ts';
import { PaperChart } from './PaperChart.tsx';
import { PaperText } from './PaperText.tsx';

interface Props {
  readonly model: ReportModel;
  readonly faces: Faces;
}

export function PaperSummary({ model, faces }: Props) {
  const t = useT();
  const format = useFormat();
  const words = t.reports.paper;
  const text = model.commentary.find((one) => one.kra === null);
  const chart = model.charts.find((one) => one.kind === 'combo') ?? model.charts[0];
  return (
    <>
      <h2 className={css['finding']}>{model.headline}</h2>
      {model.headlines.length > 0 && (
        <ul className={css['tiles']}>
          {model.headlines.slice(0, 4).map((row) => (
            <Tile key={`${row.kpi} ${row.channel}`} row={row} model={model} faces={faces} />
          ))}
        </ul>
      )}
      {text !== undefined && <PaperText text={text} />}
      <div className={css['text']}>
        {model.summary.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {chart !== undefined && <PaperChart chart={chart} model={model} faces={faces} />}
      <div className={css['columns']}>
        <section>
          <h3>{words.moved}</h3>
          {model.moved.length === 0 ? (
            <p>{words.nothingMoved[quietBecause(model)]}</p>
          ) : (
            <ul>
              {model.moved.map((line) => (
                <li key={line} className={css['movedLine']}>
                  <SignalMark />
                  <span>{line}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <section>
          <h3>{words.actions}</h3>
          {model.actions.length === 0 ? (
            <p>{words.noActions}</p>
          ) : (
            <ul>
              {model.actions.map((action) => (
                <li key={action.text} className={css['action']}>
                  <span>{action.text}</span>
                  {action.due !== null && (
                    <span className={css['grey']}>{format.date(action.due, 'short')}</span>
                  )}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function Tile({ row, model, faces }: Props & { readonly row: ReportRow }) {
  const t = useT();
  const format = useFormat();
  const unit = faces.unit(row.kpi);
  const name = faces.name(row.kpi);
  const words = format.words(unit);
  const targets = useReportTargets(model);
  // A name that says what is counted says it for the figure.
  const unitWords = name.toLowerCase().includes(words.toLowerCase()) ? '' : words;
  return (
    <li className={css['tile']}>
      <span className={css['tileName']}>{name}</span>
      <span className={css['tileFigure']}>
        {row.now.state === 'value' && row.now.value !== null && (
          <MadeNumber target={targets(row)}>{format.value(row.now.value, unit)}</MadeNumber>
        )}
        {unitWords !== '' && row.now.value !== null && (
          <>
            {' '}
            <span className={css['tileUnit']}>{unitWords}</span>
          </>
        )}
        {row.now.state === 'notApplicable' && <NotApplicable />}
        {(row.now.state === 'missing' || row.now.state === 'notComputable') && <Gap width={60} />}
      </span>
      <span className={css['tileChange']}>
        <MadeNumber target={targets(row, { about: 'change' })} aside>
          <ChangeText
            change={row.change}
            unit={unit}
            strong
            {...(row.base.value !== null && {
              against: t.reports.paper.since(format.value(row.base.value, unit)),
            })}
          />
        </MadeNumber>
      </span>
      <StatusWord status={row.judgement.status} />
    </li>
  );
}
