/**
 * A report as the client will get it: A4 pages in the report's language, light whatever the window's theme, in the
 * client's accent. Says only what the report model says.
 */
import { useMemo, useRef } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { useClient } from '../../app/index.ts';
import { useSize } from '../../charts/useChart.ts';
import { ClientFormat, useFormat } from '../../i18n/format.tsx';
import { LanguageProvider, useT } from '../../i18n/index.tsx';
import { accentProperties, ClientBadge } from '../../ui/index.ts';
import type { Faces } from '../../ui/faces.ts';
import { scorecardPages } from './pages.ts';
import css from './Paper.module.css';
import { PaperScorecard } from './PaperScorecard.tsx';
import { PaperSummary } from './PaperSummary.tsx';

/** A4 at 96 dots an inch. */
const WIDTH = 794;
const MARGIN = 24;

/** Names and units of a report model, looked up by key. */
export function reportFaces(model: ReportModel): Faces {
  const kpis = new Map(model.kpis.map((kpi) => [kpi.key, kpi]));
  const channels = new Map(model.channels.map((channel) => [channel.id, channel.name]));
  return {
    kpi: () => undefined,
    name: (key) => kpis.get(key)?.name ?? key,
    unit: (key) => kpis.get(key)?.unit ?? { kind: 'number' },
    channel: (id) => (id === null ? null : (channels.get(id) ?? id)),
  };
}

export function pageId(index: number): string {
  return `report-page-${index}`;
}

export function Paper({ model }: { readonly model: ReportModel }) {
  const t = useT();
  const client = useClient();
  const place = useRef<HTMLDivElement>(null);
  const size = useSize(place);
  const faces = useMemo(() => reportFaces(model), [model]);
  const pages = useMemo(() => scorecardPages(model), [model]);
  const zoom = size === null ? 0.7 : Math.min(1, (size.width - 2 * MARGIN) / WIDTH);
  const look: CSSProperties = { ...accentProperties(model.client.color, 'light'), zoom };
  const of = pages.length + 1;
  return (
    // Scrollable by keyboard: the region takes focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={place} className={css['desk']} tabIndex={0} role="region" aria-label={t.reports.preview}>
      <LanguageProvider language={model.language}>
        <ClientFormat client={client}>
          <div
            className={css['stack']}
            data-theme="light"
            data-accent="client"
            style={look}
            lang={model.language}
          >
            <Sheet model={model} index={0} of={of}>
              <PaperSummary model={model} faces={faces} />
            </Sheet>
            {pages.map((lines, i) => (
              <Sheet key={`${lines[0]?.kind} ${i}`} model={model} index={i + 1} of={of}>
                <PaperScorecard model={model} faces={faces} lines={lines} first={i === 0} />
              </Sheet>
            ))}
          </div>
        </ClientFormat>
      </LanguageProvider>
    </div>
  );
}

function Sheet({
  model,
  index,
  of,
  children,
}: {
  readonly model: ReportModel;
  readonly index: number;
  readonly of: number;
  readonly children: ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  const { client } = model;
  return (
    <article id={pageId(index)} className={css['sheet']}>
      <header className={css['head']}>
        <ClientBadge client={client} size={20} />
        <strong>{client.name}</strong>
        <span className={css['headDetail']}>
          {t.reports.paper.head(format.span(model.span, 'long'), model.base.label)}
        </span>
      </header>
      {children}
      <footer className={css['foot']}>
        <span>{t.reports.paper.foot(format.date(model.preparedOn, 'long'), model.preparedBy)}</span>
        <span>{t.reports.paper.page(index + 1, of)}</span>
      </footer>
    </article>
  );
}
