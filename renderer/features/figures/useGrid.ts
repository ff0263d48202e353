/**
 * The grid's own state and everything a person does in it: selection, the open editor, filling, clipboard, undo,
 * the way to the next missing figure. What is stored goes through the edit log only.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { asCallError } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { useToast } from '../../ui/index.ts';
import { blockText, parseBlock } from './clipboard.ts';
import { blockHtml, parseHtmlBlock } from './clipboardHtml.ts';
import type { EditLog } from './editLog.ts';
import type { FigureLine } from './lines.ts';
import { fillSource, planFill } from './fill.ts';
import { copyOf, exactOf, keyAt, planPaste, planState, planText, shownAt } from './plan.ts';
import type { Sheet } from './plan.ts';
import { at, blockOf, columnOf, edgeFrom, everything, isSingle, moved, rowOf, rowsIn } from './selection.ts';
import type { Block, Direction, Selection, Spot } from './selection.ts';
import { useApply } from './useApply.ts';
import type { Said } from './useApply.ts';
import { editText, readTyped } from './typed.ts';

export interface Editing {
  readonly spot: Spot;
  readonly text: string;
  /** `over`: typed over the figure, arrows leave; `in`: opened, arrows move within the text. */
  readonly mode: 'over' | 'in';
}

/** Where to go once a text was taken. */
export type Leave = { readonly lines?: number; readonly cols?: number } | 'stay' | 'away';

export type Floating = 'origin' | 'note' | 'why' | null;

/** Fetching the figures of a block. */
export interface BlockRows {
  readonly isLoaded: (block: Block) => boolean;
  /** Asks for what lacks; false where the block is too large to be fetched whole. */
  readonly load: (block: Block) => boolean;
}

