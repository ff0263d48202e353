/** The backup that is most likely wanted, with what is in it. */
import { useState } from 'react';
import type { Backup, BackupContents } from '../../../shared/contract/api/backups.ts';
import { momentFull } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { sizeText } from '../../i18n/size.ts';
import { Button, Panel } from '../../ui/index.ts';
import { BackupState, Contents, RestoreDialog } from '../backups/index.ts';
import css from './rescue.module.css';

export function Proposed({
  backup,
  contents,
}: {
  readonly backup: Backup;
  readonly contents: BackupContents;
}) {
  const t = useT();
  const language = useLanguage();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const when = momentFull(backup.at, language);
  return (
    <Panel title={t.rescue.newest}>
      <div className={css['proposed']}>
        <div className={css['which']}>
          <div>
            <p className={css['when']}>{when}</p>
            <p className={css['grey']}>
              {t.backups.kinds[backup.kind]}, {sizeText(backup.bytes, format)}
              <BackupState found={contents.state} />
            </p>
          </div>
          <Button kind="primary" size="large" onClick={() => setAsking(true)}>
            {t.rescue.put}
          </Button>
        </div>
        <Contents contents={contents} when={when} now={null} />
      </div>
      {asking && (
        <RestoreDialog
          backup={backup}
          contents={contents}
          now={null}
          closed
          onClose={() => setAsking(false)}
        />
      )}
    </Panel>
  );
}
