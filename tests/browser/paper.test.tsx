/** The paper in a real browser: no page holds more than it prints, whatever is in the report. */
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Paper, PAPER_HEIGHT, PAPER_WIDTH } from '../../renderer/features/reports/paper/Paper.tsx';
import { LanguageProvider } from '../../renderer/i18n/index.tsx';
import '../../renderer/ui/base.css';
import '../../renderer/ui/tokens.css';
import type { ReportModel, ReportText } from '../../shared/domain/report.ts';
import { sampleReport } from '../support/sampleReport.ts';

/** What reaches beyond the room of its page, below or beside it. */
function beyond(): string[] {
  return [...document.querySelectorAll('article')].flatMap((article) => {
    const room = article.querySelector('footer')?.previousElementSibling;
    if (room === null || room === undefined) return [];
    const box = room.getBoundingClientRect();
    const bad = [...room.querySelectorAll('*')].find((element) => {
      const own = element.getBoundingClientRect();
      return own.height > 0 && (own.bottom > box.bottom + 1 || own.right > box.right + 12);
    });
    return bad === undefined
      ? []
      : [`${article.getAttribute('aria-label') ?? ''}: ${bad.outerHTML.slice(0, 80)}`];
  });
}

const named = (article: Element, name: string): boolean =>
  article.getAttribute('aria-label')?.endsWith(`: ${name}`) === true;

const articles = (): Element[] => [...document.querySelectorAll('article')];
const text = (section: string, name: string, paragraphs: readonly string[]): ReportText => ({
  section,
  kra: null,
  name,
  paragraphs: paragraphs.map((words) => [{ text: words, token: null, stale: false }]),
  changed: 0,
});

async function show(model: ReportModel, zoom = 1): Promise<void> {
  await page.viewport(1000, 800);
  await render(
    <LanguageProvider language="en">
      <Paper model={model} details={null} zoom={zoom} />
    </LanguageProvider>,
  );
  await expect.poll(() => articles().length).toBeGreaterThan(0);
}

/** The big sample, its rows three times over: more than sixty KPIs. */
function crowded(): ReportModel {
  const model = sampleReport({ size: 'big', language: 'es' });
  const copies = (n: number) => (key: string) => `${key}_${n}`;
  const more = [1, 2].map((n) => {
    const of = copies(n);
    return {
      kpis: model.kpis.map((kpi) => ({
        ...kpi,
        key: of(kpi.key),
        name: `${kpi.name}, segunda medición del canal`,
      })),
      groups: model.groups.map((group) => ({
        ...group,
        rows: group.rows.map((row) => ({
          ...row,
          kpi: of(row.kpi),
          why: 'El equipo estuvo de baja dos semanas.',
        })),
      })),
    };
  });
  return {
    ...model,
    kpis: [...model.kpis, ...more.flatMap((one) => one.kpis)],
    groups: model.groups.map((group, i) => ({
      ...group,
      rows: [...group.rows, ...more.flatMap((one) => one.groups[i]?.rows ?? [])],
    })),
    areas: model.areas.map((area) => ({
      ...area,
      kpis: [...area.kpis, ...area.kpis.map(copies(1)), ...area.kpis.map(copies(2))],
    })),
  };
}

test('sixty KPIs stand on as many pages as they need, each with the head of its table', async () => {
  const model = crowded();
  await show(model);
  expect(new Set(model.kpis.map((kpi) => kpi.key)).size).toBeGreaterThan(60);
  expect(beyond()).toEqual([]);
  const scorecard = articles().filter((article) => named(article, 'Cuadro de mando'));
  expect(scorecard.length).toBeGreaterThan(2);
  expect(scorecard.every((article) => article.querySelector('thead') !== null)).toBe(true);
  // No row is lost between two pages.
  const rows = scorecard.flatMap((article) => [...article.querySelectorAll('tbody th[scope="row"]')]);
  expect(rows).toHaveLength(model.groups.flatMap((group) => group.rows).length);
});

test('long texts go on between their lines, and not a word is lost', async () => {
  const sentence = 'The members ask for shorter forms, and the team answered each of them within the hour. ';
  const long = Array.from({ length: 60 }, (_, i) => `${i + 1}: ${sentence}`)
    .join('')
    .trim();
  const word = 'x'.repeat(900);
  const model = sampleReport({ size: 'small' });
  const section = {
    id: 'text:long',
    kind: 'text' as const,
    name: 'Outlook',
    title: 'Outlook',
    shown: true,
    empty: null,
  };
  await show({
    ...model,
    commentary: [text('summary', '', [long]), text('text:long', 'Outlook', [long, word, 'The end.'])],
    sections: [...model.sections, section],
  });
  expect(beyond()).toEqual([]);
  const outlook = articles().filter((article) => named(article, 'Outlook'));
  expect(outlook.length).toBeGreaterThan(1);
  const said = outlook
    .map((article) => [...article.querySelectorAll('p')].map((p) => p.textContent).join(''))
    .join('');
  for (const part of ['1: The members', '60: The members', word, 'The end.']) expect(said).toContain(part);
  expect(said.match(/within the hour/g)).toHaveLength(60);
});

test('a page is A4 at every zoom, and breaks its lines the same', async () => {
  const model = sampleReport({ size: 'small' });
  await show(model, 1);
  const whole = articles().map((article) => article.textContent);
  const box = articles()[0]?.getBoundingClientRect();
  expect(box?.width).toBeCloseTo(PAPER_WIDTH, 0);
  expect(box?.height).toBeCloseTo(PAPER_HEIGHT, 0);
  document.body.replaceChildren();
  await show(model, 0.5);
  expect(articles().map((article) => article.textContent)).toEqual(whole);
  expect(articles()[0]?.getBoundingClientRect().width).toBeCloseTo(PAPER_WIDTH / 2, 0);
});
