/** Every line of the palette at the place at hand, grouped by where it comes from. */
import { useSearch } from 'wouter';
import type { CommandId } from '../../../shared/domain/commands.ts';
import { wordsOf } from '../../../shared/domain/matching.ts';
import { callOnce, useCall } from '../../api/index.ts';
import { helpPages } from '../../features/help/pages.ts';
import { roomIcons } from '../../features/settings/roomIcons.ts';
import { roomHref, rooms } from '../../features/settings/rooms.ts';
import { makeFormat } from '../../i18n/format.tsx';
import type { Catalogue } from '../../i18n/en/index.ts';
import { messagesOf, useLanguage, useT } from '../../i18n/index.tsx';
import { dayOfIso } from '../../i18n/period.ts';
import { ClientBadge } from '../../ui/ClientBadge.tsx';
import type { IconName } from '../../ui/Icon.tsx';
import { clientHref } from '../hrefs.ts';
import type { ScreenName } from '../hrefs.ts';
import { takeInHref } from '../drop.ts';
import { navigate } from '../location.ts';
import { lastPlaceOf, usePlaces } from '../places.ts';
import { useScreenCommands } from '../shortcuts/screenCommands.ts';
import { keysOf, shownKeys } from '../shortcuts/keys.ts';
import { useAppState } from '../state.ts';
import { periodLines, placeName, screenLines } from './lines.ts';
import type { PaletteLine } from './lines.ts';

export interface PaletteLines {
  readonly recent: readonly PaletteLine[];
  readonly screen: readonly PaletteLine[];
  readonly here: readonly PaletteLine[];
  readonly clients: readonly PaletteLine[];
  readonly periods: readonly PaletteLine[];
  readonly kpis: readonly PaletteLine[];
  /** All that a query is matched with but periods, KPIs and the screen's own. */
  readonly all: readonly PaletteLine[];
}

