/** A text as it reads, its figures askable, what cannot be read marked in its place. */
import type { ReportTextDto, TextPieceDto } from '../../../../shared/contract/api/texts.ts';
import { useLanguage, useT } from '../../../i18n/index.tsx';
import { cx } from '../../../ui/index.ts';
import { thenOf } from '../texts.ts';
import css from './Commentary.module.css';
import { TokenChip } from './TokenChip.tsx';

export function TextPreview({
  pieces,
  text,
  late,
}: {
  readonly pieces: readonly TextPieceDto[];
  readonly text: ReportTextDto;
  readonly late: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  return (
    <section className={css['preview']} aria-label={t.texts.preview} aria-busy={late}>
      <h3>{t.texts.preview}</h3>
      {pieces.length === 0 ? (
        <p className={css['grey']}>{t.texts.previewEmpty}</p>
      ) : (
        <div className={cx(css['previewText'], late && css['late'])}>
          {pieces.map((piece) => {
            const key = `${piece.at} ${piece.source}`;
            if (piece.kind === 'text') return <span key={key}>{piece.text}</span>;
            if (piece.kind === 'problem') {
              return (
                <span key={key} className={css['chipBroken']}>
                  {piece.text}
                </span>
              );
            }
            return (
              <TokenChip
                key={key}
                text={piece.text}
                told={piece.told}
                then={thenOf(text, piece.told)}
                language={language}
              />
            );
          })}
        </div>
      )}
    </section>
  );
}
