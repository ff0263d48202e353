/** Backups, newest first; each opens in place, is looked through, and can be put back, saved elsewhere or removed. */
import { useId, useState } from 'react';
import type { Backup } from '../../../shared/contract/api/backups.ts';
import { useCall } from '../../api/index.ts';
import { momentFull } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { sizeText } from '../../i18n/size.ts';
import { Button, cx, Icon } from '../../ui/index.ts';
import css from './backups.module.css';
import { BackupState } from './BackupState.tsx';
import type { BookNow } from './Contents.tsx';
import { Opened } from './Opened.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

/** Shown until all are asked for. */
const FEW = 10;

export interface BackupListProps {
  readonly backups: readonly Backup[];
  /** The book of now, to compare with. */
  readonly now: BookNow | null;
  /** The book cannot be opened. */
  readonly closed?: boolean;
  /** Whether one can be put back now. */
  readonly restorable: boolean;
  /** The one that is open when the list is shown. */
  readonly opened?: string | null;
}

export function BackupList({ backups, now, closed = false, restorable, opened = null }: BackupListProps) {
  const t = useT();
  const words = t.backups;
  const [open, setOpen] = useState(opened);
  const [asked, setAsked] = useState(opened);
  if (asked !== opened) {
    setAsked(opened);
    setOpen(opened);
  }
  const [all, setAll] = useState(false);
  const shown = all ? backups : backups.filter(({ id }, i) => i < FEW || id === open);
  return (
    <>
      <table className={css['list']} aria-label={words.list}>
        <thead>
          <tr>
            <th scope="col">{words.made}</th>
            <th scope="col">{words.why}</th>
            <th scope="col" className={css['right']}>
              {words.size}
            </th>
            <th scope="col">{words.state}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((backup) => (
            <Row
              key={backup.id}
              backup={backup}
              open={open === backup.id}
              onToggle={() => setOpen(open === backup.id ? null : backup.id)}
              now={now}
              closed={closed}
              restorable={restorable}
              only={backups.length === 1}
            />
          ))}
        </tbody>
      </table>
      {shown.length < backups.length && (
        <div className={css['more']}>
          <Button kind="link" onClick={() => setAll(true)}>
            {words.all(backups.length)}
          </Button>
        </div>
      )}
    </>
  );
}

function Row({
  backup,
  open,
  onToggle,
  now,
  closed,
  restorable,
  only,
}: {
  readonly backup: Backup;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly now: BookNow | null;
  readonly closed: boolean;
  readonly restorable: boolean;
  readonly only: boolean;
}) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const id = useId();
  const words = t.backups;
  // Once looked through, its row keeps saying what was found.
  const [looked, setLooked] = useState(open);
  if (open && !looked) setLooked(true);
  const look = useCall('backups.look', looked ? { id: backup.id } : null);
  const [asking, setAsking] = useState(false);
  const when = momentFull(backup.at, language);
  return (
    <>
      <tr className={cx(css['row'], open && css['isOpen'])}>
        <th scope="row">
          <button
            type="button"
            className={css['toggle']}
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            title={words.look(when)}
            onClick={onToggle}
          >
            <Icon name={open ? 'chevronDown' : 'chevronRight'} />
            {when}
          </button>
        </th>
        <td>{words.kinds[backup.kind]}</td>
        <td className={css['right']}>{sizeText(backup.bytes, format)}</td>
        <td>
          <BackupState found={look.data?.state} />
        </td>
      </tr>
      {open && (
        <tr className={css['inside']}>
          <td id={id} colSpan={4}>
            <Opened
              backup={backup}
              when={when}
              contents={look.data}
              error={look.error}
              now={now}
              only={only}
              onRestore={restorable ? () => setAsking(true) : null}
            />
            {asking && look.data !== undefined && (
              <RestoreDialog
                backup={backup}
                contents={look.data}
                now={now}
                closed={closed}
                onClose={() => setAsking(false)}
              />
            )}
          </td>
        </tr>
      )}
    </>
  );
}
