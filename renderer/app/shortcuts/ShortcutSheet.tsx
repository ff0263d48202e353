/** `?`: every key there is, by where it works. What is listed of the commands comes from the one list of them. */
import type { ReactNode } from 'react';
import { commandKeys } from '../../../shared/domain/commands.ts';
import type { CommandId } from '../../../shared/domain/commands.ts';
import { useCommand } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useAppState } from '../state.ts';
import { keysOf } from './keys.ts';
import { screenKeys } from './screenKeys.ts';
import { useScreenCommands } from './screenCommands.ts';
import css from './ShortcutSheet.module.css';

const everywhere: readonly CommandId[] = [
  'search',
  'shortcuts',
  'help',
  'import',
  'previousPeriod',
  'nextPeriod',
  'previousClient',
  'nextClient',
  'back',
  'forward',
  'toasts',
];
const go = {
  goPortfolio: 'allClients',
  goDashboard: 'dashboard',
  goScorecard: 'scorecard',
  goExplorer: 'explorer',
  goContent: 'content',
  goAdvice: 'advice',
  goFigures: 'figures',
  goJournal: 'journal',
  goKpis: 'kpis',
  goImports: 'imports',
  goReports: 'reports',
  goSetup: 'setup',
  newClient: 'newClient',
} as const satisfies Partial<Record<CommandId, string>>;

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useT();
  const { settings } = useAppState();
  const own = useScreenCommands().filter(({ keys }) => keys !== undefined);
  const set = useCommand('app.setSettings');
  const words = t.app.shortcuts;
  return (
    <Dialog open={open} onClose={onClose} title={words.title} wide>
      <div className={css['single']}>
        <span>{settings.singleKeys ? words.on : words.off}</span>
        <Button
          kind="link"
          disabled={set.isPending}
          onClick={() => set.mutate({ singleKeys: !settings.singleKeys })}
        >
          {settings.singleKeys ? words.switchOff : words.switchOn}
        </Button>
      </div>
      <div className={css['sheet']}>
        <Group title={words.everywhere}>
          {everywhere.map((id) => (
            <KeyLine
              key={id}
              label={t.app.commands[id as keyof typeof t.app.commands]}
              keys={shortcutsOf(id)}
            />
          ))}
        </Group>
        <Group title={words.go}>
          {(Object.keys(go) as (keyof typeof go)[]).map((id) => (
            <KeyLine key={id} label={t.app.nav[go[id]]} keys={shortcutsOf(id)} />
          ))}
          <KeyLine label={t.due.title} keys={shortcutsOf('goDue')} />
          <KeyLine label={t.deliveries.title} keys={shortcutsOf('goDeliver')} />
        </Group>
        {own.length > 0 && (
          <Group title={t.app.palette.screen}>
            {own.map(({ id, label, keys }) => (
              <KeyLine key={id} label={label} keys={keys === undefined ? [] : [keys]} />
            ))}
          </Group>
        )}
        {screenKeys.map(({ screen, keys }) => (
          <Group key={screen} title={words.screens[screen]}>
            {keys.map(([label, ...shortcuts]) => (
              <KeyLine key={label} label={words.keys[label]} keys={shortcuts} />
            ))}
          </Group>
        ))}
      </div>
    </Dialog>
  );
}

function shortcutsOf(id: CommandId): readonly string[] {
  const { keys = [], single } = commandKeys[id];
  return single === undefined ? keys : [...keys, single];
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={css['group']}>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  );
}

/** `keys`: alternatives, each in the notation of shared/domain/commands.ts. */
function KeyLine({ label, keys }: { readonly label: string; readonly keys: readonly string[] }) {
  const t = useT();
  return (
    <div className={css['line']}>
      <dt>{label}</dt>
      <dd>
        {keys.map((shortcut) => (
          <span key={shortcut} className={css['keys']}>
            {keysOf(shortcut, t.common.keys).map((key, i) => (
              <span key={i} className={css['keys']}>
                {i > 0 && <span className="visually-hidden">{t.app.shortcuts.then}</span>}
                <KeyHint keys={key} />
              </span>
            ))}
          </span>
        ))}
      </dd>
    </div>
  );
}
