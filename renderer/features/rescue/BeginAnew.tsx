/** The last way on: an empty book, with the one that cannot be opened kept beside it. */
import { useState } from 'react';
import { useRestoring } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, Dialog, Panel } from '../../ui/index.ts';
import css from './rescue.module.css';

export function BeginAnew() {
  const t = useT();
  const words = t.rescue.begin;
  const { beginNew } = useRestoring();
  const [asking, setAsking] = useState(false);
  return (
    <Panel title={words.title}>
      <div className={css['begin']}>
        <p>{words.text}</p>
        <Button onClick={() => setAsking(true)}>{words.action}</Button>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={words.confirm}
        footer={
          <>
            <Button kind="ghost" onClick={() => setAsking(false)}>
              {t.common.cancel}
            </Button>
            <Button kind="danger" onClick={beginNew}>
              {words.run}
            </Button>
          </>
        }
      >
        <ol className={css['steps']}>
          <li>{words.steps.file}</li>
          <li>{words.steps.book}</li>
          <li>{words.steps.backups}</li>
        </ol>
      </Dialog>
    </Panel>
  );
}
