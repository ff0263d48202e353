/**
 * The grid's own state and everything a person does in it: selection, the open editor, filling, clipboard, undo,
 * the way to the next missing figure. What is stored goes through the edit log only.
 */
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { asCallError } from '../../api/index.ts';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { toPeriod } from '../../i18n/period.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useToast } from '../../ui/index.ts';
import { blockText, parseBlock } from './clipboard.ts';
import type { EditLog } from './editLog.ts';
import type { FigureLine } from './lines.ts';
import { copyOf, fillSource, keyAt, planFill, planPaste, planState, planText, shownAt } from './plan.ts';
import type { Plan, Sheet } from './plan.ts';
import { at, blockOf, everything, isSingle, moved, rowsIn } from './selection.ts';
import type { Block, Selection, Spot } from './selection.ts';
import { periodWords } from './span.ts';
import { editText, readTyped } from './typed.ts';
import type { Refusal } from './typed.ts';

export interface Editing {
  readonly spot: Spot;
  readonly text: string;
  /** `over`: typed over the figure, arrows leave; `in`: opened, arrows move within the text. */
  readonly mode: 'over' | 'in';
}

/** Where to go once a text was taken. */
export type Leave = { readonly lines?: number; readonly cols?: number } | 'stay' | 'away';

export type Floating = 'origin' | 'note' | null;

export function useGrid(sheet: Sheet, log: EditLog, wishedCol: number) {
  const t = useT();
  const language = useLanguage();
  const { calendar } = useFormat();
  const toast = useToast();
  const [chosen, setChosen] = useState<Selection | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [floating, setFloating] = useState<Floating>(null);
  /** Said at the active cell until the selection moves. */
  const [said, setSaid] = useState<Refusal | null>(null);
  /** Raised when the active cell is to have the focus and be in view. */
  const [focusWish, setFocusWish] = useState(0);
  const selection = useMemo(() => held(sheet, chosen, wishedCol), [sheet, chosen, wishedCol]);
  const block = selection && blockOf(sheet, selection);
  const activeLine = selection ? figureLine(sheet, selection.active.line) : undefined;

  // Always today's values, for handlers that are made once.
  const now = useRef({ sheet, selection, block, activeLine, editing });
  useLayoutEffect(() => {
    now.current = { sheet, selection, block, activeLine, editing };
  });

  const select = useCallback((next: Selection, focus = true) => {
    setChosen(next);
    setSaid(null);
    setFloating(null);
    if (focus) setFocusWish((n) => n + 1);
  }, []);

  const step = useCallback(
    (by: { readonly lines?: number; readonly cols?: number }, extend = false) => {
      const { sheet: table, selection: from } = now.current;
      if (from) select(moved(table, from, by, extend));
    },
    [select],
  );

  const labelOf = useCallback(
    (plan: Plan): string => {
      const [only] = plan.writes;
      if (!only || plan.writes.length > 1) return t.figures.batch(plan.writes.length);
      const line = now.current.sheet.lines.find(
        (one): one is FigureLine =>
          one.kind === 'figures' && one.kpi.id === only.kpi && one.channelId === only.channel,
      );
      const period = periodWords(toPeriod(only), calendar, language);
      return line ? t.figures.cellOf(line.name, line.channel, period) : period;
    },
    [t, calendar, language],
  );

  /** Sends a plan; says what it could not do. A single computed cell is answered where it stands. */
  const apply = useCallback(
    (plan: Plan) => {
      const computed = plan.refused.filter((one) => one.reason === 'computed');
      const others = plan.refused.filter((one) => one.reason !== 'computed');
      log.refuse(others);
      if (plan.writes.length === 0 && others.length === 0 && computed.length > 0)
        setSaid({ reason: 'computed' });
      else if (computed.length > 0) toast({ text: t.figures.passedOver(computed.length) });
      if (others.length > 1) toast({ text: t.figures.notTaken(others.length) });
      if (plan.outside > 0) toast({ text: t.figures.outside(plan.outside) });
      void log.write(plan.writes, labelOf(plan));
    },
    [log, toast, t, labelOf],
  );

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
        text: text ?? kept?.text ?? editText(shownAt(line, from.active.col), line.unit, table.style),
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
      if (!unchanged) apply(planText(table, whole && selected ? selected : one, text));
      if (leave === 'away') return;
      if (leave === 'stay') setFocusWish((n) => n + 1);
      else select(moved(table, at(spot), leave));
    },
    [apply, log, select],
  );

  const cancel = useCallback(() => {
    setEditing(null);
    setSaid(null);
    setFocusWish((n) => n + 1);
  }, []);

  const state = useCallback(
    (value: null | 'na') => {
      const { sheet: table, block: selected } = now.current;
      if (!selected) return;
      log.forget(keysIn(table, selected));
      apply(planState(table, selected, value));
    },
    [apply, log],
  );

  const copy = useCallback((): string => {
    const { sheet: table, block: selected } = now.current;
    return selected ? blockText(copyOf(table, selected)) : '';
  }, []);

  const paste = useCallback(
    (text: string) => {
      const { sheet: table, block: selected } = now.current;
      if (!selected || text === '') return;
      const plan = planPaste(table, selected, parseBlock(text));
      apply(plan);
      const [top, bottom] = [table.lines[plan.place.top], table.lines[plan.place.bottom]];
      if (!top || !bottom) return;
      setChosen({
        reach: { line: bottom.id, col: plan.place.right },
        active: { line: top.id, col: plan.place.left },
      });
    },
    [apply],
  );

  const fill = useCallback(
    (way: 'down' | 'right') => {
      const { sheet: table, block: selected } = now.current;
      const source = selected && fillSource(table, selected, way);
      if (selected && source) apply(planFill(table, source, selected));
    },
    [apply],
  );

  const fillOver = useCallback(
    (source: Block, target: Block) => {
      const { sheet: table } = now.current;
      apply(planFill(table, source, target));
      const [top, bottom] = [table.lines[target.top], table.lines[target.bottom]];
      if (top && bottom)
        select({ reach: { line: bottom.id, col: target.right }, active: { line: top.id, col: target.left } });
    },
    [apply, select],
  );

  const travel = useCallback(
    async (way: 'undo' | 'redo') => {
      const { canUndo, canRedo } = log.get();
      if (way === 'undo' ? !canUndo : !canRedo) return;
      try {
        const taken = await log[way]();
        if (!taken) toast({ text: t.figures.nothingToUndo });
        else if (taken.keptLater > 0) toast({ text: t.figures.undoKept(taken.keptLater) });
      } catch (error) {
        toast({ text: t.errors.codes[asCallError(error).code].what });
      }
    },
    [log, toast, t],
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
    setFocusWish((n) => n + 1);
  }, []);

  /** Notes belong to cells that can be typed; every figure has an origin. */
  const float = useCallback((what: 'origin' | 'note') => {
    const { sheet: table, selection: from, activeLine: line } = now.current;
    if (!from || !line || from.active.col >= table.periods) return;
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
    selectAll,
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
