/** What was decided to do: ticked in place, added in place. Ticked ones stay, struck through, until one leaves. */
import { useState } from 'react';
import { Link } from 'wouter';
import type { Action } from '../../../shared/contract/api/views.ts';
import { useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, ErrorPanel, Icon } from '../../ui/index.ts';
import { CardMenu } from './board/card.tsx';
import css from './Journal.module.css';
import { LineForm } from './LineForm.tsx';

export function Actions({ actions }: { readonly actions: readonly Action[] }) {
  const t = useT();
  const format = useFormat();
  const client = useClient();
  const place = usePlace();
  const [open, setOpen] = useState(false);
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const add = useCommand('actions.add');
  const setDone = useCommand('actions.setDone');
  const shown = actions.filter((action) => !action.done || ticked.has(action.id));
  const left = actions.filter((action) => !action.done).length;
  const tick = (action: Action): void => {
    setTicked((old) => new Set([...old, action.id]));
    setDone.mutate({ action: action.id, done: !action.done });
  };
  return (
    <section className={css['block']} aria-label={t.dashboard.actions.title}>
      <header className={css['head']}>
        <h2>{t.dashboard.actions.title}</h2>
        <span className={css['count']}>{t.dashboard.actions.open(left)}</span>
        <span className={css['links']}>
          <Link
            className={css['iconLink']}
            href={place.href('advice')}
            aria-label={t.app.nav.advice}
            title={t.app.nav.advice}
          >
            <Icon name="signpost" />
          </Link>
          <Button kind="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t.common.add}
          </Button>
          <CardMenu />
        </span>
      </header>
      {open && (
        <LineForm
          text={t.dashboard.actions.text}
          date={t.dashboard.actions.dueOn}
          day={null}
          busy={add.isPending}
          onCancel={() => setOpen(false)}
          onSubmit={(text, due) =>
            add.mutate(
              { client: client.id, text, kpi: null, owner: '', due },
              { onSuccess: () => setOpen(false) },
            )
          }
        />
      )}
      {(add.error ?? setDone.error) && <ErrorPanel inline error={add.error ?? setDone.error} />}
      {shown.length === 0 && !open && <p className={css['none']}>{t.dashboard.actions.none}</p>}
      <ul>
        {shown.map((action) => (
          <li key={action.id}>
            <label className={css['action']}>
              <input
                type="checkbox"
                className={css['tick']}
                checked={action.done}
                aria-label={t.dashboard.actions.done(action.text)}
                onChange={() => tick(action)}
              />
              <span className={cx(css['text'], action.done && css['doneText'])}>{action.text}</span>
              {action.due !== null && (
                <span className={css['due']}>
                  {t.dashboard.actions.due(format.date(action.due, 'short'))}
                </span>
              )}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
