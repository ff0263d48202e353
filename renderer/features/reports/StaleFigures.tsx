/** Figures of a text that no longer say what was approved: then and now, and one button that takes the new ones. */
import type { ReportTextDto } from '../../../shared/contract/api/texts.ts';
import { momentDate } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, Icon } from '../../ui/index.ts';
import css from './Commentary.module.css';

export interface StaleFiguresProps {
  readonly text: ReportTextDto;
  readonly busy: boolean;
  readonly onAccept: () => void;
}

export function StaleFigures({ text, busy, onAccept }: StaleFiguresProps) {
  const t = useT();
  const format = useFormat();
  const words = t.texts.stale;
  const stale = text.stale.filter((one) => one.state !== 'same');
  if (stale.length === 0 || text.at === null) return null;
  const gone = stale.some((one) => one.state === 'gone');
  const nameOf = (token: string): string | null => {
    const piece = text.pieces.find((one) => one.kind === 'token' && one.told.token === token);
    if (piece?.kind !== 'token') return null;
    const { name, channelName, what } = piece.told;
    const parts = [
      format.local(name),
      channelName,
      what === 'value' ? null : t.texts.whats[what].toLocaleLowerCase(format.language),
    ];
    return parts.filter((part) => part !== null).join(', ');
  };
  return (
    <section className={css['stale']} aria-label={words.title(stale.length)}>
      <h3>
        <Icon name="warning" />
        {words.title(stale.length)}
      </h3>
      <p>{words.since(format.date(momentDate(text.at), 'medium'))}</p>
      <ul>
        {stale.map((one) => (
          <li key={one.token}>
            {nameOf(one.token) !== null && <span>{nameOf(one.token)}</span>}
            <span className={css['thenNow']}>
              <del>{one.then}</del>
              <Icon name="arrowRight" title={words.arrow} />
              {one.now === null ? <span>{words.gone}</span> : <ins>{one.now}</ins>}
            </span>
          </li>
        ))}
      </ul>
      {gone ? (
        <p>{words.goneNote}</p>
      ) : (
        <Button busy={busy} onClick={onAccept}>
          {words.accept}
        </Button>
      )}
    </section>
  );
}
