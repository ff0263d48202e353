/** What this client calls its key result areas and stages, and their order; each change is kept at once. */
import type { Group, Groups } from '../../../shared/contract/api/setups.ts';
import { callOnce, useCall, useCommand } from '../../api/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { ErrorPanel, IconButton, useToast } from '../../ui/index.ts';
import { InPlace } from './InPlace.tsx';
import css from './GroupNames.module.css';

export function GroupNames({ client }: { readonly client: number }) {
  const t = useT();
  const toast = useToast();
  const groups = useCall('clients.groups', { client });
  const set = useCommand('clients.setGroups');
  const save = (change: Partial<Groups>): void => {
    set.mutate(
      { client, ...change },
      {
        onSuccess: ({ before }) =>
          toast({
            text: t.clients.groups.saved,
            undo: () =>
              void callOnce('clients.setGroups', {
                client,
                ...(change.kras && { kras: before.kras }),
                ...(change.stages && { stages: before.stages }),
              }),
          }),
      },
    );
  };
  const error = groups.error ?? set.error;
  if (!groups.data) return error ? <ErrorPanel error={error} inline /> : null;
  return (
    <>
      {error && <ErrorPanel error={error} inline />}
      <GroupList
        title={t.clients.groups.kras}
        groups={groups.data.kras}
        onChange={(kras) => save({ kras })}
      />
      <GroupList
        title={t.clients.groups.stages}
        groups={groups.data.stages}
        onChange={(stages) => save({ stages })}
      />
    </>
  );
}

function GroupList({
  title,
  groups,
  onChange,
}: {
  readonly title: string;
  readonly groups: readonly Group[];
  readonly onChange: (groups: Group[]) => void;
}) {
  const t = useT();
  const words = t.clients.groups;
  const { local } = useFormat();
  // The language one reads comes first.
  const languages = useLanguage() === 'es' ? (['es', 'en'] as const) : (['en', 'es'] as const);
  const move = (from: number, by: number): void => {
    const one = groups[from];
    if (one !== undefined) onChange(groups.toSpliced(from, 1).toSpliced(from + by, 0, one));
  };
  return (
    <table className={css['table']}>
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {languages.map((language, i) => (
            <th key={language} scope="col">
              {i === 0 ? words.in(title, t.app.palette.language[language]) : t.app.palette.language[language]}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{words.order}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group, i) => (
          <tr key={group.key}>
            {languages.map((language) => (
              <td key={language}>
                <InPlace
                  label={words.nameOf(local(group.name), t.app.palette.language[language])}
                  value={group.name[language]}
                  onChange={(name) =>
                    onChange(groups.with(i, { ...group, name: { ...group.name, [language]: name } }))
                  }
                />
              </td>
            ))}
            <td className={css['order']}>
              <IconButton
                icon="arrowUp"
                label={words.up(local(group.name))}
                disabled={i === 0}
                onClick={() => move(i, -1)}
              />
              <IconButton
                icon="arrowDown"
                label={words.down(local(group.name))}
                disabled={i === groups.length - 1}
                onClick={() => move(i, 1)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
