/** What the palette offers besides what the book holds: screens, actions, periods, clients, KPIs. Lines are made anew each time. */
import type { ReactNode } from 'react';
import type { Client } from '../../../shared/contract/api/clients.ts';
import { rangesOf, wordsOf } from '../../../shared/domain/matching.ts';
import type { TextRange } from '../../../shared/domain/matching.ts';
import type { Day } from '../../../shared/domain/time.ts';
import type { Format } from '../../i18n/format.tsx';
import { periodParam } from '../../i18n/period.ts';
import { periodsIn } from '../../i18n/periodQuery.ts';
import type { Catalogue } from '../../i18n/en/index.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { roomIcons } from '../../features/settings/roomIcons.ts';
import { roomHref, rooms } from '../../features/settings/rooms.ts';
import { clientHref, screens } from '../hrefs.ts';
import type { ScreenName } from '../hrefs.ts';
import { calendarOf } from '../state.ts';
import type { Rankable } from './rank.ts';

export interface PaletteLine extends Rankable {
  readonly id: string;
  readonly icon?: IconName;
  readonly mark?: ReactNode;
  readonly hint?: string;
  readonly keys?: string | undefined;
  /** Pieces of the label that were found. */
  readonly marks?: readonly TextRange[];
  readonly run: () => void;
}

export const screenIcons: Readonly<Record<ScreenName, IconName>> = {
  dashboard: 'bars',
  scorecard: 'scorecard',
  explorer: 'trend',
  content: 'image',
  advice: 'signpost',
  figures: 'table',
  journal: 'book',
  kpis: 'target',
  imports: 'import',
  reports: 'file',
  setup: 'pencil',
};

/** Screens that look at a period. */
const ofPeriods: readonly ScreenName[] = [
  'dashboard',
  'scorecard',
  'explorer',
  'content',
  'advice',
  'figures',
  'journal',
];

export interface LineParts {
  readonly t: Catalogue;
  /** Of the other language too: a screen is found by either name. */
  readonly other: Catalogue;
  readonly go: (href: string) => void;
}

type Kept = Readonly<Record<string, string | undefined>>;

/** The screens of a client; of others than the one at hand they are found by the client's name too. */
export function screenLines(
  { t, other, go }: LineParts,
  client: Client,
  { near, kept, mark }: { readonly near: number; readonly kept: Kept; readonly mark?: ReactNode },
): PaletteLine[] {
  return screens.map((screen, i) => ({
    id: `screen ${client.id} ${screen}`,
    label: t.app.nav[screen],
    words: `${client.name} ${other.app.nav[screen]}`,
    near: near - i * 0.01,
    ...(mark === undefined ? { icon: screenIcons[screen] } : { mark, hint: client.name }),
    run: () => go(clientHref(client.id, screen, kept)),
  }));
}

/** Periods the query names: as the period of the screen at hand, and of every screen of the client. */
export function periodLines(
  { t, other, go }: LineParts,
  client: Client,
  query: string,
  {
    today,
    format,
    setPeriod,
    base,
  }: {
    readonly today: Day;
    readonly format: Format;
    readonly setPeriod: (param: string) => void;
    readonly base: string | undefined;
  },
): PaletteLine[] {
  // A query that names nothing but a period asks for it.
  const said = wordsOf(query).filter((word) => !['de', 'del', 'of'].includes(word)).length;
  return periodsIn(query, today, calendarOf(client)).flatMap(({ period, words }, i) => {
    const text = format.period(period, 'long');
    const param = periodParam(period);
    const label = text.slice(0, 1).toUpperCase() + text.slice(1);
    return [
      {
        id: `report ${param}`,
        label: t.app.palette.report(text),
        words: `${words} ${t.app.nav.reports} ${other.app.nav.reports}`,
        near: 0.8 - i * 0.1,
        icon: 'file' as const,
        run: () => go(clientHref(client.id, 'reports', { period: param, base })),
      },
      {
        id: `period ${param}`,
        label: t.app.palette.asPeriod(label),
        // Offered whatever else is typed beside it.
        words: `${words} ${query}`,
        near: (words.split(' ').length >= said ? 1.6 : 0.9) - i * 0.1,
        icon: 'calendar' as const,
        run: () => setPeriod(param),
      },
      ...ofPeriods.map((screen) => ({
        id: `at ${screen} ${param}`,
        label: t.app.palette.at(t.app.nav[screen], text),
        words: `${words} ${other.app.nav[screen]}`,
        near: 0.4 - i * 0.1,
        icon: screenIcons[screen],
        run: () => go(clientHref(client.id, screen, { period: param, base })),
      })),
    ];
  });
}

/** The pieces of a label that the query names. */
export function marked(line: PaletteLine, query: string): PaletteLine {
  return { ...line, marks: rangesOf(line.label, wordsOf(query)) };
}

/** A place that was looked at: `Scorecard, October 2026` of a client, or a screen of the app. `null`: no name for it. */
export function placeName(
  at: string,
  { t }: Pick<LineParts, 't'>,
  clients: readonly Client[],
): { readonly label: string; readonly icon: IconName; readonly client: Client | null } | null {
  const [path = ''] = at.split('?', 1);
  const inside = /^\/c\/(\d+)\/([a-z]+)/.exec(path);
  if (inside !== null) {
    const client = clients.find(({ id }) => id === Number(inside[1]));
    const screen = screens.find((one) => one === inside[2]);
    if (client === undefined || screen === undefined) return null;
    return { label: t.app.nav[screen], icon: screenIcons[screen], client };
  }
  if (path === '/') return { label: t.app.nav.allClients, icon: 'grid', client: null };
  if (path === '/settings') return { label: t.settings.title, icon: 'sliders', client: null };
  const room = rooms.find((one) => path === roomHref(one));
  if (room !== undefined) return { label: t.settings.rooms[room], icon: roomIcons[room], client: null };
  if (path === '/deliver') return { label: t.deliveries.title, icon: 'file', client: null };
  if (path === '/imports') return { label: t.app.nav.imports, icon: 'import', client: null };
  return null;
}
