/** What lies over the grid: the frame of the selection with its fill handle, the editor, what is said at a cell. */
import type { PointerEvent, ReactNode, RefObject } from 'react';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { AnchoredPopover, cx, Icon } from '../../ui/index.ts';
import { CellEditor } from './CellEditor.tsx';
import { ComputedCard } from './ComputedCard.tsx';
import type { Kept, LogState } from './editLog.ts';
import { boxOf } from './geometry.ts';
import type { Geometry } from './geometry.ts';
import css from './grid.module.css';
import { NoteCard } from './NoteCard.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { OriginCard } from './OriginCard.tsx';
import type { CellAt } from './lines.ts';
import { addressOf, cellAt, keyAt, placeOf } from './plan.ts';
import type { Sheet } from './plan.ts';
import type { Block, Spot } from './selection.ts';
import { isSingle } from './selection.ts';
import { periodWords } from './span.ts';
import { shownText } from './typed.ts';
import type { Said } from './useApply.ts';
import type { GridControl } from './useGrid.ts';

export interface OverlayProps {
  readonly sheet: Sheet;
  readonly control: GridControl;
  readonly geometry: Geometry;
  readonly log: LogState;
  readonly fillTo: Block | null;
  /** The cell the pointer rests on. */
  readonly hovered: Spot | null;
  readonly onHandleDown: (event: PointerEvent) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Why the active line's KPI is off: the card to write it on. */
  readonly note: ReactNode;
}

/** Room for what is said at a cell, in CSS pixels: its greatest width and a little air. */
const BUBBLE = 288;

/** The right edge of what is in view, from the left of the grid. */
function inView(view: HTMLElement | null): number {
  return view === null ? Infinity : view.scrollLeft + view.clientWidth;
}

