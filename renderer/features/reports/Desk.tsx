/**
 * The paper on its desk: which page is looked at, going from one to the next (PageUp, PageDown, Home, End too), and how
 * large it is shown.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { ReportModel } from '../../../shared/domain/report.ts';
import { usePlace } from '../../app/index.ts';
import { useSize } from '../../charts/useChart.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { IconButton, Select } from '../../ui/index.ts';
import type { Details } from './paper/Context.tsx';
import type { PageOfReport } from './paper/flow.ts';
import { Paper, PAPER_WIDTH } from './paper/Paper.tsx';
import css from './reports.module.css';

/** Fit the width, or a share of the print's size. */
const zooms = ['fit', '0.5', '0.74', '1', '1.5'] as const;
type Zoom = (typeof zooms)[number];
const PADDING = 40;
/** A fitted page grows no larger than this. */
const LARGEST = 1.15;

export interface DeskProps {
  readonly model: ReportModel;
  readonly details: Details | null;
  readonly label: string;
  /** Told which section is looked at. */
  readonly onSection?: (section: string) => void;
  /** Told how many pages there are. */
  readonly onPages?: (pages: number) => void;
  /** A section to go to; a new object each time it is asked for. */
  readonly target?: { readonly section: string } | null;
}

export function Desk({ model, details, label, onSection, onPages, target }: DeskProps) {
  const t = useT();
  const format = useFormat();
  const place = usePlace();
  const words = t.reports.nav;
  const desk = useRef<HTMLDivElement>(null);
  const size = useSize(desk);
  const [pages, setPages] = useState<readonly PageOfReport[]>([]);
  const [at, setAt] = useState(0);
  const zoom: Zoom = zooms.find((one) => one === place.param('zoom')) ?? 'fit';
  const fitted =
    size === null ? 0.74 : Math.min(LARGEST, Math.max(0.3, (size.width - PADDING) / PAPER_WIDTH));
  const scale = zoom === 'fit' ? fitted : Number(zoom);

  const articles = useCallback(
    (): HTMLElement[] => [...(desk.current?.querySelectorAll<HTMLElement>('[data-page]') ?? [])],
    [],
  );
  const go = useCallback(
    (page: number): void => {
      const list = articles();
      list[Math.max(0, Math.min(list.length - 1, page))]?.scrollIntoView({ block: 'start' });
    },
    [articles],
  );
  const gone = useRef<DeskProps['target']>(null);
  useEffect(() => {
    if (target === undefined || target === null || gone.current === target) return;
    const page = pages.findIndex((one) => one.section === target.section);
    if (page < 0) return;
    gone.current = target;
    go(page);
  }, [target, pages, go]);

  const look = useCallback((): void => {
    const box = desk.current?.getBoundingClientRect();
    if (box === undefined) return;
    const line = box.top + box.height * 0.4;
    const list = articles();
    const found = list.findLastIndex((article) => article.getBoundingClientRect().top <= line);
    setAt(Math.max(0, found));
  }, [articles]);
  useLayoutEffect(look, [look, pages, scale]);
  const section = pages[at]?.section;
  useEffect(() => {
    if (section !== undefined) onSection?.(section);
  }, [section, onSection]);

  const count = pages.length;
  useEffect(() => onPages?.(count), [count, onPages]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = { PageUp: at - 1, PageDown: at + 1, Home: 0, End: pages.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    go(next);
  };

  return (
    <>
      <div className={css['deskBar']}>
        <div className={css['deskNav']}>
          <IconButton
            icon="chevronLeft"
            label={words.previous}
            disabled={at <= 0}
            onClick={() => go(at - 1)}
          />
          <span aria-live="polite">
            {words.page} <strong>{Math.min(at + 1, Math.max(1, pages.length))}</strong> {words.of}{' '}
            {pages.length}
          </span>
          <IconButton
            icon="chevronRight"
            label={words.next}
            disabled={at >= pages.length - 1}
            onClick={() => go(at + 1)}
          />
        </div>
        <div className={css['deskNav']}>
          <span className={css['grey']}>{words.format}</span>
          <Select
            label={words.zoom}
            value={zoom}
            onChange={(next) => place.set({ zoom: next === 'fit' ? undefined : next }, { replace: true })}
            items={zooms.map((value) => ({
              value,
              label:
                value === 'fit'
                  ? `${words.fit}, ${format.value(Math.round(fitted * 100) / 100, { kind: 'percent' }, { digits: 0 })}`
                  : format.value(Number(value), { kind: 'percent' }, { digits: 0 }),
            }))}
          />
        </div>
      </div>
      {/* Scrollable by keyboard: the region takes the focus, and its keys turn the pages. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={desk}
        className={css['desk']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        role="region"
        aria-label={label}
        onScroll={look}
        onKeyDown={onKeyDown}
      >
        <Paper model={model} details={details} zoom={scale} onPages={setPages} />
      </div>
    </>
  );
}
