/** Settings of the app: language, theme, rows, keys, who prepares the reports, archived clients. */
import { useContext, useState } from 'react';
import { languages } from '../../../shared/domain/kpi.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { momentDate, ShortcutsContext, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import {
  Button,
  ClientBadge,
  ErrorPanel,
  Field,
  FormPair,
  FormSection,
  Segmented,
  Sheet,
  Switch,
  TextInput,
  useToast,
} from '../../ui/index.ts';
import { Room } from './Room.tsx';
import { DeleteClient } from '../clients/index.ts';
import css from './SettingsScreen.module.css';

const densities = ['compact', 'comfortable'] as const;

export function SettingsScreen() {
  const openShortcuts = useContext(ShortcutsContext);
  const t = useT();
  const { settings } = useAppState();
  const set = useCommand('app.setSettings');
  return (
    <Room room="general">
      <Sheet>
        {set.error && <ErrorPanel error={set.error} />}
        <FormSection title={t.settings.look.title}>
          <FormPair>
            <Field label={t.settings.look.language} hint={t.settings.look.languageHint}>
              {() => (
                <div>
                  <Segmented
                    label={t.settings.look.language}
                    value={settings.language}
                    onChange={(language) => set.mutate({ language })}
                    items={languages.map((value) => ({ value, label: t.app.palette.language[value] }))}
                  />
                </div>
              )}
            </Field>
            <Field label={t.settings.look.theme}>
              {() => (
                <div>
                  <Segmented
                    label={t.settings.look.theme}
                    value={settings.theme}
                    onChange={(theme) => set.mutate({ theme })}
                    items={(['system', 'light', 'dark'] as const).map((value) => ({
                      value,
                      label: t.settings.look[value],
                    }))}
                  />
                </div>
              )}
            </Field>
          </FormPair>
          <Field label={t.settings.look.density} hint={t.settings.look.motion}>
            {() => (
              <div>
                <Segmented
                  label={t.settings.look.density}
                  value={settings.density}
                  onChange={(density) => set.mutate({ density })}
                  items={densities.map((value) => ({ value, label: t.settings.look[value] }))}
                />
              </div>
            )}
          </Field>
        </FormSection>
        <FormSection title={t.settings.keys.title} text={t.settings.keys.text}>
          <div className={css['line']}>
            <Switch
              label={t.settings.keys.single}
              checked={settings.singleKeys}
              onChange={(singleKeys) => set.mutate({ singleKeys })}
            />
            <Button icon="keyboard" onClick={openShortcuts}>
              {t.help.keys}
            </Button>
          </div>
        </FormSection>
        <FormSection title={t.settings.reports.title}>
          <PreparedBy initial={settings.preparedBy} onSave={(preparedBy) => set.mutate({ preparedBy })} />
        </FormSection>
        <Archived />
      </Sheet>
    </Room>
  );
}

/** Saved when the box is left, or Enter is pressed. */
function PreparedBy({
  initial,
  onSave,
}: {
  readonly initial: string;
  readonly onSave: (name: string) => void;
}) {
  const t = useT();
  const [name, setName] = useState(initial);
  const save = (): void => {
    if (name.trim() !== initial) onSave(name.trim());
  };
  return (
    <TextInput
      label={t.settings.reports.preparedBy}
      hint={t.settings.reports.preparedByHint}
      value={name}
      maxLength={120}
      onChange={setName}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

function Archived() {
  const t = useT();
  const format = useFormat();
  const toast = useToast();
  const clients = (useCall('clients.list', { archived: true }).data ?? []).filter(
    (c) => c.archivedAt !== null,
  );
  const archive = useCommand('clients.archive');
  if (clients.length === 0) return null;
  return (
    <FormSection title={t.settings.archived.title}>
      <ul className={css['list']}>
        {clients.map((c) => (
          <li key={c.id}>
            <ClientBadge client={c} />
            <span className={css['name']}>{c.name}</span>
            <span className={css['grey']}>
              {c.archivedAt && t.settings.archived.since(format.date(momentDate(c.archivedAt), 'medium'))}
            </span>
            <Button
              kind="link"
              aria-label={`${t.settings.archived.restore}: ${c.name}`}
              disabled={archive.isPending}
              onClick={() =>
                archive.mutate(
                  { client: c.id, archived: false },
                  { onSuccess: () => toast({ text: t.settings.archived.restored(c.name) }) },
                )
              }
            >
              {t.settings.archived.restore}
            </Button>
            <DeleteClient client={c} look="link" onGone={() => undefined} />
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
