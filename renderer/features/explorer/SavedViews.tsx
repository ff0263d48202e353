/** Charts kept under a name: opened, kept, renamed, and taken out with a way back. */
import { useState } from 'react';
import type { ExplorerLayout } from '../../../shared/contract/layouts/explorer.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { useClient, usePlace } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, IconButton, Popover, TextInput, useToast } from '../../ui/index.ts';
import { chartQuery, paramsOf } from './choice.ts';
import css from './toolbar.module.css';

type Views = ExplorerLayout['views'];

export function SavedViews({ suggestion }: { readonly suggestion: string }) {
  const t = useT();
  const words = t.explorer.views;
  const place = usePlace();
  const client = useClient();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [renaming, setRenaming] = useState<string | null>(null);
  const { data } = useCall('layouts.list', { client: client.id });
  const set = useCommand('layouts.set');
  const views: Views = data?.flatMap((layout) => (layout.screen === 'explorer' ? layout.views : [])) ?? [];
  const write = (next: Views, done?: () => void): void =>
    set.mutate(
      { client: client.id, layout: { screen: 'explorer', views: [...next] } },
      { ...(done !== undefined && { onSuccess: done }) },
    );
  const query = chartQuery(place.param);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      bare
      label={words.label}
      trigger={
        <Button icon="star" className={css['pick'] ?? ''} aria-label={words.label}>
          {words.short}
          <Icon name="chevronDown" />
        </Button>
      }
    >
      <div className={css['views']}>
        {views.length === 0 ? (
          <p className={css['noViews']}>{words.none}</p>
        ) : (
          <ul>
            {views.map((view) => (
              <li key={view.name} className={css['view']}>
                {renaming === view.name ? (
                  <NameForm
                    start={view.name}
                    taken={views.filter((one) => one !== view).map((one) => one.name)}
                    submit={t.common.save}
                    onName={(name) =>
                      write(
                        views.map((one) => (one === view ? { ...one, name } : one)),
                        () => setRenaming(null),
                      )
                    }
                  />
                ) : (
                  <>
                    <button
                      type="button"
                      className={css['viewName']}
                      aria-current={view.query === query ? 'true' : undefined}
                      onClick={() => {
                        place.set({ ...paramsOf(view.query), zoom: undefined, at: undefined });
                        setOpen(false);
                      }}
                    >
                      {view.name}
                    </button>
                    <IconButton
                      icon="pencil"
                      label={words.rename(view.name)}
                      onClick={() => setRenaming(view.name)}
                    />
                    <IconButton
                      icon="close"
                      label={words.remove(view.name)}
                      onClick={() =>
                        write(
                          views.filter((one) => one !== view),
                          () => toast({ text: words.removed(view.name), undo: () => write(views) }),
                        )
                      }
                    />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        <div className={css['keep']}>
          <NameForm
            key={query}
            start={suggestion}
            taken={views.map((one) => one.name)}
            submit={words.keep}
            hint={words.nameHint}
            onName={(name) =>
              write([...views, { name, query }], () => {
                toast({ text: words.kept(name), undo: () => write(views) });
                setOpen(false);
              })
            }
          />
          {set.error && <ErrorPanel error={set.error} inline />}
        </div>
      </div>
    </Popover>
  );
}

interface NameFormProps {
  readonly start: string;
  readonly taken: readonly string[];
  readonly submit: string;
  readonly hint?: string;
  readonly onName: (name: string) => void;
}

function NameForm({ start, taken, submit, hint, onName }: NameFormProps) {
  const t = useT();
  const words = t.explorer.views;
  const [name, setName] = useState(start);
  const [tried, setTried] = useState(false);
  const plain = name.trim();
  const wrong = plain === '' ? words.missing : taken.includes(plain) ? words.taken : undefined;
  return (
    <form
      className={css['nameForm']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (wrong === undefined) onName(plain);
      }}
    >
      <TextInput
        label={words.name}
        value={name}
        onChange={setName}
        maxLength={80}
        {...(hint !== undefined && { hint })}
        error={tried ? wrong : undefined}
      />
      <Button submit>{submit}</Button>
    </form>
  );
}
