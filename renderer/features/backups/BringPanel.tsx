/** Where a backup from elsewhere is chosen, what is becoming of it, and what kept it out. */
import { CallError } from '../../api/index.ts';
import { useT } from '../../i18n/index.tsx';
import { Button, ErrorPanel, Icon, ProgressBar } from '../../ui/index.ts';
import css from './backups.module.css';
import type { Bring } from './useBring.ts';

export function BringPanel({ bring }: { readonly bring: Bring }) {
  const t = useT();
  const words = t.backups.bring;
  return (
    <div className={css['bring']}>
      <div className={css['line']}>
        <p>{words.text}</p>
        <Button icon="import" busy={bring.working !== null} onClick={bring.pick}>
          {words.action}
        </Button>
      </div>
      {bring.working !== null && <ProgressBar label={words.working(bring.working)} fraction={null} />}
      {bring.brought !== null && (
        <p role="status" className={css['good']}>
          <Icon name="check" /> {words.done}
        </p>
      )}
      {bring.failed !== null && <Failed name={bring.failed.name} error={bring.failed.error} />}
    </div>
  );
}

function Failed({ name, error }: { readonly name: string; readonly error: CallError }) {
  const t = useT();
  const words = t.backups.bring;
  const own =
    error.code === 'file-too-large'
      ? { what: words.tooLarge, todo: words.tooLargeTodo }
      : error.code === 'store-foreign'
        ? { what: words.foreign, todo: words.foreignTodo }
        : null;
  return (
    <div role={own === null ? undefined : 'alert'} className={css['refused']}>
      <p className={css['strong']}>{words.failed(name)}</p>
      {own === null ? (
        <ErrorPanel error={error} inline />
      ) : (
        <p>
          {own.what} {own.todo}
        </p>
      )}
    </div>
  );
}
