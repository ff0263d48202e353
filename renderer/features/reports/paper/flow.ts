/**
 * How the parts of a section are laid on pages, from their measured heights. Pure.
 *
 * Rules: a heading never stands last on a page; a table that goes on repeats its head, and the head of the group that
 * goes on; a paragraph is parted between lines, two at least on either page; nothing else is parted. What is higher than
 * a page stands alone on one. What has a lower form takes it where its section then needs fewer pages.
 */
import type { ReactNode } from 'react';
import type { Paragraph } from '../../../../shared/domain/text/printed.ts';

export interface FlowTable {
  readonly id: string;
  readonly className: string;
  readonly columns: ReactNode;
  readonly head: ReactNode;
}

interface Common {
  /** Unique within the report. */
  readonly id: string;
  /** Never last on a page. */
  readonly keep?: boolean;
}

export type Block = Common &
  (
    | {
        readonly kind: 'node';
        readonly node: ReactNode;
        /** A lower form of it, and how many CSS pixels lower. */
        readonly lower?: { readonly node: ReactNode; readonly by: number };
      }
    | { readonly kind: 'text'; readonly paragraph: Paragraph; readonly section: string; readonly at: number }
    | {
        readonly kind: 'row';
        readonly table: FlowTable;
        readonly row: ReactNode;
        /** Id of the row that heads its group, said again where the group goes on. */
        readonly lead?: string;
      }
  );

/** The blocks of one section; its first page has the title, those after it a smaller one. */
export interface Flow {
  readonly section: string;
  readonly title: ReactNode;
  readonly again: ReactNode;
  readonly blocks: readonly Block[];
  /** A page of its own kind: no head, no foot, one block. */
  readonly bare?: boolean;
}

/** Heights in CSS pixels. */
export interface Measures {
  /** Room between head and foot of a page. */
  readonly page: number;
  /** By block id, by `head:` and the id of a table, by `title:` and `again:` and a section. */
  readonly heights: ReadonlyMap<string, number>;
  /** Of paragraphs: the character each line begins with. */
  readonly lines: ReadonlyMap<string, readonly number[]>;
}

/** A block, or some lines of a paragraph: characters `from` to `to` (exclusive; `null`: to its end). */
export interface Piece {
  readonly block: Block;
  readonly from: number;
  readonly to: number | null;
}

export interface PageOfReport {
  readonly section: string;
  /** Counted from 0 within the section. */
  readonly index: number;
  readonly pieces: readonly Piece[];
}

const FEWEST_LINES = 2;
/** Layout rounds to parts of a pixel; a page is never filled to the last of them. */
const SLACK = 1;

export function paginate(flows: readonly Flow[], measures: Measures): PageOfReport[] {
  return flows.flatMap((flow) => {
    const pages = pagesOf(flow, measures);
    if (pages.length === 1) return pages;
    const lower = pagesOf(...lowered(flow, measures));
    return lower.length < pages.length ? lower : pages;
  });
}

/** With the lower form of every block that has one. */
function lowered(flow: Flow, measures: Measures): [Flow, Measures] {
  const heights = new Map(measures.heights);
  const blocks = flow.blocks.map((block): Block => {
    if (block.kind !== 'node' || block.lower === undefined) return block;
    heights.set(block.id, (heights.get(block.id) ?? 0) - block.lower.by);
    return { ...block, node: block.lower.node };
  });
  return [
    { ...flow, blocks },
    { ...measures, heights },
  ];
}

function pagesOf(flow: Flow, measures: Measures): PageOfReport[] {
  const height = (id: string): number => measures.heights.get(id) ?? 0;
  const byId = new Map(flow.blocks.map((block) => [block.id, block]));
  const pages: Piece[][] = [[]];
  const room = measures.page - SLACK;
  let used = height(`title:${flow.section}`);

  const page = (): Piece[] => pages.at(-1) ?? [];
  const turn = (): void => {
    pages.push([]);
    used = height(`again:${flow.section}`);
  };
  /** What a block takes at this place: its own height, and the heads a table needs where it begins. */
  const cost = (block: Block, before: Block | undefined): number => {
    const own = height(block.id);
    if (block.kind !== 'row' || (before?.kind === 'row' && before.table.id === block.table.id)) return own;
    const lead = before === undefined && block.lead !== undefined ? height(block.lead) : 0;
    return own + height(`head:${block.table.id}`) + lead;
  };
  const place = (block: Block): void => {
    const before = page().at(-1)?.block;
    if (before === undefined && block.kind === 'row' && block.lead !== undefined && pages.length > 1) {
      const lead = byId.get(block.lead);
      if (lead !== undefined && lead.id !== block.id) {
        used += cost(lead, undefined);
        page().push({ block: lead, from: 0, to: null });
        used += height(block.id);
        page().push({ block, from: 0, to: null });
        return;
      }
    }
    used += cost(block, before);
    page().push({ block, from: 0, to: null });
  };

  for (let i = 0; i < flow.blocks.length;) {
    let end = i;
    while (flow.blocks[end]?.keep === true && end < flow.blocks.length - 1) end += 1;
    const chain = flow.blocks.slice(i, end + 1);
    const last = chain.at(-1);
    let before = page().at(-1)?.block;
    let needed = 0;
    for (const block of chain) {
      needed += block === last && block.kind === 'text' ? leastOf(block, measures) : cost(block, before);
      before = block;
    }
    if (used + needed > room && page().length > 0) turn();
    for (const block of chain) {
      if (block.kind === 'text') placeText(block);
      else place(block);
    }
    i = end + 1;
  }

  function placeText(block: Block): void {
    const lines = measures.lines.get(block.id) ?? [0];
    const total = height(block.id);
    const each = lineHeight(block, measures);
    const rest = total - each * lines.length;
    let first = 0;
    while (first < lines.length) {
      const left = lines.length - first;
      let fit = Math.floor((room - used - rest) / each);
      if (fit >= left) {
        page().push({ block, from: lines[first] ?? 0, to: null });
        used += each * left + rest;
        return;
      }
      // Two lines stay for the next page; fewer than two are not left behind on this one.
      fit = Math.min(fit, left - FEWEST_LINES);
      if (fit < FEWEST_LINES && page().length > 0) {
        turn();
        continue;
      }
      const taken = Math.max(1, fit);
      page().push({ block, from: lines[first] ?? 0, to: lines[first + taken] ?? null });
      first += taken;
      turn();
    }
  }

  return pages
    .filter((pieces, index) => index === 0 || pieces.length > 0)
    .map((pieces, index) => ({ section: flow.section, index, pieces }));
}

function lineHeight(block: Block, { heights, lines }: Measures): number {
  return heights.get(`line:${block.id}`) ?? (heights.get(block.id) ?? 0) / (lines.get(block.id)?.length ?? 1);
}

function leastOf(block: Block, measures: Measures): number {
  const count = measures.lines.get(block.id)?.length ?? 1;
  const whole = measures.heights.get(block.id) ?? 0;
  return count <= FEWEST_LINES + 1 ? whole : lineHeight(block, measures) * FEWEST_LINES;
}

/** Characters `from` to `to` of a paragraph. */
export function sliceOf(paragraph: Paragraph, from: number, to: number | null): Paragraph {
  let at = 0;
  return paragraph.flatMap((piece) => {
    const start = Math.max(from - at, 0);
    const end = Math.min((to ?? Number.POSITIVE_INFINITY) - at, piece.text.length);
    at += piece.text.length;
    return end > start ? [{ ...piece, text: piece.text.slice(start, end) }] : [];
  });
}