export function Overlay({
  sheet,
  control,
  geometry,
  log,
  fillTo,
  hovered,
  onHandleDown,
  scroller,
  note,
}: OverlayProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const { block, selection, activeLine, editing, floating, said } = control;
  if (!block || !selection || !activeLine) return null;
  const { col } = selection.active;
  const box = (of: Block) => boxOf(geometry, sheet.periods, of);
  const here = sheet.indexOf(activeLine.id);
  const active: Block = { top: here, bottom: here, left: col, right: col };
  const start = sheet.starts[col];
  // Total and coverage stay at the right edge while the rest scrolls: frames end before them.
  const framed =
    block.left < sheet.periods ? { ...block, right: Math.min(block.right, sheet.periods - 1) } : null;
  const frame = framed && box(framed);
  const kept = start === undefined ? undefined : log.kept.get(keyAt(sheet, activeLine, col));
  const place = placeOf(sheet, activeLine, col);
  const address = addressOf(sheet, activeLine, col);
  const channelName = sheet.channelNames?.[col] ?? activeLine.channel;
  const name =
    start === undefined
      ? ''
      : t.figures.cellOf(
          activeLine.name,
          channelName,
          periodWords(toPeriod({ cadence: sheet.cadence, start }), format.calendar, language),
        );
  const anchor =
    floating === null ? null : (scroller.current?.querySelector('[data-line][tabindex="0"]') ?? null);
  const shownAt = box(active);
  const noted = floating === null && !editing && hovered ? notedAt(sheet, hovered) : null;
  return (
    <>
      {frame && (
        <>
          <div
            className={css['frame']}
            style={{
              left: frame.left - 1,
              top: frame.top - 1,
              width: frame.width + 1,
              height: frame.height + 1,
            }}
          />
          {!isSingle(block) && col < sheet.periods && (
            <div
              className={css['activeFrame']}
              style={{ ...shownAt, width: shownAt.width - 1, height: shownAt.height - 1 }}
            />
          )}
          {!editing && (
            <div
              className={css['handle']}
              title={t.figures.fill}
              style={{ left: frame.left + frame.width - 5, top: frame.top + frame.height - 5 }}
              onPointerDown={onHandleDown}
            />
          )}
        </>
      )}
      {fillTo && <div className={cx(css['frame'], css['ghost'])} style={box(fillTo)} />}
      {editing && (
        <CellEditor
          key={`${editing.spot.line} ${editing.spot.col}`}
          editing={editing}
          box={{ ...shownAt, width: shownAt.width - 1, height: shownAt.height - 1 }}
          label={name}
          wrong={said !== null}
          onCommit={(text, leave, whole) => control.commit(editing.spot, text, leave, whole)}
          onCancel={control.cancel}
          onType={control.unsay}
        />
      )}
      {(said ?? (kept && !editing)) && (
        <div
          className={css['bubble']}
          role="alert"
          style={{
            left: Math.max(0, Math.min(shownAt.left, inView(scroller.current) - BUBBLE)),
            top: shownAt.top + shownAt.height + 4,
          }}
        >
          <p className={css['why']}>
            <Icon name="warning" />
            {wordsOf(said ?? kept?.why ?? { reason: 'computed' })}
          </p>
          {!said && kept && kept.text !== '' && (
            <p className={css['quiet']}>{t.figures.refusal.kept(kept.text)}</p>
          )}
        </div>
      )}
      {noted && <NoteCard at={noted.at} box={box(noted.block)} />}
      <AnchoredPopover
        anchor={anchor}
        onClose={control.close}
        label={
          floating === 'note'
            ? t.figures.note.title
            : floating === 'why'
              ? t.figures.owed.title
              : t.figures.origin.title
        }
      >
        {floating === 'origin' && address !== null && address.channel !== null && activeLine.editable && (
          <OriginCard
            line={activeLine}
            channel={channelName}
            at={{ ...address, channel: address.channel }}
            place={place}
            onClose={control.close}
          />
        )}
        {floating === 'origin' && address !== null && (address.channel === null || !activeLine.editable) && (
          <ComputedCard
            line={activeLine}
            channel={address.channel === null ? t.figures.all : channelName}
            at={address}
            cell={cellAt(sheet, activeLine, col)}
            onClose={control.close}
          />
        )}
        {floating === 'why' && note}
        {floating === 'note' && place && <NoteEditor at={place} name={name} onClose={control.close} />}
      </AnchoredPopover>
    </>
  );

  function wordsOf(why: Kept['why'] | Said): string {
    if ('words' in why) return why.words;
    if ('code' in why) return `${t.errors.codes[why.code].what} ${t.errors.codes[why.code].todo}`;
    const limit =
      activeLine && why.limit !== undefined ? shownText(why.limit, activeLine.unit, format.style) : '';
    const words = t.figures.refusal;
    switch (why.reason) {
      case 'tooSmall':
        return words.tooSmall(withUnit(limit));
      case 'tooLarge':
        return words.tooLarge(withUnit(limit));
      case 'notNumber':
        return words.notNumber;
      case 'notDuration':
        return words.notDuration;
      case 'sheetError':
        return words.sheetError;
      case 'notWhole':
        return words.notWhole;
      case 'offStep':
        return words.offStep(withUnit(limit));
      case 'computed':
        return words.computed;
      case 'otherUnit':
        return words.otherUnit;
    }
  }

  function withUnit(limit: string): string {
    return activeLine?.unit.kind === 'percent' ? `${limit}\u202f%` : limit;
  }
}

/** The place of a cell that has a note. */
function notedAt(sheet: Sheet, spot: Spot): { readonly at: CellAt; readonly block: Block } | null {
  const here = sheet.indexOf(spot.line);
  const line = sheet.lines[here];
  if (line?.kind !== 'figures' || cellAt(sheet, line, spot.col)?.note !== true) return null;
  const at = placeOf(sheet, line, spot.col);
  return at && { at, block: { top: here, bottom: here, left: spot.col, right: spot.col } };
}
