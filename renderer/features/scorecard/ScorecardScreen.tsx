/** Every KPI of a client in one period, grouped, with status, score and coverage; a row opens in the explorer. */
import { useMemo, useState } from 'react';
import { scorecardGroupings } from '../../../shared/contract/layouts/scorecard.ts';
import type { Scorecard } from '../../../shared/contract/api/views.ts';
import { useCall } from '../../api/index.ts';
import { DeliverButton, ImportButton, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { makeFaces } from '../../ui/faces.ts';
import type { Faces } from '../../ui/faces.ts';
import { Button, EmptyState, ErrorPanel, LinkButton, Segmented } from '../../ui/index.ts';
import { filtered, noFilter, noteOn, rowKey, sorted, wantsNote } from './rows.ts';
import type { Filter } from './rows.ts';
import { ScorecardTable } from './ScorecardTable.tsx';
import { ScorecardTools } from './ScorecardTools.tsx';
import { useScorecardLayout } from './useScorecardLayout.ts';
import { useStatusNotes } from './useStatusNotes.ts';

export function ScorecardScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const { layout, ready, change } = useScorecardLayout(client.id);
  const groupBy = scorecardGroupings.find((by) => by === place.param('by')) ?? layout.groupBy;
  const [filter, setFilter] = useState<Filter>(noFilter);
  // Another screen may ask for the note of one row.
  const [writing, setWriting] = useState<string | null>(() => {
    const kpi = place.param('note');
    return kpi === undefined ? null : rowKey({ kpi, channel: place.param('channel') ?? null });
  });
  const period = toDto(place.period);
  const { data, error, isPlaceholderData, refetch } = useCall(
    'scorecard.get',
    ready ? { client: client.id, period, base: place.base, groupBy } : null,
  );
  const { notes, saving, save } = useStatusNotes(client.id, period);
  const faces = useMemo(() => (data === undefined ? null : makeFaces(data, format)), [data, format]);
  const { sort, folded } = layout;
  const groups = useMemo(
    () =>
      data === undefined || faces === null
        ? []
        : filtered(data, filter, faces).map((group) => ({
            ...group,
            rows: [...sorted(group.rows, sort, faces)],
          })),
    [data, faces, filter, sort],
  );
  // A note is of a closed period: while one runs nothing is decided yet.
  const wanted = useMemo(
    () => (data === undefined || faces === null || data.running ? [] : wantedIn(data, notes, faces)),
    [data, faces, notes],
  );
  const folds = (group: string): string => `${groupBy}/${group}`;
  const columns = layout.columns.filter(
    (column) => place.base !== 'none' || (column !== 'base' && column !== 'change'),
  );
  const writeAt = (key: string | null): void => {
    setWriting(key);
    if (key === null || data === undefined) return;
    // A row that is filtered out or folded away cannot be written on.
    if (!groups.some((group) => group.rows.some((row) => rowKey(row) === key))) setFilter(noFilter);
    const group = data.groups.find((one) => one.rows.some((row) => rowKey(row) === key));
    if (group !== undefined && folded.includes(folds(group.key)))
      change({ folded: folded.filter((one) => one !== folds(group.key)) });
  };
  const saveNote = (key: string, text: string | null, andNext: boolean): void => {
    const row = data?.groups.flatMap((group) => group.rows).find((one) => rowKey(one) === key);
    if (row === undefined || faces === null) return;
    const at = wanted.indexOf(key);
    const rest = [...wanted.slice(at + 1), ...wanted.slice(0, Math.max(at, 0))];
    save(row, faces, text, () => writeAt(andNext ? (rest[0] ?? null) : null));
  };
  const shows = !error && data !== undefined && faces !== null;
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
            onChange={(by) => {
              change({ groupBy: by });
              place.set({ by: undefined }, { replace: true });
            }}
            items={scorecardGroupings.map((value) => ({ value, label: t.scorecard.by[value] }))}
          />
          {shows && (
            <ScorecardTools
              data={data}
              groups={groups}
              faces={faces}
              groupBy={groupBy}
              filter={filter}
              onFilter={setFilter}
              columns={layout.columns}
              onColumns={(next) => change({ columns: next })}
              notes={notes}
              wanted={wanted.length}
              onStep={() => writeAt(wanted.find((key) => key !== writing) ?? wanted[0] ?? null)}
            />
          )}
        </>
      }
    >
      {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
      {shows && data.groups.length === 0 && (
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
      {shows && data.groups.length > 0 && groups.length === 0 && (
        <EmptyState
          centred
          title={t.scorecard.noMatch.title}
          action={<Button onClick={() => setFilter(noFilter)}>{t.scorecard.noMatch.action}</Button>}
        >
          {t.scorecard.noMatch.text}
        </EmptyState>
      )}
      {shows && groups.length > 0 && (
        <ScorecardTable
          groups={groups}
          data={data}
          faces={faces}
          dimmed={isPlaceholderData}
          groupBy={groupBy}
          columns={columns}
          sort={sort}
          onSort={(next) => change({ sort: next })}
          isFolded={(group) => folded.includes(folds(group))}
          onFold={(group, fold) => {
            const others = folded.filter((one) => one !== folds(group));
            change({ folded: fold ? [...others, folds(group)] : others });
          }}
          notes={notes}
          wanted={new Set(wanted)}
          writing={writing}
          saving={saving}
          onWrite={writeAt}
          onSaveNote={saveNote}
        />
      )}
    </Page>
  );
}

/** Rows whose note is asked for and not there, in the order they stand. */
function wantedIn(data: Scorecard, notes: Parameters<typeof noteOn>[1], faces: Faces): readonly string[] {
  return data.groups
    .flatMap((group) => group.rows)
    .filter((row) => wantsNote(row) && noteOn(row, notes, faces) === undefined)
    .map(rowKey);
}
