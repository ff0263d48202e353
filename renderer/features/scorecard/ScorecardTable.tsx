/**
 * The scorecard as a table: a head that stays, groups that fold, one row per KPI and channel, notes written in place.
 *
 * Keys: up and down go from name to name (groups included), Home and End to the first and last, left and right fold and
 * unfold a group, N writes the note of the row (unless keys of one letter are turned off). Enter follows the link or presses the button that has the focus.
 */
import { Fragment } from 'react';
import type { KeyboardEvent } from 'react';
import type { ScorecardColumn, ScorecardSort } from '../../../shared/contract/layouts/scorecard.ts';
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { MadeNumber, useAppState, useClient, usePlace } from '../../app/index.ts';
import type { ScoreTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import type { Faces } from '../../ui/faces.ts';
import { cx, Icon, StatusWord } from '../../ui/index.ts';
import { NoteRow } from './NoteRow.tsx';
import { noteOn, rowKey } from './rows.ts';
import css from './scorecard.module.css';
import { ScorecardRow } from './ScorecardRow.tsx';
import { leastWidth, TableHead } from './TableHead.tsx';

export interface ScorecardTableProps {
  /** Filtered and in order. */
  readonly groups: Scorecard['groups'];
  readonly data: Scorecard;
  readonly faces: Faces;
  readonly dimmed: boolean;
  readonly groupBy: ScoreTarget['groupBy'];
  readonly columns: readonly ScorecardColumn[];
  readonly sort: ScorecardSort | null;
  readonly onSort: (sort: ScorecardSort | null) => void;
  readonly isFolded: (group: string) => boolean;
  readonly onFold: (group: string, folded: boolean) => void;
  readonly notes: readonly StatusNote[];
  /** Rows whose note is asked for and not there, by `rowKey`. */
  readonly wanted: ReadonlySet<string>;
  /** The row whose note is being written. */
  readonly writing: string | null;
  readonly saving: boolean;
  readonly onWrite: (row: string | null) => void;
  readonly onSaveNote: (row: string, text: string | null, andNext: boolean) => void;
}

/** A group of a running period is judged on pace as its rows are: outline shapes and their words. */
function whileRunning(status: Status): Status {
  switch (status) {
    case 'met':
      return 'onPace';
    case 'atRisk':
      return 'behind';
    case 'off':
      return 'wellBehind';
    default:
      return status;
  }
}

/** Steps over names and group buttons; anything typed into stays alone. */
function step(event: KeyboardEvent<HTMLTableElement>, singleKeys: boolean): void {
  const { key, target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return;
  if (target.closest('textarea, input') !== null || !currentTarget.contains(target)) return;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('tbody [data-step]')];
  const row = target.closest('tr');
  const at = stops.findIndex((one) => one.closest('tr') === row);
  const to =
    key === 'ArrowDown'
      ? Math.min(at + 1, stops.length - 1)
      : key === 'ArrowUp'
        ? Math.max(at - 1, 0)
        : key === 'Home'
          ? 0
          : key === 'End'
            ? stops.length - 1
            : null;
  if (to !== null && at >= 0) {
    stops[to]?.focus();
    stops[to]?.scrollIntoView({ block: 'nearest' });
  } else if ((key === 'ArrowLeft' || key === 'ArrowRight') && target.matches('[aria-expanded][data-step]')) {
    if ((target.getAttribute('aria-expanded') === 'true') === (key === 'ArrowLeft')) target.click();
  } else if (singleKeys && key.toLowerCase() === 'n' && row !== null) {
    row.querySelector<HTMLElement>('button[data-note]')?.click();
  } else return;
  event.preventDefault();
}

export function ScorecardTable(props: ScorecardTableProps) {
  const { groups, data, faces, dimmed, groupBy, columns, notes, wanted, writing } = props;
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const client = useClient();
  const { singleKeys } = useAppState().settings;
  const score = (group: string): ScoreTarget => ({
    of: 'score',
    client: client.id,
    period: toDto(place.period),
    base: place.base,
    groupBy,
    group,
  });
  const has = (column: ScorecardColumn): boolean => columns.includes(column);
  const lead = 2 + (['channel', 'base', 'change', 'goal'] as const).filter(has).length;
  const tail = (['trend', 'coverage'] as const).filter(has).length;
  return (
    // Arrow keys are a second way between links and buttons that have their own.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table
      className={cx(css['table'], dimmed && css['dimmed'])}
      aria-busy={dimmed}
      aria-label={t.scorecard.title}
      style={{ minWidth: leastWidth(columns) }}
      onKeyDown={(event) => step(event, singleKeys)}
    >
      <TableHead
        columns={columns}
        now={format.span(data.span, data.running ? 'bare' : 'medium')}
        then={data.baseSpan === null ? '' : format.span(data.baseSpan, 'medium')}
        sort={props.sort}
        onSort={props.onSort}
      />
      {groups.map((group) => {
        const open = !props.isFolded(group.key);
        const name = format.local(group.name);
        const { covered } = group.score;
        return (
          <tbody key={group.key}>
            <tr className={css['group']}>
              <th scope="rowgroup" colSpan={lead}>
                <button
                  type="button"
                  className={css['fold']}
                  aria-expanded={open}
                  data-step=""
                  onClick={() => props.onFold(group.key, open)}
                >
                  <Icon name={open ? 'chevronDown' : 'chevronRight'} />
                  <span className={css['groupName']}>{name}</span>
                  <span className={css['groupCount']}>{t.scorecard.count(group.rows.length)}</span>
                </button>
              </th>
              {has('status') && (
                <td className={css['status']}>
                  <StatusWord status={data.running ? whileRunning(group.score.status) : group.score.status} />
                </td>
              )}
              {has('score') && (
                <td className={cx(css['num'], css['strong'])}>
                  {group.score.score === null ? (
                    '–'
                  ) : (
                    <MadeNumber
                      target={score(group.key)}
                      label={t.made.deeper(`${name}, ${format.number(group.score.score, 1)}`)}
                    >
                      {format.number(group.score.score, 1)}
                    </MadeNumber>
                  )}
                </td>
              )}
              {has('weight') && <td />}
              {tail > 0 && (
                <td
                  colSpan={tail}
                  className={cx(
                    css['num'],
                    css['covered'],
                    covered !== null && covered < 0.995 && css['partly'],
                  )}
                >
                  {covered !== null &&
                    t.scorecard.covered(format.value(covered, { kind: 'percent' }, { digits: 0 }))}
                </td>
              )}
              {has('note') && <td />}
            </tr>
            {open &&
              group.rows.map((row) => {
                const key = rowKey(row);
                const note = noteOn(row, notes, faces);
                return (
                  <Fragment key={key}>
                    <ScorecardRow
                      row={row}
                      faces={faces}
                      columns={columns}
                      note={note}
                      wanted={wanted.has(key)}
                      writing={writing === key}
                      onNote={() => props.onWrite(writing === key ? null : key)}
                    />
                    {writing === key && (
                      <NoteRow
                        of={`${faces.name(row.kpi)}, ${faces.channel(row.channel) ?? t.scorecard.allChannels}`}
                        text={note?.text ?? ''}
                        columns={columns.length + 2}
                        busy={props.saving}
                        more={wanted.size > (wanted.has(key) ? 1 : 0)}
                        onSave={(text, andNext) => props.onSaveNote(key, text, andNext)}
                        onClose={() => props.onWrite(null)}
                      />
                    )}
                  </Fragment>
                );
              })}
          </tbody>
        );
      })}
    </table>
  );
}
