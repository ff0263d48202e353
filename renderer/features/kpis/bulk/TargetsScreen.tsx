/** Targets of all KPIs over a year, written like a sheet: months, quarters or the year as one column; saved in one step. */
import { useMemo, useState } from 'react';
import type { ClientKpi } from '../../../../shared/contract/api/kpis.ts';
import { lastYear } from '../../../../shared/domain/period.ts';
import { isoOf, periodAt, shiftPeriod } from '../../../../shared/domain/time.ts';
import type { Cadence } from '../../../../shared/domain/time.ts';
import { asCallError, callOnce, useCall, useCommand } from '../../../api/index.ts';
import { Page, useClient, usePlace } from '../../../app/index.ts';
import { useFormat } from '../../../i18n/format.tsx';
import { useT } from '../../../i18n/index.tsx';
import { dayOfIso } from '../../../i18n/period.ts';
import {
  Button,
  EmptyState,
  ErrorPanel,
  IconButton,
  LinkButton,
  Segmented,
  useToast,
} from '../../../ui/index.ts';
import { KpiTabs } from '../KpiTabs.tsx';
import { BulkChanges } from './BulkChanges.tsx';
import css from './bulk.module.css';
import { BulkGrid } from './BulkGrid.tsx';
import { BulkTools } from './BulkTools.tsx';
import { askOf } from './cell.ts';
import { changesOf, inputFor } from './draft.ts';
import type { BulkRow, Tool } from './draft.ts';
import { useBulk } from './useBulk.ts';

const cadences = ['month', 'quarter', 'year'] as const;
const counts: Readonly<Record<(typeof cadences)[number], number>> = { month: 12, quarter: 4, year: 1 };
const none: readonly ClientKpi[] = [];

