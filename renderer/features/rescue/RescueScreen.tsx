/**
 * Stands in for the app while the book cannot be opened: what happened, that nothing is lost by it, and the ways on that fit.
 * Nothing of the book can be read here, so its language and theme are the system's.
 */
import type { BookTrouble } from '../../../shared/contract/api/backups.ts';
import { useCall, useCommand } from '../../api/index.ts';
import { useRestoring } from '../../app/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, cx, DropSheet, ErrorPanel, Icon, Panel, ProgressBar } from '../../ui/index.ts';
import { BackupList, BringPanel, useBring, useDrop } from '../backups/index.ts';
import { BeginAnew } from './BeginAnew.tsx';
import { Proposed } from './Proposed.tsx';
import css from './rescue.module.css';
import { useNewestWhole } from './useNewestWhole.ts';

/** What may be done about each trouble besides mending its cause. */
const ways: Readonly<
  Record<BookTrouble, { readonly again: boolean; readonly propose: boolean; readonly restore: boolean }>
> = {
  'store-damaged': { again: false, propose: true, restore: true },
  'store-foreign': { again: true, propose: true, restore: true },
  'store-newer': { again: true, propose: false, restore: true },
  'disk-full': { again: true, propose: false, restore: false },
  'read-only': { again: true, propose: false, restore: false },
};

export interface RescueScreenProps {
  readonly trouble: BookTrouble;
  /** Looks again how the book stands. */
  readonly onLook: () => void;
}

export function RescueScreen({ trouble, onLook }: RescueScreenProps) {
  const t = useT();
  const words = t.rescue;
  const { again, propose, restore } = ways[trouble];
  const state = useCall('backups.state', {});
  const list = useCall('backups.list', {});
  const backups = list.data?.backups ?? [];
  const none = list.data !== undefined && backups.length === 0;
  const { title, text, todo } = {
    ...words.troubles[trouble],
    ...(trouble === 'store-damaged' && none && words.alone),
  };
  const newest = useNewestWhole(propose ? backups : []);
  const bring = useBring();
  const drop = useDrop((files) => {
    if (restore) bring.take(files);
  });
  const { failed } = useRestoring();
  const tryAgain = useCommand('backups.tryAgain');
  const others = backups.filter(({ id }) => id !== newest.found?.backup.id);
  return (
    <main className={css['rescue']} {...drop.props}>
      <div className={css['column']}>
        <header className={css['head']}>
          <span className={css['mark']}>
            <Icon name="warning" />
          </span>
          <div className={css['words']}>
            <h1 className={css['title']}>{title}</h1>
            <p className={css['text']}>{text}</p>
            <p>{todo}</p>
            {again && (
              <div className={css['again']}>
                <Button
                  kind={restore && propose ? 'secondary' : 'primary'}
                  icon="refresh"
                  busy={tryAgain.isPending}
                  onClick={() =>
                    tryAgain.mutate(
                      {},
                      { onSuccess: ({ book }) => (book === trouble ? undefined : onLook()) },
                    )
                  }
                >
                  {words.again}
                </Button>
                <span role="status" className={css['grey']}>
                  {tryAgain.data?.book === trouble && words.still}
                </span>
              </div>
            )}
          </div>
        </header>
        {tryAgain.error && <ErrorPanel error={tryAgain.error} />}
        {failed && <ErrorPanel error={failed} />}
        {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
        {propose && newest.looking && <ProgressBar label={words.looking} fraction={null} />}
        {newest.found !== null && <Proposed {...newest.found} />}
        {trouble === 'store-newer' && restore && (
          <div className={css['instead']}>
            <h2>{words.instead}</h2>
            <p className={css['text']}>{words.insteadText}</p>
          </div>
        )}
        {(restore || trouble === 'disk-full') && !newest.looking && others.length > 0 && (
          <Panel title={newest.found === null ? words.all : words.others} flush>
            <div className={css['scroll']}>
              <BackupList backups={others} now={null} closed restorable={restore} />
            </div>
          </Panel>
        )}
        {restore && (
          <Panel title={none ? words.none : t.backups.bring.title}>
            <BringPanel bring={bring} />
          </Panel>
        )}
        {restore && <BeginAnew />}
        {state.data && (
          <footer className={cx(css['foot'], trouble === 'read-only' && css['alone'])}>
            <Folder name={words.folder} path={state.data.folder.replace(/[\\/]backups$/, '')} />
            <Folder name={words.backupsFolder} path={state.data.folder} />
            <p>
              {words.version(state.data.version)}. {t.errors.code(trouble)}
            </p>
          </footer>
        )}
      </div>
      {drop.over && restore && <DropSheet title={t.backups.bring.drop} />}
    </main>
  );
}

function Folder({ name, path }: { readonly name: string; readonly path: string }) {
  return (
    <p>
      {name} <span className={css['path']}>{path}</span>
    </p>
  );
}