export function usePaletteLines({
  path,
  client: id,
  query,
  run,
}: {
  readonly path: string;
  readonly client: number | null;
  readonly query: string;
  readonly run: Readonly<Record<CommandId, () => void>>;
}): PaletteLines {
  const t = useT();
  const language = useLanguage();
  const { today, settings } = useAppState();
  const search = useSearch();
  const places = usePlaces();
  const own = useScreenCommands();
  const clients = useCall('clients.list', {}).data ?? [];
  const kpis = useCall('kpis.list', id === null ? null : { client: id }).data ?? [];
  const client = clients.find((one) => one.id === id) ?? null;
  const params = new URLSearchParams(search);
  const base = params.get('base') ?? undefined;
  const kept = { period: params.get('period') ?? undefined, base };
  const parts = {
    t,
    other: messagesOf(language === 'en' ? 'es' : 'en'),
    go: (href: string) => navigate(href),
  };
  const words = wordsOf(query);
  const format = makeFormat(language, client);
  const set = (settingsToSet: Parameters<typeof callOnce<'app.setSettings'>>[1]) => (): void => {
    callOnce('app.setSettings', settingsToSet).catch(() => undefined);
  };
  const command = (name: CommandId, icon: IconName, near: number, label: string): PaletteLine => ({
    id: `command ${name}`,
    label,
    icon,
    near,
    keys: shownKeys(name, settings.singleKeys),
    run: run[name],
  });
  const other = parts.other.app;
  const here =
    client === null
      ? []
      : screenLines(parts, client, { near: 1, kept }).map((line) => ({
          ...line,
          keys: shownKeys(goOf(line.id), settings.singleKeys),
        }));
  const clientLines = clients.map((one, i): PaletteLine => ({
    id: `client ${one.id}`,
    label: one.name,
    words: one.trade,
    hint: one.trade,
    near: 0.75 - i * 0.01,
    mark: <ClientBadge client={one} />,
    run: () =>
      navigate(
        one.id === id
          ? clientHref(one.id, 'dashboard')
          : (lastPlaceOf(one.id) ?? clientHref(one.id, 'dashboard')),
      ),
  }));
  // Screens of another client are found once the query names it, or, outside of a client, at all.
  const elsewhere = clients
    .filter((one) => one.id !== id)
    .filter(
      (one) =>
        id === null ||
        wordsOf(one.name).some((name) => words.some((word) => word.length > 1 && name.startsWith(word))),
    )
    .flatMap((one) => screenLines(parts, one, { near: 0.5, kept: {}, mark: <ClientBadge client={one} /> }));
  const actions: PaletteLine[] = [
    ...(clients.length > 0
      ? [
          command('import', 'import', 0.9, t.app.bar.importFiles),
          {
            id: 'returned',
            label: t.returns.open,
            words: parts.other.returns.open,
            icon: 'import' as const,
            near: 0.45,
            run: run.import,
          },
        ]
      : []),
    ...(client === null
      ? []
      : ([
          {
            id: 'hand over',
            label: t.archives.handOver,
            words: parts.other.archives.handOver,
            icon: 'export',
            near: 0.4,
            run: () => navigate(clientHref(client.id, 'setup', { do: 'handOver' })),
          },
          {
            id: 'quality',
            label: t.quality.open,
            icon: 'target',
            near: 0.5,
            run: () => navigate(clientHref(client.id, 'kpis/quality', kept)),
          },
          {
            id: 'answers',
            label: t.quality.answers.open,
            icon: 'table',
            near: 0.5,
            run: () => navigate(clientHref(client.id, 'figures', { ...kept, survey: '1' })),
          },
          ...deeper(t).map(([at, label, icon]): PaletteLine => ({
            id: `deeper ${at}`,
            label,
            icon,
            near: 0.55,
            run: () => navigate(clientHref(client.id, ...whereOf(at, kept))),
          })),
          command('previousPeriod', 'chevronLeft', 0.3, t.app.commands.previousPeriod),
          command('nextPeriod', 'chevronRight', 0.3, t.app.commands.nextPeriod),
        ] satisfies PaletteLine[])),
    command('goPortfolio', 'grid', 0.7, t.app.nav.allClients),
    command('goDue', 'clock', 0.6, t.due.title),
    ...(clients.length > 0
      ? [
          {
            ...command('goDeliver', 'file', 0.65, t.deliveries.detail),
            words: `${t.deliveries.title} ${parts.other.deliveries.title} ${parts.other.deliveries.detail}`,
          },
        ]
      : []),
    command('newClient', 'plus', 0.6, t.app.nav.newClient),
    {
      id: 'take in',
      label: t.archives.takeIn,
      words: parts.other.archives.takeIn,
      icon: 'import',
      near: 0.5,
      run: () => navigate(takeInHref),
    },
    command('settings', 'sliders', 0.6, t.app.palette.settings),
    ...rooms
      .filter((room) => room !== 'general')
      .map((room, i): PaletteLine => ({
        id: `settings ${room}`,
        label: t.settings.rooms[room],
        words: `${t.settings.title} ${t.settings.roomWords[room]} ${parts.other.settings.title} ${parts.other.settings.rooms[room]} ${parts.other.settings.roomWords[room]}`,
        icon: roomIcons[room],
        near: 0.55 - i * 0.01,
        run: () => navigate(roomHref(room)),
      })),
    command('backup', 'lock', 0.5, t.app.palette.backup),
    command('shortcuts', 'keyboard', 0.5, t.app.commands.shortcuts),
    ...(['light', 'dark', 'system'] as const).map((theme): PaletteLine => ({
      id: `theme ${theme}`,
      label: t.app.palette.theme[theme],
      words: other.palette.theme[theme],
      icon: theme === 'light' ? 'sun' : theme === 'dark' ? 'moon' : 'monitor',
      near: 0.4,
      run: set({ theme }),
    })),
    ...(['en', 'es'] as const).map((one): PaletteLine => ({
      id: `language ${one}`,
      label: t.app.palette.language[one],
      words: `${t.common.languageNames[one]} ${t.settings.look.language}`,
      icon: 'globe',
      near: 0.4,
      run: set({ language: one }),
    })),
    ...(['compact', 'comfortable'] as const).map((density): PaletteLine => ({
      id: `density ${density}`,
      label: t.app.palette.density[density],
      words: other.palette.density[density],
      icon: 'table',
      near: 0.35,
      run: set({ density }),
    })),
    {
      id: 'single keys',
      label: settings.singleKeys ? t.app.palette.keysOff : t.app.palette.keysOn,
      icon: 'keyboard',
      near: 0.3,
      run: set({ singleKeys: !settings.singleKeys }),
    },
    ...helpPages.map((page, i): PaletteLine => ({
      id: `help ${page}`,
      label: t.app.palette.help(t.help.pages[page]),
      words: parts.other.help.pages[page],
      icon: 'question',
      near: 0.2 - i * 0.01,
      run: () => navigate(`/help/${page}`),
    })),
  ];
  const recent = places.recent
    .filter((at) => at.split('?', 1)[0] !== path)
    .flatMap((at): PaletteLine[] => {
      const name = placeName(at, parts, clients);
      if (name === null) return [];
      const { label, icon, client: of } = name;
      return [
        {
          id: `recent ${at}`,
          label,
          near: 1,
          ...(of === null ? { icon } : { mark: <ClientBadge client={of} />, hint: of.name }),
          run: () => navigate(at),
        },
      ];
    })
    .slice(0, 5);
  return {
    recent,
    screen: own.map((one): PaletteLine => ({
      id: `own ${one.id}`,
      label: one.label,
      near: 1.1,
      ...(one.icon !== undefined && { icon: one.icon }),
      ...(one.words !== undefined && { words: one.words }),
      keys: one.keys === undefined ? undefined : keysOf(one.keys).join(' '),
      run: one.run,
    })),
    here,
    clients: client === null ? clientLines : clientLines.filter((line) => line.id !== `client ${client.id}`),
    periods:
      client === null
        ? []
        : periodLines(parts, client, query, {
            today: dayOfIso(today),
            format,
            base,
            setPeriod: (param) => {
              const next = new URLSearchParams(search);
              next.set('period', param);
              navigate(`${path}?${next.toString().replaceAll('%3A', ':')}`);
            },
          }),
    kpis: kpis.map(({ id: kpi, definition }): PaletteLine => ({
      id: `kpi ${kpi}`,
      label: definition.name[language],
      words: `${definition.name.en} ${definition.name.es} ${definition.aliases.en.join(' ')} ${definition.aliases.es.join(' ')}`,
      icon: 'trend',
      near: 0.5,
      run: () => id !== null && navigate(clientHref(id, 'explorer', { ...kept, kpi: String(kpi) })),
    })),
    all: [...here, ...actions, ...clientLines, ...elsewhere],
  };
}

