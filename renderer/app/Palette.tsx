/** Ctrl/Cmd+K: every client, screen and KPI, and what can be done, found by typing. */
import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { useSearch } from 'wouter';
import { callOnce, useCall } from '../api/index.ts';
import { makeFormat } from '../i18n/format.tsx';
import { useLanguage, useT } from '../i18n/index.tsx';
import { lastClosed, parsePeriod } from '../i18n/period.ts';
import { dayOfIso } from '../i18n/period.ts';
import { ClientBadge } from '../ui/ClientBadge.tsx';
import { searchable } from '../ui/Combobox.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { IconName } from '../ui/Icon.tsx';
import { handOver, pickFiles } from './drop.ts';
import { navigate } from './location.ts';
import css from './Palette.module.css';
import { clientHref, screens } from './hrefs.ts';
import type { ScreenName } from './hrefs.ts';
import { calendarOf, useAppState } from './state.ts';

const icons: Readonly<Record<ScreenName, IconName>> = {
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

export interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly client: number | null;
}

export function Palette({ open, onClose, client }: PaletteProps) {
  const t = useT();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css['backdrop']} />
        <Dialog.Popup className={css['popup']} aria-label={t.app.palette.label}>
          <PaletteList client={client} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Every typed word must occur, in any order; a hit at the start of a name comes first. */
export function rank(value: string, query: string): number {
  const text = searchable(value);
  const words = searchable(query).split(/\s+/).filter(Boolean);
  if (!words.every((word) => text.includes(word))) return 0;
  const first = words[0] ?? '';
  if (text.startsWith(first)) return 1;
  return text.includes(` ${first}`) ? 0.8 : 0.5;
}

function PaletteList({ client: id, onClose }: Omit<PaletteProps, 'open'>) {
  const t = useT();
  const language = useLanguage();
  const { today } = useAppState();
  const search = new URLSearchParams(useSearch());
  const clients = useCall('clients.list', {}).data ?? [];
  const kpis = useCall('kpis.list', id === null ? null : { client: id }).data ?? [];
  const client = clients.find((c) => c.id === id);
  const calendar = calendarOf(client ?? null);
  const period =
    parsePeriod(search.get('period'), calendar) ?? lastClosed('month', dayOfIso(today), calendar);
  const kept = { period: search.get('period') ?? undefined, base: search.get('base') ?? undefined };
  const run = (action: () => void) => () => {
    onClose();
    action();
  };
  const set = (settings: Parameters<typeof callOnce<'app.setSettings'>>[1]) =>
    run(() => void callOnce('app.setSettings', settings));

  return (
    <Command label={t.app.palette.label} filter={rank} loop>
      <div className={css['search']}>
        <Icon name="search" />
        <Command.Input className={css['input']} placeholder={t.app.palette.placeholder} />
      </div>
      <Command.List className={css['list']}>
        <Command.Empty className={css['empty']}>{t.app.palette.empty}</Command.Empty>
        {client && (
          <Command.Group heading={t.app.palette.here} className={css['group']}>
            {screens.map((screen) => (
              <Line
                key={screen}
                value={t.app.nav[screen]}
                icon={icons[screen]}
                onSelect={run(() => navigate(clientHref(client.id, screen, kept)))}
              />
            ))}
          </Command.Group>
        )}
        <Command.Group heading={t.app.palette.actions} className={css['group']}>
          {clients.length > 0 && (
            <Line
              value={t.app.bar.importFiles}
              icon="import"
              onSelect={run(() => pickFiles((files) => handOver(client?.id ?? null, files)))}
            />
          )}
          {client && (
            <>
              <Line
                value={t.app.palette.report(makeFormat(language, client).period(period, 'long'))}
                icon="file"
                onSelect={run(() => navigate(clientHref(client.id, 'reports', kept)))}
              />
              <Line
                value={t.quality.open}
                icon="target"
                onSelect={run(() => navigate(clientHref(client.id, 'kpis/quality', kept)))}
              />
              <Line
                value={t.quality.answers.open}
                icon="table"
                onSelect={run(() => navigate(clientHref(client.id, 'figures', { ...kept, survey: '1' })))}
              />
            </>
          )}
          <Line value={t.app.nav.newClient} icon="plus" onSelect={run(() => navigate('/new'))} />
          <Line value={t.app.palette.theme.light} icon="sun" onSelect={set({ theme: 'light' })} />
          <Line value={t.app.palette.theme.dark} icon="moon" onSelect={set({ theme: 'dark' })} />
          <Line value={t.app.palette.theme.system} icon="monitor" onSelect={set({ theme: 'system' })} />
          <Line value={t.app.palette.language.en} icon="globe" onSelect={set({ language: 'en' })} />
          <Line value={t.app.palette.language.es} icon="globe" onSelect={set({ language: 'es' })} />
          <Line
            value={t.app.palette.backup}
            icon="lock"
            onSelect={run(() => void callOnce('app.backup', {}))}
          />
          <Line value={t.app.palette.settings} icon="sliders" onSelect={run(() => navigate('/settings'))} />
        </Command.Group>
        <Command.Group heading={t.app.palette.clients} className={css['group']}>
          <Line value={t.app.nav.allClients} icon="grid" onSelect={run(() => navigate('/'))} />
          {clients.map((c) => (
            <Line
              key={c.id}
              value={c.name}
              id={`client ${c.id}`}
              mark={<ClientBadge client={c} />}
              hint={c.trade}
              onSelect={run(() => navigate(clientHref(c.id, 'dashboard')))}
            />
          ))}
        </Command.Group>
        {client && kpis.length > 0 && (
          <Command.Group heading={t.app.palette.kpis} className={css['group']}>
            {kpis.map((kpi) => (
              <Line
                key={kpi.id}
                value={kpi.definition.name[language]}
                id={`kpi ${kpi.id}`}
                words={`${kpi.definition.name.en} ${kpi.definition.name.es}`}
                icon="trend"
                onSelect={run(() =>
                  navigate(clientHref(client.id, 'explorer', { ...kept, kpi: String(kpi.id) })),
                )}
              />
            ))}
          </Command.Group>
        )}
      </Command.List>
    </Command>
  );
}

interface LineProps {
  /** What is read, and found by. */
  readonly value: string;
  /** Tells lines of the same words apart. */
  readonly id?: string;
  readonly words?: string;
  readonly icon?: IconName;
  readonly mark?: ReactNode;
  readonly hint?: string;
  readonly onSelect: () => void;
}

function Line({ value, id, words = '', icon, mark, hint, onSelect }: LineProps) {
  return (
    <Command.Item className={css['item']} value={`${value} ${words} ${id ?? ''}`} onSelect={onSelect}>
      {mark ?? (icon && <Icon name={icon} />)}
      <span className={css['text']}>{value}</span>
      {hint && <span className={css['hint']}>{hint}</span>}
    </Command.Item>
  );
}
