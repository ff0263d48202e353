/**
 * Ctrl/Cmd+K: every place and every action, found by typing; behind them what the book holds (`search.find`). Before
 * anything is typed: where one was, and what this screen can do.
 */
import { Dialog } from '@base-ui/react/dialog';
import { Command } from 'cmdk';
import { useEffect, useState } from 'react';
import { useT } from '../i18n/index.tsx';
import { Icon } from '../ui/Icon.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { best } from './palette/rank.ts';
import { HitLines, useHits } from './palette/hits.tsx';
import { Line } from './palette/Line.tsx';
import { marked } from './palette/lines.ts';
import { usePaletteLines } from './palette/usePaletteLines.tsx';
import css from './Palette.module.css';

export interface PaletteProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly path: string;
  readonly client: number | null;
  readonly run: Parameters<typeof usePaletteLines>[0]['run'];
}

export function Palette({ open, onClose, ...place }: PaletteProps) {
  const t = useT();
  return (
    <Dialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={css['backdrop']} />
        <Dialog.Popup className={css['popup']} aria-label={t.app.palette.label}>
          <PaletteList {...place} onClose={onClose} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** How many lines of each kind a query may have: the rest is a word away. */
const MOST = { lines: 9, kpis: 5 };
const DEBOUNCE = 120;

function PaletteList({ path, client, run, onClose }: Omit<PaletteProps, 'open'>) {
  const t = useT();
  const [typed, setTyped] = useState('');
  // Enter may follow the last letter at once: what is chosen then is what was typed.
  const query = typed.trim();
  const asked = useSettledText(query);
  const close = (action: () => void) => () => {
    onClose();
    action();
  };
  const lines = usePaletteLines({ path, client, query, run });
  const hits = useHits(asked, client);
  const found = best([...lines.screen, ...lines.all, ...lines.periods], query, MOST.lines);
  const kpis = query === '' ? [] : best(lines.kpis, query, MOST.kpis);
  const groups =
    query === ''
      ? [
          { heading: t.app.palette.recent, lines: lines.recent },
          { heading: t.app.palette.screen, lines: lines.screen },
          { heading: t.app.palette.here, lines: lines.here },
          { heading: t.app.palette.clients, lines: lines.clients },
        ]
      : [
          { heading: t.app.palette.actions, lines: found.map((line) => marked(line, query)) },
          { heading: t.app.palette.kpis, lines: kpis.map((line) => marked(line, query)) },
        ];
  const shown = groups.filter((group) => group.lines.length > 0);
  const waiting = asked !== query || hits.isLoading;
  const nothing = query !== '' && shown.length === 0 && hits.hits.length === 0 && !waiting;
  // The first line is the chosen one again whenever what is found changes.
  const top = shown[0]?.lines[0]?.id ?? hits.hits[0]?.key ?? '';
  const [moved, setMoved] = useState({ from: '', to: '' });
  const from = `${query}\n${top}`;

  return (
    <Command
      label={t.app.palette.label}
      shouldFilter={false}
      loop
      value={moved.from === from ? moved.to : top}
      onValueChange={(to) => setMoved({ from, to })}
      // Arrow keys move; the vi keys of the library are letters here.
      vimBindings={false}
    >
      <div className={css['search']}>
        <Icon name="search" />
        <Command.Input
          className={css['input']}
          placeholder={t.app.palette.placeholder}
          value={typed}
          onValueChange={setTyped}
        />
      </div>
      <Command.List className={css['list']} label={t.app.palette.label}>
        {shown.map(({ heading, lines: group }) => (
          <Command.Group key={heading} heading={heading} className={css['group']}>
            {group.map((line) => (
              <Line key={line.id} line={line} onSelect={close(line.run)} />
            ))}
          </Command.Group>
        ))}
        {query !== '' && <HitLines hits={hits.hits} onSelect={(go) => close(go)()} />}
        {nothing && (
          <div className={css['empty']} role="status">
            <p>{t.app.palette.empty(query)}</p>
            <p>{t.app.palette.emptyTodo}</p>
          </div>
        )}
      </Command.List>
      <div className={css['foot']} aria-hidden="true">
        <span>
          <KeyHint keys="↑" /> <KeyHint keys="↓" /> {t.app.palette.foot.move}
        </span>
        <span>
          <KeyHint keys={t.common.enterKey} /> {t.app.palette.foot.choose}
        </span>
        <span>
          <KeyHint keys="Esc" /> {t.app.palette.foot.close}
        </span>
      </div>
    </Command>
  );
}

/** The text once typing paused. */
function useSettledText(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), DEBOUNCE);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
