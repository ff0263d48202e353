/** Settings of the app: language, theme, who prepares the reports, backups, archived clients. */
import { useState } from 'react';
import { languages } from '../../../shared/domain/kpi.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { momentDate, momentText, Page, useAppState } from '../../app/index.ts';
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
  TextInput,
  useToast,
} from '../../ui/index.ts';
import css from './SettingsScreen.module.css';

export function SettingsScreen() {
  const t = useT();
  const { settings, version } = useAppState();
  const set = useCommand('app.setSettings');
  return (
    <Page title={t.settings.title}>
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
        </FormSection>
        <FormSection title={t.settings.reports.title}>
          <PreparedBy initial={settings.preparedBy} onSave={(preparedBy) => set.mutate({ preparedBy })} />
        </FormSection>
        <Backup />
        <Archived />
      </Sheet>
      <p className={css['version']}>{t.settings.version(version)}</p>
    </Page>
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

function Backup() {
  const t = useT();
  const { lastBackup, settings } = useAppState();
  const format = useFormat();
  const toast = useToast();
  const backup = useCommand('app.backup');
  const size = (bytes: number): string => `${format.number(Math.max(0.1, bytes / 1_000_000), 1)} MB`;
  return (
    <FormSection
      title={t.settings.backup.title}
      text={
        lastBackup === null
          ? t.settings.backup.never
          : t.settings.backup.last(momentText(lastBackup, settings.language))
      }
    >
      <div className={css['line']}>
        <p className={css['grey']}>{t.settings.backup.text}</p>
        <Button
          busy={backup.isPending}
          onClick={() =>
            backup.mutate(
              {},
              { onSuccess: ({ bytes }) => toast({ text: t.settings.backup.done(size(bytes)) }) },
            )
          }
        >
          {t.settings.backup.now}
        </Button>
      </div>
      {backup.error && <ErrorPanel error={backup.error} inline />}
    </FormSection>
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
          </li>
        ))}
      </ul>
    </FormSection>
  );
}
