/**
 * The page a report is printed from: its paper alone, without the app, its transport or its store.
 *
 * The host that opens it answers `/print/model.json` with the report model, once, and to this page only. The page says
 * when it stands as it is to be printed: `data-printed` on its root element, with the number of pages, or `data-failed`
 * with the reason (electron/backend/jobs/printPage.ts waits for either).
 */
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';
import '../ui/tokens.css';
import '../ui/base.css';
import './print.css';
import { Paper } from '../features/reports/paper/Paper.tsx';
import { messagesOf } from '../i18n/index.tsx';
import type { ReportModel } from '../../shared/domain/report.ts';
import { spanLabel } from '../../shared/domain/spanWords.ts';

const page = document.documentElement;

/** The paper measures itself by the rules of its styles: they must be there first. */
const loaded = new Promise<void>((done) => {
  if (document.readyState === 'complete') done();
  else addEventListener('load', () => done(), { once: true });
});

async function print(): Promise<number> {
  // Its host answers with the report, once; nothing else is asked for.
  // oxlint-disable-next-line no-restricted-globals
  const [answer] = await Promise.all([fetch('/print/model.json'), loaded]);
  if (!answer.ok) throw new Error(`no report to print: ${answer.status}`);
  // Resolved and written by the very program this page belongs to.
  const model = (await answer.json()) as ReportModel;
  page.lang = model.language;
  document.title = titleOf(model);
  const place = document.querySelector('#print');
  if (place === null) throw new Error('the page has no place for the report');
  const failures: unknown[] = [];
  const root = createRoot(place, { onUncaughtError: (error) => failures.push(error) });
  // Laid out, measured and laid on pages when this returns.
  flushSync(() => root.render(<Paper model={model} details={null} printed zoom={1} />));
  if (failures.length > 0) throw failures[0];
  await Promise.all([document.fonts.ready, ...[...document.images].map((image) => decoded(image))]);
  return document.querySelectorAll('article').length;
}

/** `Northline Labs: Report for October 2026`. */
function titleOf({ client, language, span }: ReportModel): string {
  const calendar = { weekStart: client.weekStart, fiscalYearStart: client.fiscalYearStart };
  const words = messagesOf(language).reports.paper;
  return `${client.name}: ${words.reportFor(spanLabel(span, calendar, language, 'long'))}`;
}

/** A picture that cannot be drawn leaves its place empty, as it does on screen. */
function decoded(image: HTMLImageElement): Promise<void> {
  return image.decode().catch(() => undefined);
}

print().then(
  (pages) => {
    page.dataset['printed'] = String(pages);
  },
  (error: unknown) => {
    page.dataset['failed'] = error instanceof Error ? error.message : String(error);
  },
);