/** Screens below the screens of a client: address, name, icon. */
function deeper(t: Catalogue): readonly (readonly [string, string, IconName])[] {
  const { journal, kpis } = t;
  return [
    ['kpis/catalogue', kpis.catalogue.title, 'book'],
    ['kpis/targets', `${t.app.nav.kpis}: ${kpis.tabs.targets}`, 'target'],
    ['kpis/coverage', `${t.app.nav.kpis}: ${kpis.tabs.coverage}`, 'grid'],
    ['kpis/own', kpis.form.newTitle, 'plus'],
    ...(['annotations', 'actions', 'evidence', 'tags'] as const).map(
      (view) => [`journal?${view}`, `${t.app.nav.journal}: ${journal.tabs[view]}`, 'book'] as const,
    ),
  ];
}

/** An address of `deeper` as `clientHref` takes it. */
function whereOf(
  at: string,
  kept: Readonly<Record<string, string | undefined>>,
): [ScreenName | `${ScreenName}/${string}`, Readonly<Record<string, string | undefined>>] {
  const [path = '', view] = at.split('?');
  return [path as ScreenName, view === undefined ? kept : { ...kept, view }];
}

/** The command that goes to the screen of a line. */
function goOf(line: string): CommandId {
  const screen = line.split(' ').at(-1) ?? '';
  return `go${screen.slice(0, 1).toUpperCase()}${screen.slice(1)}` as CommandId;
}
