/** Backups: when the last was made and one more now, the list with what is in each, those from another machine. */
import { getDesktop, useCall, useCommand } from '../../api/index.ts';
import { handOver, momentFull, useCommands, useRestoring } from '../../app/index.ts';
import { useFormat } from '../../i18n/format.tsx';
import { useLanguage, useT } from '../../i18n/index.tsx';
import { sizeText } from '../../i18n/size.ts';
import { Button, DropSheet, ErrorPanel, Icon, Panel, ProgressBar, useToast } from '../../ui/index.ts';
import { BackupList, BringPanel, useBring, useDrop } from '../backups/index.ts';
import css from './BackupsScreen.module.css';
import { Room } from './Room.tsx';

export function BackupsScreen() {
  const t = useT();
  const words = t.backups;
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const list = useCall('backups.list', {});
  const state = useCall('backups.state', {});
  const book = useCall('app.book', {});
  const make = useCommand('backups.make');
  const bring = useBring();
  const { failed, forget } = useRestoring();
  const drop = useDrop((files) => {
    // Backups are for here; anything else goes where it would have gone.
    const books = files.filter(({ name }) => /\.db$/i.test(name));
    if (books.length > 0) bring.take(books);
    else handOver(null, files);
  });
  const desktop = getDesktop();
  const backups = list.data?.backups;
  const total = backups?.reduce((sum, { bytes }) => sum + bytes, 0) ?? 0;
  const last = backups?.[0];
  const run = (): void => {
    forget();
    make.mutate({}, { onSuccess: ({ bytes }) => toast({ text: words.done(sizeText(bytes, format)) }) });
  };
  const show = (): void => {
    void desktop?.openBackups().then((shown) => {
      if (!shown) toast({ text: words.noFolder });
    });
  };
  useCommands([
    { id: 'bring', label: words.bring.action, icon: 'import', run: bring.pick },
    ...(desktop === null ? [] : [{ id: 'folder', label: words.open, icon: 'archive' as const, run: show }]),
  ]);
  return (
    <Room
      room="backups"
      actions={
        <Button kind="primary" busy={make.isPending} onClick={run}>
          {words.now}
        </Button>
      }
    >
      <div className={css['all']} {...drop.props}>
        {failed && <ErrorPanel error={failed} />}
        {make.error && <ErrorPanel error={make.error} />}
        {list.error && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
        {backups !== undefined && (
          <Panel>
            <div className={css['head']}>
              <div className={css['last']}>
                <h2 className={css['label']}>{last === undefined ? words.never : words.last}</h2>
                {last === undefined ? (
                  <p className={css['grey']}>{words.neverText}</p>
                ) : (
                  <>
                    <p className={css['when']}>{momentFull(last.at, language)}</p>
                    <p className={css['grey']}>
                      {words.kinds[last.kind]}, {sizeText(last.bytes, format)}
                    </p>
                  </>
                )}
                {make.isPending && <ProgressBar label={words.making} fraction={null} />}
              </div>
              <div className={css['about']}>
                <p>{words.lead}</p>
                <p className={css['warn']}>
                  <Icon name="info" />
                  {words.elsewhere}
                </p>
              </div>
            </div>
          </Panel>
        )}
        {backups !== undefined && backups.length > 0 && (
          <Panel
            title={words.list}
            {...(backups.length > 1 && { detail: words.inAll(sizeText(total, format)) })}
            {...(desktop !== null && {
              actions: (
                <Button kind="link" onClick={show}>
                  {words.open}
                </Button>
              ),
            })}
            flush
          >
            <div className={css['scroll']}>
              <BackupList
                backups={backups}
                now={book.data ?? null}
                restorable
                opened={bring.brought?.id ?? null}
              />
            </div>
          </Panel>
        )}
        <Panel title={words.bring.title}>
          <BringPanel bring={bring} />
        </Panel>
        <div className={css['foot']}>
          <p>{words.schedule}</p>
          {state.data && (
            <p>
              {words.folder} <span className={css['path']}>{state.data.folder}</span>
            </p>
          )}
        </div>
        {drop.over && <DropSheet title={t.backups.bring.drop} />}
      </div>
    </Room>
  );
}
