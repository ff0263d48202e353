/** A paragraph of the person's own words. Its figures can be asked where they come from; in print they are plain. */
import type { Paragraph } from '../../../../shared/domain/text/printed.ts';
import { cx } from '../../../ui/cx.ts';
import { thenOf } from '../texts.ts';
import { usePaper } from './Context.tsx';
import css from './text.module.css';

export interface PaperTextProps {
  readonly section: string;
  readonly paragraph: Paragraph;
}

export function PaperText({ section, paragraph }: PaperTextProps) {
  const { details } = usePaper();
  const detail = details?.texts.find((one) => one.section === section);
  return (
    <p className={css['paragraph']}>
      {paragraph.map((piece, at) => {
        const key = `${at} ${piece.text}`;
        if (piece.token === null || details === null) return <span key={key}>{piece.text}</span>;
        const known = detail?.pieces[piece.token];
        return known?.kind === 'token' ? (
          <details.parts.Token
            key={key}
            text={piece.text}
            told={known.told}
            then={thenOf(detail, known.told)}
            language={details.language}
          />
        ) : (
          <span key={key} className={cx(css['chip'], piece.stale && css['chipStale'])}>
            {piece.text}
          </span>
        );
      })}
    </p>
  );
}
