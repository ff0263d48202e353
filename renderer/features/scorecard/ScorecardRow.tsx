/** One KPI on one channel. Missing is hatched, not applicable in words, a change never coloured. */
import { Fragment, useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ScorecardColumn } from '../../../shared/contract/layouts/scorecard.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import { cadenceWord } from '../../../shared/domain/format.ts';
import type { Unit } from '../../../shared/domain/kpi.ts';
import type { Measured, ScoreRow } from '../../../shared/domain/results.ts';
import { MadeNumber, navigate, usePlace, useTargets } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { isMarked } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { ChangeText, cx, Gap, NotApplicable, Sparkline } from '../../ui/index.ts';
import { NoteCell, NoteMark } from './NoteMark.tsx';
import css from './scorecard.module.css';
import { ScoreBar } from './ScoreBar.tsx';
import { StatusCell } from './StatusCell.tsx';

const ENOUGH = 0.8;

export interface ScorecardRowProps {
  readonly row: ScoreRow;
  readonly faces: Faces;
  /** Shown, in the order they stand. */
  readonly columns: readonly ScorecardColumn[];
  readonly note: StatusNote | undefined;
  /** Asked for, and not there. */
  readonly wanted: boolean;
  /** Its note is being written. */
  readonly writing: boolean;
  readonly onNote: () => void;
}

export function ScorecardRow({ row, faces, columns, note, wanted, writing, onNote }: ScorecardRowProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const [explained, setExplained] = useState(false);
  const unit = faces.unit(row.kpi);
  const name = faces.name(row.kpi);
  const kpi = faces.kpi(row.kpi);
  const href = place.href('explorer', {
    kpi: kpi === undefined ? undefined : String(kpi.id),
    channel: row.channel ?? undefined,
  });
  const { judgement } = row;
  const targets = useTargets();
  const goal = format.goal(judgement, unit);
  const channel = faces.channel(row.channel) ?? t.scorecard.allChannels;
  const noteProps = {
    of: `${name}, ${channel}`,
    text: note?.text,
    wanted,
    open: writing,
    onOpen: onNote,
  };
  const cells: Readonly<Record<ScorecardColumn, ReactNode>> = {
    channel: <td className={cx(css['grey'], css['words'])}>{channel}</td>,
    base: (
      <td className={cx(css['num'], css['grey'])}>
        <MadeNumber
          target={row.base.value === null ? null : targets(kpi, row.channel, { side: 'base' })}
          aside
        >
          <BaseValue measured={row.base} unit={unit} />
        </MadeNumber>
      </td>
    ),
    change: (
      <td className={cx(css['num'], css['words'])}>
        {row.now.state === 'notApplicable' ? (
          <span className={css['grey']}>–</span>
        ) : (
          <MadeNumber target={targets(kpi, row.channel, { about: 'change' })} aside>
            <ChangeText
              change={row.change}
              unit={unit}
              {...(isMarked(row, place) && { signal: row.signal })}
            />
          </MadeNumber>
        )}
      </td>
    ),
    goal: (
      <td className={cx(css['num'], css['grey'])}>
        {goal !== '' && (
          <MadeNumber target={targets(kpi, row.channel, { about: 'goal' })} aside>
            {goal}
          </MadeNumber>
        )}
      </td>
    ),
    status: (
      <td className={css['status']}>
        <StatusCell row={row} faces={faces} onOpenChange={setExplained} />
        {/* With a column of its own the note stands there; an empty one is begun here. */}
        {(!columns.includes('note') || (note === undefined && !wanted)) && <NoteMark {...noteProps} />}
      </td>
    ),
    score: (
      <td>
        <ScoreBar
          score={judgement.score ?? null}
          status={judgement.status}
          target={targets(kpi, row.channel, { about: 'goal' })}
        />
      </td>
    ),
    weight: <td className={cx(css['num'], css['grey'])}>{format.number(row.weight, digits(row))}</td>,
    trend: (
      <td className={css['trend']}>
        <Sparkline values={row.trend} goals={row.goals} width={100} height={22} />
      </td>
    ),
    coverage: (
      <td className={cx(css['num'], css['coverage'])}>
        <Coverage measured={row.now} />
      </td>
    ),
    note: (
      <td>
        <NoteCell {...noteProps} />
      </td>
    ),
  };
  return (
    // The whole row leads to the explorer for the pointer; the link in it does so for the keyboard.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <tr
      className={cx(css['row'], (explained || writing) && css['lit'])}
      onClick={(event) => {
        const target = event.target;
        if (target instanceof Element && target.closest('a, button') !== null) return;
        if (event.currentTarget.contains(target as Node)) navigate(href);
      }}
    >
      <th scope="row">
        <Link className={css['name']} href={href} title={t.scorecard.open(name)} data-step="">
          {name}
        </Link>
      </th>
      {columns.includes('channel') && cells.channel}
      <td className={cx(css['num'], css['strong'])}>
        <MadeNumber target={targets(kpi, row.channel)}>
          <Value measured={row.now} unit={unit} />
        </MadeNumber>
      </td>
      {columns
        .filter((column) => column !== 'channel')
        .map((column) => (
          <Fragment key={column}>{cells[column]}</Fragment>
        ))}
    </tr>
  );
}

function digits({ weight }: ScoreRow): number {
  return Number.isInteger(weight) ? 0 : 1;
}

function Value({ measured, unit }: { readonly measured: Measured; readonly unit: Unit }) {
  const t = useT();
  const format = useFormat();
  switch (measured.state) {
    case 'value':
      return measured.value === null ? null : format.value(measured.value, unit);
    case 'notApplicable':
      return <NotApplicable />;
    case 'missing':
      return <Gap width={46} />;
    case 'notComputable': {
      const [reason] = measured.reasons;
      return <Gap width={46} {...(reason !== undefined && { label: t.status.value[reason] })} />;
    }
  }
}

function BaseValue({ measured, unit }: { readonly measured: Measured; readonly unit: Unit }) {
  const format = useFormat();
  if (measured.state === 'notApplicable') return <NotApplicable />;
  return measured.value === null ? '–' : format.value(measured.value, unit);
}

/** `23/31 days`; the cadence alone where one figure was recorded for exactly the period; a stock's day. */
function Coverage({ measured }: { readonly measured: Measured }) {
  const t = useT();
  const format = useFormat();
  const { coverage, asOf, state } = measured;
  if (asOf !== undefined && state === 'value') return t.status.asOf(format.date(asOf, 'short'));
  if (coverage === undefined || state === 'notApplicable') return '–';
  if (coverage.expected === 1 && coverage.recorded === 1)
    return cadenceWord(coverage.cadence, 1, format.language);
  const short = coverage.expected > 0 && coverage.recorded / coverage.expected < ENOUGH;
  return <span className={cx(short && css['short'])}>{format.coverage(coverage)}</span>;
}
