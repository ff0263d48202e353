/** The pieces of a page as they stand on it, and, for measuring, all blocks of a report below each other. */
import type { ReactNode } from 'react';
import type { Block, Flow, FlowTable, PageOfReport, Piece } from './flow.ts';
import { sliceOf } from './flow.ts';
import css from './Pages.module.css';
import { PaperText } from './PaperText.tsx';

/** Pieces that stand in one table, or one piece by itself. */
type Run = { readonly table: FlowTable | null; readonly pieces: readonly Piece[] };

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: { table: FlowTable | null; pieces: Piece[] }[] = [];
  for (const piece of pieces) {
    const table = piece.block.kind === 'row' ? piece.block.table : null;
    const open = runs.at(-1);
    if (table !== null && open?.table?.id === table.id) open.pieces.push(piece);
    else runs.push({ table, pieces: [piece] });
  }
  return runs;
}

export function PageBody({ page, flow }: { readonly page: PageOfReport; readonly flow: Flow }) {
  return (
    <>
      {page.index === 0 ? flow.title : flow.again}
      {runsOf(page.pieces).map(({ table, pieces }) =>
        table === null ? (
          pieces.map((piece) => <Single key={`${piece.block.id} ${piece.from}`} piece={piece} />)
        ) : (
          <Table key={`${table.id} ${pieces[0]?.block.id}`} table={table}>
            {pieces.map(({ block }) => (
              <tr key={block.id}>{block.kind === 'row' && block.row}</tr>
            ))}
          </Table>
        ),
      )}
    </>
  );
}

function Single({ piece: { block, from, to } }: { readonly piece: Piece }) {
  switch (block.kind) {
    case 'node':
      return <div className={css['block']}>{block.node}</div>;
    case 'text':
      return (
        <div className={to === null ? css['block'] : css['parted']}>
          <PaperText section={block.section} paragraph={sliceOf(block.paragraph, from, to)} />
        </div>
      );
    case 'row':
      return null;
  }
}

function Table({
  table,
  measured,
  children,
}: {
  readonly table: FlowTable;
  readonly measured?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <table className={table.className}>
      {table.columns}
      <thead {...(measured === true && { 'data-b': `head:${table.id}` })}>{table.head}</thead>
      <tbody>{children}</tbody>
    </table>
  );
}

/** Everything once, as high as it is by itself. */
export function Unpaged({ flows }: { readonly flows: readonly Flow[] }) {
  return flows.map((flow) => (
    <div key={flow.section}>
      <div className={css['block']} data-b={`title:${flow.section}`}>
        {flow.title}
      </div>
      <div className={css['block']} data-b={`again:${flow.section}`}>
        {flow.again}
      </div>
      {flow.bare !== true &&
        runsOf(flow.blocks.map((block) => ({ block, from: 0, to: null }))).map(({ table, pieces }) =>
          table === null ? (
            pieces.map(({ block }) => <Measured key={block.id} block={block} />)
          ) : (
            <Table key={pieces[0]?.block.id} table={table} measured>
              {pieces.map(({ block }) => (
                <tr key={block.id} data-b={block.id}>
                  {block.kind === 'row' && block.row}
                </tr>
              ))}
            </Table>
          ),
        )}
    </div>
  ));
}

function Measured({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'node':
      return (
        <div className={css['block']} data-b={block.id}>
          {block.node}
        </div>
      );
    case 'text':
      return (
        <div className={css['block']} data-b={block.id} data-lines="">
          <PaperText section={block.section} paragraph={block.paragraph} />
        </div>
      );
    case 'row':
      return null;
  }
}
