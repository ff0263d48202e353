/**
 * The report alone on the screen, as the client reads it: plain, without anything to work with. What is printed from the
 * window is this.
 */
import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { useT } from '../../i18n/index.tsx';
import { Button } from '../../ui/index.ts';
import { Desk } from './Desk.tsx';
import css from './reports.module.css';

export interface ReadingProps {
  readonly model: ReportModel;
  readonly onClose: () => void;
}

export function Reading({ model, onClose }: ReadingProps) {
  const t = useT();
  const words = t.reports.view;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const app = document.querySelector<HTMLElement>('#app');
    const before = document.activeElement;
    if (app !== null) app.inert = true;
    box.current?.querySelector<HTMLElement>('[role="region"]')?.focus();
    return () => {
      if (app !== null) app.inert = false;
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return createPortal(
    // A dialog that Escape closes.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={box}
      className={css['reading']}
      data-reading=""
      role="dialog"
      aria-modal="true"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header className={css['readingBar']}>
        <strong>{model.client.name}</strong>
        <span className={css['grey']}>{words.title}</span>
        <Button icon="close" keys="Esc" onClick={onClose}>
          {words.close}
        </Button>
      </header>
      <Desk model={model} details={null} label={t.reports.preview} />
    </div>,
    document.body,
  );
}
