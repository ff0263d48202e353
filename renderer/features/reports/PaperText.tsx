/** The person's own words on the paper. Their figures can be asked where they come from; in print they are plain. */
import { createContext, useContext } from 'react';
import type { Language } from '../../../shared/domain/kpi.ts';
import type { ReportText } from '../../../shared/domain/report.ts';
import type { ReportTextDto } from '../../../shared/contract/api/texts.ts';
import { cx } from '../../ui/index.ts';
import commentary from './Commentary.module.css';
import css from './Paper.module.css';
import { thenOf } from './texts.ts';
import { TokenChip } from './TokenChip.tsx';

interface Details {
  readonly texts: readonly ReportTextDto[];
  readonly language: Language;
}

/** What stands behind the figures of the texts, in the window's language; nothing until it has been asked for. */
export const TextDetails = createContext<Details>({ texts: [], language: 'en' });

export function PaperText({ text }: { readonly text: ReportText }) {
  const { texts, language } = useContext(TextDetails);
  const detail = texts.find((one) => one.section === text.section);
  return (
    <div className={css['text']}>
      {text.paragraphs.map((paragraph, i) => (
        // Paragraphs have no name of their own; two may say the same.
        // oxlint-disable-next-line react/no-array-index-key
        <p key={i}>
          {paragraph.map((piece, at) => {
            const known = piece.token === null ? undefined : detail?.pieces[piece.token];
            const key = `${at} ${piece.text}`;
            if (piece.token === null) return <span key={key}>{piece.text}</span>;
            return known?.kind === 'token' ? (
              <TokenChip
                key={key}
                text={piece.text}
                told={known.told}
                then={thenOf(detail, known.told)}
                language={language}
              />
            ) : (
              <span key={key} className={cx(commentary['chip'], piece.stale && commentary['chipStale'])}>
                {piece.text}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}
