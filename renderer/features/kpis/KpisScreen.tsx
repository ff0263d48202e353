/** The KPIs of a client by key result area, and beside them the one being looked at with its targets. */
import { useState } from 'react';
import { useCall } from '../../api/index.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { EmptyState, ErrorPanel } from '../../ui/index.ts';
import { Page, useClient, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { KpiBulkBar } from './KpiBulkBar.tsx';
import { KpiPanel } from './KpiPanel.tsx';
import { KpiTabs } from './KpiTabs.tsx';
import { KpiTable } from './KpiTable.tsx';
import css from './KpiTabs.module.css';

export function KpisScreen() {
  const t = useT();
  const client = useClient();
  const place = usePlace();
  const kpis = useCall('kpis.list', { client: client.id });
  const targets = useCall('targets.list', { client: client.id });
  const catalogue = useCall('catalogue.get', {});
  const smart = useCall('targets.smart', { client: client.id }).data;
  const channels = useCall('channels.list', { client: client.id }).data;
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const list = kpis.data ?? [];
  const chosen = list.find((kpi) => String(kpi.id) === place.param('kpi'));
  const error = kpis.error ?? targets.error ?? catalogue.error;
  const ready = kpis.data && targets.data && catalogue.data;
  const shown = list.filter((kpi) => kpi.shown);
  const picked = shown.filter((kpi) => ticked.has(kpi.id));
  const withTarget = shown.filter((kpi) => kpi.targets > 0).length;
  return (
    <Page
      title={t.kpis.title}
      {...(list.length > 0 && {
        toolbar: (
          <>
            <KpiTabs at="list" />
            {picked.length > 0 ? (
              <KpiBulkBar picked={picked} onDone={() => setTicked(new Set())} />
            ) : (
              shown.length > 0 && (
                <span className={css['counts']}>{t.kpis.counts(shown.length, withTarget)}</span>
              )
            )}
          </>
        ),
      })}
      flush={list.length > 0}
      actions={
        <>
          <LinkButton to={place.href('kpis/quality')} kind="ghost">
            {t.quality.open}
          </LinkButton>
          <LinkButton to={place.href('kpis/own')} icon="formula">
            {t.kpis.own}
          </LinkButton>
          <LinkButton to={place.href('kpis/catalogue')} kind="primary" icon="plus">
            {t.kpis.add}
          </LinkButton>
        </>
      }
      {...(chosen &&
        targets.data && {
          aside: (
            <KpiPanel
              key={chosen.id}
              kpi={chosen}
              kpis={list}
              targets={targets.data.filter((target) => target.kpi === chosen.id)}
              onClose={() => place.set({ kpi: undefined })}
            />
          ),
        })}
    >
      {error && <ErrorPanel error={error} />}
      {kpis.data && list.length === 0 && (
        <EmptyState
          title={t.kpis.empty.title}
          centred
          action={
            <LinkButton to={place.href('kpis/catalogue')} kind="primary">
              {t.kpis.add}
            </LinkButton>
          }
        >
          {t.kpis.empty.text}
        </EmptyState>
      )}
      {ready && list.length > 0 && (
        <KpiTable
          kpis={kpis.data}
          targets={targets.data}
          smart={new Map(smart?.map((one) => [one.target, one.smart]))}
          channelName={(id) => channels?.find((one) => String(one.id) === id)?.name ?? id}
          catalogue={catalogue.data}
          picked={new Set(picked.map((kpi) => kpi.id))}
          onPick={(ids, on) => {
            const next = new Set(ticked);
            for (const id of ids)
              if (on) next.add(id);
              else next.delete(id);
            setTicked(next);
          }}
          chosen={chosen?.id ?? null}
          onChoose={(id) => place.set({ kpi: String(id) }, { replace: chosen !== undefined })}
        />
      )}
    </Page>
  );
}
