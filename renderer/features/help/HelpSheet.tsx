/**
 * F1: the help page of the screen at hand, beside it (modeless), so that one can read and do. Escape closes it; the focus
 * goes back where it was.
 */
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useT } from '../../i18n/index.tsx';
import { IconButton } from '../../ui/index.ts';
import css from './help.module.css';
import { HelpText } from './HelpText.tsx';
import { pageFor } from './pages.ts';

export function HelpSheet({
  path,
  onClose,
  onShortcuts,
}: {
  readonly path: string;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
}) {
  const t = useT();
  const sheet = useRef<HTMLDivElement>(null);
  const page = pageFor(path);
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    const from = document.activeElement;
    const own = sheet.current;
    own?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      close.current();
    };
    own?.addEventListener('keydown', onKey);
    return () => {
      own?.removeEventListener('keydown', onKey);
      if (from instanceof HTMLElement && from.isConnected) from.focus();
    };
  }, []);
  return (
    <div ref={sheet} className={css['sheet']} role="dialog" aria-label={t.help.pages[page]} tabIndex={-1}>
      <div className={css['sheetHead']}>
        <h2 className={css['title']}>{t.help.pages[page]}</h2>
        <IconButton icon="close" label={t.help.close} onClick={onClose} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolled with the arrow keys */}
      <div className={css['sheetBody']} role="group" aria-label={t.help.pages[page]} tabIndex={0}>
        <HelpText page={page} onShortcuts={onShortcuts} />
      </div>
      <div className={css['sheetFoot']}>
        <Link href={`/help/${page}`} className={css['all']} onClick={onClose}>
          {t.help.all}
        </Link>
      </div>
    </div>
  );
}
