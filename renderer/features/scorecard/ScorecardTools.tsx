/** The line over the scorecard: statuses counted and filtered by, notes asked for, the overall score, filter and columns. */
import type { StatusNote } from '../../../shared/contract/api/statusNotes.ts';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import type { ScorecardColumn } from '../../../shared/contract/layouts/scorecard.ts';
import { statuses } from '../../../shared/domain/results.ts';
import type { Status } from '../../../shared/domain/results.ts';
import { MadeNumber, useClient, usePlace } from '../../app/index.ts';
import type { ScoreTarget } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import type { Faces } from '../../ui/faces.ts';
import { cx, Icon, StatusMark } from '../../ui/index.ts';
import notesCss from './notes.module.css';
import type { Filter } from './rows.ts';
import css from './scorecard.module.css';
import { cellsOf } from './table.ts';
import { TakeMenu } from './TakeMenu.tsx';
import { usualLayout } from './useScorecardLayout.ts';
import { ColumnMenu, FilterMenu } from './ViewMenus.tsx';

export interface ScorecardToolsProps {
  readonly data: Scorecard;
  /** As shown: filtered and in order. */
  readonly groups: Scorecard['groups'];
  readonly faces: Faces;
  readonly groupBy: ScoreTarget['groupBy'];
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
  readonly columns: readonly ScorecardColumn[];
  readonly onColumns: (columns: ScorecardColumn[]) => void;
  readonly notes: readonly StatusNote[];
  /** Notes that are asked for and not there. */
  readonly wanted: number;
  readonly onStep: () => void;
}

export function ScorecardTools(props: ScorecardToolsProps) {
  const { data, groups, faces, groupBy, filter, onFilter, notes } = props;
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const flip = (status: Status): void => {
    const next = new Set(filter.statuses);
    if (!next.delete(status)) next.add(status);
    onFilter({ ...filter, statuses: next });
  };
  const now = format.span(data.span, data.running ? 'bare' : 'medium');
  const used = new Set(data.groups.flatMap((group) => group.rows.map((row) => row.channel)));
  return (
    <>
      <div className={css['chips']} role="group" aria-label={t.scorecard.filter}>
        <span className={css['chipsLabel']} aria-hidden="true">
          {t.scorecard.head.status}
        </span>
        {statuses
          .filter((status) => (data.counts[status] ?? 0) > 0 || filter.statuses.has(status))
          .map((status) => (
            <button
              key={status}
              type="button"
              className={css['chip']}
              aria-pressed={filter.statuses.has(status)}
              title={t.status.words[status]}
              onClick={() => flip(status)}
            >
              <StatusMark status={status} />
              {/* Its shape is that of a missing figure, so the word tells them apart. */}
              <span className={cx(status !== 'incomplete' && css['chipWord'])}>{t.status.words[status]}</span>
              <strong>{data.counts[status] ?? 0}</strong>
            </button>
          ))}
        {props.wanted > 0 && (
          <button type="button" className={notesCss['chip']} onClick={props.onStep}>
            <Icon name="question" />
            {t.scorecard.note.count(props.wanted)}
          </button>
        )}
      </div>
      <span className={css['overall']}>
        {t.scorecard.overall}{' '}
        <strong>
          {data.overall.score === null ? (
            '–'
          ) : (
            <MadeNumber
              target={{
                of: 'score',
                client: client.id,
                period: toDto(place.period),
                base: place.base,
                groupBy,
                group: null,
              }}
            >
              {format.number(data.overall.score, 1)}
            </MadeNumber>
          )}
        </strong>
      </span>
      <span className={css['menus']}>
        <FilterMenu
          filter={filter}
          channels={data.channels.filter((channel) => used.has(channel.id))}
          onChange={onFilter}
        />
        <ColumnMenu columns={props.columns} usual={usualLayout.columns} onChange={props.onColumns} />
        <TakeMenu
          name={[client.name, t.scorecard.title, now]}
          cells={() =>
            cellsOf(
              {
                groups,
                faces,
                notes,
                now,
                then: data.baseSpan === null ? null : format.span(data.baseSpan, 'medium'),
                groupName: t.scorecard.by[groupBy],
              },
              format,
              t,
            )
          }
        />
      </span>
    </>
  );
}
