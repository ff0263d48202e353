/** Every KPI of a client in one period, grouped, with status, score and coverage; a row opens in the explorer. */
import { useMemo, useState } from 'react';
import { statuses } from '../../../shared/domain/results.ts';
import type { Status } from '../../../shared/domain/results.ts';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import { useCall } from '../../api/index.ts';
import {
  DeliverButton,
  ImportButton,
  MadeNumber,
  Page,
  PlaceControls,
  useClient,
  usePlace,
} from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Button, EmptyState, ErrorPanel, LinkButton, Segmented, StatusMark } from '../../ui/index.ts';
import { makeFaces } from '../../ui/faces.ts';
import css from './scorecard.module.css';
import { ScorecardTable } from './ScorecardTable.tsx';

type GroupBy = 'kra' | 'stage' | 'channel';
const groupings: readonly GroupBy[] = ['kra', 'stage', 'channel'];

export function ScorecardScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const groupBy = groupings.find((by) => by === place.param('by')) ?? 'kra';
  const [only, setOnly] = useState<ReadonlySet<Status>>(new Set());
  const { data, error, isPlaceholderData, refetch } = useCall('scorecard.get', {
    client: client.id,
    period: toDto(place.period),
    base: place.base,
    groupBy,
  });
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  const groups = useMemo(() => (data === undefined ? [] : filtered(data, only)), [data, only]);
  const flip = (status: Status): void => {
    const next = new Set(only);
    if (!next.delete(status)) next.add(status);
    setOnly(next);
  };
  return (
    <Page
      title={t.scorecard.title}
      flush
      controls={<PlaceControls />}
      actions={
        <>
          <ImportButton />
          <DeliverButton />
        </>
      }
      toolbar={
        <>
          <Segmented
            label={t.scorecard.by.label}
            value={groupBy}
            onChange={(by) => place.set({ by })}
            items={groupings.map((value) => ({ value, label: t.scorecard.by[value] }))}
          />
          {data !== undefined && (
            <>
              <div className={css['chips']} role="group" aria-label={t.scorecard.filter}>
                {statuses
                  .filter((status) => (data.counts[status] ?? 0) > 0)
                  .map((status) => (
                    <button
                      key={status}
                      type="button"
                      className={css['chip']}
                      aria-pressed={only.has(status)}
                      onClick={() => flip(status)}
                    >
                      <StatusMark status={status} />
                      {t.status.words[status]}
                      <strong>{data.counts[status]}</strong>
                    </button>
                  ))}
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
            </>
          )}
        </>
      }
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {!error && data !== undefined && faces !== null && data.groups.length === 0 && (
        <EmptyState
          centred
          title={t.scorecard.empty.title}
          action={
            <LinkButton kind="primary" to={place.href('kpis/catalogue')}>
              {t.scorecard.empty.action}
            </LinkButton>
          }
        >
          {t.scorecard.empty.text}
        </EmptyState>
      )}
      {!error && data !== undefined && faces !== null && data.groups.length > 0 && groups.length === 0 && (
        <EmptyState
          centred
          title={t.scorecard.noMatch.title}
          action={<Button onClick={() => setOnly(new Set())}>{t.scorecard.noMatch.action}</Button>}
        >
          {t.scorecard.noMatch.text}
        </EmptyState>
      )}
      {!error && data !== undefined && faces !== null && groups.length > 0 && (
        <ScorecardTable
          groups={groups}
          data={data}
          faces={faces}
          dimmed={isPlaceholderData}
          groupBy={groupBy}
        />
      )}
    </Page>
  );
}

/** Groups with the rows that have one of the chosen statuses; all of them where none is chosen. */
function filtered(data: Scorecard, only: ReadonlySet<Status>): Scorecard['groups'] {
  if (only.size === 0) return data.groups;
  return data.groups
    .map((group) => ({ ...group, rows: group.rows.filter((row) => only.has(row.judgement.status)) }))
    .filter((group) => group.rows.length > 0);
}
