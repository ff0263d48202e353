/** Says what putting a backup back does, step by step, and what would be gone by it; then does it. */
import type { Backup, BackupContents } from '../../../shared/contract/api/backups.ts';
import { momentFull, useRestoring } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { Button, Dialog } from '../../ui/index.ts';
import css from './backups.module.css';
import { clientLines } from './compare.ts';
import type { BookNow } from './Contents.tsx';

export interface RestoreDialogProps {
  readonly backup: Backup;
  readonly contents: BackupContents;
  /** `null`: there is nothing to compare with. */
  readonly now: BookNow | null;
  /** The book cannot be opened, so it is kept beside instead of backed up. */
  readonly closed: boolean;
  readonly onClose: () => void;
}

export function RestoreDialog({ backup, contents, now, closed, onClose }: RestoreDialogProps) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const { restore } = useRestoring();
  const words = t.backups.confirm;
  // One from elsewhere came in today, which says nothing of what is in it.
  const at = (backup.kind === 'brought' ? contents.lastChange : null) ?? backup.at;
  const when = momentFull(at, language);
  const lines = now === null ? [] : clientLines(contents.clients, now.clients);
  const names = (some: typeof lines): string => some.map(({ name }) => name).join(', ');
  const gone = lines.filter(({ then }) => then === null);
  const back = lines.filter((line) => line.now === null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title(when)}
      footer={
        <>
          <Button kind="ghost" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button kind="primary" onClick={() => restore({ id: backup.id, at })}>
            {words.run}
          </Button>
        </>
      }
    >
      <ol className={css['steps']}>
        <li>{closed ? words.firstKept : words.first}</li>
        <li>{words.then(when)}</li>
        {!closed && <li>{words.open}</li>}
      </ol>
      {(gone.length > 0 || back.length > 0 || lines.some(isFewer)) && (
        <ul className={css['consequences']}>
          {gone.length > 0 && <li className={css['strong']}>{words.gone(names(gone))}</li>}
          {lines.filter(isFewer).map(({ name, then, now: here }) => {
            const by = (here?.figures ?? 0) - (then?.figures ?? 0);
            return <li key={name}>{words.fewer(name, format.number(by), by)}</li>;
          })}
          {back.length > 0 && <li>{words.back(names(back))}</li>}
        </ul>
      )}
    </Dialog>
  );
}

function isFewer({ then, now }: ReturnType<typeof clientLines>[number]): boolean {
  return then !== null && now !== null && then.figures < now.figures;
}
