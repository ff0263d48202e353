/**
 * A report as the client will get it: A4 pages in the report's language, light whatever the window's theme, in the
 * client's accent. Says only what the report model says.
 *
 * First everything is laid out once at its own size and measured, then it is laid on pages; both at the size of the
 * print. Zoom only scales what is painted, so that no line breaks differently.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import type { ReportModel } from '../../../../shared/domain/report.ts';
import { ClientFormat } from '../../../i18n/format.tsx';
import { LanguageProvider, useT } from '../../../i18n/index.tsx';
import { numberFormats } from '../../../../shared/domain/format.ts';
import { accentProperties } from '../../../ui/accent.ts';
import { PaperContext, reportFaces } from './Context.tsx';
import type { Details, PaperWorld } from './Context.tsx';
import { pageId, PagesContext } from './Cover.tsx';
import { paginate } from './flow.ts';
import type { Flow, PageOfReport } from './flow.ts';
import { measure } from './measure.ts';
import { PageBody, Unpaged } from './Pages.tsx';
import css from './Paper.module.css';
import { Sheet } from './Sheet.tsx';
import { useFlows } from './useFlows.tsx';

/** A4 at 96 dots an inch. */
export const PAPER_WIDTH = (210 / 25.4) * 96;
export const PAPER_HEIGHT = (297 / 25.4) * 96;

export interface PaperProps {
  readonly model: ReportModel;
  /** What stands behind its figures; `null`: they are plain, as in print. */
  readonly details: Details | null;
  /** A document of its own, not a part of the app. */
  readonly printed?: boolean;
  readonly zoom: number;
  /** Told whenever the pages are laid anew. */
  readonly onPages?: (pages: readonly PageOfReport[]) => void;
}

/** The report's own language and number format around its pages. */
export function Paper(props: PaperProps) {
  const { client, language } = props.model;
  const format = useMemo(
    () => ({
      numberFormat: numberFormats.find((one) => one === client.numberFormat) ?? '1,234.5',
      currency: client.currency,
      weekStart: client.weekStart,
      fiscalYearStart: client.fiscalYearStart,
    }),
    [client],
  );
  return (
    <LanguageProvider language={language}>
      <ClientFormat client={format}>
        <Laid {...props} />
      </ClientFormat>
    </LanguageProvider>
  );
}

interface Layout {
  readonly flows: readonly Flow[];
  readonly pages: readonly PageOfReport[];
}

function Laid({ model, details, printed = false, zoom, onPages }: PaperProps) {
  const t = useT();
  const flows = useFlows(model);
  const faces = useMemo(() => reportFaces(model), [model]);
  const [layout, setLayout] = useState<Layout | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const room = useRef<HTMLDivElement>(null);
  const current = layout?.flows === flows;

  useLayoutEffect(() => {
    if (current || root.current === null || room.current === null) return;
    const pages = paginate(flows, measure(root.current, room.current));
    setLayout({ flows, pages });
    onPages?.(pages);
  }, [current, flows, onPages]);

  const look = accentProperties(model.client.color, 'light');
  const pages = useMemo(() => layout?.pages ?? [], [layout]);
  const begins = useMemo(() => {
    const map = new Map<string, number>();
    for (const [i, page] of pages.entries()) if (page.index === 0) map.set(page.section, i + 1);
    return map;
  }, [pages]);
  const flowOf = (section: string): Flow | undefined =>
    layout?.flows.find((flow) => flow.section === section);
  return (
    <div
      data-theme="light"
      data-accent="client"
      data-paper=""
      style={look}
      lang={model.language}
      className={css['paper']}
    >
      <World model={model} faces={faces} details={details} printed={printed}>
        <PagesContext value={begins}>
          {pages.map((page, i) => {
            const flow = flowOf(page.section);
            if (flow === undefined) return null;
            const number = t.reports.paper.page(i + 1, pages.length);
            const name = model.sections.find((section) => section.id === page.section)?.name ?? '';
            return (
              <article
                key={`${page.section} ${page.index}`}
                id={pageId(i)}
                data-page={i + 1}
                {...(page.index === 0 && { 'data-section': page.section })}
                className={css['place']}
                style={placeOf(zoom)}
                // A document's own reader tells the page by itself, and would read the name in the place of the page.
                {...(!printed && { 'aria-label': t.reports.paper.pageOf(number, name) })}
              >
                <div className={css['scaled']} style={{ transform: `scale(${zoom})` }}>
                  <Sheet page={number} bare={flow.bare === true}>
                    <PageBody page={page} flow={flow} />
                  </Sheet>
                </div>
              </article>
            );
          })}
        </PagesContext>
      </World>
      {!current && (
        <div className={css['measure']} aria-hidden="true" inert>
          <World model={model} faces={faces} details={null} printed={printed}>
            <Sheet page="" room={room}>
              {null}
            </Sheet>
            <div ref={root} className={css['unpaged']}>
              <Unpaged flows={flows} />
            </div>
          </World>
        </div>
      )}
    </div>
  );
}

function World({ model, faces, details, printed, children }: PaperWorld & { readonly children: ReactNode }) {
  const world = useMemo(() => ({ model, faces, details, printed }), [model, faces, details, printed]);
  return <PaperContext value={world}>{children}</PaperContext>;
}

function placeOf(zoom: number): CSSProperties {
  return { width: PAPER_WIDTH * zoom, height: PAPER_HEIGHT * zoom };
}
