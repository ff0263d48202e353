/** Backups: when they are made, which there are, where they lie, and one more now. Putting one back is another screen. */
import { useState } from 'react';
import { getDesktop, useCall, useCommand } from '../../api/index.ts';
import { momentText, useAppState } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, FormSection, Icon, useToast } from '../../ui/index.ts';
import css from './SettingsScreen.module.css';

/** Shown until all are asked for. */
const FEW = 8;

export function Backups() {
  const t = useT();
  const words = t.settings.backup;
  const { lastBackup, settings } = useAppState();
  const format = useFormat();
  const toast = useToast();
  const list = useCall('backups.list', {});
  const state = useCall('backups.state', {});
  const backup = useCommand('backups.make');
  const [all, setAll] = useState(false);
  const desktop = getDesktop();
  const size = (bytes: number): string => `${format.number(Math.max(0.1, bytes / 1_000_000), 1)} MB`;
  const backups = list.data?.backups ?? [];
  const total = backups.reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <FormSection
      title={words.title}
      text={lastBackup === null ? words.never : words.last(momentText(lastBackup, settings.language))}
    >
      <div className={css['line']}>
        <p className={css['grey']}>{words.text}</p>
        <Button
          busy={backup.isPending}
          onClick={() =>
            backup.mutate({}, { onSuccess: ({ bytes }) => toast({ text: words.done(size(bytes)) }) })
          }
        >
          {words.now}
        </Button>
      </div>
      {backup.error && <ErrorPanel error={backup.error} inline />}
      {list.error && <ErrorPanel error={list.error} inline />}
      {backups.length > 0 && (
        <div className={css['backups']}>
          <table aria-label={words.list}>
            <thead>
              <tr>
                <th scope="col">{words.when}</th>
                <th scope="col">{words.why}</th>
                <th scope="col" className={css['right']}>
                  {words.size}
                </th>
                <th scope="col">{words.state}</th>
              </tr>
            </thead>
            <tbody>
              {(all ? backups : backups.slice(0, FEW)).map(({ id, at, kind, bytes }) => (
                <tr key={id}>
                  <th scope="row">{momentText(at, settings.language)}</th>
                  <td>{words.kinds[kind]}</td>
                  <td className={css['right']}>{size(bytes)}</td>
                  <td>
                    <span className={css['checked']}>
                      <Icon name="check" /> {words.checked}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {!all && backups.length > FEW && (
            <div className={css['more']}>
              <Button kind="link" onClick={() => setAll(true)}>
                {words.all(backups.length)}
              </Button>
            </div>
          )}
        </div>
      )}
      <p className={css['grey']}>{words.schedule}</p>
      {state.data && (
        <div className={css['line']}>
          <p className={css['folder']}>
            <span className={css['grey']}>{words.folder}</span>{' '}
            <span className={css['path']}>{state.data.folder}</span>
            {backups.length > 0 && <span className={css['grey']}> {words.total(size(total))}</span>}
          </p>
          {desktop !== null && (
            <Button
              onClick={() => {
                void desktop.openBackups().then((shown) => {
                  if (!shown) toast({ text: words.noFolder });
                });
              }}
            >
              {words.open}
            </Button>
          )}
        </div>
      )}
    </FormSection>
  );
}
