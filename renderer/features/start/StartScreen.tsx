/** The first start: a demo workspace to look around in, an empty one, or a backup put back. */
import { languages } from '../../../shared/domain/kpi.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { isAtTakeIn, navigate, useAppState } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, ProgressBar, Segmented } from '../../ui/index.ts';
import css from './StartScreen.module.css';

export function StartScreen() {
  const t = useT();
  const { settings } = useAppState();
  const begin = useCommand('app.begin');
  const set = useCommand('app.setSettings');
  const backups = useCall('backups.list', {}).data?.backups.length ?? 0;
  const start = (kind: 'demo' | 'empty', then = kind === 'demo' ? '/' : '/new'): void => {
    begin.mutate(
      { with: kind },
      {
        onSuccess: () => {
          // The window may have begun before this answer came, and gone where an archive waits to be looked at.
          if (!isAtTakeIn()) navigate(then);
        },
      },
    );
  };
  return (
    <main className={css['start']}>
      <div className={css['language']}>
        <Segmented
          label={t.start.language}
          value={settings.language}
          onChange={(language) => set.mutate({ language })}
          items={languages.map((value) => ({ value, label: t.app.palette.language[value] }))}
        />
      </div>
      <div className={css['column']}>
        <svg className={css['mark']} viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" />
          <path d="M6 17h5l3-8 4 14 3-8h5" />
        </svg>
        <h1 className={css['title']}>{t.start.title}</h1>
        <p className={css['lead']}>{t.start.lead}</p>
        <p className={css['text']}>{t.start.text}</p>
        <div className={css['ways']}>
          <section className={css['way']}>
            <h2>{t.start.demo.title}</h2>
            <p>{t.start.demo.text}</p>
            <Button kind="primary" size="large" disabled={begin.isPending} onClick={() => start('demo')}>
              {t.start.demo.action}
            </Button>
          </section>
          <section className={css['way']}>
            <h2>{t.start.empty.title}</h2>
            <p>{t.start.empty.text}</p>
            <Button size="large" disabled={begin.isPending} onClick={() => start('empty')}>
              {t.start.empty.action}
            </Button>
          </section>
        </div>
        <div className={css['before']}>
          {/* A book that is gone while its backups lie there is no first start. */}
          {backups > 0 && <Icon name="warning" />}
          <p>{backups > 0 ? t.start.before.found(backups) : t.start.before.text}</p>
          <Button
            kind={backups > 0 ? 'secondary' : 'link'}
            disabled={begin.isPending}
            onClick={() => start('empty', '/settings/backups')}
          >
            {t.start.before.action}
          </Button>
        </div>
        <div className={css['below']}>
          {begin.isPending && begin.variables.with === 'demo' && (
            <ProgressBar label={t.start.working} fraction={null} />
          )}
          {begin.error && <ErrorPanel error={begin.error} />}
        </div>
      </div>
    </main>
  );
}
