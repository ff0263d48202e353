/** Every screen there is, opened the way a person gets there, in the words of a language. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { en } from '../../renderer/i18n/en/index.ts';
import type { Catalogue } from '../../renderer/i18n/en/index.ts';
import { es } from '../../renderer/i18n/es/index.ts';
import type { Language } from '../../shared/domain/kpi.ts';
import { metaDaily } from '../fixtures/exports.ts';
import { qualities } from '../../shared/domain/quality/qualities.ts';
import { closedMonth, drop, flat } from './person.ts';

export const words: Readonly<Record<Language, Catalogue>> = { en, es };

interface ScreenVisit {
  readonly name: string;
  /** Its one h1. */
  readonly title: string | RegExp;
  readonly open: () => Promise<void>;
  /** It lies over its screen, which is hidden from assistive techniques until Escape. */
  readonly over?: boolean;
}

/** The screens of a client of the demo workspace and of the app around them; each is ready when its visit begins. */
export async function walk(
  page: Page,
  language: Language,
  client: string,
  visit: (screen: string) => Promise<void>,
): Promise<void> {
  const t = words[language];
  const nav = page.getByRole('navigation', { name: t.app.nav.label });
  const screen = (name: string) => nav.getByRole('link', { name, exact: true }).click();
  const { first, days } = closedMonth();
  // The client's own part of the address, once one is open.
  let inside = '';
  const screens: readonly ScreenVisit[] = [
    { name: 'portfolio', title: t.app.nav.allClients, open: () => screen(t.app.nav.allClients) },
    {
      name: 'exports due',
      title: t.due.title,
      open: async () => {
        await page.getByRole('main').getByText(t.portfolio.first.exports).first().click();
        await page.getByRole('main').getByRole('link', { name: t.due.all, exact: true }).click();
      },
    },
    {
      name: 'deliver',
      title: t.deliveries.title,
      open: async () => {
        await screen(t.deliveries.title);
        await expect(page.getByRole('table', { name: t.deliveries.columns.label })).toBeVisible();
      },
    },
    {
      name: 'dashboard',
      title: t.app.nav.dashboard,
      open: () => nav.getByRole('link', { name: new RegExp(`^${client}`) }).click(),
    },
    { name: 'scorecard', title: t.scorecard.title, open: () => screen(t.app.nav.scorecard) },
    { name: 'explorer', title: /./, open: () => screen(t.app.nav.explorer) },
    { name: 'content', title: t.content.title, open: () => screen(t.app.nav.content) },
    { name: 'recommendations', title: t.advice.title, open: () => screen(t.app.nav.advice) },
    {
      name: 'an action being written',
      title: t.advice.title,
      open: () =>
        page
          .getByRole('main')
          .getByRole('button', { name: new RegExp(`^${t.advice.make}`) })
          .first()
          .click(),
    },
    {
      name: 'figures',
      title: t.figures.title,
      open: () => nav.getByRole('link', { name: new RegExp(`^${t.app.nav.figures}`) }).click(),
    },
    { name: 'journal', title: t.journal.title, open: () => screen(t.app.nav.journal) },
    {
      name: 'evidence',
      title: t.journal.title,
      open: () => page.getByRole('link', { name: t.journal.tabs.evidence }).click(),
    },
    ...(['annotations', 'actions', 'tags'] as const).map((view) => ({
      name: view,
      title: t.journal.title,
      open: () => page.getByRole('link', { name: t.journal.tabs[view], exact: true }).click(),
    })),
    { name: 'kpis', title: t.kpis.title, open: () => screen(t.app.nav.kpis) },
    {
      name: 'one kpi',
      title: t.kpis.title,
      open: async () => {
        await page.getByRole('main').getByRole('rowheader').getByRole('button').first().click();
        await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toBeVisible();
      },
    },
    {
      name: 'target',
      title: t.kpis.target.title,
      open: async () => {
        await page.getByRole('complementary').getByRole('link', { name: t.kpis.targetEditor.change }).click();
        await expect(
          page.getByRole('region', { name: t.kpis.smart.title }).getByRole('listitem'),
        ).toHaveCount(5);
      },
    },
    {
      name: 'coverage',
      title: t.kpis.title,
      open: async () => {
        await screen(t.app.nav.kpis);
        await page.getByRole('link', { name: t.kpis.tabs.coverage, exact: true }).click();
        await expect(page.getByRole('table', { name: t.kpis.coverage.table })).toBeVisible();
      },
    },
    {
      name: 'catalogue',
      title: t.kpis.catalogue.title,
      open: () => page.getByRole('link', { name: t.kpis.add }).click(),
    },
    {
      name: 'own kpi',
      title: t.kpis.form.newTitle,
      open: async () => {
        await screen(t.app.nav.kpis);
        await page.getByRole('link', { name: t.kpis.own }).click();
      },
    },
    {
      name: 'from a quality to a count',
      title: t.quality.title,
      open: async () => {
        await page.getByRole('link', { name: t.quality.open }).click();
        await page.getByRole('button', { name: qualities[0]?.name[language] ?? '', exact: true }).click();
        await expect(page.getByRole('list', { name: t.quality.counted.list })).toBeVisible();
      },
    },
    {
      name: 'survey answers',
      title: t.quality.title,
      over: true,
      open: async () => {
        await page.getByRole('radio', { name: t.quality.ways.survey.name }).check();
        await page.getByRole('button', { name: t.quality.survey.count }).click();
        await page.getByRole('textbox', { name: t.quality.answers.paste }).fill('9\n7\n3\n8,5');
        await expect(page.getByRole('list', { name: t.quality.answers.unreadTitle })).toBeVisible();
      },
    },
    { name: 'imports', title: t.imports.title, open: () => screen(t.app.nav.imports) },
    {
      name: 'import preview',
      title: t.imports.preview,
      open: () => drop(page, metaDaily('Instagram link clicks', first, flat(3, days))),
    },
    { name: 'reports', title: t.reports.title, open: () => screen(t.app.nav.reports) },
    {
      name: 'commentary',
      title: t.reports.title,
      open: () =>
        page
          .getByRole('button', {
            name: t.reports.sections.write(t.reports.sections.kinds.summary),
            exact: true,
          })
          .click(),
    },
    {
      name: 'set-up',
      title: t.clients.setupTitle,
      open: async () => {
        await nav.getByRole('button', { name: client }).click();
        await page.getByRole('menuitem', { name: t.app.nav.setup }).click();
      },
    },
    { name: 'new client', title: t.clients.newTitle, open: () => screen(t.app.nav.newClient) },
    { name: 'settings', title: t.settings.title, open: () => screen(t.app.footer.settings) },
    ...(['privacy', 'about', 'backups'] as const).map((room): ScreenVisit => ({
      name: room,
      title: t.settings.rooms[room],
      open: async () => {
        const rooms = page.getByRole('navigation', { name: t.settings.rooms.label });
        await rooms.getByRole('link', { name: t.settings.rooms[room] }).click();
        if (room !== 'backups') await expect(page.getByRole('main').getByRole('table')).toBeVisible();
      },
    })),
    {
      name: 'a backup looked into',
      title: t.settings.rooms.backups,
      open: async () => {
        await page.getByRole('button', { name: t.backups.now }).click();
        await page
          .getByRole('table', { name: t.backups.list, exact: true })
          .getByRole('button')
          .first()
          .click();
        await expect(page.getByRole('columnheader', { name: t.backups.after })).toBeVisible();
      },
    },
    {
      name: 'putting a backup back',
      title: t.settings.rooms.backups,
      over: true,
      open: async () => {
        await page.getByRole('button', { name: t.backups.restore }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      },
    },
    ...(['help', 'help/glossary', 'take-in'] as const).map((at): ScreenVisit => ({
      name: at,
      title: /./,
      open: () => toAddress(page, `/${at}`),
    })),
    ...(['kpis/targets', 'imports/1', 'nowhere'] as const).map((at): ScreenVisit => ({
      name: at,
      title: /./,
      open: () => toAddress(page, `${inside}/${at}`),
    })),
    {
      name: 'help beside a screen',
      title: /./,
      open: async () => {
        await page.keyboard.press('F1');
        await expect(page.getByRole('dialog')).toBeFocused();
      },
    },
    {
      name: 'keyboard shortcuts',
      title: t.settings.title,
      over: true,
      open: async () => {
        await page.keyboard.press('Escape');
        await screen(t.app.footer.settings);
        await page.locator('body').press('?');
        await expect(page.getByRole('dialog', { name: t.app.shortcuts.title })).toBeVisible();
      },
    },
    {
      name: 'palette',
      title: t.settings.title,
      over: true,
      open: async () => {
        await page.keyboard.press('Control+k');
        await expect(page.getByRole('combobox', { name: t.app.palette.label })).toBeFocused();
      },
    },
  ];
  for (const { name, title, open, over = false } of screens) {
    await open();
    inside = /^#(\/c\/\d+)/.exec(new URL(page.url()).hash)?.[1] ?? inside;
    const heading = page.getByRole('heading', { level: 1, includeHidden: over });
    await expect(heading).toHaveText(title);
    await expect(page.getByRole('main', { includeHidden: over }).first()).not.toBeEmpty();
    await visit(name);
    if (over) await page.keyboard.press('Escape');
  }
}

/** Goes to an address, as a link does. */
async function toAddress(page: Page, address: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(address)}`);
}

/** Sets language and theme where a person does. */
export async function setLook(
  page: Page,
  from: Language,
  to: Language,
  theme: 'light' | 'dark',
): Promise<void> {
  await page.getByRole('link', { name: words[from].app.footer.settings, exact: true }).click();
  const main = page.getByRole('main');
  await main.getByText(words[from].app.palette.language[to], { exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words[to].settings.title);
  await main.getByText(words[to].settings.look[theme], { exact: true }).click();
  await expect(main.getByRole('radio', { name: words[to].settings.look[theme] })).toBeChecked();
}
