/**
 * The report of a period: its sections, its pages as the client will get them, its texts, what to check, the files that
 * go out, and what went out before.
 *
 * `?text=` opens the text of a section, `?out=` something that went out, `?view=client` the reading view.
 */
import { useMemo } from 'react';
import { languages } from '../../../shared/domain/kpi.ts';
import type { Language } from '../../../shared/domain/kpi.ts';
import { printedSections } from '../../../shared/domain/report.ts';
import { useCall } from '../../api/index.ts';
import { momentDate, Page, PlaceControls, useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { toDto } from '../../i18n/period.ts';
import { Button, EmptyState, ErrorPanel, LinkButton } from '../../ui/index.ts';
import { Draft } from './Draft.tsx';
import { Outgone } from './history/Outgone.tsx';
import { Reading } from './Reading.tsx';
import css from './reports.module.css';
import { useStanding } from './useStanding.ts';

export function ReportsScreen() {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const language: Language = languages.find((one) => one === place.param('lang')) ?? client.language;
  const report = useMemo(
    () => ({ client: client.id, period: toDto(place.period), base: place.base, language }),
    [client.id, place.period, place.base, language],
  );
  const { data, error, isPlaceholderData, refetch } = useCall('reports.model', report);
  const earlier = useCall('reports.list', { client: client.id }).data ?? [];
  const out = Number(place.param('out') ?? 0);
  const snapshot = useCall('reports.snapshot', out > 0 ? { deliverable: out } : null);
  const empty = data !== undefined && data.groups.length === 0;
  const standing = useStanding(earlier);
  const reading = place.param('view') === 'client';
  const shown = out > 0 ? snapshot.data?.model : data;
  const canRead = shown !== undefined && (out > 0 || !empty) && printedSections(shown).length > 0;
  const at = snapshot.data?.deliverable.at;
  const sent = at === undefined ? '' : t.reports.out.detail(format.date(momentDate(at), 'short'));
  const { set } = place;
  return (
    <Page
      title={t.reports.title}
      flush
      controls={<PlaceControls />}
      detail={out > 0 ? sent : standing}
      actions={
        <Button icon="eye" disabled={!canRead} onClick={() => set({ view: 'client' })}>
          {t.reports.view.open}
        </Button>
      }
    >
      {out > 0 && (
        <Outgone
          id={out}
          snapshot={snapshot}
          earlier={earlier}
          onOpen={(id) => set({ out: id === null ? undefined : String(id) })}
        />
      )}
      {out === 0 && (empty || error) && (
        <div className={css['middle']}>
          {error && <ErrorPanel error={error} onRetry={() => void refetch()} />}
          {empty && (
            <EmptyState
              centred
              title={t.reports.empty.title(format.period(place.period, 'long'))}
              action={<LinkButton to={place.href('kpis')}>{t.reports.empty.action}</LinkButton>}
            >
              {t.reports.empty.text}
            </EmptyState>
          )}
        </div>
      )}
      {out === 0 && !error && data !== undefined && !empty && (
        <Draft report={report} model={data} late={isPlaceholderData} earlier={earlier} />
      )}
      {reading && canRead && <Reading model={shown} onClose={() => set({ view: undefined })} />}
    </Page>
  );
}