export function TargetsScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const toast = useToast();
  const words = t.kpis.bulk;
  const [cadence, setCadence] = useState<(typeof cadences)[number]>('month');
  const [year, setYear] = useState(() => periodAt('year', place.today, place.calendar));
  const kpis = useCall('kpis.list', { client: client.id });
  const targets = useCall('targets.list', { client: client.id });
  const channels = useCall('channels.list', { client: client.id }).data;
  const catalogue = useCall('catalogue.get', {});
  const { data, error, isPlaceholderData } = useCall('targets.grid', {
    client: client.id,
    cadence,
    from: isoOf(year.start),
    count: counts[cadence],
  });
  const save = useCommand('targets.setMany');
  const list = kpis.data ?? none;
  const kras = catalogue.data?.kras;
  const rows = useMemo(() => ordered(data?.rows ?? [], list, kras ?? []), [data, list, kras]);
  const columns = data?.periods.length ?? 0;
  const bulk = useBulk(rows, columns);
  const changes = changesOf(rows, bulk.draft);
  const failure = error ?? kpis.error ?? catalogue.error ?? save.error;
  const channelName = (id: number | null): string =>
    id === null ? t.common.allChannels : (channels?.find((one) => one.id === id)?.name ?? '');

  /** What stood a year before in the place of a cell, of the same KPI, channel and cadence. */
  const before = (row: number, column: number): ReturnType<typeof askOf> | null => {
    const line = rows[row]?.row;
    const start = data?.periods[column]?.start;
    if (line === undefined || start === undefined) return null;
    const then = lastYear(periodAt(cadence, dayOfIso(start), place.calendar));
    if (then === null) return null;
    const day = isoOf(then.start);
    const found = targets.data?.find(
      (target) =>
        target.kpi === line.kpi &&
        target.channel === line.channel &&
        target.cadence === cadence &&
        target.kind !== 'baseline' &&
        target.from <= day &&
        (target.to === null || target.to > day),
    );
    return found === undefined ? null : askOf(found);
  };
  const use = (tool: Tool): void => bulk.use(tool);
  const { top, bottom, left, right } = bulk.selection;
  const units = new Set(rows.slice(top, bottom + 1).map((line) => JSON.stringify(line.kpi.definition.unit)));
  const oneUnit = top === bottom || units.size === 1 ? (rows[top]?.kpi.definition.unit ?? null) : null;
  const canCopy =
    data !== undefined &&
    Array.from({ length: bottom - top + 1 }, (_, i) =>
      Array.from({ length: right - left + 1 }, (__, j) => before(top + i, left + j)),
    )
      .flat()
      .some((ask) => ask !== null);
  const submit = (): void => {
    if (data === undefined || changes.length === 0) return;
    save.mutate(inputFor(client.id, cadence, data, rows, bulk.draft), {
      onSuccess: (stood) => {
        bulk.clear();
        toast({
          text: words.saved(changes.length),
          undo: () =>
            void callOnce('targets.putBack', { client: client.id, ...stood }).catch((problem: unknown) =>
              toast({ text: t.errors.codes[asCallError(problem).code].what }),
            ),
        });
      },
    });
  };
  /** Another year or cadence has other cells: what is not saved would fall into the wrong ones. */
  const turn = (to: { readonly cadence?: typeof cadence; readonly years?: number }): void => {
    if (to.cadence !== undefined) setCadence(to.cadence);
    if (to.years !== undefined) setYear(shiftPeriod(year, to.years));
    bulk.clear();
  };
  const dirty = changes.length > 0;
  return (
    <Page
      title={t.kpis.title}
      flush
      controls={
        <>
          <Segmented
            label={words.cadence}
            value={cadence}
            onChange={(next) => turn({ cadence: next })}
            items={cadences.map((value) => ({
              value,
              label: words.cadences[value],
              disabled: dirty && value !== cadence,
            }))}
          />
          <span className={css['year']}>
            <IconButton
              icon="chevronLeft"
              label={words.yearBefore}
              kind="outline"
              disabled={dirty}
              onClick={() => turn({ years: -1 })}
            />
            <strong aria-live="polite">{format.period(year, 'medium')}</strong>
            <IconButton
              icon="chevronRight"
              label={words.yearAfter}
              kind="outline"
              disabled={dirty}
              onClick={() => turn({ years: 1 })}
            />
          </span>
        </>
      }
      toolbar={
        <>
          <KpiTabs at="targets" />
          {rows.length > 0 && (
            <BulkTools
              disabled={data === undefined || isPlaceholderData}
              unit={oneUnit}
              canCopy={canCopy}
              canUndo={bulk.canUndo}
              canRedo={bulk.canRedo}
              onCopy={() => use({ tool: 'copy', targets: before })}
              onUse={use}
              onUndo={bulk.undo}
              onRedo={bulk.redo}
            />
          )}
        </>
      }
      {...(rows.length > 0 &&
        data !== undefined && {
          foot: (
            <>
              <BulkChanges
                changes={changes}
                rows={rows}
                grid={data}
                cadence={cadence}
                channelName={channelName}
              />
              <Button kind="ghost" size="large" disabled={!dirty} onClick={bulk.clear}>
                {words.discard}
              </Button>
              <Button kind="primary" size="large" disabled={!dirty} busy={save.isPending} onClick={submit}>
                {words.save}
              </Button>
            </>
          ),
        })}
    >
      {failure && <ErrorPanel error={failure} />}
      {kpis.data && data && rows.length === 0 && (
        <EmptyState
          centred
          title={t.kpis.empty.title}
          action={
            <LinkButton to={place.href('kpis/catalogue')} kind="primary">
              {t.kpis.add}
            </LinkButton>
          }
        >
          {t.kpis.empty.text}
        </EmptyState>
      )}
      {data !== undefined && kras !== undefined && rows.length > 0 && (
        <BulkGrid
          grid={data}
          rows={rows}
          cadence={cadence satisfies Cadence}
          kras={kras}
          channelName={channelName}
          bulk={bulk}
          dimmed={isPlaceholderData}
          onRefused={(cells) => toast({ text: words.refused(cells) })}
        />
      )}
    </Page>
  );
}

/** Rows as they stand under their key result areas, so that up and down go where the eye goes. */
function ordered(
  rows: readonly BulkRow['row'][],
  kpis: readonly ClientKpi[],
  kras: readonly { readonly key: string }[],
): readonly BulkRow[] {
  const byId = new Map(kpis.map((kpi) => [kpi.id, kpi]));
  const all = rows.flatMap((row): BulkRow[] => {
    const kpi = byId.get(row.kpi);
    return kpi === undefined ? [] : [{ row, kpi }];
  });
  return kras.flatMap((kra) => all.filter((line) => line.kpi.definition.kra === kra.key));
}