export function useGrid(sheet: Sheet, log: EditLog, wishedCol: number, rows: BlockRows) {
  const t = useT();
  const toast = useToast();
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [floating, setFloating] = useState<Floating>(null);
  /** Said at the active cell until the selection moves. */
  const [said, setSaid] = useState<Said | null>(null);
  /** What was done, for whoever does not see it happen. */
  const [told, setTold] = useState('');
  /** Raised when the active cell is to be in view, mostly with the focus on it. */
  const [focusWish, setFocusWish] = useState({ n: 0, focus: true, view: true });
  const selection = useMemo(() => held(sheet, chosen, wishedCol), [sheet, chosen, wishedCol]);
  const block = useMemo(() => selection && blockOf(sheet, selection), [sheet, selection]);
  const activeLine = selection ? figureLine(sheet, selection.active.line) : undefined;

  // Always today's values, for handlers that are made once.
  const now = useRef({ sheet, selection, block, activeLine, editing, rows });
  useLayoutEffect(() => {
    now.current = { sheet, selection, block, activeLine, editing, rows };
  });

  /** True: the cell gets the focus and comes into view; `view`: only that; false: it gets the focus where it is. */
  const select = useCallback((next: Selection, how: boolean | 'view' = true) => {
    setChosen(next);
    setSaid(null);
    setFloating(null);
    setFocusWish((wish) => ({ n: wish.n + 1, focus: how !== 'view', view: how !== false }));
  }, []);

  const step = useCallback(
    (by: { readonly lines?: number; readonly cols?: number }, extend = false) => {
      const { sheet: table, selection: from } = now.current;
      if (from) select(moved(table, from, by, extend));
    },
    [select],
  );

  const sheetNow = useCallback(() => now.current.sheet, []);
  const apply = useApply({ sheetNow, log, setSaid, setTold });

  const open = useCallback(
    (text?: string) => {
      const { sheet: table, selection: from, activeLine: line } = now.current;
      if (!from || !line || from.active.col >= table.periods) return;
      if (!line.editable) {
        setSaid({ reason: 'computed' });
        return;
      }
      setSaid(null);
      setFloating(null);
      const kept = log.get().kept.get(keyAt(table, line, from.active.col));
      setEditing({
        spot: from.active,
        mode: text === undefined ? 'in' : 'over',
        text: text ?? kept?.text ?? editText(shownAt(table, line, from.active.col), line.unit, table.style),
      });
    },
    [log],
  );

  /** Takes the editor's text. A text that is no statement keeps the editor open, unless one leaves the grid. */
  const commit = useCallback(
    (spot: Spot, text: string, leave: Leave, whole = false) => {
      const { sheet: table, block: selected, editing: opened } = now.current;
      const line = figureLine(table, spot.line);
      if (!line) return setEditing(null);
      const here = table.indexOf(spot.line);
      const one: Block = { top: here, bottom: here, left: spot.col, right: spot.col };
      // Opened and left as it was: a rounded or rolled-up figure must not become a typed one.
      // A text that was not saved before is tried again.
      const again = log.get().kept.has(keyAt(table, line, spot.col));
      const unchanged = opened?.mode === 'in' && opened.text === text && !whole && !again;
      const reading = readTyped(text, line.unit, table.bounds(line), table.style);
      if ('reason' in reading && leave !== 'away') return setSaid(reading);
      setEditing(null);
      setSaid(null);
      if (!unchanged) apply(planText(table, whole && selected ? selected : one, text), 'typed');
      if (leave === 'away') return;
      if (leave === 'stay') setFocusWish((wish) => ({ n: wish.n + 1, focus: true, view: true }));
      else select(moved(table, at(spot), leave));
    },
    [apply, log, select],
  );

  const cancel = useCallback(() => {
    setEditing(null);
    setSaid(null);
    setFocusWish((wish) => ({ n: wish.n + 1, focus: true, view: true }));
  }, []);

  const state = useCallback(
    (value: null | 'na') => {
      const { sheet: table, block: selected } = now.current;
      if (!selected) return;
      log.forget(keysIn(table, selected));
      apply(planState(table, selected, value), value === null ? 'cleared' : 'stated');
    },
    [apply, log],
  );

  /** The selection for other programs; `null` while its figures are not all here. */
  const copy = useCallback((): { readonly text: string; readonly html: string } | null => {
    const { sheet: table, block: selected, rows: fetched } = now.current;
    if (!selected) return null;
    if (!fetched.isLoaded(selected)) {
      toast({ text: fetched.load(selected) ? t.figures.stillComing : t.figures.tooLargeToCopy });
      return null;
    }
    const texts = copyOf(table, selected);
    setTold(t.figures.told.copied(texts.reduce((n, row) => n + row.length, 0)));
    return { text: blockText(texts), html: blockHtml(exactOf(table, selected, texts)) };
  }, [toast, t]);

  const paste = useCallback(
    (text: string, html = '') => {
      const { sheet: table, block: selected } = now.current;
      if (!selected || (text === '' && html === '')) return;
      const texts = (html === '' ? null : parseHtmlBlock(html, table.style)) ?? parseBlock(text);
      const plan = planPaste(table, selected, texts);
      if (plan.heads) {
        setSaid({ words: t.figures.heads[plan.heads.what](plan.heads.example) });
        return;
      }
      const { place } = plan;
      const [top, bottom] = [table.lines[place?.top ?? -1], table.lines[place?.bottom ?? -1]];
      if (place && top && bottom)
        select(
          { reach: { line: bottom.id, col: place.right }, active: { line: top.id, col: place.left } },
          false,
        );
      apply(plan, 'pasted');
      if (plan.astray.length > 0)
        toast({ text: t.figures.astray(plan.astray.length, plan.astray.slice(0, 3).join('; ')) });
    },
    [apply, select, toast, t],
  );

  const fill = useCallback(
    (way: 'down' | 'right') => {
      const { sheet: table, block: selected } = now.current;
      const source = selected && fillSource(table, selected, way);
      if (selected && source) apply(planFill(table, source, selected), 'filled');
    },
    [apply],
  );

  const fillOver = useCallback(
    (source: Block, target: Block, series = false) => {
      const { sheet: table } = now.current;
      apply(planFill(table, source, target, series), 'filled');
      const [top, bottom] = [table.lines[target.top], table.lines[target.bottom]];
      if (top && bottom)
        select({ reach: { line: bottom.id, col: target.right }, active: { line: top.id, col: target.left } });
    },
    [apply, select],
  );

  const travel = useCallback(
    async (way: 'undo' | 'redo' | { readonly to: number | null }) => {
      try {
        const taken = await (typeof way === 'string' ? log[way]() : log.backTo(way.to));
        if (taken.steps === 0) setTold(way === 'redo' ? t.figures.nothingToRedo : t.figures.nothingToUndo);
        else if (typeof way === 'string' && taken.step)
          setTold(`${way === 'undo' ? t.figures.undone : t.figures.redone}: ${taken.step.label}`);
        if (taken.keptLater > 0) toast({ text: t.figures.undoKept(taken.keptLater) });
      } catch (error) {
        toast({ text: t.errors.codes[asCallError(error).code].what });
      }
    },
    [log, toast, t],
  );

  const edge = useCallback(
    (way: Direction, extend = false) => {
      const { sheet: table, selection: from } = now.current;
      if (!from) return;
      const start = extend ? from.reach : from.active;
      const to = edgeFrom(table, start, way, (line, col) => {
        const cell = table.row(line).cells[col];
        // What was not fetched yet is taken for figures.
        return cell === undefined || cell.value !== null || cell.state === 'notApplicable';
      });
      select({ active: extend ? from.active : to, reach: to });
    },
    [select],
  );

  const selectRow = useCallback(
    (line?: string, extend = false) => {
      const { sheet: table, selection: from } = now.current;
      if (!from) return;
      const next = rowOf(table, line ?? from.active.line);
      const whole =
        extend && line !== undefined ? { active: { ...from.active, col: 0 }, reach: next.reach } : next;
      select(whole);
    },
    [select],
  );

  const selectColumn = useCallback(
    (col?: number, extend = false) => {
      const { sheet: table, selection: from } = now.current;
      const next = from && columnOf(table, col ?? from.active.col);
      if (!next || !from) return;
      // In place: neither the view nor the head that was pressed moves away.
      select(
        extend ? { active: { ...next.active, col: from.active.col }, reach: next.reach } : next,
        col === undefined,
      );
    },
    [select],
  );

  const selectAll = useCallback(() => {
    const { sheet: table, selection: from } = now.current;
    if (from) select(everything(table, from.active), false);
  }, [select]);

  /** Puts away whatever is open; then the block; then what was refused at the cell. */
  const escape = useCallback(() => {
    const { sheet: table, selection: from, block: selected, activeLine: line } = now.current;
    setSaid(null);
    setFloating(null);
    if (!from || !selected) return;
    if (!isSingle(selected)) select(at(from.active));
    else if (line) log.forget([keyAt(table, line, from.active.col)]);
  }, [log, select]);

  const unsay = useCallback(() => setSaid(null), []);

  const close = useCallback(() => {
    setFloating(null);
    setFocusWish((wish) => ({ n: wish.n + 1, focus: true, view: true }));
  }, []);

  /** Notes belong to cells that can be typed; every figure has an origin. */
  const float = useCallback((what: 'origin' | 'note' | 'why') => {
    const { sheet: table, selection: from, activeLine: line } = now.current;
    if (!from || !line || (from.active.col >= table.periods && what !== 'why')) return;
    if (what === 'note' && !line.editable) setSaid({ reason: 'computed' });
    else setFloating(what);
  }, []);

  return {
    selection,
    block,
    activeLine,
    editing,
    floating,
    said,
    told,
    focusWish,
    select,
    step,
    open,
    commit,
    cancel,
    state,
    copy,
    paste,
    fill,
    fillOver,
    travel,
    edge,
    selectAll,
    selectRow,
    selectColumn,
    escape,
    unsay,
    close,
    float,
  };
}
export type GridControl = ReturnType<typeof useGrid>;

function figureLine(sheet: Sheet, id: string): FigureLine | undefined {
  const line = sheet.lines[sheet.indexOf(id)];
  return line?.kind === 'figures' ? line : undefined;
}

function keysIn(sheet: Sheet, block: Block): string[] {
  return rowsIn(sheet, block).flatMap(({ line }) =>
    sheet.starts.slice(block.left, block.right + 1).map((_, i) => keyAt(sheet, line, block.left + i)),
  );
}

/** The selection as far as its lines are still there; else the first row, in the wished column. */
function held(sheet: Sheet, chosen: Selection | null, wishedCol: number): Selection | null {
  const cols = sheet.periods + 1;
  const within = (spot: Spot): Spot => (spot.col > cols ? { ...spot, col: cols } : spot);
  if (chosen && sheet.indexOf(chosen.active.line) >= 0)
    return { active: within(chosen.active), reach: within(chosen.reach) };
  const first = sheet.lines.find((line) => line.kind === 'figures');
  return first ? at({ line: first.id, col: wishedCol }) : null;
}
