/** A text as it went out and as it came back, word by word: marked up and said, not coloured alone. */
import { useMemo } from 'react';
import { useT } from '../../i18n/index.tsx';
import css from './Text.module.css';
import { diffWords, isOther } from './textDiff.ts';
import type { Piece } from './textDiff.ts';

export function TextDiff({
  was,
  came,
  here,
  remarks = true,
}: {
  readonly was: string;
  readonly came: string;
  /** What the book says today, where that is neither of the two. */
  readonly here: string | null;
  /** Whether it is said that one of them is empty. */
  readonly remarks?: boolean;
}) {
  const t = useT();
  const pieces = useMemo(() => diffWords(was, came), [was, came]);
  const apart = was !== '' && came !== '' && isOther(pieces);
  return (
    <div className={css['text']}>
      {apart ? (
        <>
          <p>
            <Mark piece={{ kind: 'out', text: was }} />
          </p>
          <p>
            <Mark piece={{ kind: 'in', text: came }} />
          </p>
        </>
      ) : (
        <p>
          {pieces.map((piece, at) => (
            // Pieces have no name of their own, and never move.
            // oxlint-disable-next-line react/no-array-index-key
            <Mark key={at} piece={piece} />
          ))}
        </p>
      )}
      {remarks && was === '' && <p className={css['quiet']}>{t.returns.text.wasEmpty}</p>}
      {remarks && came === '' && <p className={css['quiet']}>{t.returns.text.cameEmpty}</p>}
      {here !== null && (
        <p className={css['here']}>
          <span className={css['quiet']}>{t.returns.text.here}</span> {here || t.returns.rows.empty}
        </p>
      )}
    </div>
  );
}

function Mark({ piece: { kind, text } }: { readonly piece: Piece }) {
  const t = useT();
  if (kind === 'same') return text;
  // Edges that are spaces are not marked: a line under a space is a mark of nothing.
  const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === '') return text;
  return (
    <>
      {before}
      <span className="visually-hidden">
        {' '}
        {kind === 'out' ? t.returns.text.removed : t.returns.text.added}{' '}
      </span>
      {kind === 'out' ? <del>{words}</del> : <ins>{words}</ins>}
      {after}
    </>
  );
}
