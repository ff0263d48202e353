/** The parts of the paper that are not tables of the scorecard: titles, tiles, columns, lists. */
import type { ReactNode } from 'react';
import { quietBecause } from '../../../../shared/domain/report.ts';
import type { ReportRow, ReportSection } from '../../../../shared/domain/report.ts';
import type { Status } from '../../../../shared/domain/results.ts';
import { statuses } from '../../../../shared/domain/results.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { ChangeText, SignalMark } from '../../../ui/ChangeText.tsx';
import { StatusMark, StatusWord } from '../../../ui/StatusMark.tsx';
import { usePaper } from './Context.tsx';
import { Asked, NowValue } from './Number.tsx';
import css from './parts.module.css';

/**
 * The section's name, by which lists of headings know it, and what it found: one line where both say the same. The name is
 * small and the finding large.
 */
export function Title({ section, aside }: { readonly section: ReportSection; readonly aside?: ReactNode }) {
  const named = section.title !== section.name;
  return (
    <div className={css['title']}>
      <h2 className={css[named ? 'name' : 'finding']}>{section.name}</h2>
      {named && <p className={css['finding']}>{section.title}</p>}
      {aside}
    </div>
  );
}

/** At the head of the pages on which a section goes on. */
export function Again({ section }: { readonly section: ReportSection }) {
  const t = useT();
  return (
    <p className={css['again']}>
      {section.name}
      <span className={css['grey']}>, {t.reports.paper.continued}</span>
    </p>
  );
}

export function Score({ value }: { readonly value: number | null }) {
  const t = useT();
  const format = useFormat();
  if (value === null) return null;
  return (
    <p className={css['score']}>
      {t.reports.paper.score} <span>{format.number(value, 1)}</span>
    </p>
  );
}

export function Tiles() {
  const { model } = usePaper();
  return (
    <ul className={css['tiles']}>
      {model.headlines.slice(0, 4).map((row) => (
        <Tile key={`${row.kpi} ${row.channel}`} row={row} />
      ))}
    </ul>
  );
}

function Tile({ row }: { readonly row: ReportRow }) {
  const t = useT();
  const format = useFormat();
  const { faces } = usePaper();
  const unit = faces.unit(row.kpi);
  const name = faces.name(row.kpi);
  const words = format.words(unit);
  // A name that says what is counted says it for the figure.
  const unitWords = name.toLowerCase().includes(words.toLowerCase()) ? '' : words;
  const channel = faces.channel(row.channel);
  return (
    <li className={css['tile']}>
      <span className={css['tileName']}>
        {name} {channel !== null && <span className={css['grey']}>{channel}</span>}
      </span>
      <span className={css['tileFigure']}>
        <NowValue row={row} gap={60} />
        {unitWords !== '' && row.now.value !== null && <span className={css['tileUnit']}> {unitWords}</span>}
      </span>
      <span className={css['tileChange']}>
        <Asked row={row} about="change" aside>
          <ChangeText
            change={row.change}
            unit={unit}
            strong
            {...(row.base.value !== null && {
              against: t.reports.paper.since(format.value(row.base.value, unit)),
            })}
          />
        </Asked>
      </span>
      <StatusWord status={row.judgement.status} />
    </li>
  );
}

/** How many KPIs stand where. */
export function Counts() {
  const t = useT();
  const { model } = usePaper();
  const told = statuses.flatMap((status): [Status, number][] => {
    const n = model.counts[status] ?? 0;
    return n === 0 ? [] : [[status, n]];
  });
  return (
    <ul className={css['counts']}>
      {told.map(([status, n]) => (
        <li key={status}>
          <StatusMark status={status} /> {n} {t.status.words[status].toLocaleLowerCase(model.language)}
        </li>
      ))}
    </ul>
  );
}

export function Moved() {
  const t = useT();
  const { model } = usePaper();
  const words = t.reports.paper;
  return (
    <section>
      <h3>{words.moved}</h3>
      {model.moved.length === 0 ? (
        <p className={css['quiet']}>{words.nothingMoved[quietBecause(model)]}</p>
      ) : (
        <ul className={css['list']}>
          {model.moved.map((line) => (
            <li key={line} className={css['movedLine']}>
              <SignalMark />
              <span>{line}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const MOST_ACTIONS = 5;

export function NextActions() {
  const t = useT();
  const format = useFormat();
  const { model } = usePaper();
  const words = t.reports.paper;
  const more = model.actions.length - MOST_ACTIONS;
  return (
    <section>
      <h3>{words.actions}</h3>
      {model.actions.length === 0 ? (
        <p className={css['quiet']}>{words.noActions}</p>
      ) : (
        <ul className={css['list']}>
          {model.actions.slice(0, MOST_ACTIONS).map((action) => (
            <li key={action.text} className={css['action']}>
              <span>{action.text}</span>
              {action.due !== null && <span className={css['grey']}>{format.date(action.due, 'short')}</span>}
            </li>
          ))}
          {more > 0 && <li className={css['grey']}>{words.moreActions(more)}</li>}
        </ul>
      )}
    </section>
  );
}

export function Columns({ children }: { readonly children: ReactNode }) {
  return <div className={css['columns']}>{children}</div>;
}

export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className={css['pair']}>{children}</div>;
}

export function Heading({ children }: { readonly children: ReactNode }) {
  return <h3 className={css['heading']}>{children}</h3>;
}
